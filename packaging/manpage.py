#!/usr/bin/env python3
"""Writes the man page from the table of commands, so that it can't name one that isn't there.

python packaging/manpage.py DAY        DAY as 2026-11-22; needs the program's packages, but no Qt
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from focusplan.cli.helping import overall, usage
from focusplan.cli.table import COMMANDS
from focusplan.paths import VERSION

_EXITS = (
    ("0", "it is done"),
    ("1", "something that should not have happened; the log in the data folder says what"),
    ("2", "the call is wrong; nothing was changed"),
    ("3", "a rule says no, such as the gate before a second network"),
    ("4", "the data folder can not be read or written"),
    ("5", "the plan is damaged or gone, or not all is right"),
    ("6", "the plan was made by a newer version"),
    ("7", "another FocusPlan holds the plan"),
    ("8", "a file was refused"),
)


def page(day: str) -> str:
    """The page in roff."""
    lines = [
        f'.TH FOCUSPLAN 1 "{day}" "FocusPlan {VERSION}" "User Commands"',
        ".SH NAME",
        "focusplan \\- one social network at a time, in the hours a small business really has",
        ".SH SYNOPSIS",
        ".B focusplan",
        ".br",
        ".B focusplan",
        ".I COPY",
        ".br",
        ".B focusplan",
        "[\\fIoptions\\fR] \\fICOMMAND\\fR [\\fB\\-\\-json\\fR]",
        ".SH DESCRIPTION",
        "Without a command the window opens. With a copy of a plan (*.focusplan, *.db) the window shows",
        "what is in the copy and offers to put it back. With a command one thing is done, then it ends.",
        "The data are in one folder, the plan itself is the SQLite file plan.db in it.",
        "There is no network traffic.",
        ".SH OPTIONS",
    ]
    for option, text in overall():
        lines += [".TP", f"\\fB{_roff(option)}\\fR", _roff(text)]
    lines.append(".SH COMMANDS")
    for command in COMMANDS:
        lines += [".TP", f"\\fB{_roff(usage(command).removeprefix('focusplan '))}\\fR", _roff(command.does)]
    lines.append(".SH EXIT STATUS")
    for code, text in _EXITS:
        lines += [".TP", f"\\fB{code}\\fR", text]
    lines += [
        ".SH FILES",
        ".TP",
        "\\fI~/.local/share/FocusPlan/\\fR",
        "the plan, its copies in \\fIbackups\\fR, and the log; under $XDG_DATA_HOME where that is set",
        ".TP",
        "\\fI~/.config/FocusPlan/settings.json\\fR",
        "choices of this computer; under $XDG_CONFIG_HOME where that is set",
    ]
    return "\n".join(lines) + "\n"


def _roff(text: str) -> str:
    """Text with nothing in it that roff would obey."""
    plain = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    return plain.replace("“", "\\(lq").replace("”", "\\(rq").replace("’", "\\(cq").replace("'", "\\(aq")


if __name__ == "__main__":
    print(page(sys.argv[1]), end="")
