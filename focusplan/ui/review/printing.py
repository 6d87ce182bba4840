"""Results and a month for somebody else, seen before they are printed."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from focusplan.i18n import _, told
from focusplan.paper.document import Document, Paper
from focusplan.paper.results import results
from focusplan.paper.resultspartner import partner_page
from focusplan.resultanswers import ResultsView
from focusplan.ui.dialogs.ask import Ask
from focusplan.ui.dialogs.print_week import PrintPage
from focusplan.ui.parts import column, combo
from focusplan.ui.widgets.ticked import Words, tick_line
from focusplan.workspace import Workspace


class PrintResults(PrintPage):
    """Prints the results of the period that is shown."""

    def __init__(self, view: ResultsView, parent: QWidget | None = None) -> None:
        self._view = view
        super().__init__("print_results", _("Print the results"), parent)

    def _document(self) -> Document:
        return results(self._view, Paper.named(str(self.paper.currentData())))

    def _file_name(self) -> str:
        return f"FocusPlan {self._view.first} {self._view.last}"


class PrintPartner(PrintPage):
    """Prints a month with the ticked lines."""

    def __init__(self, workspace: Workspace, month: str, parent: QWidget | None = None) -> None:
        self._view = workspace.results.partner(month)
        self.sign = QCheckBox(_("With a line to &sign"))
        self.sign.setObjectName("partner_sign")
        self.sign.setAccessibleName(_("With a line to sign"))
        super().__init__("print_partner", _("Print the month"), parent, (self.sign,))
        self.sign.toggled.connect(self._paint)

    def _document(self) -> Document:
        return partner_page(self._view, Paper.named(str(self.paper.currentData())), self.sign.isChecked())

    def _file_name(self) -> str:
        return f"FocusPlan {self._view.month}"


class PartnerDialog(Ask):
    """Which month, and which lines somebody else may see; nothing is ticked by itself."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            parent,
            "partner",
            _("A month for somebody else"),
            _("For a partner, a mentor or an accountant. Only what you tick here is printed."),
            _("Show the page"),
        )
        self._workspace = workspace
        view = workspace.results.partner()
        self.month = combo("partner_month", _("Month"), view.months, view.month)
        self.month.currentIndexChanged.connect(self._fill)
        self.add(_("&Month"), self.month)
        self._boxes: dict[str, tuple[QCheckBox, Words]] = {}
        lines = column(gap=2)
        for field in view.fields:
            box = QCheckBox()
            box.setObjectName(f"partner_{field.id}")
            box.setChecked(field.ticked)
            self._boxes[field.id] = box, Words("", box)
            lines.addLayout(tick_line(*self._boxes[field.id]))
        self.content.addLayout(lines)
        self._fill()
        self.deed = self._keep

    def _fill(self) -> None:
        """Each line as it would stand on the page."""
        for field in self._workspace.results.partner(str(self.month.currentData())).fields:
            box, words = self._boxes[field.id]
            text = told(field.name, field.text)
            words.setText(text)
            box.setAccessibleName(text)

    def _keep(self) -> None:
        ticked = (key for key, (box, _words) in self._boxes.items() if box.isChecked())
        self._workspace.results.tick_partner(ticked)

    @property
    def chosen(self) -> str:
        """The month, such as `2026-11`."""
        return str(self.month.currentData())
