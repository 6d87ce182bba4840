"""What a job says when it is opened: why, how, done when, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QVBoxLayout, QWidget

from focusplan import i18n
from focusplan.answers import Job
from focusplan.domain.readiness import question_of
from focusplan.i18n import _, told
from focusplan.ui.parts import button, column, label, row, short
from focusplan.ui.week.deeds import Deeds
from focusplan.ui.week.posts import add_post
from focusplan.ui.week.who import add_who
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.form import LARGE
from focusplan.ui.widgets.minutes import MinutesRow
from focusplan.ui.widgets.space import percent, room

SMALLEST = 10
"""Minutes a job that keeps waiting is shortened to."""
LONGEST_TITLE = 240
"""Letters of a title that are shown at most; readers and the detail give the whole."""


def shown(title: str) -> str:
    """A title on one line that no text of ten thousand letters can make a page of."""
    line = " ".join(title.split())
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1] + "…"


def reasons(job: Job, how: bool) -> QVBoxLayout:
    """Why, how where it is wanted, *done when*, and the idea or the owner's sentence that goes with it."""
    name, lines = f"job_{job.number}", column(gap=4)
    if job.why:
        lines.addWidget(label(job.why, "soft", f"{name}_why"))
    if how:
        for number, text in enumerate(job.how, start=1):
            lines.addWidget(label(f"{number}. {text}", "body", f"{name}_how_{number}"))
    if job.done_when:
        lines.addLayout(_pair(_("Done when"), job.done_when, f"{name}_when"))
    if job.note:
        said = _("Idea") if job.kind == "post" else _("Remember")
        lines.addLayout(_pair(said, shown(job.note), f"{name}_note"))
    return lines


def _pair(what: str, text: str, name: str) -> QBoxLayout:
    """A word in bold and beside it what it is; below it in large letters."""
    word = short(what, "strong")
    if percent() > LARGE:
        return column(word, label(text, "body", name), gap=0)
    pair = row(word, label(text, "body", name))
    pair.setStretch(1, 1)
    pair.setAlignment(word, Qt.AlignmentFlag.AlignTop)
    return pair


def actions(job: Job, days: Iterable[date], deeds: Deeds) -> QVBoxLayout:
    """Done and the minutes it took; below them later, another day, let it go: what the rules allow."""
    lines = column(gap=6)
    add_post(lines, job, deeds)
    if job.can_tick:
        flow = FlowLayout(gap=8)
        if not job.done:
            flow.addWidget(_done(job, deeds))
            if job.can_move and job.kind != "close":
                flow.addWidget(start(job, deeds))
        flow.addWidget(took(job, deeds))
        lines.addLayout(flow)
    if job.can_move:
        links = FlowLayout(gap=6)
        placing(links, job, days, deeds)
        lines.addLayout(links)
    return lines


def _done(job: Job, deeds: Deeds) -> Button:
    """The week's own job leads to its questions."""
    name = f"done_{job.number}"
    if job.kind == "close":
        return button(name, _("Close the week…"), deeds.close_week)
    spoken = _("Done: {job}").format(job=shown(job.title))
    return button(name, _("Done"), lambda: deeds.tick(job, True), spoken=spoken)


def start(job: Job, deeds: Deeds, kind: str = "normal") -> Button:
    """Starts the clock on a job."""
    spoken = _("Start the clock: {job}").format(job=shown(job.title))
    made = Button(_("Start"), f"start_{job.number}", kind, icon="clock", spoken=spoken)
    made.clicked.connect(lambda: deeds.start(job))
    return made


def took(job: Job, deeds: Deeds) -> MinutesRow:
    """How long it took, by one click; a job that is not done yet is done with it."""
    made = MinutesRow(f"minutes_{job.number}", shown(job.title), job.taken if job.done else None)
    made.chosen.connect(lambda minutes: deeds.took(job, minutes))
    return made


def placing(flow: FlowLayout, job: Job, days: Iterable[date], deeds: Deeds) -> None:
    """Answering here where the job is a question; later, another day in a menu, let it go."""
    title, choices = shown(job.title), tuple(days)
    if job.kind == "step" and question_of(job.id):
        spoken = _("Answer here: {job}").format(job=title)
        text = _("Answer here…")
        flow.addWidget(button(f"answer_{job.number}", text, lambda: deeds.answer(job), spoken=spoken))
    if job.day is not None:
        spoken = _("Later: {job}").format(job=title)
        flow.addWidget(button(f"later_{job.number}", _("Later"), lambda: deeds.put_off(job), "link", spoken))
    if choices:
        flow.addWidget(_move_button(job, choices, deeds))
    add_who(flow, job, deeds, title)
    if job.can_drop and not job.offer:
        spoken = _("Let it go: {job}").format(job=title)
        flow.addWidget(button(f"drop_{job.number}", _("Let it go"), lambda: deeds.drop(job), "link", spoken))


def _move_button(job: Job, days: Iterable[date], deeds: Deeds) -> Button:
    spoken = _("Another day: {job}").format(job=shown(job.title))
    made = Button(_("Another day…"), f"move_{job.number}", "link", spoken=spoken)
    menu = QMenu(made)
    menu.setObjectName(f"move_{job.number}_menu")
    for day in days:
        action = menu.addAction(i18n.heading(i18n.day_medium(day)))
        action.setObjectName(f"move_{job.number}_{day.isoformat()}")
        action.triggered.connect(lambda _on=False, day=day: deeds.move(job, day))
    made.set_menu(menu)
    return made


def offer(job: Job, deeds: Deeds) -> QFrame:
    """A job that was left undone twice: make it smaller, or let it go where that is possible."""
    card = QFrame()
    card.setObjectName(f"offer_{job.number}")
    card.setProperty("kind", "banner")
    outer = QVBoxLayout(card)
    room(outer, 12, 8, gap=6)
    outer.addWidget(label(_("This one has waited twice already. A smaller piece may be easier to begin.")))
    flow = FlowLayout(gap=8)
    for made in _smaller(job, deeds):
        flow.addWidget(made)
    outer.addLayout(flow)
    return card


def _smaller(job: Job, deeds: Deeds) -> Iterable[QWidget]:
    title = shown(job.title)
    if job.minutes > SMALLEST:
        text = _("Plan only {minutes}").format(minutes=i18n.minutes(SMALLEST))
        make = lambda: deeds.shorten(job, SMALLEST)  # noqa: E731
        yield button(f"shorten_{job.number}", text, make, spoken=told(text, title))
    if job.kind == "step" and job.minutes >= 2 * SMALLEST:
        text = _("Split in two")
        yield button(f"split_{job.number}", text, lambda: deeds.split(job), spoken=told(text, title))
    if job.can_drop:
        text = _("Let it go")
        yield button(f"offer_drop_{job.number}", text, lambda: deeds.drop(job), spoken=told(text, title))
