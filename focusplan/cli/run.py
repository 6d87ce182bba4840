"""Runs one command: from typed words to an answer on standard output and an exit code."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from focusplan import i18n, paths, settings
from focusplan.cli.answer import Answer, as_json, one_line, say
from focusplan.cli.grammar import Call, Command, early, read, wants_json
from focusplan.cli.invocation import Invocation
from focusplan.cli.table import COMMANDS
from focusplan.domain.errors import CannotStore, FocusPlanError, WrongUse
from focusplan.i18n import _
from focusplan.words import sentence, ways

_FILES = ("F", "PROFILE.toml", "pdf", "FOLDER", "FILE", "to-json", "to-csv", "to-ics")
"""Names of places and options that hold a path; a path may hold bytes that are no text."""


def run(words: Sequence[str], open_window: Callable[[Invocation], int]) -> int:
    """Run the command these words name, or open the window where they name none; answers the exit code."""
    try:
        return _run(words, open_window)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        from focusplan.cli.lastresort import unexpected

        home = paths.data_home(Path(folder) if (folder := early(words, "--data")) else None)
        return _told_error(unexpected(error, home), [], 1, wants_json(words))


def _run(words: Sequence[str], open_window: Callable[[Invocation], int]) -> int:
    invocation: Invocation | None = None
    try:
        _speak_early(words)
        call = read(words, COMMANDS)
        invocation = Invocation(call)
        return _carried_out(call, invocation, open_window)
    except FocusPlanError as error:
        if isinstance(error, WrongUse):
            _speak_as_plan(words, invocation)
        return _refused(error, wants_json(words), invocation)
    finally:
        if invocation is not None:
            with contextlib.suppress(FocusPlanError):
                invocation.close()


def _carried_out(call: Call, invocation: Invocation, open_window: Callable[[Invocation], int]) -> int:
    if call.overall.get("version"):
        return _told(Answer({}, [f"FocusPlan {paths.VERSION}"]), json=False)
    if call.overall.get("help") or call.given.get("help"):
        from focusplan.cli.helping import help_lines

        return _told(Answer({}, help_lines(call.command, COMMANDS)), json=False)
    if call.command is None:
        return open_window(invocation)
    _check_text(call)
    answer = _function(call.command)(invocation)
    if call.command.changes:
        _copy_daily(invocation)
    return _told(answer, call.json)


def _function(command: Command) -> Callable[[Invocation], Answer]:
    """The command's function; what it needs is imported only now."""
    module, name = command.function.split(":")
    found: Callable[[Invocation], Answer] = getattr(import_module(f"focusplan.cli.{module}"), name)
    return found


def _copy_daily(invocation: Invocation) -> None:
    """Whoever only types commands has a copy of each day, too. The command is done by then: a copy that can't
    be made is found by `check`."""
    with contextlib.suppress(FocusPlanError):
        invocation.workspace.safekeeping.daily()


def _check_text(call: Call) -> None:
    """Words are text; bytes that are no text are refused before they reach anything."""
    for name, value in call.given.items():
        for word in value if isinstance(value, list) else [value]:
            if isinstance(word, str) and name not in _FILES and any("\ud800" <= c <= "\udfff" for c in word):
                raise WrongUse("not_utf8", argument=name)


def _speak_early(words: Sequence[str]) -> None:
    """The language of mistakes in the call itself: the one asked for, else this computer's."""
    asked = early(words, "--language")
    i18n.use(asked if asked in i18n.LANGUAGES else settings.load().language or i18n.system_language())


def _speak_as_plan(words: Sequence[str], invocation: Invocation | None) -> None:
    """A mistake found before the plan was opened is told in the plan's language where there is one."""
    if early(words, "--language") in i18n.LANGUAGES:
        return
    with contextlib.suppress(FocusPlanError):
        if invocation is None:
            invocation = Invocation(Call(None, overall={"data": early(words, "--data") or ""}))
            invocation.open()
            invocation.close()
        else:
            invocation.open()


def _refused(error: FocusPlanError, json: bool, invocation: Invocation | None) -> int:
    reason, forward = sentence(error), ways(error)
    if error.code == "gate_closed" and invocation is not None:
        from focusplan.cli.networks import closed_gate

        with contextlib.suppress(FocusPlanError):
            reason, forward = closed_gate(invocation, error)
    return _told_error(reason, forward, error.exit_code, json)


def _told(answer: Answer, json: bool) -> int:
    """The answer on standard output; exit 4 where it was carried out but could not be told."""
    if say(_printed(answer, json), sys.stdout):
        say([one_line(line) for line in answer.problems], sys.stderr)
        return answer.exit_code
    say([_("It is done, but the answer could not be written.")], sys.stderr)
    return CannotStore.exit_code


def _printed(answer: Answer, json: bool) -> Sequence[str]:
    if not json:
        return [one_line(line) for line in answer.lines]
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    return [as_json(answer.data, ascii_only=encoding != "utf8")]


def _told_error(reason: str, forward: Sequence[str], exit_code: int, json: bool) -> int:
    """One sentence on standard error, then what can be done; for scripts an object as well."""
    if json:
        data = {"ok": False, "exit": exit_code, "reason": reason, "ways_forward": list(forward)}
        say(_printed(Answer(data), json=True), sys.stdout)
    say([one_line(reason), *(f"  – {one_line(way)}" for way in forward)], sys.stderr)
    return exit_code
