"""A thousand owners: how long the way is, that no rule is ever broken on it, and that nothing but keeping goals
shortens it. With FOCUSPLAN_LONG=1 the full counts, and the table is printed; else a small sample.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from statistics import mean, quantiles

import pytest

from focusplan.domain.playbook import YARDSTICK
from focusplan.playbooks import load_catalogue
from tests.conftest import LONG
from tests.simulation.owners import HORIZON, Life, can_start, live, owner

BOOKS = tuple(book for book in load_catalogue() if book.id != YARDSTICK)
"""Every network that can be learnt."""
CLOSELY = BOOKS if LONG else tuple(book for book in BOOKS if book.id in ("google_business", "instagram", "youtube"))
"""Those whose ways of life are compared: a listing, a weekly and a fortnightly rhythm, or all."""
ALL = 1000 if LONG else 24
SOME = 300 if LONG else 16
AT_LEAST_ADHERENT = 0.6
ADHERENCES = (0.6, 0.7, 0.8, 0.9) if LONG else (0.6, 0.9)
CHANCE = 0.0 if LONG else 0.5
"""Weeks a small sample may differ by luck alone."""
BY_CHANCE = ("pauses", "lifts", "crises", "ill")
"""Ways of life in which chance, not the owner's foresight, picks the weeks."""


@cache
def lives(book: str, way: str, count: int, adherence: float | None = None) -> tuple[Life, ...]:
    """The lives of those of the first `count` owners whom the gate lets start with this network."""
    playbook = next(one for one in BOOKS if one.id == book)
    owners = (owner(number, playbook, adherence) for number in range(count))
    return tuple(live(one, way) for one in owners if can_start(one).open)


def weeks(found: Iterable[Life]) -> list[int]:
    """Calendar weeks to mastery; who is not there by then counts with the whole time."""
    return [HORIZON if life.weeks is None else life.weeks for life in found]


@pytest.mark.parametrize("book", [book.id for book in BOOKS])
def test_no_rule_is_broken_on_the_way_and_every_closed_gate_names_a_way(book):
    found = lives(book, "steady", ALL)
    assert [fault for life in found for fault in life.faults] == []
    assert sum(life.closed_gates for life in found) > len(found)


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.id)
def test_who_cannot_start_is_told_a_way(book):
    closed = [can_start(owner(number, book)) for number in range(ALL)]
    assert all(verdict.open or verdict.ways for verdict in closed)
    assert any(verdict.open for verdict in closed)


@pytest.mark.parametrize("book", [book.id for book in BOOKS])
def test_hardly_anyone_who_keeps_six_weeks_in_ten_is_left_after_two_years(book):
    found = lives(book, "steady", ALL, AT_LEAST_ADHERENT)
    late = [life for life in found if life.weeks is None or life.active > 104]
    assert len(late) <= 0.02 * len(found)


@pytest.mark.parametrize("adherence", ADHERENCES)
@pytest.mark.parametrize("book", [book.id for book in CLOSELY])
@pytest.mark.parametrize("way", BY_CHANCE)
def test_pauses_lifted_pauses_crises_and_illness_never_shorten_the_way(book, way, adherence):
    plain, other = lives(book, "steady", SOME, adherence), lives(book, way, SOME, adherence)
    assert mean(weeks(other)) >= mean(weeks(plain)) - CHANCE
    assert [fault for life in other for fault in life.faults] == []


@pytest.mark.long
@pytest.mark.skipif(not LONG, reason="the table is made with the full counts")
def test_the_table(capsys):
    lines = ["", "weeks to running well: mean, half of the owners, nine in ten; not there after 104 active weeks"]
    for book in BOOKS:
        found = lives(book.id, "steady", ALL)
        cannot = ALL - len(found)
        lines.append(f"{book.id}: {len(found)} owners, {cannot} have too little time to start")
        for low in (0.6, 0.7, 0.8):
            lines.append(_row([life for life in found if low <= life.owner.adherence < low + 0.1], f"{low:.1f}-"))
    for book in BOOKS:
        lines.append(f"{book.id}: mean weeks by way of life")
        for adherence in ADHERENCES:
            means = {
                way: mean(weeks(lives(book.id, way, SOME, adherence)))
                for way in ("steady", *BY_CHANCE, "clever")
            }
            lines.append(f"  {adherence:.1f}  " + "  ".join(f"{way} {value:.1f}" for way, value in means.items()))
    with capsys.disabled():
        print("\n".join(lines))
    assert len(lines) > len(BOOKS)


def _row(found: list[Life], label: str) -> str:
    took = weeks(found)
    tenths = quantiles(took, n=10)
    late = sum(life.weeks is None or life.active > 104 for life in found)
    return f"  {label}  {len(found):4d}  {mean(took):5.1f}  {tenths[4]:5.1f}  {tenths[8]:5.1f}  {late}"
