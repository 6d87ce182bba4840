"""A page seen before it is printed, first of all the week: on paper, or as a PDF without a printer."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from focusplan import i18n, settings
from focusplan.answers import SheetView
from focusplan.i18n import _
from focusplan.paper.checklist import checklist
from focusplan.paper.document import Document, Paper, paint, paint_page, pdf
from focusplan.paper.marks import UNITS_PER_INCH
from focusplan.paths import atomic_write
from focusplan.services.weeks.peoplesheet import sheet_for
from focusplan.ui.errors import tell
from focusplan.ui.palette import paper
from focusplan.ui.parts import button, combo, label
from focusplan.ui.reading import give_keys, reading_order
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.foot import Foot
from focusplan.ui.widgets.space import room, scaled

WIDTH = 560


class PageView(QWidget):
    """One page as it will come out."""

    def __init__(self, document: Document, number: int) -> None:
        super().__init__()
        self.setObjectName(f"print_page_{number + 1}")
        self.setAccessibleName(_("Page {number}").format(number=number + 1))
        self._document, self._number = document, number
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(scaled(WIDTH))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """As a sheet is: it fills the width there is, so that nothing scrolls sideways."""
        return round(width * self._document.paper.height / self._document.paper.width)

    def sizeHint(self) -> QSize:
        return QSize(scaled(WIDTH), self.heightForWidth(scaled(WIDTH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(WIDTH) // 3, self.heightForWidth(scaled(WIDTH) // 3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """White paper, whatever the appearance."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.fill(paper())
        inside = QPainter(picture)
        inside.setRenderHint(QPainter.RenderHint.Antialiasing)
        units = picture.width() / (self._document.paper.width / UNITS_PER_INCH)
        paint_page(inside, self._document, self._number, units)
        inside.end()
        painter = QPainter(self)
        painter.drawPixmap(QRectF(self.rect()), picture, QRectF(picture.rect()))
        painter.end()


class PrintPage(QDialog):
    """Prints what `_document` lays out, or keeps it as a PDF. `choices` stand beside the paper."""

    def __init__(
        self, name: str, title: str, parent: QWidget | None = None, choices: Sequence[QWidget] = ()
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        room_there = parent.window().size() if parent is not None else self.maximumSize()
        width = min(scaled(WIDTH) + 80, room_there.width() - 20)
        self.resize(width, min(scaled(720), room_there.height() - 20))
        chosen = settings.load().paper or i18n.paper_size()
        sizes = [("A4", "A4"), ("Letter", "Letter")]
        self.paper = combo("print_paper", _("Paper"), sizes, chosen)
        self.paper.currentIndexChanged.connect(self._paint)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("print_pages")
        self._scroll.setAccessibleName(_("Preview"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        head = FlowLayout(gap=10)
        asked = label(_("&Paper"), "strong")
        asked.setBuddy(self.paper)
        for part in (asked, self.paper, *choices):
            head.addWidget(part)
        has_printer = bool(QPrinterInfo.availablePrinters())
        keep = button("print_pdf", _("&Keep as a PDF…"), self._keep, "normal" if has_printer else "primary")
        self._hint = label(
            "" if has_printer else _("No printer is set up here, so the sheet is kept as a PDF."), "small"
        )
        buttons = [keep]
        if has_printer:
            buttons.append(button("print_print", _("P&rint…"), self._print, "primary"))
        column = QVBoxLayout(self)
        room(column, 24, 18, gap=12)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._hint)
        close = button("print_close", _("&Close"), self.reject, "quiet")
        column.addWidget(Foot((close, *buttons)))
        self.printed = False
        self._paint()
        reading_order(self)
        give_keys(self)

    def open(self) -> None:
        """Show it above its window; it goes away by itself."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        super().open()

    def _document(self) -> Document:
        raise NotImplementedError

    def _file_name(self) -> str:
        raise NotImplementedError

    def _paint(self) -> None:
        document = self._document()
        body = QWidget()
        column = QVBoxLayout(body)
        for number in range(len(document.pages)):
            column.addWidget(PageView(document, number))
        column.addStretch(1)
        self._scroll.setWidget(body)

    def _remember(self) -> None:
        with contextlib.suppress(OSError):
            settings.save(replace(settings.load(), paper=str(self.paper.currentData())))

    def _keep(self) -> None:
        name = f"{self._file_name()}.pdf"
        file, _kind = QFileDialog.getSaveFileName(
            self, _("Keep as a PDF"), str(Path.home() / name), "PDF (*.pdf)"
        )
        if file:
            self.keep_as(Path(file))

    def keep_as(self, file: Path) -> None:
        """Write the PDF whole or not at all; a folder that can't be written is said."""
        try:
            atomic_write(file, pdf(self._document()))
        except OSError as error:
            reason = error.strerror or ""
            tell(
                self,
                _("The page could not be saved there."),
                _("Choose another folder. ({reason})").format(reason=reason),
            )
            return
        self._remember()
        self.printed = True
        self.accept()

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setObjectName("print_choose")
        if dialog.exec():
            document = self._document()
            paint(document, printer)
            self._remember()
            self.printed = True
            self.accept()
        dialog.deleteLater()


EVERYONE = "\n"
"""No name holds this."""


class PrintWeek(PrintPage):
    """Prints the sheet of a week."""

    def __init__(self, sheet: SheetView, parent: QWidget | None = None) -> None:
        self._sheet = sheet
        self.wall = QCheckBox(_("&Wall version, without the numbers"))
        self.wall.setObjectName("print_wall")
        self.wall.setAccessibleName(_("Wall version, without the numbers"))
        names = sorted({job.person for job in sheet.week.items if job.person}, key=str.casefold)
        everyone = [(EVERYONE, _("everyone")), ("", _("you")), *((name, name) for name in names)]
        self.person = combo("print_person", _("Whose jobs"), everyone, EVERYONE)
        self.person.setVisible(bool(names))
        choices = (self.person, self.wall) if names else (self.wall,)
        super().__init__("print_week", _("Print the week"), parent, choices)
        self.wall.toggled.connect(self._paint)
        self.person.currentIndexChanged.connect(self._paint)

    def _document(self) -> Document:
        person = str(self.person.currentData())
        sheet = self._sheet if person == EVERYONE else sheet_for(self._sheet, person)
        return checklist(sheet, Paper.named(str(self.paper.currentData())), self.wall.isChecked())

    def _file_name(self) -> str:
        return f"FocusPlan {self._sheet.week.week}"
