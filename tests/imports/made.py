"""Files of our own making in the forms the platforms write, and a hand that reads them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from focusplan.domain.readings import readings
from focusplan.imports.questions import Asking
from focusplan.imports.reading import FileRead, read_files
from focusplan.imports.whose import Wish

TODAY = date(2026, 11, 23)
NETWORKS = {
    name: name
    for name in ("google_business", "facebook", "instagram", "linkedin", "x", "tiktok", "youtube", "pinterest",
                 "newsletter", "whatsapp", "bluesky")
}  # fmt: skip
Rows = Iterable[Sequence[object]]


def text(rows: Rows, separator: str = ",", end: str = "\r\n") -> str:
    """Rows as a text file with real quoting."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(rows)
    return out.getvalue()


def put(folder: Path, name: str, content: str | bytes, encoding: str = "utf-8") -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
    return path


def zipped(folder: Path, name: str, files: Mapping[str, str | bytes]) -> Path:
    """An archive of these files."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for inner, content in files.items():
            archive.writestr(inner, content)
    return path


def workbook(folder: Path, name: str, sheets: Mapping[str, Rows], extra: Mapping[str, str] | None = None) -> Path:
    """A workbook as simple as the form allows: texts inline, numbers as numbers, days as numbers with a style."""
    files = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        "xl/styles.xml": _MAIN.format("styleSheet", "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"),
    }
    names, links = "", ""
    for place, (title, rows) in enumerate(sheets.items(), start=1):
        names += f"<sheet name='{escape(title)}' sheetId='{place}' r:id='r{place}'/>"
        links += f"<Relationship Id='r{place}' Target='worksheets/sheet{place}.xml'/>"
        files[f"xl/worksheets/sheet{place}.xml"] = _MAIN.format("worksheet", f"<sheetData>{_rows(rows)}</sheetData>")
    files["xl/workbook.xml"] = _MAIN.format("workbook", f"<sheets>{names}</sheets>")
    files["xl/_rels/workbook.xml.rels"] = f"<Relationships>{links}</Relationships>"
    return zipped(folder, name, {**files, **(extra or {})})


_MAIN = (
    "<{0} xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
    " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>{1}</{0}>"
)


def _rows(rows: Rows) -> str:
    made = ""
    for number, row in enumerate(rows, start=1):
        cells = ""
        for place, cell in enumerate(row):
            at = f"{chr(65 + place) if place < 26 else 'A' + chr(39 + place)}{number}"
            if isinstance(cell, date):
                cells += f"<c r='{at}' s='1'><v>{(cell - date(1899, 12, 30)).days}</v></c>"
            elif isinstance(cell, int | float):
                cells += f"<c r='{at}'><v>{cell}</v></c>"
            elif cell != "":
                cells += f"<c r='{at}' t='inlineStr'><is><t>{escape(str(cell))}</t></is></c>"
        made += f"<row r='{number}'>{cells}</row>"
    return made


def read(
    *paths: Path, network: str = "", answers: Mapping[str, str] | None = None, today: date = TODAY
) -> tuple[list[FileRead], dict[str, Any]]:
    """The tables of these files, and the open questions by id."""
    asking = Asking(answers or {})
    reading = read_files(paths, Wish(network, NETWORKS, today), asking)
    while True:
        try:
            next(reading)
        except StopIteration as done:
            asking.finish()
            return done.value[0], asking.open


def sums(table: FileRead) -> dict[str, float]:
    """All figures of a table, added up over its weeks or periods."""
    found: dict[str, float] = {}
    for one in readings(table.rows):
        found[one.metric] = found.get(one.metric, 0) + one.value
    return found


def codes(table: FileRead) -> set[str]:
    """Why things are left out."""
    return {one.code for one in table.left_out}
