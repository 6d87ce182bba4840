"""Reading the words of a command line."""

from __future__ import annotations

import pytest

from focusplan.cli.grammar import Argument, Command, Option, early, read, wants_json
from focusplan.cli.helping import help_lines, usage
from focusplan.cli.table import COMMANDS
from focusplan.domain.errors import WrongUse

TABLE = (
    Command("go", "walk", "m:go", (Argument("WHERE"), Argument("WHEN", optional=True)), (Option("--fast"),)),
    Command("many", "", "m:many", (Argument("THING", many=True),), (Option("--note", "T"),)),
    Command("step done", "", "m:done", (Argument("ID"),), (Option("--minutes", "N"),)),
    Command("step undo", "", "m:undo", (Argument("ID"),)),
    Command("need", "", "m:need", (), (Option("--a", "A", required=True),)),
    Command("one", "", "m:one", (), (Option("--a", "A"), Option("--b")), one_of=("--a", "--b")),
    Command("two", "", "m:two", (), (Option("--a", "A"), Option("--b")), not_both=("--a", "--b")),
)


@pytest.mark.parametrize(
    ("words", "command", "given"),
    [
        (["go", "there"], "go", {"WHERE": "there"}),
        (["go", "--fast", "there", "soon"], "go", {"WHERE": "there", "WHEN": "soon", "fast": True}),
        (["go", "there", "--json"], "go", {"WHERE": "there", "json": True}),
        (["go", "--", "--fast"], "go", {"WHERE": "--fast"}),
        (["go", "-5"], "go", {"WHERE": "-5"}),
        (["many", "a", "b", "--note", "x"], "many", {"THING": ["a", "b"], "note": "x"}),
        (["many", "a", "--note=x=y"], "many", {"THING": ["a"], "note": "x=y"}),
        (["many", "a", "--note", "--dash"], "many", {"THING": ["a"], "note": "--dash"}),
        (["many", "a", "--note="], "many", {"THING": ["a"], "note": ""}),
        (["step", "done", "x", "--minutes", "5"], "step done", {"ID": "x", "minutes": "5"}),
        (["one", "--b"], "one", {"b": True}),
        (["two"], "two", {}),
        (["go", "--help"], "go", {"help": True}),
    ],
)
def test_words_are_read(words, command, given):
    call = read(words, TABLE)
    assert call.command is not None and call.command.name == command
    assert call.given == given


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["fly"], "command_unknown"),
        (["step"], "word_missing"),
        (["step", "over"], "word_missing"),
        (["go"], "argument_missing"),
        (["many"], "argument_missing"),
        (["go", "a", "b", "c"], "argument_too_many"),
        (["go", "a", "--slow"], "option_unknown"),
        (["go", "a", "-x"], "option_unknown"),
        (["--slow", "go"], "option_unknown"),
        (["go", "a", "--data", "d"], "option_place"),
        (["--json", "go", "a"], "json_before"),
        (["many", "a", "--note"], "option_value"),
        (["many", "a", "--note", "--json"], "option_value"),
        (["--data"], "option_value"),
        (["go", "a", "--fast=1"], "option_no_value"),
        (["go", "a", "--fast", "--fast"], "option_twice"),
        (["need"], "option_missing"),
        (["one"], "option_one_of"),
        (["one", "--a", "1", "--b"], "option_only_one"),
        (["two", "--a", "1", "--b"], "option_only_one"),
    ],
)
def test_each_mistake_has_its_code(words, code):
    with pytest.raises(WrongUse) as caught:
        read(words, TABLE)
    assert caught.value.code == code


def test_global_options_stand_before_the_command():
    call = read(["--data", "d", "--language=sv", "go", "x"], TABLE)
    assert call.overall == {"data": "d", "language": "sv"}
    assert read(["--version"], TABLE).overall == {"version": True}
    assert read([], TABLE).command is None


def test_what_can_be_known_before_reading():
    assert wants_json(["go", "--json"])
    assert not wants_json(["tick", "--", "--json"])
    assert early(["--language", "sv", "x"], "--language") == "sv"
    assert early(["--language=fr"], "--language") == "fr"
    assert early(["--language"], "--language") is None
    assert early(["go"], "--language") is None


def test_usage_shows_what_is_optional():
    assert usage(TABLE[0]) == "focusplan go WHERE [WHEN] [--fast]"
    assert usage(TABLE[1]) == "focusplan many THING… [--note T]"
    assert usage(TABLE[5]) == "focusplan one --a A --b"
    assert help_lines(TABLE[0], TABLE)[2] == "walk"


def test_the_help_lists_every_command():
    text = "\n".join(help_lines(None, COMMANDS))
    for command in COMMANDS:
        assert f"  {command.name} " in text
        assert command.does


def test_every_command_has_a_function():
    from importlib import import_module

    for command in COMMANDS:
        module, name = command.function.split(":")
        assert callable(getattr(import_module(f"focusplan.cli.{module}"), name))


def test_names_are_told_apart():
    names = [command.name for command in COMMANDS]
    assert len(names) == len(set(names))
