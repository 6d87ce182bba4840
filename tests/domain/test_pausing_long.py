"""After many paused weeks in a row the program asks how to go on; a week of life between them starts anew."""

from __future__ import annotations

from datetime import date

import pytest

from focusplan.domain.pausing import ASK_AFTER, long_silence
from focusplan.domain.weeks import Week

NOW = Week.of(date(2026, 11, 23))


@pytest.mark.parametrize(
    ("paused", "asks"),
    [
        (range(ASK_AFTER + 1), True),
        (range(ASK_AFTER), False),
        (range(1, ASK_AFTER + 1), False),
        ([0, *range(2, ASK_AFTER + 4)], False),
        (range(20), True),
        ([], False),
    ],
    ids=["six before", "five before", "back already", "one week lived", "many", "none"],
)
def test_it_is_asked_after_six_quiet_weeks_in_a_row(paused, asks):
    assert long_silence(NOW, {NOW - back for back in paused}) is asks
