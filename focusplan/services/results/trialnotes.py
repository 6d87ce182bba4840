"""What is tried, kept as notes: `trial.<number>` and `comparison.<number>`, each a small JSON object."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date
from typing import Any, TypeVar

from focusplan.domain.experiments import Comparison, Trial
from focusplan.domain.plan import Note
from focusplan.domain.suggestions import QUARTER
from focusplan.domain.weeks import Week

T = TypeVar("T")
TRIAL, COMPARISON = "trial.", "comparison."


def trials(notes: Iterable[Note]) -> tuple[Trial, ...]:
    """All trials in the order they were begun; a note that is none is passed over."""
    return tuple(sorted(_read(notes, TRIAL, _trial), key=lambda one: one.id))


def comparisons(notes: Iterable[Note]) -> tuple[Comparison, ...]:
    """All comparisons in the order they were begun."""
    return tuple(sorted(_read(notes, COMPARISON, _comparison), key=lambda one: one.id))


def _read(notes: Iterable[Note], start: str, make: Callable[[int, dict[str, Any]], T]) -> list[T]:
    found: list[T] = []
    for note in notes:
        if note.key.startswith(start):
            try:
                found.append(make(int(note.key.removeprefix(start)), json.loads(note.text)))
            except (ValueError, TypeError, KeyError):
                continue
    return found


def _trial(number: int, data: dict[str, Any]) -> Trial:
    return Trial(
        number,
        str(data["network"]),
        str(data["change"]),
        str(data["measure"]),
        Week.parse(data["first"]),
        date.fromisoformat(data["made_on"]),
        str(data["decided"]),
    )


def _comparison(number: int, data: dict[str, Any]) -> Comparison:
    counts = {name: int(data[name]) for name in _COUNTS}
    texts = {name: str(data[name]) for name in ("network", "first", "other", "counts")}
    made_on = date.fromisoformat(data["made_on"])
    return Comparison(id=number, made_on=made_on, ended=bool(data["ended"]), **counts, **texts)  # type: ignore[arg-type]


_COUNTS = ("of_thousand", "hoped", "need", "first_seen", "first_hits", "other_seen", "other_hits")


def trial_note(trial: Trial) -> Note:
    """How a trial is kept."""
    return Note(f"{TRIAL}{trial.id}", _written({**asdict(trial), "first": str(trial.first)}))


def comparison_note(comparison: Comparison) -> Note:
    """How a comparison is kept."""
    return Note(f"{COMPARISON}{comparison.id}", _written(asdict(comparison)))


def _written(data: dict[str, Any]) -> str:
    plain = {name: value for name, value in data.items() if name != "id"}
    plain["made_on"] = data["made_on"].isoformat()
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def tried_lately(found: Iterable[Trial], present: Week) -> tuple[str, ...]:
    """The networks on which something is tried or was within the last quarter."""
    return tuple(one.network for one in found if one.first > present - QUARTER)
