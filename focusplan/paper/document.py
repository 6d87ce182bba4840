"""A laid-out document, and the one function that paints it: on a printer, a preview or a PDF."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from focusplan.paper.marks import SIZES_MM, UNITS_PER_INCH, Mark, mm

_running: list[QGuiApplication] = []
"""The application this module had to start itself, kept for the life of the process."""


@dataclass(frozen=True)
class Paper:
    """A sheet of paper: its name and its width and height in units."""

    name: str
    width: float
    height: float

    @classmethod
    def named(cls, name: str) -> Paper:
        """ "A4" or "Letter"."""
        width, height = SIZES_MM[name]
        return cls(name, mm(width), mm(height))


@dataclass(frozen=True)
class Document:
    """Pages of marks on one paper; `day` is the day the document shows as its date."""

    title: str
    paper: Paper
    pages: tuple[tuple[Mark, ...], ...]
    day: date


def application() -> QGuiApplication:
    """The running application, or a new one that needs no screen."""
    found = QGuiApplication.instance()
    if isinstance(found, QGuiApplication):
        return found
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _running.append(QGuiApplication(["focusplan"]))
    return _running[0]


def paint_page(painter: QPainter, document: Document, number: int, units_per_inch: float) -> None:
    """Draw page `number` (from 0) with the paper's corner at the painter's origin."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scale = units_per_inch / UNITS_PER_INCH
    painter.scale(scale, scale)
    for mark in document.pages[number]:
        mark.draw(painter, 0.0, 0.0)
    painter.restore()


def paint(document: Document, device: QPagedPaintDevice) -> None:
    """Paint every page on a printer, a print preview or a PDF; the device gets the document's paper."""
    device.setPageLayout(_page_layout(document.paper))
    painter = QPainter(device)
    try:
        for number in range(len(document.pages)):
            if number:
                device.newPage()
            paint_page(painter, document, number, device.logicalDpiX())
    finally:
        painter.end()


def pdf(document: Document) -> bytes:
    """The document as a PDF file; the same bytes for the same document."""
    application()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setTitle(document.title)
    writer.setCreator("FocusPlan")
    writer.setDocumentId(QUuid(_identity(document).hex))
    paint(document, writer)
    del writer
    buffer.close()
    made = _dated(bytes(content.data()), document.day)
    if not made.startswith(b"%PDF-") or not made.rstrip().endswith(b"%%EOF"):
        raise RuntimeError("no whole PDF was written")
    return made


def _page_layout(paper: Paper) -> QPageLayout:
    """The whole sheet: the document keeps its own margins, wide enough for any printer."""
    size = QPageSize(QPageSize.PageSizeId.Letter if paper.name == "Letter" else QPageSize.PageSizeId.A4)
    if (paper.width, paper.height) != (Paper.named(paper.name).width, Paper.named(paper.name).height):
        inches = QSizeF(paper.width / UNITS_PER_INCH, paper.height / UNITS_PER_INCH)
        size = QPageSize(inches, QPageSize.Unit.Inch)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _identity(document: Document) -> UUID:
    return uuid5(NAMESPACE_URL, f"focusplan {document.title} {document.day} {len(document.pages)}")


def _dated(content: bytes, day: date) -> bytes:
    """The file with its dates set to noon of `day`, so that printing twice gives the same file.

    Every replacement is as long as what stood there: the file's table of places stays right.
    """
    plain = b"D:" + day.strftime("%Y%m%d").encode() + b"120000"
    content = re.sub(rb"D:\d{14}(?=[^\d])", plain, content)
    iso = day.isoformat().encode() + b"T12:00:00"
    content = re.sub(rb"(?<=[>\"])\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", iso, content)
    return re.sub(rb"(?<=T12:00:00)[+-]\d\d:\d\d", b"+00:00", content)
