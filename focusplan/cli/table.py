"""The commands of the contract, in the order in which the help lists them."""

from __future__ import annotations

from functools import partial

from focusplan.cli.grammar import Argument, Command, Option
from focusplan.i18n import N_

_NETWORK = Argument("NETWORK")
_WEEK = Option("--week", "W")
_FROM, _TO = Option("--from", "W"), Option("--to", "W")
_REASON = Option("--reason", "T")

_changes = partial(Command, changes=True)

COMMANDS = (
    Command("new", N_("make a plan from a profile file"), "plan:new",
            (Argument("PROFILE.toml"),), (Option("--practice"),)),
    Command("demo", N_("make a practice plan with a believable year in it"), "plan:demo_plan",
            (), (Option("--weeks", "N"),)),
    Command("status", N_("where the plan stands"), "plan:status"),
    _changes("set", N_("change the profile, such as budget_minutes=150 or hours.monday=09:00-12:00"),
            "plan:change", (Argument("KEY=VALUE", many=True),)),
    Command("networks", N_("all networks, those that suit you best first"), "networks:networks"),
    Command("gate", N_("what opens a network"), "networks:gate", (_NETWORK,)),
    _changes("start", N_("start learning a network"), "moves:start", (_NETWORK,)),
    _changes("take-back", N_("take back a start of the last seven days"), "moves:take_back", (_NETWORK,)),
    _changes("park", N_("keep a network as it is"), "moves:park", (_NETWORK,), (Option("--minutes", "N"),)),
    _changes("later", N_("put a network on the later list"), "moves:later", (_NETWORK,),
            (Option("--note", "T"), Option("--remove")), not_both=("--note", "--remove")),
    _changes("again", N_("take a part of the road again"), "moves:again", (_NETWORK, Argument("STAGE"))),
    _changes("retire", N_("close a network, with why and what was learnt"), "moves:retire", (_NETWORK,),
            (Option("--reason", "T", required=True), Option("--learnt", "T", required=True))),
    _changes("pause", N_("pause weeks"), "moves:pause", (),
            (Option("--from", "W", required=True), Option("--to", "W", required=True), _REASON)),
    _changes("resume", N_("take up paused weeks again"), "moves:resume", (), (_FROM,)),
    _changes("goal", N_("change a goal, or withdraw a change that is not in force yet"), "networks:goal",
            (_NETWORK, Argument("GOAL")),
            (Option("--target", "N"), Option("--withdraw"), _REASON), one_of=("--target", "--withdraw")),
    Command("steps", N_("the jobs and goals of a network's road"), "networks:steps", (_NETWORK,)),
    _changes("step done", N_("mark a job of a road as done"), "moves:step_done", (Argument("ID"),),
            (Option("--minutes", "N"), Option("--instead", "T"))),
    _changes("step undo", N_("mark it as not done"), "moves:step_undo", (Argument("ID"),)),
    Command("week", N_("the jobs of a week"), "weeks:week", (Argument("W", optional=True),)),
    _changes("move", N_("put a job on another day"), "weeks:move",
            (Argument("NUMBER"), Argument("DAY")), (_WEEK,)),
    _changes("untick", N_("mark jobs of a week as not done"), "weeks:untick",
            (Argument("NUMBERS", many=True),), (_WEEK,)),
    _changes("tick", N_("type back what came on paper, such as “2 5=25 / 1:45 / e3”"), "weeks:tick",
            (Argument("LINE", many=True),)),
    _changes("record", N_("fill in numbers, such as posts=2 received=3"), "weeks:record",
            (_NETWORK, Argument("KEY=VALUE", many=True)), (_WEEK,)),
    _changes("time", N_("note minutes spent on a network"), "weeks:spent",
            (_NETWORK, Argument("MINUTES")), (Option("--at", "ISO-DATETIME"), Option("--note", "T"))),
    _changes("reviewed", N_("close a week with one decision"), "weeks:reviewed",
            (Argument("W", optional=True),),
            (Option("--decide", "keep|change|stop", required=True), Option("--text", "T"))),
    Command("review", N_("what the hours brought"), "weeks:review", (),
            (_FROM, _TO, Option("--pdf", "F"), Option("--paper", "A4|Letter"))),
    _changes("import", N_("bring in numbers from a platform's own export file"), "importing:bring_in",
            (Argument("FILE", many=True),),
            (Option("--network", "N"), Option("--answer", "ID=VALUE", many=True), Option("--dry-run"))),
    Command("checklist", N_("print a week to a PDF file"), "weeks:checklist", (),
            (Option("--pdf", "F", required=True), _WEEK, Option("--paper", "A4|Letter"), Option("--wall"),
             Option("--person", "P"))),
    Command("export", N_("take the plan along: everything, tables, or the weeks as a calendar"),
            "exporting:export", (),
            (Option("--to-json", "F"), Option("--to-csv", "DIR"), Option("--to-ics", "F")),
            one_of=("--to-json", "--to-csv", "--to-ics")),
    Command("backup", N_("make a copy of the plan now"), "care:backup", (Argument("F", optional=True),)),
    Command("backups", N_("the copies there are"), "care:backups"),
    Command("restore", N_("put a copy back; that can be undone"), "care:restore", (Argument("F"),)),
    Command("check", N_("look whether everything is right"), "care:check", (), (Option("--repair"),)),
    Command("clock", N_("say that today's date is right"), "care:clock", (),
            (Option("--confirm", required=True),)),
    Command("catalogue", N_("list and check all playbooks, or those in a folder"), "catalogue:catalogue",
            (Argument("FOLDER", optional=True),)),
    Command("self-test", N_("try an installed copy in a temporary folder"), "care:self_test"),
)  # fmt: skip
