"""The page of reasons, seen before it is printed or kept as a PDF."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from focusplan.i18n import _
from focusplan.paper.document import Document, Paper
from focusplan.paper.reasons import reasons_page
from focusplan.readinessanswers import ReasonsSheet
from focusplan.ui.dialogs.print_week import PrintPage


class PrintReasons(PrintPage):
    """Prints the page, or keeps it as a PDF."""

    def __init__(self, sheet: ReasonsSheet, parent: QWidget | None = None) -> None:
        self._sheet = sheet
        super().__init__("print_reasons", _("Print the reasons"), parent)

    def _document(self) -> Document:
        return reasons_page(self._sheet, Paper.named(str(self.paper.currentData())))

    def _file_name(self) -> str:
        return f"FocusPlan {self._sheet.today}"
