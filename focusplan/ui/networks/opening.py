"""The gate is open: what was reached; staying as one is and choosing the next one have the same weight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from focusplan.i18n import _, join, minutes, told
from focusplan.networkanswers import NetworkCard, NetworksView, ReachedView
from focusplan.ui.parts import button, column, facts, label, row
from focusplan.ui.widgets.card import Card
from focusplan.ui.widgets.columns import Columns
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.space import room

STAYED = "networks.stayed"
"""Key of the note that says with how many networks the owner wanted to stay."""
Do = Callable[[], object]


def opening_card(
    view: NetworksView, stayed: bool, stay: Do, choose: Do, look: Callable[[NetworkCard], object]
) -> Card:
    """What runs well, what it takes each week, and the ways on."""
    card = Card("opening", _title(view, stayed))
    load = sum(one.upkeep_minutes for one in view.mastered)
    if view.mastered:
        text = _("Looking after it takes {minutes} a week. More networks are not better by themselves.")
        card.add(label(text.format(minutes=minutes(load)), "soft", "opening_load"))
    else:
        card.add(label(_("No network is being learnt. One at a time is enough."), "soft", "opening_load"))
    for closed in view.others:
        if closed.state == "retired":
            card.add(label(told(closed.name, closed.line), "soft", f"opening_learnt_{closed.id}"))
    card.add(_next(view))
    card.add(_ways(stayed, stay, choose))
    return card


def opening_page(
    view: NetworksView, page: ReachedView, stay: Do, choose: Do, write: Do, keep: Do
) -> Card:
    """The page when the gate opens, as wide as the road: figures and what was learnt at the left, what stays
    and the two ways on at the right."""
    card = Card("opening", page.title)
    room(card.content, 18, 16, gap=14)
    card.add(_figures(page))
    sides = Columns(560, (1, 1))
    learnt = page.learnt or _("What did you learn? One sentence helps when you plan the next one.")
    left = column(
        label(_("What you learnt"), "strong"),
        label(learnt, "body" if page.learnt else "soft", "opening_learnt"), gap=6,
    )  # fmt: skip
    word = _("Change it…") if page.learnt else _("Write it down…")
    spoken = _("{word} What you learnt").format(word=word)
    left.addLayout(row(button("opening_write", word, write, "link", spoken), 1))
    _changes(left, page)
    sides.left.addLayout(left)
    right = column(label(_("What stays each week"), "strong"), gap=6)
    right.addLayout(facts(page.stays, "opening_load", breaks=True))
    sides.right.addLayout(right)
    if page.complete:
        sides.right.addWidget(label(page.complete, "small", "opening_complete"))
    sides.ended()
    card.add(sides)
    card.add(_next(view))
    card.add(_ways(False, stay, choose))
    card.add(row(button("opening_print", _("P&rint this page…"), keep, "link"), 1))
    return card


def _figures(page: ReachedView) -> FlowLayout:
    """Each figure with its label below; large letters are for what it took and brought."""
    flow = FlowLayout(gap=28, rows=8)
    for number, (what, value) in enumerate(page.figures):
        name = f"opening_figure_{number}"
        pair = Pair(name, value, what)
        flow.addWidget(pair)
    return flow


class Pair(Card):
    """A large figure with its label below, without a frame."""

    def __init__(self, name: str, value: str, what: str) -> None:
        super().__init__(name)
        self.setProperty("kind", "plain")
        self.setAccessibleName(told(what, value))
        room(self.content, gap=0)
        large, small = label(value, "title", f"{name}_value"), label(what, "small", f"{name}_what")
        for part in (large, small):
            part.setWordWrap(False)
        self.add(column(large, small, gap=0))


def _changes(made: QVBoxLayout, page: ReachedView) -> None:
    """Which goals were changed and why, and which jobs were closed without being done."""
    changed = [told(goal.text, change) for goal in page.goals for change in goal.changes]
    if changed:
        made.addWidget(label(_("Goals that were changed"), "strong"))
        for number, text in enumerate(changed, start=1):
            made.addWidget(label(text, "body", f"opening_change_{number}"))
    if page.closed:
        made.addWidget(label(_("Jobs that could not be done here"), "strong"))
        for number, (title, reason) in enumerate(page.closed, start=1):
            made.addWidget(label(told(title, reason), "body", f"opening_closed_{number}"))


def _next(view: NetworksView) -> QVBoxLayout:
    """The suggestion, where there is one."""
    made = column(gap=0)
    if view.next is not None:
        text = _("Suggested: {name}").format(name=view.next.name)
        made.addWidget(label(text, "strong", "opening_next"))
        made.addWidget(label(view.next.reason, "soft", "opening_next_reason"))
    return made


def _ways(stayed: bool, stay: Do, choose: Do) -> FlowLayout:
    """Both ways on as equals; one of them once the owner stays."""
    flow = FlowLayout(gap=8)
    both = [] if stayed else [button("opening_stay", _("&Stay as I am"), stay)]
    both.append(button("opening_choose", _("&Choose the next one"), choose))
    widest = max(made.sizeHint().width() for made in both)
    for made in both:
        made.setMinimumWidth(widest)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        flow.addWidget(made)
    return flow


def _title(view: NetworksView, stayed: bool) -> str:
    if not view.mastered:
        return _("A network can be started")
    names = join([one.name for one in view.mastered])
    if stayed:
        return _("You stay with {names}").format(names=names)
    return _("{names}: running well").format(names=names)
