"""The first twelve weeks of every network, way and budget: complete, within time, never empty without a word.

With FOCUSPLAN_LONG=1 every network and four budgets; else one network and two of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from focusplan.answers import Job, WeekView
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.business import Business
from focusplan.domain.playbook import YARDSTICK, Playbook
from focusplan.domain.profile import Already, Profile
from focusplan.domain.ways import WAYS, is_way_job
from focusplan.playbooks import load_catalogue
from focusplan.ways import load_ways
from focusplan.workspace import Workspace
from tests.conftest import LONG

MONDAY = date(2027, 1, 11)
"""Twelve weeks from here hold public holidays, Easter among them."""
WEEKS = 12
BUDGETS = (45, 60, 120, 240) if LONG else (45, 120)
WRITTEN = tuple(book for book in load_catalogue() if book.written)
BOOKS = WRITTEN if LONG else tuple(book for book in WRITTEN if book.id == "instagram")
HOURS = dict.fromkeys((0, 2, 4), ((540, 720),))


def _profile(book: Playbook, way: str, budget: int) -> Profile:
    kind = max(book.fit, key=lambda one: (book.fit[one], one))
    business = Business("Corner Bakery", kind, "local", "consumers", "enquiries", "en", "GB", "GBP", "owner",
                        hour_value=Decimal(30))  # fmt: skip
    beside = book.id == YARDSTICK
    return Profile(
        business, Boundaries(budget, 30, "few_days", HOURS),
        first_network=None if beside else book.id,
        readiness={} if way == "start" else {"way": way},
        already=(Already(YARDSTICK),) if beside else (),
    )  # fmt: skip


@pytest.fixture
def lived(
    tmp_path: Path, book: Playbook, way: str, budget: int
) -> Iterator[tuple[Workspace, list[WeekView]]]:
    """The weeks as planned; what is planned is done, every third week only half of it."""
    workspace = Workspace(tmp_path / "plan", today=MONDAY)
    workspace.start.new(_profile(book, way, budget), practice=True)
    views = []
    for number in range(WEEKS):
        workspace.travel(MONDAY + timedelta(weeks=number))
        view = workspace.week.view()
        views.append(view)
        workspace.travel(MONDAY + timedelta(weeks=number, days=6))
        jobs = [job for job in view.items if job.day is not None]
        if number % 3 == 2:
            jobs = jobs[: len(jobs) // 2]
        workspace.week.tick_many(None, [job.number for job in jobs])
    yield workspace, views
    workspace.close()


@pytest.mark.long
@pytest.mark.parametrize("budget", BUDGETS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.id)
def test_the_first_twelve_weeks(
    lived: tuple[Workspace, list[WeekView]], book: Playbook, way: str, budget: int
) -> None:
    workspace, views = lived
    active = workspace.week.view().active
    seen: set[str] = set()
    for view in views:
        assert view.planned <= budget - view.reserve
        standing = [job for job in view.items if job.day is not None]
        assert standing or view.notes
        for day in view.days:
            assert not (day.jobs and day.protected)
            assert sum(job.minutes for job in day.jobs) <= day.room
        assert [job.kind for job in standing].count("close") == 1, view.notes
        assert all(job.title and (job.kind != "step" or job.how and job.done_when) for job in standing)
        _only_what_the_way_asks(way, active is not None, standing, view)
        seen |= {job.id for job in standing if job.kind == "step"}
    if budget > 60 or book.id != YARDSTICK:  # the newsletter beside leaves little of an hour
        _the_list_moves_on(way, active is not None, seen)


def _only_what_the_way_asks(way: str, learns: bool, jobs: list[Job], view: WeekView) -> None:
    mine = [job for job in jobs if is_way_job(job.id)]
    posts = [job for job in jobs if job.kind == "post"]
    if way == "start" and learns:
        assert not mine
        return
    steps = [job for job in jobs if job.kind == "step"]
    assert not posts
    assert (steps if way == "prepare_first" else mine) or any("no room" in note for note in view.notes)
    wanted = "minimal" if way == "start" else way
    assert all(job.id.startswith(f"way-{wanted}-") and job.network is None for job in mine)
    assert view.notes
    if wanted != "prepare_first":
        assert all(job.network is None for job in jobs if job.kind == "step")


def _the_list_moves_on(way: str, learns: bool, seen: set[str]) -> None:
    """Nothing is asked for ever: in twelve weeks a good part of the list comes by."""
    if way == "start" and learns:
        assert len(seen) >= 4
        return
    jobs = load_ways().get("minimal" if way == "start" else way).asked(alone=not learns)
    mine = {job.id for job in jobs}
    assert len(seen if way == "prepare_first" else seen & mine) >= min(7, len(mine))
