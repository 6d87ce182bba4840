"""What `--help` says, made from the table of commands."""

from __future__ import annotations

from collections.abc import Sequence

from focusplan.cli.answer import table
from focusplan.cli.grammar import Command
from focusplan.i18n import _


def help_lines(command: Command | None, commands: Sequence[Command]) -> list[str]:
    """The help of one command, or of all."""
    return _one(command) if command is not None else _all(commands)


def usage(command: Command) -> str:
    """How the command is typed, in one line."""
    parts = ["focusplan", command.name]
    for argument in command.arguments:
        word = argument.name + ("…" if argument.many else "")
        parts.append(f"[{word}]" if argument.optional else word)
    for option in command.options:
        word = f"{option.name} {option.value}".strip()
        needed = option.required or option.name in command.one_of
        parts.append((word if needed else f"[{word}]") + ("…" if option.many else ""))
    return " ".join(parts)


def overall() -> tuple[tuple[str, str], ...]:
    """What may stand before a command, and what it is for."""
    return (
        ("--data DIR", _("another data folder")),
        ("--language en|es|fr|sv", _("the language of this run")),
        ("--today D", _("the day it is, for practice plans only")),
        ("--version", _("the version of the program")),
        ("--help", _("this help; after a command, the help of that command")),
    )


def _one(command: Command) -> list[str]:
    return [usage(command), "", _(command.does), "", _("With --json the answer is one JSON object.")]


def _all(commands: Sequence[Command]) -> list[str]:
    return [
        _("focusplan opens the window; focusplan COMMAND does one thing and ends."),
        "",
        _("Before the command:"),
        *(f"  {line}" for line in table(overall())),
        "",
        _("Commands:"),
        *(f"  {line}" for line in table((command.name, _(command.does)) for command in commands)),
        "",
        _("Every command takes --json after it."),
    ]
