"""Reads the words of a command line by a table of commands; every mistake is a sentence that names it.

Global options stand before the command, a command's own options and `--json` after it. An option takes its
value as `--week 2026-W48` or `--week=2026-W48`; `--` ends the options.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from focusplan.domain.errors import WrongUse

Value = str | list[str] | bool


@dataclass(frozen=True)
class Argument:
    """A place after the command. `many`: one or more words; `optional`: may be left out."""

    name: str
    many: bool = False
    optional: bool = False


@dataclass(frozen=True)
class Option:
    """A named option; `value` is the word shown for its value, empty for a switch."""

    name: str
    value: str = ""
    required: bool = False
    many: bool = False
    """Whether it may be given several times; its values are gathered then."""


@dataclass(frozen=True)
class Command:
    """A command: its words (`step done`), what it takes, and where its function is, as `module:function`.

    `does` is the English line of the help, put into the language of the run when it is shown.
    """

    name: str
    does: str
    function: str
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()
    one_of: tuple[str, ...] = ()
    """Options of which exactly one has to be given."""
    not_both: tuple[str, ...] = ()
    """Options of which one at most may be given."""
    changes: bool = False
    """Whether it changes the plan it is given."""


@dataclass(frozen=True)
class Call:
    """What was typed. `command` is None for the window; `given` maps names of arguments and options (without
    dashes) to their words, switches to True."""

    command: Command | None
    given: Mapping[str, Value] = field(default_factory=dict)
    overall: Mapping[str, Value] = field(default_factory=dict)

    @property
    def json(self) -> bool:
        """Whether the answer is wanted as one JSON object."""
        return bool(self.given.get("json"))


OVERALL = (
    Option("--data", "DIR"),
    Option("--language", "en|es|fr|sv"),
    Option("--today", "D"),
    Option("--version"),
    Option("--help"),
)
COMMON = (Option("--json"), Option("--help"))


def read(words: Sequence[str], commands: Sequence[Command]) -> Call:
    """The call these words make. WrongUse names the word that is wrong and why."""
    overall, rest = _overall(list(words))
    if not rest or overall.get("help") or overall.get("version"):
        return Call(None, overall=overall)
    command, rest = _command(rest, commands)
    given, places = _options(rest, command)
    if not given.get("help"):
        given.update(_arguments(places, command))
        _complete(given, command)
    return Call(command, given, overall)


def wants_json(words: Sequence[str]) -> bool:
    """Whether `--json` stands among the words, for answering even a call that can't be read."""
    before = words[: list(words).index("--")] if "--" in words else words
    return "--json" in before


def early(words: Sequence[str], name: str) -> str | None:
    """The value of a global option found without minding anything else: mistakes, too, are said in the
    language that was asked for."""
    for place, word in enumerate(words):
        if word == name:
            return words[place + 1] if place + 1 < len(words) else None
        if word.startswith(f"{name}="):
            return word.partition("=")[2]
    return None


def _overall(words: list[str]) -> tuple[dict[str, Value], list[str]]:
    found: dict[str, Value] = {}
    while words and words[0].startswith("-") and words[0] != "-":
        if words[0].partition("=")[0] == "--json":
            raise WrongUse("json_before")
        _take(words, OVERALL, found)
    return found, words


def _command(words: list[str], commands: Sequence[Command]) -> tuple[Command, list[str]]:
    """The command of two words before that of one."""
    for length in (2, 1):
        name = " ".join(words[:length])
        for command in commands:
            if command.name == name and len(words) >= length:
                return command, words[length:]
    seconds = [command.name.split()[1] for command in commands if command.name.startswith(f"{words[0]} ")]
    if seconds:
        raise WrongUse("word_missing", command=words[0], choices=tuple(seconds))
    raise WrongUse("command_unknown", command=words[0])


def _options(words: list[str], command: Command) -> tuple[dict[str, Value], list[str]]:
    """Options anywhere after the command; the words that are left are its places."""
    found: dict[str, Value] = {}
    places: list[str] = []
    while words:
        if words[0] == "--":
            return found, places + words[1:]
        if words[0].startswith("-") and len(words[0]) > 1 and not words[0][1].isdigit():
            _take(words, (*command.options, *COMMON), found)
        else:
            places.append(words.pop(0))
    return found, places


def _take(words: list[str], known: Sequence[Option], found: dict[str, Value]) -> None:
    """Move one option with its value from `words` into `found`."""
    name, equals, value = words.pop(0).partition("=")
    option = next((each for each in known if each.name == name), None)
    if option is None:
        before = any(each.name == name for each in OVERALL)
        raise WrongUse("option_place" if before else "option_unknown", option=name)
    key = name.removeprefix("--")
    if key in found and not option.many:
        raise WrongUse("option_twice", option=name)
    if not option.value:
        if equals:
            raise WrongUse("option_no_value", option=name)
        found[key] = True
        return
    if not equals:
        if not words or words[0] == "--":
            raise WrongUse("option_value", option=name, value=option.value)
        value = words.pop(0)
        if any(value.partition("=")[0] == each.name for each in (*known, *OVERALL)):
            raise WrongUse("option_value", option=name, value=option.value)
    if not value and option.value in ("DIR", "F"):
        # A script's unset variable: never to be taken for the usual folder.
        raise WrongUse("option_value", option=name, value=option.value)
    found[key] = [*_gathered(found, key), value] if option.many else value


def _gathered(found: Mapping[str, Value], key: str) -> list[str]:
    """The values of an option that may be given several times, so far."""
    values = found.get(key, [])
    return values if isinstance(values, list) else []


def _arguments(places: list[str], command: Command) -> dict[str, Value]:
    found: dict[str, Value] = {}
    rest = list(places)
    for argument in command.arguments:
        if not rest and not argument.optional:
            raise WrongUse("argument_missing", command=command.name, argument=argument.name)
        if argument.many:
            found[argument.name], rest = rest, []
        elif rest:
            found[argument.name] = rest.pop(0)
    if rest:
        raise WrongUse("argument_too_many", command=command.name, argument=rest[0])
    return found


def _complete(given: Mapping[str, Value], command: Command) -> None:
    for option in command.options:
        if option.required and option.name.removeprefix("--") not in given:
            raise WrongUse("option_missing", command=command.name, option=option.name)
    if command.one_of and not any(name.removeprefix("--") in given for name in command.one_of):
        raise WrongUse("option_one_of", command=command.name, choices=command.one_of)
    for names in (command.one_of, command.not_both):
        chosen = [name for name in names if name.removeprefix("--") in given]
        if len(chosen) > 1:
            raise WrongUse("option_only_one", choices=tuple(chosen))
