"""The page to keep of a network that runs well: seen before it is printed, with what was learnt to write."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from focusplan.i18n import _
from focusplan.networkanswers import ReachedView
from focusplan.paper.document import Document, Paper
from focusplan.paper.reached import reached_page
from focusplan.ui.dialogs.ask import Ask, sentences
from focusplan.ui.dialogs.print_week import PrintPage
from focusplan.workspace import Workspace


class PrintReached(PrintPage):
    """Prints the page, or keeps it as a PDF."""

    def __init__(self, view: ReachedView, parent: QWidget | None = None) -> None:
        self._view = view
        super().__init__("print_reached", _("Print this page"), parent)

    def _document(self) -> Document:
        return reached_page(self._view, Paper.named(str(self.paper.currentData())))

    def _file_name(self) -> str:
        return f"FocusPlan {self._view.network} {self._view.today}"


class LearntDialog(Ask):
    """What was learnt on the way, in the owner's own words; it can be changed and cleared."""

    def __init__(self, workspace: Workspace, view: ReachedView, parent: QWidget) -> None:
        text = _("It stands on the page of {name}, and helps when you plan the next one.")
        super().__init__(
            parent, "learnt", _("What you learnt"), text.format(name=view.name), _("Keep these words")
        )
        hint = _("One sentence is enough.")
        self.words = sentences("learnt_words", _("What you learnt"), view.learnt, hint)
        self.add(_("What would you &tell a friend?"), self.words)
        self.deed = lambda: workspace.reached.write_learnt(view.network, self.words.toPlainText())
