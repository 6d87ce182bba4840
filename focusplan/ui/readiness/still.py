"""Once a quarter on one screen: are the answers still true, and did somebody from outside look?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from focusplan.domain.errors import FocusPlanError
from focusplan.i18n import _
from focusplan.ui.dialogs.ask import sentences
from focusplan.ui.page import empty
from focusplan.ui.parts import button, column, label, row
from focusplan.ui.readiness.dialog import ReadinessDialog
from focusplan.ui.reading import TallArea, give_keys, reading_order
from focusplan.ui.widgets.choice import Choice
from focusplan.ui.widgets.space import room, scaled
from focusplan.words import sentence
from focusplan.workspace import Workspace

SIZE = (760, 620)


class StillTrue(QDialog):
    """Each answer as it stands, with the way to change it. *Not now* asks again in four weeks."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("still_true")
        self.setWindowTitle(_("Still true?"))
        self._workspace = workspace
        kept = workspace.readiness.view().values
        question = _("Did somebody from outside look at your page this quarter?")
        self.outsider = Choice("still_outsider", question, {"yes": _("Yes"), "no": _("Not yet")})
        self.said = sentences("still_said", _("What did they say?"), hint=_("In one or two sentences"))
        self._answers = QVBoxLayout()
        room(self._answers, gap=10)
        self._problem = label("", "problem", "still_problem")
        self._problem.hide()
        body = QWidget()
        inner = QVBoxLayout(body)
        room(inner, 0, 0, 8, 0, gap=12)
        inner.addLayout(self._answers)
        inner.addWidget(label(question, "strong"))
        inner.addWidget(self.outsider)
        before = kept.get("outsider_said", "")
        if before:
            inner.addWidget(label(_("Last time: {said}").format(said=before), "small", "still_before"))
        asked = label(_("&What did they say?"), "strong")
        asked.setBuddy(self.said)
        inner.addWidget(asked)
        inner.addWidget(self.said)
        inner.addStretch(1)
        self._build(body)
        self.show_answers()

    def open(self) -> None:
        """Show it above its window; it goes away by itself once it is left."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        super().open()

    def _build(self, body: QWidget) -> None:
        parent = self.parentWidget()
        there = parent.window().size() if parent is not None else self.maximumSize()
        width, height = (scaled(length) for length in SIZE)
        self.resize(min(width, there.width() - 20), min(height, there.height() - 20))
        outer = QVBoxLayout(self)
        room(outer, 36, 26, 36, 24, gap=12)
        outer.addWidget(label(_("Still true?"), "title", "still_title"))
        text = _("Once a quarter: keep each answer as it is, or change it.")
        outer.addWidget(label(text, "soft", "still_hint"))
        outer.addWidget(TallArea("still_scroll", body), 1)
        outer.addWidget(self._problem)
        not_now = button("still_not_now", _("&Not now"), self._not_now, "quiet")
        self._true = button("still_keep", _("&It is true"), self._keep, "primary")
        self._true.setDefault(True)
        outer.addLayout(row(not_now, 1, self._true))

    def show_answers(self) -> None:
        """Paint the answers as they stand now."""
        empty(self._answers)
        shown = {key: (title, text) for key, title, text in self._workspace.readiness.view().shown}
        for question in self._workspace.readiness.still():
            title, text = shown[question]
            answer = label(text or _("no answer yet"), "soft", f"still_{question}")
            said = column(label(title, "strong"), answer, gap=2)
            spoken = _("Change: {question}").format(question=title)
            way = button(f"still_change_{question}", _("Change…"), self._changer(question), "link", spoken)
            line = row(gap=10)
            line.addLayout(said, 1)
            line.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
            self._answers.addLayout(line)
        reading_order(self)
        give_keys(self)
        self._true.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changer(self, question: str) -> Callable[[], None]:
        def change() -> None:
            dialog = ReadinessDialog(self._workspace, self, at=question, only=True)
            dialog.finished.connect(lambda _result: self.show_answers())
            dialog.open()

        return change

    def _keep(self) -> None:
        outsider, said = self.outsider.value(), self.said.toPlainText()
        self._end(lambda: self._workspace.readiness.still_true(outsider, said))

    def _not_now(self) -> None:
        self._end(self._workspace.readiness.not_now)

    def _end(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except FocusPlanError as error:
            self._problem.setText(sentence(error))
            self._problem.show()
            return
        self.accept()
