"""The dialog that brings in numbers from files: read, ask one thing at a time, show, and take."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from focusplan import paths
from focusplan.domain.errors import FocusPlanError
from focusplan.i18n import _
from focusplan.importanswers import ImportView
from focusplan.services.importing import Files
from focusplan.ui.imports.screens import PreviewScreen, QuestionScreen, ReadingScreen, StartScreen
from focusplan.ui.parts import button, label, row
from focusplan.ui.progress import patiently
from focusplan.ui.reading import give_keys, reading_order
from focusplan.ui.widgets.notices import announce
from focusplan.ui.widgets.space import room, scaled
from focusplan.words import sentence, ways
from focusplan.workspace import Workspace

SIZE = (720, 520)
_PIECE = 0.03
"""Seconds of reading between two looks at what the owner does."""
_KINDS = "*.csv *.tsv *.txt *.xls *.xlsx *.zip"


class BringIn(QDialog):
    """Brings in these files; without any it asks for them first. Nothing is stored before the last button."""

    def __init__(self, workspace: Workspace, files: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bring_in")
        self.setWindowTitle(_("Bring in numbers from a file"))
        self._workspace, self._paths = workspace, list(files)
        self._answers: dict[str, str] = {}
        self._reading: Generator[float, None, Files] | None = None
        self._files: Files | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_forward)
        self._problem = label("", "problem", "import_problem")
        self._problem.hide()
        self._stack = QStackedWidget()
        self._no = button("import_no", _("Cancel"), self.reject)
        self._yes = button("import_yes", _("&Take these numbers"), self._go_on, "primary")
        self._yes.setDefault(True)
        self._build()
        if self._paths:
            self._begin()
        else:
            self._show(StartScreen(self.choose, self._save_template), yes="")

    def _build(self) -> None:
        width, height = (scaled(length) for length in SIZE)
        parent = self.parentWidget()
        there = parent.window().size() if parent is not None else self.maximumSize()
        self.resize(min(width, there.width() - 20), min(height, there.height() - 20))
        outer = QVBoxLayout(self)
        room(outer, 28, 24, gap=14)
        outer.addWidget(label(self.windowTitle(), "heading", "import_title"))
        outer.addWidget(self._stack, 1)
        outer.addWidget(self._problem)
        outer.addLayout(row(1, self._no, self._yes))

    def open(self) -> None:
        """Show it above its window; it goes away by itself once it is left."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        super().open()

    # ---- choosing -------------------------------------------------------------------------------
    def choose(self) -> None:
        """Ask for files and read them."""
        known, every = _("Files with numbers"), _("All files")
        kinds = f"{known} ({_KINDS});;{every} (*)"
        found, _kind = QFileDialog.getOpenFileNames(self, self.windowTitle(), str(Path.home()), kinds)
        if found:
            self.read([Path(name) for name in found])

    def read(self, files: Sequence[Path]) -> None:
        """Read these files instead of any before."""
        self._paths, self._answers = list(files), {}
        self._begin()

    def _save_template(self) -> None:
        start = str(Path.home() / "focusplan.csv")
        table = _("Table")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save as"), start, f"{table} (*.csv)")
        if not chosen:
            return
        try:
            paths.atomic_write(Path(chosen), self._workspace.importing.template())
        except OSError:
            self._say(_("This file could not be written."))
            return
        self._say(_("The table is saved. Fill in one row a week, then bring it in here."))

    # ---- reading --------------------------------------------------------------------------------
    def _begin(self) -> None:
        self._problem.hide()
        self._files = None
        self._reading = self._workspace.importing.read(self._paths, "", self._answers)
        self._show(ReadingScreen(), yes="", no=_("&Stop"))
        self._timer.start(0)

    def _go_forward(self) -> None:
        """Read for a moment; what the owner does in between is dealt with before the next one."""
        if self._reading is None:
            self._timer.stop()
            return
        until, share = monotonic() + _PIECE, 0.0
        try:
            while monotonic() < until:
                share = next(self._reading)
        except StopIteration as done:
            self._end_reading()
            self._answer(done.value)
        except FocusPlanError as error:
            self._end_reading()
            self._start_again(error)
        else:
            screen = self._stack.currentWidget()
            if isinstance(screen, ReadingScreen):
                screen.show_share(share)

    def _end_reading(self) -> None:
        self._timer.stop()
        if self._reading is not None:
            self._reading.close()
        self._reading = None

    def _start_again(self, error: FocusPlanError) -> None:
        self._show(StartScreen(self.choose, self._save_template), yes="")
        self._say("\n".join([sentence(error), *ways(error)]))

    def _answer(self, files: Files) -> None:
        self._files = files
        text = _("What the files would change is being looked up…")
        try:
            view = patiently(self, text, False, lambda tell: self._workspace.importing.preview(files, tell))
        except FocusPlanError as error:
            self._start_again(error)
            return
        if view is None:
            self.reject()
        elif view.questions:
            self._show(QuestionScreen(view.questions[0]), yes=_("&Next"))
        else:
            self._preview(view)

    def _preview(self, view: ImportView) -> None:
        self._show(PreviewScreen(view), yes=_("&Take these numbers") if view.brings else "",
                   no=_("Cancel") if view.brings else _("Close"))  # fmt: skip

    # ---- going on -------------------------------------------------------------------------------
    def _go_on(self) -> None:
        screen = self._stack.currentWidget()
        if isinstance(screen, QuestionScreen):
            if not screen.answer:
                self._say(_("Please choose one of the answers."))
                return
            self._answers[screen.asked.id] = screen.answer
            self._begin()
        elif isinstance(screen, PreviewScreen) and self._files is not None:
            self._take(self._files)

    def _take(self, files: Files) -> None:
        text = _("The numbers are being kept…")
        try:
            view = patiently(self, text, False, lambda tell: self._workspace.importing.take(files, tell))
        except FocusPlanError as error:
            self._say("\n".join([sentence(error), *ways(error)]))
            return
        if view is None:
            self._say(_("Stopped. Nothing was taken."))
            return
        announce(self.parentWidget() or self, _("These numbers are taken."))
        self.accept()

    def reject(self) -> None:
        """Stop reading; nothing was stored."""
        self._end_reading()
        super().reject()

    # ---- showing --------------------------------------------------------------------------------
    def _show(self, screen: QWidget, yes: str, no: str = "") -> None:
        """Put this screen in the place of the one before. Without `yes` there is nothing to agree to."""
        before = self._stack.currentWidget()
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        if before is not None:
            self._stack.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._problem.hide()
        self._yes.setVisible(bool(yes))
        if yes:
            self._yes.set_text(yes, mnemonic=True)
        self._no.set_text(no or _("Cancel"), mnemonic=True)
        reading_order(self)
        give_keys(self)
        first = getattr(screen, "first", None) or (self._yes if yes else self._no)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._problem, QAccessible.Event.Alert))
