"""Words of the tables: headings of columns, and codes as people say them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from focusplan.i18n import _, pgettext
from focusplan.services.roads.goalviews import result_text

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "weeks.csv": (
        "week", "monday", "network", "network_name", "minutes", "posts", "received", "answered_in_time",
        "reach", "audience", "enquiries", "customers", "sales", "currency", "counts", "late", "paused",
    ),
    "jobs.csv": (
        "week", "number", "job", "kind", "network", "network_name", "title", "day", "minutes_planned", "done",
        "done_on", "minutes_taken", "person", "idea", "weeks_left", "dropped",
    ),
    "times.csv": (
        "week", "day", "time", "network", "network_name", "minutes", "outside_hours", "source", "note",
    ),
    "goals.csv": (
        "network", "network_name", "goal", "goal_name", "week", "monday", "result", "figure", "target",
        "kept", "held",
    ),
    "costs.csv": ("cost", "network", "network_name", "week", "monday", "a_month", "currency"),
    "unknown_source.csv": ("week", "monday", "enquiries", "customers"),
    "decisions.csv": (
        "entry", "day", "what", "network", "network_name", "week", "decision", "text", "learnt", "worked",
        "put_off", "details",
    ),
}  # fmt: skip
"""Ids of the columns of each table; they never change with the language."""


def headings() -> Mapping[str, str]:
    """What stands above each column."""
    return {
        "week": pgettext("heading of a column", "Week"),
        "monday": _("Monday of the week"),
        "network": _("Network (id)"),
        "network_name": pgettext("heading of a column", "Network"),
        "minutes": pgettext("heading of a column", "Minutes"),
        "posts": pgettext("heading of a column", "Posts"),
        "received": _("Messages received"),
        "answered_in_time": _("Answered in time"),
        "reach": _("People who saw it"),
        "audience": _("Followers or readers"),
        "enquiries": pgettext("heading of a column", "Results"),
        "customers": _("New customers"),
        "sales": pgettext("heading of a column", "Sales"),
        "currency": pgettext("heading of a column", "Currency"),
        "counts": _("Counts for goals"),
        "late": _("After the week was closed"),
        "paused": _("Week paused"),
        "number": pgettext("heading of a column", "Number"),
        "job": _("Job (id)"),
        "kind": pgettext("heading of a column", "Kind"),
        "title": pgettext("heading of a column", "Job"),
        "day": pgettext("heading of a column", "Day"),
        "minutes_planned": _("Minutes planned"),
        "done": pgettext("heading of a column", "Done"),
        "done_on": _("Done on"),
        "minutes_taken": _("Minutes it took"),
        "person": pgettext("heading of a column", "Who"),
        "idea": pgettext("heading of a column", "Idea"),
        "weeks_left": _("Weeks left undone before"),
        "dropped": _("Let go"),
        "time": pgettext("heading of a column", "Time"),
        "outside_hours": _("Outside your hours"),
        "source": _("How it was noted"),
        "note": pgettext("heading of a column", "Note"),
        "goal": _("Goal (id)"),
        "goal_name": pgettext("heading of a column", "Goal"),
        "result": _("How the week went"),
        "figure": pgettext("heading of a column", "Figure"),
        "target": pgettext("heading of a column", "Target"),
        "kept": _("Good weeks or results so far"),
        "held": _("Goal held"),
        "cost": _("What for"),
        "a_month": _("A month from this week on"),
        "entry": pgettext("heading of a column", "Entry"),
        "what": pgettext("heading of a column", "What"),
        "decision": pgettext("heading of a column", "Decision"),
        "text": _("In your words"),
        "learnt": _("What was learnt"),
        "worked": _("What worked"),
        "put_off": _("Useful work put off"),
        "details": pgettext("heading of a column", "Details"),
    }


def kind_word(kind: str) -> str:
    """A kind of job."""
    return {
        "close": _("Close the week"),
        "answer": pgettext("kind of job", "answering"),
        "upkeep": pgettext("kind of job", "looking after it"),
        "post": pgettext("kind of job", "post"),
        "step": pgettext("kind of job", "job of the road"),
        "parked": pgettext("kind of job", "kept as it is"),
        "newsletter": pgettext("kind of job", "newsletter"),
        "own": pgettext("kind of job", "came up"),
    }.get(kind, kind)


def cost_word(kind: str) -> str:
    """What money goes out for."""
    return {"ads": _("Ads"), "tools": _("Tools"), "email": _("What sends the newsletter")}.get(kind, kind)


def source_word(source: str) -> str:
    """How minutes came into the plan."""
    return {
        "typed": _("typed"),
        "paper": _("from paper"),
        "session": _("timed"),
        "phone": _("on the phone"),
    }.get(source, source)


def goal_word(goal: str) -> str:
    """A goal by its name."""
    return {
        "posts": pgettext("goal", "posts"),
        "answers": pgettext("goal", "answers"),
        "enquiries": pgettext("goal", "results"),
        "upkeep": pgettext("goal", "looking after it"),
    }.get(goal, goal)


def result_word(result: str) -> str:
    """How a week of a goal went."""
    return _("just counting") if result == "counting" else result_text(result)


def decision_word(decision: str) -> str:
    """The one decision of a closed week."""
    return {
        "keep": _("Keep going"),
        "change": _("Change one thing"),
        "stop": _("Stop one thing"),
    }.get(decision, decision)


def entry_word(kind: str, values: Mapping[str, Any]) -> str:
    """What an entry of the record is about."""
    if kind == "start" and values.get("opened") is False:
        return _("A start that had to wait")
    return {
        "plan": _("The plan was made"),
        "start": _("A network was started"),
        "mastered": _("A network runs well"),
        "take_back": _("A start was taken back"),
        "retired": _("A network was closed"),
        "pause": _("Weeks were paused"),
        "resume": _("Paused weeks were taken up again"),
        "goal": _("A goal was changed"),
        "review": _("A week was closed"),
        "restore": _("A copy was put back"),
        "clock": _("Today was confirmed"),
        "closed_step": _("A job was closed with a reason"),
        "again": _("A part was taken again"),
        "repair": _("Something was put right"),
        "break": _("The record begins anew"),
    }.get(kind, kind)
