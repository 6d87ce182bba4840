"""What a command answers: values for scripts, lines for people, and the exit code."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TextIO

from focusplan.domain.weeks import Week


@dataclass(frozen=True)
class Answer:
    """`data` is the JSON object, `lines` the same for a person; `problems` go to standard error."""

    data: Mapping[str, Any]
    lines: Sequence[str] = ()
    exit_code: int = 0
    problems: Sequence[str] = ()


def money(hundredths: int | None) -> str | None:
    """Hundredths of the currency as text with two decimals."""
    return None if hundredths is None else f"{hundredths // 100}.{hundredths % 100:02d}"


def as_json(data: Mapping[str, Any], ascii_only: bool = False) -> str:
    """One object on one line; days and weeks in the contract's forms. Half a pair of an emoji is escaped."""
    text = json.dumps(data, ensure_ascii=ascii_only, default=_plain, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _plain(value: object) -> object:
    if isinstance(value, Week):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(type(value).__name__)


def table(rows: Iterable[Sequence[str]], gap: str = "  ") -> list[str]:
    """Rows in columns; the last column is as long as it is."""
    cells = [list(row) for row in rows]
    if not cells:
        return []
    count = max(len(row) for row in cells)
    widths = [max((len(row[n]) for row in cells if n < len(row)), default=0) for n in range(count)]
    return [gap.join(cell.ljust(widths[n]) for n, cell in enumerate(row)).rstrip() for row in cells]


def one_line(text: str) -> str:
    """Typed text on one line, with nothing in it that a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in text)


def say(lines: Iterable[str], stream: TextIO | None) -> bool:
    """Write the lines; a terminal that lacks a letter shows a stand-in. Whoever reads may go away; False only
    when the lines could not be written for another reason, such as a full disk."""
    if stream is None:
        return True
    text = "".join(f"{line}\n" for line in lines)
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        stream.write(text.encode(encoding, "replace").decode(encoding, "replace"))
        stream.flush()
    except (BrokenPipeError, ValueError):
        _close_quietly(stream)
    except OSError:
        _close_quietly(stream)
        return False
    return True


def _close_quietly(stream: TextIO) -> None:
    """What Python would still flush at its end goes nowhere."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        if stream is sys.stdout:
            sys.stdout = None
