"""One painting function for every device, and an application that needs no screen."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPageSize, QPdfWriter

from focusplan.paper import document
from focusplan.paper.checklist import checklist_pdf, paint_checklist
from focusplan.paper.document import Document, Paper
from focusplan.paper.fonts import FAMILY, load_fonts
from focusplan.paper.lettering import Style, advance, block, clean, shortened
from focusplan.paper.marks import SquareMark, mm, points
from tests.paper.reading import page_count, picture, text_of
from tests.paper.sheets import WEEK, around, job, sheet


@pytest.mark.parametrize("dpi", [72, 300, 1200])
def test_any_paged_device_gets_the_same_pages(dpi):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(dpi)
    paint_checklist(writer, sheet(20), "Letter")
    assert writer.pageLayout().pageSize().id() == QPageSize.PageSizeId.Letter
    content = bytes(buffer.data().data())
    assert page_count(content) == page_count(checklist_pdf(sheet(20), "Letter")) == 2


def test_a_paper_of_another_size_is_kept():
    odd = Document("odd", Paper("A4", mm(100), mm(200)), ((),), WEEK.monday)
    assert b"/MediaBox [0 0 283" in document.pdf(odd)


def test_an_unfinished_file_is_noticed(monkeypatch):
    monkeypatch.setattr(document, "_dated", lambda content, day: content[:100])
    with pytest.raises(RuntimeError):
        checklist_pdf(sheet(1))


def test_it_starts_its_own_application_where_none_runs(tmp_path):
    code = (
        "import os\n"
        "for name in ('DISPLAY', 'WAYLAND_DISPLAY', 'QT_QPA_PLATFORM'): os.environ.pop(name, None)\n"
        "from tests.paper.sheets import sheet\n"
        "from focusplan.paper.checklist import checklist_pdf\n"
        "assert checklist_pdf(sheet(3)).startswith(b'%PDF-')\n"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert told.returncode == 0, told.stderr
    assert told.stderr == b""


def test_the_bundled_letters_are_the_ones_used():
    assert load_fonts() == FAMILY
    content = checklist_pdf(sheet(3))
    assert b"Inter-Regular" in content and b"Inter-Bold" in content


def test_a_missing_font_is_an_error_and_not_another_page(monkeypatch, tmp_path):
    from focusplan.paper import fonts

    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "Inter.ttf").write_bytes(b"no font")
    monkeypatch.setattr(fonts, "_loaded", [])
    monkeypatch.setattr(fonts.paths, "resources", lambda: tmp_path)
    with pytest.raises(FileNotFoundError):
        load_fonts()


@pytest.mark.parametrize("kind", ["met", "missed", "running", "paused", "left_out"])
def test_each_kind_of_week_has_a_shape_of_its_own(kind):
    def drawn(wanted: str) -> QImage:
        page = (SquareMark(mm(5), mm(5), mm(20), wanted),)
        return picture(Document("", Paper("A4", mm(30), mm(30)), (page,), WEEK.monday))

    others = {"met", "missed", "running", "paused"} - {kind, "paused" if kind == "left_out" else kind}
    assert all(drawn(kind) != drawn(other) for other in others)
    image = drawn(kind)
    greys = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert all(colour.red() == colour.green() == colour.blue() for colour in greys)
    assert min(colour.red() for colour in greys) < 128


def test_text_is_cut_with_an_ellipsis_inside_its_width():
    style = Style(12)
    for typed in ("word " * 500, "W" * 3000, "🎉" * 400, "שלום " * 300):
        made = block(typed, style, points(200), lines=2)
        assert made.lines == 2 and made.cut
        assert all(made.layout.lineAt(n).naturalTextWidth() <= points(200) + 1 for n in range(2))
        assert made.layout.text().endswith("…")
    assert not block("short", style, points(200)).cut
    assert block("", style, points(200)).height >= 0


def test_one_line_is_shortened():
    style = Style(10)
    assert shortened("short", style, points(200)) == "short"
    assert shortened("W" * 500, style, points(100)).endswith("…")
    assert advance("WW", style) > advance("W", style)


def test_what_is_not_text_is_left_out():
    assert clean("a\nb\tc\0d") == "a b c d"
    assert clean("\u202eabc\u202c") == "abc"
    assert clean("a\ud800b") == "a b"
    assert clean("e" + "\u0301" * 9) == "e" + "\u0301" * 3
    assert clean("x" * 5000) == "x" * 1200 + "…"
    assert clean("Friday\u02bcs") == "Friday’s"


def test_a_network_is_named_once(tmp_path):
    for title, said in (
        ("Look after Google", "Look after Google"),
        ("Look after it", "Google: Look after it"),
    ):
        week = around({0: [job(1, WEEK.days[0], chip="Google", title=title)]})
        assert f"1 {said}" in " ".join(text_of(checklist_pdf(week), tmp_path).split())
