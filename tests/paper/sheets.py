"""Sheets made by hand, so that the printed page is tested without a plan behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from focusplan.answers import Badge, Day, GoalView, Job, SheetView, WeekSquare, WeekView
from focusplan.domain.weeks import Week

WEEK = Week.parse("2026-W48")
ALLOWED = (0, 2, 4)

JOBS = (
    ("answer", "Answer comments and messages", "", "", 10),
    ("step", "Pin the post that says what you do and where", "it stands first on your page.", "", 10),
    ("post", "Write and publish a post", "it is public and says one useful thing.", "before and after", 25),
    ("step", "Write four captions ahead", "four captions stand in your notes.", "", 10),
    ("answer", "Answer comments and messages", "", "", 10),
    ("post", "Publish a post", "", "why the gate takes ten days", 20),
    ("upkeep", "Answer new reviews", "", "", 5),
    ("close", "Close the week", "the next sheet is printed.", "", 10),
)


def job(number: int, day: date | None, **changes: object) -> Job:
    kind, title, done_when, note, minutes = JOBS[(number - 1) % len(JOBS)]
    made = Job(
        number=number, id=f"instagram-{number}", kind=kind, network="instagram", network_name="Instagram",
        title=title, day=day, minutes=minutes, done=False, done_when=done_when, note=note,
        chip="Google" if kind == "upkeep" else "",
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def goal(name: str, text: str, line: str, results: str) -> GoalView:
    kinds = {"k": "met", "n": "missed", "p": "paused", "l": "left_out", "r": "running"}
    first = WEEK - (len(results) - 1)
    squares = tuple(WeekSquare(first + n, kinds[each], "") for n, each in enumerate(results))
    return GoalView(
        id=name, kind="habit", text=text, target=2, least=1, most=5, k=6, n=8, held=False, kept=4, needed=6,
        line=line, weeks=squares,
    )  # fmt: skip


GOALS = (
    goal("posts", "2 posts a week", "5 of 6 good weeks", "kknkpkkr"),
    goal("answers", "Answered within 24 hours", "4 of 6 good weeks", "knklkkr"),
    goal("enquiries", "6 orders in eight weeks", "4 so far", "kknkkkkr"),
)


def sheet(jobs: int = 8, weekdays: tuple[int, ...] = ALLOWED, **changes: object) -> SheetView:
    """A week with so many jobs, spread over the weekdays. `changes` go to the week, `sheet_…` to the sheet."""
    per_day: dict[int, list[Job]] = {day: [] for day in weekdays}
    for number in range(1, jobs + 1):
        weekday = weekdays[(number - 1) * len(weekdays) // jobs]
        per_day[weekday].append(job(number, WEEK.monday + timedelta(days=weekday)))
    return around(per_day, **changes)


def around(per_day: dict[int, list[Job]], **changes: object) -> SheetView:
    """The sheet of these jobs by weekday."""
    days = tuple(
        Day(
            day=day, room=180, hours="09:00–12:00" if day.weekday() in per_day else "",
            protected=day.weekday() not in per_day, today=False, past=False,
            jobs=tuple(per_day.get(day.weekday(), ())),
        )
        for day in WEEK.days
    )  # fmt: skip
    for_sheet = {
        key.removeprefix("sheet_"): changes.pop(key) for key in list(changes) if key.startswith("sheet_")
    }
    week = WeekView(
        week=WEEK, today=WEEK.monday, business="The Metal Workshop", budget=120, reserve=12, planned=100,
        minutes_done=0, paused=False, present=True, closed=False, days=days, put_off=(),
        protected=(WEEK.days[1],), yours="evenings, Tuesday, Thursday, the weekend", notes=(),
        active=Badge("instagram", "Instagram", "publish", 4, "Publish", 12, 20), opens_next="",
        next_network="", result_one="order", result_many="orders", results=None,
        paper_line="W48: 3 5 / 0:45 / e2", review_due=None,
    )  # fmt: skip
    made = SheetView(
        week=replace(week, **changes),  # type: ignore[arg-type]
        goals=GOALS,
        boxes=("Received", "Answered in time", "Orders", "New customers", "Sales"),
        ideas=("The oak table that came back after 40 years", "Why our sourdough takes two days"),
        when_then="When Friday’s till is closed, I sit down with this sheet.",
        paper_line="W48: 3 5=25 / 0:45 / p1 m3 a3 e2",
        letters="p posts, m messages, a answered in time, e orders, c customers, s sales",
    )
    return replace(made, **for_sheet)
