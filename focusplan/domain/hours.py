"""Hours of a day as an owner writes them: `09:00-12:00,14:00-17:00`."""

from __future__ import annotations

import re
from typing import Any

from focusplan.domain.boundaries import Span

_TIME = re.compile(r"([01]\d|2[0-4]|\d):([0-5]\d)")


class ProfileFault(Exception):
    """A key that can't be taken. `code` names the reason, `values` fill the sentence."""

    def __init__(self, key: str, code: str, **values: Any) -> None:
        super().__init__(key, code)
        self.key = key
        self.code = code
        self.values = values


def read_hours(key: str, typed: Any) -> tuple[Span, ...]:
    """`09:00-12:00,14:00-17:00` as spans in order; an empty text is a protected day."""
    if not isinstance(typed, str):
        raise ProfileFault(key, "hours_form", value=str(typed))
    spans: list[Span] = []
    for piece in filter(None, (part.strip() for part in typed.split(","))):
        ends = [_minutes(key, end.strip(), piece) for end in re.split(r"[-–]", piece)]
        if len(ends) != 2:
            raise ProfileFault(key, "hours_form", value=piece)
        if ends[0] >= ends[1]:
            raise ProfileFault(key, "hours_order", value=piece)
        spans.append((ends[0], ends[1]))
    return _merged(key, sorted(spans))


def hours_text(spans: tuple[Span, ...]) -> str:
    """The spans in the profile file's form."""
    return ",".join(f"{a // 60:02d}:{a % 60:02d}-{b // 60:02d}:{b % 60:02d}" for a, b in spans)


def _merged(key: str, spans: list[Span]) -> tuple[Span, ...]:
    """Touching spans become one; overlapping ones are a mistake worth asking about."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            raise ProfileFault(key, "hours_overlap")
        if merged and start == merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)


def _minutes(key: str, text: str, piece: str) -> int:
    found = _TIME.fullmatch(text)
    if found is None:
        raise ProfileFault(key, "hours_form", value=piece)
    minutes = int(found[1]) * 60 + int(found[2])
    if minutes > 1440:
        raise ProfileFault(key, "hours_form", value=piece)
    return minutes
