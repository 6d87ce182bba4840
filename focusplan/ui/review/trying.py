"""Try something: one change for four weeks, or two versions held against each other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from focusplan import i18n
from focusplan.domain.errors import FocusPlanError
from focusplan.domain.weeks import Week
from focusplan.i18n import _
from focusplan.resultanswers import ComparisonLine, TrialLine, TryingView
from focusplan.ui.parts import button, column, combo, count, heard, label, line, row
from focusplan.ui.reading import give_keys, reading_order
from focusplan.ui.widgets.card import Card
from focusplan.ui.widgets.fold import Fold
from focusplan.ui.widgets.space import room, scaled
from focusplan.words import sentence
from focusplan.workspace import Workspace

SIZE = (680, 620)


class TryDialog(QDialog):
    """What runs, what was tried, and a way to begin; it stays until it is closed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("try")
        self.setWindowTitle(_("Try something"))
        self._workspace = workspace
        there = parent.window().size() if parent is not None else self.maximumSize()
        self.resize(min(scaled(SIZE[0]), there.width() - 20), min(scaled(SIZE[1]), there.height() - 20))
        self._area = QScrollArea()
        self._area.setObjectName("try_area")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.problem = label("", "problem", "try_problem")
        self.problem.hide()
        outer = QVBoxLayout(self)
        room(outer, 20, 16, gap=10)
        outer.addWidget(self._area, 1)
        outer.addWidget(self.problem)
        outer.addLayout(row(1, button("try_done", _("&Done"), self.accept, "primary")))
        self._fill()

    def open(self) -> None:
        """Show it above its window; it goes away by itself."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        super().open()

    def _fill(self) -> None:
        view = self._workspace.trying.view()
        body = QWidget()
        parts = QVBoxLayout(body)
        room(parts, 0, 0, 8, 0, gap=14)
        parts.addWidget(label(_("Try something"), "heading", "try_title"))
        told = _("Say first what it is judged by. How it turned out is said at its planned end, not before.")
        parts.addWidget(label(told, "soft", "try_text"))
        for trial in view.trials:
            parts.addWidget(self._trial(trial))
        for comparison in view.comparisons:
            parts.addWidget(self._comparison(comparison))
        if view.networks:
            parts.addWidget(TrialForm(view, self._begin_trial))
            fold = Fold("try_compare", _("Hold two versions against each other"))
            fold.add(CompareForm(view, self._workspace.trying.forecast, self._begin_comparison, self._say))
            parts.addWidget(fold)
        parts.addStretch(1)
        self._area.setWidget(body)
        reading_order(self)
        give_keys(self)

    def _do(self, deed: Callable[[], object]) -> None:
        """Do it and show what is now; a refusal is said and nothing typed is taken away."""
        try:
            deed()
        except FocusPlanError as error:
            self._say(sentence(error))
            return
        self._say("")
        self._fill()

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _begin_trial(self, network: str, change: str, measure: str, first: Week) -> None:
        self._do(lambda: self._workspace.trying.try_it(network, change, measure, first))

    def _begin_comparison(self, network: str, texts: tuple[str, str, str], now: int, hoped: int) -> None:
        self._do(lambda: self._workspace.trying.compare(network, *texts, now, hoped))

    def _trial(self, one: TrialLine) -> Card:
        card = Card(f"trial_{one.id}", one.change, one.network)
        card.add(label(f"{one.when} · {one.measure}", "small", f"trial_{one.id}_when"))
        card.add(label(one.line, "body", f"trial_{one.id}_line"))
        if one.state == "ended":
            keep = button(f"trial_{one.id}_keep", _("Keep it"), lambda: self._decide(one.id, "keep"))
            drop = button(f"trial_{one.id}_drop", _("Drop it"), lambda: self._decide(one.id, "drop"))
            card.add(row(keep, drop, 1))
        return card

    def _decide(self, number: int, decision: str) -> None:
        self._do(lambda: self._workspace.trying.decide(number, decision))

    def _end(self, number: int) -> None:
        self._do(lambda: self._workspace.trying.end(number))

    def _comparison(self, one: ComparisonLine) -> Card:
        card = Card(f"comparison_{one.id}", one.title)
        card.add(label(one.what, "small", f"comparison_{one.id}_what"))
        card.add(label(one.line, "body", f"comparison_{one.id}_line"))
        if one.open:
            self._count_rows(card, one)
        return card

    def _count_rows(self, card: Card, one: ComparisonLine) -> None:
        fields: dict[str, QLineEdit] = {}
        values = dict(zip(("first_seen", "first_hits", "other_seen", "other_hits"), one.counts, strict=True))
        for side, title in (("first", one.first), ("other", one.other)):
            seen = _field(f"comparison_{one.id}_{side}_seen", _("{version}: seen").format(version=title))
            hits = _field(f"comparison_{one.id}_{side}_hits", _("{version}: acted on").format(version=title))
            seen.setText(str(values[f"{side}_seen"]))
            hits.setText(str(values[f"{side}_hits"]))
            fields |= {f"{side}_seen": seen, f"{side}_hits": hits}
            card.add(row(label(title, "strong"), label(_("seen")), seen, label(_("acted on")), hits, 1))
        keep = button(f"comparison_{one.id}_keep", heard(_("&Keep")), lambda: self._count(one.id, fields))
        stop = _("Stop counting")
        end = button(f"comparison_{one.id}_end", stop, lambda: self._end(one.id), "quiet")
        card.add(row(keep, end, 1))

    def _count(self, number: int, fields: dict[str, QLineEdit]) -> None:
        try:
            figures = {name: i18n.parse_whole(field.text() or "0") for name, field in fields.items()}
        except i18n.NumberWrong as wrong:
            self._say(str(wrong))
            return
        self._do(lambda: self._workspace.trying.count(number, figures))


def _field(name: str, spoken: str) -> QLineEdit:
    made = line(name, spoken, most=10)
    made.setFixedWidth(scaled(80))
    return made


class TrialForm(Card):
    """One change, what it is judged by, and when its four weeks begin."""

    def __init__(self, view: TryingView, begin: Callable[[str, str, str, Week], object]) -> None:
        super().__init__("try_trial", _("One change for four weeks, then keep or drop it"))
        self._begin = begin
        self.network = combo("try_network", _("Network"), view.networks, view.networks[0][0])
        hint = _("a picture of the oven every Friday…")
        self.change = line("try_change", _("What you change"), hint=hint, most=200)
        self.measure = combo("try_measure", _("Judged by"), view.measures, view.measures[0][0])
        self.first = combo("try_first", _("First week"), view.first, view.first[1][0])
        _ask(self, _("Net&work"), self.network)
        _ask(self, _("&What you change"), self.change)
        _ask(self, _("&Judged by"), self.measure)
        _ask(self, _("&First week"), self.first)
        self.add(row(button("try_begin", _("Try &it"), self._send), 1))

    def _send(self) -> None:
        first = Week.parse(str(self.first.currentData()))
        self._begin(_key(self.network), self.change.text(), _key(self.measure), first)


class CompareForm(QWidget):
    """Two versions; whether it can be answered at all is said before it begins."""

    def __init__(
        self,
        view: TryingView,
        forecast: Callable[[str, int, int], str],
        begin: Callable[[str, tuple[str, str, str], int, int], object],
        say: Callable[[str], None],
    ) -> None:
        super().__init__()
        self.setObjectName("compare_form")
        self._forecast, self._begin, self._say = forecast, begin, say
        spoken = _("Network of the comparison")
        self.network = combo("compare_network", spoken, view.networks, view.networks[0][0])
        self.first = line("compare_first", _("One version"), most=80)
        self.other = line("compare_other", _("The other version"), most=80)
        self.counts = line("compare_counts", _("What counts"), hint=_("clicks, calls, orders…"), most=80)
        self.now = count("compare_now", _("Act on it now, of 1,000 who see it"), 1, 999, 20, 5)
        self.hoped = count("compare_hoped", _("Would have to, for it to be worth it"), 1, 999, 40, 5)
        self.said = label("", "body", "compare_said")
        fields = column(gap=6)
        self.setLayout(fields)
        texts = (
            (_("Network"), self.network),
            (_("One version"), self.first),
            (_("The other version"), self.other),
            (_("What counts"), self.counts),
            (_("Act on it now, of 1,000 who see it"), self.now),
            (_("Would have to, for it to be worth it"), self.hoped),
        )
        for text, field in texts:
            fields.addWidget(label(text, "strong"))
            fields.addWidget(field)
        fields.addWidget(self.said)
        ask = button("compare_ask", _("Can this be answered?"), self.ask)
        fields.addLayout(row(ask, button("compare_begin", _("Begin"), self._send, "quiet"), 1))
        self.now.changed.connect(lambda _value: self.ask())
        self.hoped.changed.connect(lambda _value: self.ask())

    def ask(self) -> None:
        """Say what it would take at this network's volume."""
        try:
            now, hoped = self.now.value() or 0, self.hoped.value() or 0
            self.said.setText(self._forecast(_key(self.network), now, hoped))
        except FocusPlanError as error:
            self._say(sentence(error))

    def _send(self) -> None:
        texts = (self.first.text(), self.other.text(), self.counts.text())
        self._begin(_key(self.network), texts, self.now.value() or 0, self.hoped.value() or 0)


def _key(box: QComboBox) -> str:
    return str(box.currentData())


def _ask(card: Card, question: str, field: QWidget) -> None:
    asked = label(question, "strong")
    asked.setBuddy(field)
    card.add(asked)
    card.add(field)
