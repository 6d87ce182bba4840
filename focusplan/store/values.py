"""How each kind of value stands in the file, both ways. No database library is needed for it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from focusplan.domain.weeks import Week

Turn = Callable[[Any], Any]


def week_to_file(value: Week) -> int:
    """Whole weeks since Monday 1970-01-05."""
    return int(value.index)


def moment_to_file(value: datetime) -> str:
    """ISO text in UTC to the microsecond, so that texts sort as moments do."""
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def money_to_file(value: Decimal) -> str:
    """Text with a point."""
    return f"{value:f}"


def hours_to_file(value: Mapping[int, Any]) -> str:
    """A JSON object without spaces, since the views look for a weekday in the text."""
    kept = {str(day): [list(span) for span in value[day]] for day in sorted(value)}
    return json.dumps(kept, separators=(",", ":"))


def hours_from_file(value: str) -> Mapping[int, tuple[Any, ...]]:
    """Weekday 0 to 6 to its spans in minutes. ValueError for other days and minutes."""
    found = {int(day): tuple((a, b) for a, b in spans) for day, spans in json.loads(value).items()}
    if not all(0 <= day <= 6 for day in found):
        raise ValueError("weekday")
    if not all(0 <= a < b <= 1440 for spans in found.values() for a, b in spans):
        raise ValueError("minutes")
    return found


TO_FILE: dict[str, Turn] = {
    "bool": int,
    "Week": week_to_file,
    "date": date.isoformat,
    "datetime": moment_to_file,
    "Decimal": money_to_file,
    "Mapping": hours_to_file,
}
"""By the kind of a fact's field; kinds that are not named stand in the file as they are."""

FROM_FILE: dict[str, Turn] = {
    "bool": bool,
    "Week": Week,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "Decimal": Decimal,
    "Mapping": hours_from_file,
}
