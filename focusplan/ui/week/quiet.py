"""When nothing stands in today, or in the whole week: no ring, no figures, one calm card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from focusplan import i18n
from focusplan.answers import FirstJob, WeekView
from focusplan.i18n import _
from focusplan.services.week import small_job
from focusplan.ui.parts import button, label
from focusplan.ui.week.details import reasons, shown
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.labels import looks
from focusplan.ui.widgets.notices import EmptyState
from focusplan.ui.widgets.space import room, scaled

WIDTH = 760
"""Greatest width of a calm card, in pixels at 100 %."""

EVENING = 17
"""The hour from which a day is spoken of as the evening."""


def nothing_now(
    view: WeekView, hour: int, ten_minutes: Callable[[], object], whole: Callable[[], object]
) -> EmptyState:
    """Nothing today, or tonight; when the next job is and what it will be."""
    first = view.first
    assert first is not None
    title = _("Nothing tonight.") if hour >= EVENING else _("Nothing today.")
    card = EmptyState("nothing_now", title, _when(view, first))
    card.setMaximumWidth(scaled(WIDTH))
    card.content.addWidget(_job(first))
    buttons = []
    if small_job(view) is not None:  # nothing is offered that is not there
        buttons.append(button("ten_minutes", _("I have &ten minutes now"), ten_minutes))
    if any(day.jobs for day in view.days):
        buttons.append(button("show_week", _("Show the whole &week"), whole, "quiet"))
    line = FlowLayout(gap=8)
    for made in buttons:
        line.addWidget(made)
    if first.goals_from is not None:
        text = _("Goals start counting on {day}.").format(day=i18n.day_medium(first.goals_from))
        line.addWidget(label(text, "soft", "goals_from"))
    card.content.addLayout(line)
    return card


def _when(view: WeekView, first: FirstJob) -> str:
    lived = view.active is None or view.active.steps_done > 0
    begun = lived or any(job.done for job in view.items) or view.minutes_done > 0
    known = first.day in view.week.days
    day = i18n.day_name(first.day.weekday()) if known else i18n.day_long(first.day)
    text = (
        _("Your next job is on {day} at {time} and takes {minutes}.")
        if begun
        else _("Your first job is on {day} at {time} and takes {minutes}.")
    )
    minutes = i18n.duration_long(first.job.minutes)
    return text.format(day=day, time=i18n.time_of_day(first.starts), minutes=minutes)


def _job(first: FirstJob) -> QFrame:
    made = QFrame()
    made.setObjectName("first_job")
    made.setAccessibleName(shown(first.job.title))
    looks(made, kind="now")
    inner = QVBoxLayout(made)
    room(inner, 18, 14, gap=6)
    inner.addWidget(label(shown(first.job.title), "strong", "first_job_title"))
    inner.addLayout(reasons(first.job, True))
    return made


def paused_card(
    view: WeekView,
    come_back: Callable[[], object],
    minimal: Callable[[], object],
    close: Callable[[], object],
) -> EmptyState:
    """A paused week is silent; the owner may come back. After many in a row it asks how to go on."""
    text = _("This week is paused. It counts neither for nor against you.")
    if view.long_silence:
        text = _("Six weeks and more have been quiet. How should it go on? No answer is fine, too.")
    card = EmptyState("paused_week", _("A quiet week."), text)
    card.setMaximumWidth(scaled(WIDTH))
    if view.present:
        line = FlowLayout(gap=8)
        line.addWidget(button("come_back", _("&Come back this week…"), come_back))
        if view.long_silence:
            line.addWidget(button("silence_minimal", _("Keep it &minimal"), minimal))
            line.addWidget(button("silence_close", _("Close a &network…"), close))
        card.content.addLayout(line)
    return card


def empty_card(view: WeekView) -> EmptyState:
    """A week in which nothing stands."""
    if view.week < view.week.of(view.today):
        return EmptyState("empty_week", _("Nothing stood in this week."), "")
    text = _("Your hours and minutes are in Settings; what you learn is in Networks.")
    return EmptyState("empty_week", _("Nothing is planned for this week."), text)
