"""Closing a week: one review covers all earlier ended weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from focusplan.domain.weeks import Week

DECISIONS = ("keep", "change", "stop")


@dataclass(frozen=True, slots=True)
class Review:
    """The one decision of a closed week. `void`: from a wrong clock."""

    week: Week
    decide: str
    text: str
    made_on: date
    void: bool = False
