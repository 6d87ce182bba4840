"""Broken and hostile files are refused with a sentence that names the file, and in no time."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from focusplan.domain.errors import BadFile
from focusplan.words import sentence
from tests.imports.made import put, read, text, workbook, zipped

HEAD = "Post ID,Account username,Publish time,Views,Reach,Comments\n"
ROW = "1,b,09/28/2026 08:12,10,9,1\n"


def refused(*paths: Path, **asked) -> str:
    """The code of the refusal; its sentence names a file and has no gap."""
    with pytest.raises(BadFile) as found:
        read(*paths, **asked)
    said = sentence(found.value)
    assert any(path.name in said for path in paths) and "…" not in said and "{" not in said
    return found.value.code


@pytest.mark.parametrize(("content", "code"), [
    (b"", "import_empty"),
    (b"\xef\xbb\xbf\r\n", "import_empty"),
    (HEAD.encode(), "import_no_rows"),
    (b"name,colour\n1,2\n", "import_unknown"),
    (b"just some words\n", "import_unknown"),
    (b"<!DOCTYPE html><html><table><tr><td>Post ID</td></tr></table></html>", "import_web_page"),
    (b"  <html>", "import_web_page"),
    (b"%PDF-1.7 x", "import_kind"),
    (b"\x89PNG\r\n\x1a\n", "import_kind"),
    (b'{"a": 1}', "import_kind"),
    (b"<?xml version='1.0'?><Workbook/>", "import_kind"),
    (HEAD.encode() + b"1,b,09/28/2026 08:12,1\x000,9,1\n", "import_nul"),
    (HEAD.encode() + b'1,"b,09/28/2026 08:12,10,9,1\n' * 3, "import_quote"),
    (HEAD.encode() + b"1,b,09/28/2026 08:12,1_000,9,1\n", "import_figure"),
    (HEAD.encode() + b"1,b,09/28/2026 08:12,1e999,9,1\n", "import_figure"),
    (HEAD.encode() + b"1,b,09/28/2026 08:12,nan,9,1\n", "import_figure"),
    (HEAD.encode() + b"1,b,09/28/2026 08:12,=1+1,9,1\n", "import_figure"),
    (HEAD.encode() + b"1,b,09/28/2026 08:12,9223372036854775808,9,1\n", "import_figure"),
    (HEAD.encode() + b"1,b,09/28/2026 08:12,-4,9,1\n", "import_figure"),
    (HEAD.encode() + "1,b,09/28/2026 08:12,٣,9,1\n".encode(), "import_figure"),
    (HEAD.encode() + ROW.encode() + b"2,b,13/13/2026 08:12,10,9,1\n", "import_day"),
    (HEAD.encode() + ROW.encode() + b"2,b,28/09/2026 08:12,10,9,1\n", "import_days_mixed"),
    (HEAD.encode() + ROW.encode() + b"2,b,yesterday,10,9,1\n", "import_day"),
    (HEAD.encode() + b'1,b,09/28/2026 08:12,"1,250.5","1.250,5",1\n', "import_numbers_mixed"),
    (HEAD.replace("Reach", "Views").encode() + ROW.encode(), "import_column_twice"),
    (HEAD.encode() + b'1,"' + b"x" * 10_001 + b'",09/28/2026 08:12,10,9,1\n', "import_cell"),
    (HEAD.encode() + b"1,b,09/28/2026 08:12,10,9,1" + b"," * 1_001 + b"\n", "import_columns"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "import_broken"),
    (b"PK\x03\x04 not a zip at all", "import_broken"),
    ("Post ID\n1".encode("utf-16-le")[:-1], "import_unknown"),
])  # fmt: skip
def test_a_file_that_can_not_be_taken(tmp_path: Path, content: bytes, code: str):
    assert refused(put(tmp_path, "file.csv", content)) in (code, "import_letters" if code == "import_unknown" else code)


def test_a_file_that_is_not_there_or_a_folder(tmp_path: Path):
    assert refused(tmp_path / "none.csv") == "file_unreadable"
    (tmp_path / "folder.csv").mkdir()
    assert refused(tmp_path / "folder.csv") == "file_unreadable"


def test_a_file_of_a_gigabyte_is_refused_before_it_is_read(tmp_path: Path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)
    assert refused(path) == "import_large"


def test_one_endless_line(tmp_path: Path):
    assert refused(put(tmp_path, "line.csv", HEAD.encode() + b"x" * 6_000_000)) == "import_cell"


def test_more_rows_than_any_network_writes(tmp_path: Path):
    rows = "".join(f"{n},b,09/28/2026 08:12,10,9,1\n" for n in range(200_050))
    assert refused(put(tmp_path, "rows.csv", HEAD + rows)) == "import_rows"


def test_all_files_or_none_is_told_by_the_first_that_is_wrong(tmp_path: Path):
    good = put(tmp_path, "good.csv", HEAD + ROW)
    assert refused(good, put(tmp_path, "bad.csv", "a,b\n1,2\n")) == "import_unknown"


def archive(folder: Path, *entries: zipfile.ZipInfo | str, content: str = HEAD + ROW) -> Path:
    path = folder / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in entries:
            made.writestr(entry, content)
    return path


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize("names", [
    ("../a.csv",), ("/etc/a.csv",), ("x/../../a.csv",), ("C:/a.csv",), ("..\\a.csv",), ("a.csv", "A.CSV"),
])  # fmt: skip
def test_names_in_an_archive_that_lead_elsewhere(tmp_path: Path, names):
    assert refused(archive(tmp_path, *names)) == "import_zip_names"


def test_an_archive_with_a_link(tmp_path: Path):
    assert refused(archive(tmp_path, link("a.csv"))) == "import_zip_names"


def test_an_archive_with_too_many_files(tmp_path: Path):
    assert refused(archive(tmp_path, *[f"{n}.csv" for n in range(51)])) == "import_zip_many"


def test_an_archive_that_swells(tmp_path: Path):
    assert refused(archive(tmp_path, "a.csv", content="0" * 30_000_000)) == "import_zip_large"


def test_an_archive_in_an_archive(tmp_path: Path):
    inner = archive(tmp_path, "a.csv").read_bytes()
    assert refused(zipped(tmp_path, "b.zip", {"in.zip": inner})) == "import_zip_nested"
    assert refused(zipped(tmp_path, "c.zip", {"in.csv": inner})) == "import_zip_nested"


def test_an_archive_with_nothing_of_ours(tmp_path: Path):
    assert refused(zipped(tmp_path, "c.zip", {"a.csv": "Account address\nann@example.org\n"})) == "import_unknown"


def test_a_cut_archive(tmp_path: Path):
    whole = archive(tmp_path, "a.csv", content=HEAD + "".join(f"{n},b,09/28/2026,{n},9,1\n" for n in range(900)))
    content = whole.read_bytes()
    for size in range(10, len(content) - 1, max(1, len(content) // 40)):
        assert refused(put(tmp_path, "cut.zip", content[:size])) in ("import_broken", "import_unknown")


def test_an_archive_whose_bytes_are_changed_is_never_half_read(tmp_path: Path):
    content = bytearray(archive(tmp_path, "a.csv", content=HEAD + ROW * 1).read_bytes())
    for place in range(0, len(content), 3):
        changed = bytes(content[:place]) + bytes([content[place] ^ 0x55]) + bytes(content[place + 1 :])
        try:
            tables, _asked = read(put(tmp_path, "changed.zip", changed))
        except BadFile:
            continue
        assert [row.values.get("views") for table in tables for row in table.rows] == [10]


SHEET = [("Date", "Sponsored followers", "Organic followers", "Total followers"), ("09/07/2026", 0, 3, 3), ("09/08/2026", 0, 2, 2)]


def test_a_workbook_with_macros(tmp_path: Path):
    assert refused(workbook(tmp_path, "a.xlsx", {"S": SHEET}, {"xl/vbaProject.bin": "x"})) == "import_macros"


def test_a_workbook_whose_xml_defines_entities(tmp_path: Path):
    bomb = "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><sst><si><t>&a;</t></si></sst>"
    assert refused(workbook(tmp_path, "a.xlsx", {"S": SHEET}, {"xl/sharedStrings.xml": bomb})) == "import_broken"


def test_a_workbook_with_a_million_columns_takes_no_room(tmp_path: Path):
    cell = "<worksheet><sheetData><row r='1'><c r='XFD1'><v>1</v></c></row></sheetData></worksheet>"
    file = workbook(tmp_path, "a.xlsx", {"S": SHEET}, {})
    content = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            new.writestr(name, cell if name.endswith("sheet1.xml") else old.read(name))
    assert refused(put(tmp_path, "b.xlsx", content.getvalue())) == "import_columns"


def test_formulas_count_by_the_value_they_were_saved_with(tmp_path: Path):
    file = workbook(tmp_path, "a.xlsx", {"S": SHEET})
    content = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            inner = old.read(name).decode()
            new.writestr(name, inner.replace("<c r='D2'><v>3</v>", "<c r='D2'><f>SUM(B2:C2)</f><v>3</v>"))
    (table,), _asked = read(put(tmp_path, "b.xlsx", content.getvalue()))
    assert [row.values["new_followers"] for row in table.rows] == [3, 2]


def test_a_cut_or_changed_old_workbook_is_refused_or_read_rightly(tmp_path: Path):
    content = (Path(__file__).parent / "linkedin.xls").read_bytes()
    for size in range(9, len(content), 300):
        try:
            read(put(tmp_path, "cut.xls", content[:size]))
        except BadFile:
            continue
    rnd = __import__("random").Random(5)
    for _ in range(60):
        place = rnd.randrange(len(content))
        changed = content[:place] + os.urandom(1) + content[place + 1 :]
        try:
            read(put(tmp_path, "changed.xls", changed))
        except BadFile:
            continue


def test_letters_of_windows_are_read_where_they_are_no_utf8(tmp_path: Path):
    rows = [("Publicerings-id", "Kontonamn", "Publiceringstid", "Visningar", "Räckvidd"), ("1", "Bröd", "09/28/2026 08:12", "1 250", 3)]
    (table,), _asked = read(put(tmp_path, "a.csv", text(rows, ";"), "cp1252"))
    assert table.rows[0].values["views"] == 1250
