"""Reads a made PDF back: its text through poppler, its pages as pictures drawn by our own painter."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from focusplan.paper.document import Document, paint_page
from focusplan.paper.marks import UNITS_PER_INCH

DPI = 72


def text_of(content: bytes, folder: Path) -> str:
    """The text as pdftotext reads it, in the order of the page."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    file = folder / "page.pdf"
    file.write_bytes(content)
    made = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True)
    return made.stdout.decode()


def page_count(content: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b(?!s)", content))


def streams(content: bytes) -> str:
    """Every drawing stream of the file, unpacked."""
    made = []
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            made.append(zlib.decompress(packed).decode("latin-1"))
        except zlib.error:
            continue
    return "\n".join(made)


def picture(document: Document, number: int = 0) -> QImage:
    """The page at 72 dots an inch."""
    scale = DPI / UNITS_PER_INCH
    image = QImage(
        round(document.paper.width * scale), round(document.paper.height * scale), QImage.Format.Format_RGB32
    )
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_page(painter, document, number, DPI)
    painter.end()
    return image


def is_white(image: QImage, left: int, top: int, right: int, bottom: int) -> bool:
    """Whether nothing is drawn in these pixels, right and bottom not included."""
    white = QColor("white").rgb()
    return all(image.pixel(x, y) == white for x in range(left, right) for y in range(top, bottom))
