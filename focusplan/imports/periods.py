"""The period a file says it covers, in its first lines or, where it is said nowhere else, in its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from focusplan.imports import dates

Period = tuple[date, date]

_FORMS = (
    r"(\d{4}-\d{1,2}-\d{1,2})[ _]*(?:-|–|—|_|/|to|until)[ _]*(\d{4}-\d{1,2}-\d{1,2})",
    r"(?<!\d)(20\d{6})[-_](20\d{6})(?!\d)",
    r"([A-Za-z]{3}-\d{1,2}-\d{4})_([A-Za-z]{3}-\d{1,2}-\d{4})",
)
_SIGNED = re.compile(
    r"(\d{1,2}[/.]\d{1,2}[/.]\d{4})[ _]*(?:-|–|—|to|until)[ _]*(\d{1,2}[/.]\d{1,2}[/.]\d{4})", re.ASCII
)


def period_in(text: str) -> Period | None:
    """The first pair of days in order that stands in a text, or None."""
    for form in _FORMS:
        for found in re.finditer(form, text[:300]):
            try:
                first, last = (dates.read(part.replace("-", " ") if part[:1].isalpha() else part)
                               for part in found.groups())  # fmt: skip
            except dates.NoDay:
                continue
            if first <= last:
                return first, last
    return _by_signs(text[:300])


def _by_signs(text: str) -> Period | None:
    """Two days such as 10/1/2026 and 10/31/2026, where they are days in order in one way only."""
    found = _SIGNED.search(text)
    read = []
    for order in dates.ORDERS if found else ():
        try:
            first, last = (dates.read(part, order) for part in found.groups())  # type: ignore[union-attr]
        except dates.NoDay:
            continue
        if first <= last and (first, last) not in read:
            read.append((first, last))
    return read[0] if len(read) == 1 else None


def period_above(rows: Iterable[Iterable[object]]) -> Period | None:
    """The period that stands in the rows above a header."""
    for row in rows:
        found = period_in(" ".join(str(cell) for cell in row if cell != ""))
        if found is not None:
            return found
    return None
