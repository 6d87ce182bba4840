"""A network that is not in the plan: what it would take, what is missing with the way there, or its start."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from focusplan.i18n import _, minutes, ngettext, number, told, week_range
from focusplan.networkanswers import ConditionView, NetworkCard, VerdictView
from focusplan.ui.dialogs.ask import Ask
from focusplan.ui.labels import fits, plain
from focusplan.ui.parts import button, facts, label, row
from focusplan.workspace import Workspace

MOST_LINES = 4


class LockedDialog(Ask):
    """`way` names a way forward the page goes. The start is offered where the gate is open, with its rule
    said before the click; *later* is always offered where it can be."""

    way = Signal(str)

    def __init__(
        self, workspace: Workspace, card: NetworkCard, verdict: VerdictView | None, parent: QWidget
    ) -> None:
        is_open = verdict is not None and verdict.open
        start = plain(_("Start with {name}").format(name=card.name))
        super().__init__(parent, "locked", card.name, _told(card), start)
        self._card = card
        self._takes()
        if is_open:
            self.content.addWidget(label(_rule(), "body", "locked_rule"))
            self.deed = lambda: workspace.networks.start(card.id)
        else:
            self.yes.hide()
            self.yes.setEnabled(False)
            self.no.setText(_("Close"))
            self.no.setAccessibleName(_("Close"))
            self.no.setDefault(True)
        if verdict is not None:
            self._experience(verdict)
        if verdict is not None and not is_open:
            self._missing(verdict)
        self._moves()

    def _takes(self) -> None:
        card = self._card
        rows = [*takes(card), (_("Fit"), fits().get(card.fit, ""))]
        self.content.addLayout(facts(rows, "locked_takes"))
        more = plain(_("About {name}…").format(name=card.name))
        self.content.addLayout(row(button("locked_about", more, lambda: self._go("about"), "link"), 1))

    def _experience(self, verdict: VerdictView) -> None:
        """The owner's own weeks, and what the network closed last has taught."""
        said = [one for one in (verdict.usual, *verdict.learnt[:1]) if one]
        for place, text in enumerate(said):
            self.content.addWidget(label(text, "soft", f"locked_experience_{place}"))

    def _missing(self, verdict: VerdictView) -> None:
        self.content.addWidget(label(_("What is missing"), "strong"))
        unmet = [one for one in verdict.conditions if not one.met][:MOST_LINES]
        for one in unmet:
            self.content.addLayout(self._line(one, verdict))
        if verdict.earliest is not None:
            when = _("If all goes well, it can open in the week of {week}.")
            text = when.format(week=week_range(verdict.earliest.monday))
            self.content.addWidget(label(text, "soft", "locked_earliest"))

    def _line(self, one: ConditionView, verdict: VerdictView) -> QHBoxLayout:
        said = label(one.text, "body", f"locked_{one.id}")
        way = next((way for way in verdict.ways if way.id == one.way), None)
        if way is None or way.id in ("wait", "later"):
            return row(said)
        go = button(
            f"locked_{one.id}_way",
            plain(way.text),
            lambda: self._go(way.id),
            "link",
            told(way.text, one.text),
        )
        line = row(said, go)
        line.setStretch(0, 1)
        return line

    def _go(self, way: str) -> None:
        self.done(self.DialogCode.Rejected)
        self.way.emit(way)

    def _moves(self) -> None:
        """The moves that need no gate, at the left of the foot."""
        state = self._card.state
        if state in ("none", "later", "retired") and self._card.id == "newsletter":
            return
        if state in ("none", "later"):
            self.beside("locked_park", _("Keep as it is…"), lambda: self._go("park"))
        if state == "none":
            self.beside("locked_later", _("Put on my later list…"), lambda: self._go("later"))
        if state == "later":
            self.beside("locked_note", _("Note…"), lambda: self._go("later"))


def _told(card: NetworkCard) -> str:
    """Why it suits; of one that was closed, what was learnt."""
    return card.line if card.state == "retired" else card.reason


def takes(card: NetworkCard) -> list[tuple[str, str]]:
    """What a network takes, as rows of label and value."""
    rows = []
    if card.start_minutes:
        weeks = ngettext("about {weeks} week", "about {weeks} weeks", card.weeks)
        now = _("{minutes} a week, {weeks}").format(
            minutes=minutes(card.start_minutes), weeks=weeks.format(weeks=number(card.weeks))
        )
        after = _("{minutes} a week").format(minutes=minutes(card.upkeep_minutes))
        rows = [(_("Now"), now), (_("Afterwards"), after)]
    return [*rows, (_("Needs"), card.needs)] if card.needs else rows


def _rule() -> str:
    return _(
        "From now on this is the one you learn; the next opens when it runs well."
        " You can take the start back for seven days."
    )
