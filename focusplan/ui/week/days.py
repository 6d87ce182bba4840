"""The jobs of a week by day: what is done folds into one line, the next job stands open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan import i18n
from focusplan.answers import Day, Job, WeekView
from focusplan.i18n import _, heading, ngettext
from focusplan.ui.kept import Make
from focusplan.ui.parts import label, row
from focusplan.ui.week.deeds import Deeds
from focusplan.ui.week.jobrow import JobRow, NextRow
from focusplan.ui.widgets.card import Line
from focusplan.ui.widgets.fold import Fold
from focusplan.ui.widgets.notices import DayHeader
from focusplan.ui.widgets.space import room


@dataclass(slots=True)
class Shown:
    """What a person opened on the page, which no service knows. `opened` and `shut` hold numbers of jobs,
    `fresh` those ticked since the page was shown, `folds` the days whose done jobs are shown."""

    opened: set[int] = field(default_factory=set)
    fresh: list[int] = field(default_factory=list)
    folds: set[str] = field(default_factory=set)
    whole: bool = False
    """Whether the whole week is shown though nothing stands in today."""

    def turn(self, job: Job, on: bool) -> None:
        """Remember that a job's details are shown, or no longer."""
        (self.opened.add if on else self.opened.discard)(job.number)

    def forget(self) -> bool:
        """The page was left: all is as at first. Whether anything was otherwise."""
        something = bool(self.opened or self.fresh or self.folds or self.whole)
        self.opened.clear()
        self.fresh.clear()
        self.folds.clear()
        self.whole = False
        return something


DAYS = "days "
"""What the names of these parts begin with."""


def day_parts(view: WeekView, deeds: Deeds, shown: Shown) -> dict[str, tuple[object, Make]]:
    """All days that have jobs, today, what waits under Later, and the line on what is the owner's: parts of a
    column without a gap of its own, since rows stand close and headers bring their room along."""
    parts: dict[str, tuple[object, Make]] = {}
    for day in view.days:
        if day.jobs or (day.today and not day.protected):
            fill = partial(_fill_day, view=view, day=day, deeds=deeds, shown=shown)
            facts = (day, _around(view, day.jobs, shown))
            parts[f"{DAYS}{day.day.weekday()}"] = (facts, partial(_filled, fill, 10 if parts else 0))
    if view.put_off:
        fill = partial(_fill_later, view=view, deeds=deeds, shown=shown)
        facts_of_later = (view.put_off, _around(view, view.put_off, shown))
        parts[f"{DAYS}later"] = (facts_of_later, partial(_filled, fill, 10 if parts else 0))
    if view.protected and view.yours:
        parts[f"{DAYS}yours"] = (view.yours, partial(_filled, partial(_fill_yours, yours=view.yours), 16))
    return parts


def _around(view: WeekView, jobs: Iterable[Job], shown: Shown) -> object:
    """What rows show beside their jobs: where they can be moved, and what a person opened."""
    days = tuple((day.day, day.protected, day.past) for day in view.days)
    numbers = {job.number for job in jobs}
    fresh = tuple(number for number in shown.fresh if number in numbers)
    newest = shown.fresh[-1] if shown.fresh and shown.fresh[-1] in numbers else None
    return days, frozenset(shown.opened & numbers), fresh, newest, frozenset(shown.folds)


def _filled(fill: Callable[[QVBoxLayout], None], above: int, _facts: object) -> QWidget:
    """What `fill` puts into a column, with so much room above it, in pixels at 100 %."""
    host = QWidget()
    column = QVBoxLayout(host)
    room(column, 0, above, 0, 0, gap=0)
    fill(column)
    return host


def _fill_later(column: QVBoxLayout, view: WeekView, deeds: Deeds, shown: Shown) -> None:
    column.addWidget(DayHeader("later_jobs", _("Later"), _("waiting for a day")))
    _fill_rows(column, view, view.put_off, deeds, shown)


def _fill_yours(column: QVBoxLayout, yours: str) -> None:
    note = label(_("yours: nothing planned"), "small", "week_yours_note")
    column.addLayout(row(label(yours, "soft", "week_yours"), note, 1))


def _fill_day(column: QVBoxLayout, view: WeekView, day: Day, deeds: Deeds, shown: Shown) -> None:
    name = f"day_{day.day.weekday() + 1}"
    column.addWidget(DayHeader(name, heading(i18n.day_medium(day.day)), day_note(day), day.today))
    folded = [job for job in day.jobs if job.done and job.number not in shown.fresh]
    if folded:
        column.addWidget(_fold(f"{name}_done", folded, view, deeds, shown))
    _fill_rows(column, view, [job for job in day.jobs if job not in folded], deeds, shown)


def day_note(day: Day) -> str:
    """Beside a day's name: today, how long its open jobs take, and from when on it is the owner's."""
    left = sum(job.minutes for job in day.jobs if not job.done)
    parts = [_("today")] if day.today else []
    if left:
        parts.append(i18n.duration(left))
    elif not day.jobs:
        parts.append(_("nothing planned"))
    text = " · ".join(parts)
    if day.hours and (day.today or not left):
        until = day.hours.rpartition("–")[2]
        mine = _("yours after {time}").format(time=until)
        text = f"{text}, {mine}" if text else mine
    return text


def _fold(name: str, jobs: Collection[Job], view: WeekView, deeds: Deeds, shown: Shown) -> Fold:
    spent = sum(job.minutes if job.taken is None else job.taken for job in jobs if not job.person)
    text = ngettext("✓ {count} job done · {time}", "✓ {count} jobs done · {time}", len(jobs))
    made = Fold(name, text.format(count=i18n.number(len(jobs)), time=i18n.duration(spent)), indent=6)
    for job in jobs:
        made.add(_row(job, view, deeds, shown))
    if name in shown.folds:
        made.set_shown(True)
    made.folded.connect(lambda hidden: (shown.folds.discard if hidden else shown.folds.add)(name))
    return made


def _fill_rows(
    column: QVBoxLayout, view: WeekView, jobs: Iterable[Job], deeds: Deeds, shown: Shown
) -> None:
    for place, job in enumerate(jobs):
        if place or not job.is_next:
            column.addWidget(Line())
        column.addWidget(_row(job, view, deeds, shown))


def _row(job: Job, view: WeekView, deeds: Deeds, shown: Shown) -> QWidget:
    days = tuple(day.day for day in view.days if not (day.protected or day.past or day.day == job.day))
    opened = job.number in shown.opened
    if job.is_next and job.can_tick:
        return NextRow(job, days, deeds, opened)
    newest = bool(shown.fresh) and shown.fresh[-1] == job.number
    return JobRow(job, days, deeds, opened, newest)
