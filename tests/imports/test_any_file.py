"""Files by chance, of every platform: what is read is what was put in, whatever they look like."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from random import Random

import pytest

from focusplan.__main__ import main
from focusplan.domain.errors import BadFile
from tests.imports.inventing import NAMES, Made, invent
from tests.imports.made import put, read, sums, text, workbook, zipped

FEW = 120


def answers(made: Made, asked: dict[str, object]) -> dict[str, str]:
    """What the owner would say to the first open question."""
    name, question = next(iter(asked.items()))
    said = {"date": made.order, "numbers": "comma" if made.style == "comma" else "point"}
    choices = question.choices  # type: ignore[attr-defined]
    return {name: said.get(name.partition(".")[2]) or (made.platform.network if "network" in name else choices[0])}


@pytest.mark.parametrize("block", range(FEW // 10))
def test_what_is_read_is_what_was_put_in(tmp_path: Path, block: int):
    for seed in range(block * 10, block * 10 + 10):
        made = invent(Random(seed), tmp_path, seed)
        given: dict[str, str] = {}
        tables, asked = read(made.path)
        while asked:
            given |= answers(made, asked)
            tables, asked = read(made.path, answers=given)
        (table,) = tables
        found = {name: value for name, value in sums(table).items() if name not in ("reach", "recipients")}
        assert (table.format, table.network, found) == (made.platform.form, made.platform.network, made.sums), (seed, made.told)
        assert not [one for one in NAMES if one in str(table.rows)]


@pytest.mark.parametrize("seed", range(500, 512))
def test_by_the_command_line_too_and_no_name_or_text_gets_into_the_plan(tmp_path: Path, seed: int, capsys):
    made = invent(Random(seed), tmp_path, seed)
    profile = tmp_path / "bakery.toml"
    profile.write_text(
        'name = "B"\nkind = "restaurant"\ncustomers = "local"\naudience = "consumers"\naim = "enquiries"\nlanguage = "en"\n'
        'country = "GB"\ncurrency = "GBP"\nbudget_minutes = 120\nspeaker = "owner"\n[hours]\nmonday = "09:00-12:00"\n'
        'wednesday = "09:00-12:00"\n',
        encoding="utf-8",
    )
    before = ["--data", str(tmp_path / "plan"), "--today", "2026-11-23"]
    assert main([*before, "new", str(profile), "--practice"]) == 0
    capsys.readouterr()
    given: list[str] = []
    while True:
        assert main([*before, "import", str(made.path), *given, "--dry-run", "--json"]) == 0
        (file,) = json.loads(capsys.readouterr().out)["files"]
        if not file["questions"]:
            break
        one = file["questions"][0]
        said = {"date": made.order, "numbers": "comma" if made.style == "comma" else "point", "network": made.platform.network}
        given += ["--answer", f"{one['id']}={said.get(one['kind'], one['choices'][0]['value'] if one['choices'] else '')}"]
    assert main([*before, "import", str(made.path), *given, "--json"]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]
    found: dict[str, float] = {}
    for line in file["readings"]:
        found[line["metric"]] = found.get(line["metric"], 0) + line["value"]
    assert {name: value for name, value in found.items() if name not in ("reach", "recipients")} == made.sums, made.told
    assert main([*before, "import", str(made.path), *given, "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["files"][0]["new"], again["files"][0]["updated"], again["weeks"]) == (0, 0, [])
    kept = (tmp_path / "plan" / "plan.db").read_bytes()
    for secret in (*NAMES, "Bröd, ost", "Tab\there", "bakery@example"):
        assert secret.encode() not in kept
    notes = sqlite3.connect(tmp_path / "plan" / "plan.db").execute("SELECT text FROM note WHERE key LIKE 'files.%'").fetchall()
    assert len(notes) == 1


HEAD = ("Post ID", "Account username", "Publish time", "Post type", "Views", "Likes", "Comments")
ROW = ("1", "b", "09/22/2026 08:00", "IG image", "10", "1", "2")
RIGHT = {"posts": 1, "views": 10, "comments": 2}


@pytest.mark.parametrize("day", [
    "2026-09-22T12:05:00", "2026-09-22T12:05:00.000Z", "2026/09/22", "22.9.2026", "20260922T120500", "22 sept. 2026 à 12 h 05",
    "mar, 22 sept 2026", "22 sep. 2026 kl. 12:05", "22. September 2026, 12:05 Uhr", "September 22, 2026 at 12:05 PM", "22-sep-2026",
    "Tue Sep 22 2026", "9/22/2026 8:12 AM", "22/09/26 18:00", "22 de septiembre de 2026 12:05", "September 22nd, 2026",
])  # fmt: skip
def test_a_day_in_any_form(tmp_path: Path, day: str):
    (table,), asked = read(put(tmp_path, "p.csv", text([HEAD, (*ROW[:2], day, *ROW[3:])])))
    assert not asked and sums(table) == RIGHT


@pytest.mark.parametrize("total", ["Total", "Totalt", "Summa", "Summe", "Gesamtsumme", "Total général", "Total general", "Grand total", "Suma"])
def test_rows_that_add_up_the_others_are_left_out_in_any_language(tmp_path: Path, total: str):
    (table,), _asked = read(put(tmp_path, "p.csv", text([HEAD, ROW, (total, "", "", "", "10", "1", "2")])))
    assert sums(table) == RIGHT
    days = [("Date", "Video Views", "Profile Views"), ("2026-09-01", "5", "1"), (total, "5", "1")]
    (table,), _asked = read(put(tmp_path, "d.csv", text(days)))
    assert sums(table) == {"views": 5, "profile_visits": 1}


@pytest.mark.parametrize("content", [
    "Instagram\nGenerated 2026-10-01\n\n" + text([HEAD, ROW]), text([HEAD, ROW, HEAD]), text([HEAD, ROW]).replace("\r\n", "\r"),
    "\n".join(f",{line},,," for line in text([HEAD, ROW]).split("\r\n") if line),
])  # fmt: skip
def test_lines_around_a_table_and_empty_columns_change_nothing(tmp_path: Path, content: str):
    (table,), asked = read(put(tmp_path, "p.csv", content))
    assert not asked and sums(table) == RIGHT


@pytest.mark.parametrize(("cell", "place", "code"), [
    ("1788300000", 2, "import_day"), ("someday", 2, "import_day"), ("1.2K", 4, "import_figure"), ("1.78E+17", 0, "import_ids"),
])  # fmt: skip
def test_a_cell_that_can_not_be_read_is_refused_and_never_left_out_in_silence(tmp_path: Path, cell: str, place: int, code: str):
    row = [*ROW[:place], cell, *ROW[place + 1 :]]
    with pytest.raises(BadFile) as refused:
        read(put(tmp_path, "p.csv", text([HEAD, row])))
    assert refused.value.code == code and refused.value.values["line"] == 2


CHART = [("Date", "Content", "Video title", "Video publish time", "Duration", "Views"),
         *[(f"2026-09-0{n}", "abc", "T", "Sep 1, 2026", 10, 5) for n in range(1, 6)]]  # fmt: skip
TABLE = [("Content", "Video title", "Video publish time", "Duration", "Views"), ("Total", "", "", "", 25), ("abc", "T", "Sep 1, 2026", 10, 25)]
TOTALS = [("Date", "Views"), *[(f"2026-09-0{n}", 5) for n in range(1, 6)]]


def test_youtubes_archive_is_read_whole_without_a_question(tmp_path: Path):
    files = {"Chart data.csv": text(CHART), "Table data.csv": text(TABLE), "Totals.csv": text(TOTALS)}
    tables, asked = read(zipped(tmp_path, "Content 2026-09-01_2026-09-05 B.zip", files))
    assert not asked
    assert [(table.format, table.network, sums(table)) for table in tables] == [
        ("youtube_videos", "youtube", {"posts": 1, "views": 25}), ("daily_metric", "youtube", {"views": 25}),
    ]  # fmt: skip
    with pytest.raises(BadFile) as refused:
        read(put(tmp_path, "Chart data.csv", text(CHART)))
    assert refused.value.code == "import_daily"


def test_a_sheet_without_rows_does_not_refuse_the_workbook(tmp_path: Path):
    sheets = {"New followers": [("Date", "Sponsored followers", "Organic followers", "Total followers"), ("09/27/2026", 0, 3, 3)],
              "Metrics": [("Date", "Impressions (total)", "Impressions (organic)")]}  # fmt: skip
    (table,), _asked = read(workbook(tmp_path, "l.xlsx", sheets))
    assert sums(table) == {"new_followers": 3}


@pytest.mark.parametrize("names", [
    ("Fecha", "Impresiones (orgánicas)", "Impresiones totales", "Clics (Totales)", "Reacciones (total)", "Comentarios (totales)"),
    ("Datum", "Exponeringar (organiska)", "Exponeringar (totalt)", "Klick (totalt)", "Reaktioner (totalt)", "Kommentarer (totalt)"),
])  # fmt: skip
def test_linkedins_workbook_in_other_languages(tmp_path: Path, names: tuple[str, ...]):
    rows = [("Los datos …",), names, ("09/27/2026", 4, 5, 2, -1, 3)]
    (table,), asked = read(workbook(tmp_path, "l.xlsx", {"Indicadores": rows}))
    assert not asked and sums(table) == {"views": 5, "clicks": 2, "comments": 3}


@pytest.mark.parametrize("encoding", ["mac_roman", "cp1252"])
def test_letters_of_an_old_mac_and_of_windows_are_told_apart(tmp_path: Path, encoding: str):
    head = ("Publicerings-id", "Kontonamn", "Publiceringstid", "Visningar", "Räckvidd", "Länkklick")
    rows = [head, ("1", "Bröd", "09/28/2026 08:12", "1\u00a0250", 3, 4)]
    (table,), asked = read(put(tmp_path, "a.csv", text(rows, ";"), encoding))
    assert not asked and sums(table) == {"posts": 1, "views": 1250, "link_clicks": 4}


def test_a_letter_that_was_cut_does_not_turn_the_file_into_another_alphabet(tmp_path: Path):
    head = ("Publicerings-id", "Kontonamn", "Beskrivning", "Publiceringstid", "Visningar", "Räckvidd", "Länkklick")
    content = text([head, ("1", "Bröd", "XX", "09/28/2026 08:12", 12, 3, 4)]).encode().replace(b"XX", b"caf\xc3")
    (table,), _asked = read(put(tmp_path, "a.csv", content))
    assert sums(table) == {"posts": 1, "views": 12, "link_clicks": 4}


def test_a_large_file_whose_end_settles_what_its_beginning_left_open_is_read_rightly(tmp_path: Path):
    rows = [(str(n), "b", "03/04/2026", "IG image", "1.234", "1", "2") for n in range(2_500)]
    rows += [("x1", "b", "25/06/2026", "IG image", "1.234.567", "1", "2")]
    (table,), asked = read(put(tmp_path, "p.csv", text([HEAD, *rows])))
    assert not asked
    assert sums(table) == {"posts": 2_501, "views": 2_500 * 1234 + 1_234_567, "comments": 5_002}
    assert str(min(row.first for row in table.rows)) == "2026-04-03"
