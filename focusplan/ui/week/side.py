"""Beside the jobs: the week's time, the network that is learnt, and the list of ideas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from focusplan.answers import WeekView
from focusplan.i18n import _, duration, ngettext, number, percent
from focusplan.ui.parts import button, column, label, line, row
from focusplan.ui.week.details import shown
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.card import Card
from focusplan.ui.widgets.fold import Fold
from focusplan.ui.widgets.labels import ElidedLabel, looks
from focusplan.ui.widgets.ring import Ring

IDEAS = 3
"""Ideas that are shown; the others are folded."""
MOST_MORE = 60
"""Folded ideas at most; who has more writes them down elsewhere."""


def time_card(view: WeekView, less: Callable[[int], object], pause: Callable[[], object]) -> Card:
    """The ring, the same in words, and a way to a week with less time. `less` gets per cent."""
    card = Card("time_card")
    card.setAccessibleName(_("Time this week"))
    planned = _("{planned} planned, {done} done.").format(
        planned=duration(view.planned), done=duration(view.minutes_done)
    )
    kept = _("{time} kept free for surprises.").format(time=duration(view.reserve))
    ring = Ring("time_ring")
    total = _("of {budget} min").format(budget=number(view.budget))
    ring.set(view.minutes_done, view.budget, number(view.minutes_done), total, f"{planned} {kept}")
    said = column(
        label(_("Time this week"), "heading", "time_title"),
        label(planned, "small", "time_planned"),
        label(kept, "small", "time_kept"),
        gap=3,
    )
    said.insertStretch(0, 1)
    said.addStretch(1)
    words = QWidget()
    words.setLayout(said)
    line = row(ring, words, gap=14)
    line.setStretch(1, 1)
    card.add(line)
    if not view.paused and view.week >= view.week.of(view.today):
        card.add(row(_less(less, pause), 1))
    return card


def _less(less: Callable[[int], object], pause: Callable[[], object]) -> Button:
    made = Button(_("I have less time this week"), "less_time", "link")
    looks(made, size="small")
    menu = QMenu(made)
    menu.setObjectName("less_time_menu")
    for share in (75, 50, 25):
        text = _("{percent} of the usual time").format(percent=percent(share))
        _choice(menu, f"less_{share}", text, partial(less, share))
    _choice(menu, "less_100", _("As usual"), lambda: less(100))
    menu.addSeparator()
    _choice(menu, "less_pause", _("Pause…"), pause)
    made.set_menu(menu)
    return made


def _choice(menu: QMenu, name: str, text: str, do: Callable[[], object]) -> None:
    action = menu.addAction(text)
    action.setObjectName(name)
    action.triggered.connect(lambda _on=False: do())


def network_card(view: WeekView, go: Callable[[], object]) -> Card:
    """The part of the road, and one line on what opens the next network."""
    badge = view.active
    if badge is None:
        card = Card("network_card", _("No network is being learnt"))
        text = view.opens_next or _("Choose the first one when you are ready.")
    else:
        note = _("part {number} of {total}, {part}").format(
            number=badge.stage_number, total=6, part=badge.stage_title
        )
        card = Card("network_card", badge.name)
        card.add(label(note, "small", "network_card_part"))
        text = view.opens_next
    if text:
        card.add(label(text, "small", "opens_next"))
    spoken = _("See what opens the next network")
    way = button("see_how", _("See how"), go, "link", spoken)
    looks(way, size="small")
    card.add(row(way, 1))
    return card


def ideas_card(
    ideas: Sequence[tuple[int, str]],
    add: Callable[[str], object],
    remove: Callable[[int, str], object],
    whole: Callable[[], object],
) -> Card:
    """The next ideas, those after them folded, and a line for another. `ideas` are ids with their texts;
    `whole` shows the list, to put it in order."""
    left = ngettext("{count} left", "{count} left", len(ideas)).format(count=number(len(ideas)))
    card = Card("ideas_card", _("Ideas"), left if ideas else "")
    for idea, text in ideas[:IDEAS]:
        card.add(_idea(idea, text, remove))
    if len(ideas) > IDEAS:
        more = len(ideas) - IDEAS
        text = ngettext("{count} more", "{count} more", more).format(count=number(more))
        fold = Fold("ideas_more", text)
        for idea, text in ideas[IDEAS : IDEAS + MOST_MORE]:
            fold.add(_idea(idea, text, remove))
        card.add(fold)
    if not ideas:
        card.add(label(_("Write down what you could show or tell. Posts take the next one."), "small"))
    field = line("idea_add", _("Add an idea"), hint=_("Add an idea"))
    field.returnPressed.connect(lambda: _add(field, add))
    card.add(field)
    way = button("ideas_all", _("The whole list…"), whole, "link")
    looks(way, size="small")
    card.add(row(way, 1))
    return card


def _idea(idea: int, text: str, remove: Callable[[int, str], object]) -> QWidget:
    """One line, with a way to take it off the list."""
    host = QWidget()
    words = ElidedLabel(shown(text), size="small", tone="soft", name=f"idea_{idea}")
    spoken = _("Take off the list: {idea}").format(idea=shown(text))
    off = Button("", f"idea_{idea}_remove", "icon", icon="close", spoken=spoken)
    off.clicked.connect(lambda: remove(idea, text))
    made = row(words, off, gap=4)
    made.setStretch(0, 1)
    host.setLayout(made)
    return host


def _add(field: QLineEdit, add: Callable[[str], object]) -> None:
    if field.text().strip():
        add(field.text())
