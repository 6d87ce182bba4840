"""Files as owners have them: further languages, tables of newsletters, and titles that tell the network."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from focusplan.importrefusals import SENTENCES, WAYS
from focusplan.imports.periods import period_in
from focusplan.services.files.importwords import left_out
from tests.imports.made import codes, put, read, sums, text

INSTAGRAM = {
    "it": ("ID del post", "Nome utente dell'account", "Orario di pubblicazione", "Tipo di post", "Visualizzazioni",
           "Copertura", "Mi piace", "Commenti", "Salvataggi"),
    "nl": ("Bericht-ID", "Gebruikersnaam van account", "Tijdstip van publicatie", "Berichttype", "Weergaven", "Bereik",
           "Vind-ik-leuks", "Opmerkingen", "Keer opgeslagen"),
    "pt-PT": ("Identificação da publicação", "Nome de utilizador da conta", "Hora de publicação", "Tipo de publicação",
              "Visualizações", "Alcance", "Gostos", "Comentários", "Guardados"),
}  # fmt: skip
VIDEOS = {
    "de": ("Inhalte", "Videotitel", "Veröffentlichungszeit des Videos", "Aufrufe", "Wiedergabezeit (Stunden)", "Gesamt"),
    "it": ("Contenuti", "Titolo del video", "Ora pubblicazione video", "Visualizzazioni",
           "Tempo di visualizzazione (ore)", "Totale"),
    "nl": ("Content", "Videotitel", "Publicatietijd van video", "Weergaven", "Weergavetijd (uur)", "Totaal"),
    "pt": ("Conteúdo", "Título do vídeo", "Horário de publicação do vídeo", "Visualizações",
           "Tempo de exibição (horas)", "Total"),
}  # fmt: skip
DAYS = {
    "it": ("Data", "Visualizzazioni video", "Visualizzazioni del profilo", "5 ottobre"),
    "nl": ("Datum", "Videoweergaven", "Profielweergaven", "5 oktober"),
    "pt": ("Data", "Visualizações de vídeo", "Visualizações do perfil", "5 de outubro"),
}


@pytest.mark.parametrize("language", INSTAGRAM)
def test_instagram_in_further_languages(tmp_path: Path, language):
    rows = [INSTAGRAM[language], ("1", "bakery", "09/28/2026 12:00", "", "340", "210", "12", "3", "2"),
            ("2", "bakery", "09/14/2026 12:00", "", "1200", "900", "40", "5", "9")]  # fmt: skip
    (table,), asked = read(put(tmp_path, "a.csv", text(rows)))
    assert not asked and table.format == "instagram_content"
    assert sums(table) == {"posts": 2, "views": 1540, "comments": 8, "saves": 11}
    assert "columns" not in codes(table)


@pytest.mark.parametrize("language", VIDEOS)
def test_videos_in_further_languages_without_their_total(tmp_path: Path, language):
    *head, total = VIDEOS[language]
    rows = [head, (total, "", "", "1500", "30.5"), ("abc", "Bread", "2026-10-05", "1000", "20.5"),
            ("def", "Cake", "2026-10-15", "500", "10")]  # fmt: skip
    (table,), asked = read(put(tmp_path, "a.csv", text(rows)), answers={})
    assert not asked and table.format == "youtube_videos"
    assert sums(table) == {"posts": 2, "views": 1500, "watch_hours": 30.5}


@pytest.mark.parametrize("language", DAYS)
def test_tiktok_days_in_further_languages(tmp_path: Path, language):
    day, views, profile, said = DAYS[language]
    file = put(tmp_path, "a.csv", text([(day, views, profile), (said, "100", "10")]))
    (table,), _asked = read(file, answers={"1.year": "2026"})
    assert table.format == "tiktok_overview" and table.rows[0].first == date(2026, 10, 5)
    assert sums(table) == {"views": 100, "profile_visits": 10}


KLAVIYO = ("Campaign Name", "Variant Name", "Tags", "Subject", "List", "Excluded List", "Send Time", "Send Weekday",
           "Total Recipients", "Unique Placed Order", "Placed Order Rate", "Revenue", "Unique Opens", "Open Rate",
           "Total Opens", "Unique Clicks", "Click Rate", "Total Clicks", "Unsubscribes", "Spam Complaints")  # fmt: skip


def test_klaviyo_without_its_own_ids_is_still_klaviyo_and_its_money_is_left_out(tmp_path: Path):
    row = ("Oct", "", "", "Bread", "All", "", "2026-10-05 09:00:00", "Monday", 200, 3, "1.5%", "45.00", 90, "45%", 120,
           20, "10%", 25, 1, 0)  # fmt: skip
    (table,), asked = read(put(tmp_path, "a.csv", text([KLAVIYO, row])))
    assert not asked and table.format == "klaviyo_campaigns"
    assert sums(table) == {"posts": 1, "recipients": 200, "unique_opens": 90, "opens": 120, "unique_clicks": 20,
                           "clicks": 25, "unsubscribes": 1}  # fmt: skip
    assert "money" in codes(table) and "columns" not in codes(table)
    assert all(left_out(one) for one in table.left_out)


def test_a_mailerlite_table_counts_people_and_takes_the_day_from_the_day(tmp_path: Path):
    head = ("Campaign name", "Subject", "Sent", "Recipients", "Opens", "Open rate", "Clicks", "Click rate",
            "Unsubscribes", "Spam complaints", "Date sent")  # fmt: skip
    row = ("Oct", "Bread", "200", "198", "90", "45%", "20", "10%", "1", "0", "2026-10-05 09:00:00")
    (table,), asked = read(put(tmp_path, "a.csv", text([head, row])))
    assert not asked and (table.format, table.rows[0].first) == ("mailerlite_campaigns", date(2026, 10, 5))
    assert sums(table) == {
        "posts": 1,
        "recipients": 198,
        "unique_opens": 90,
        "unique_clicks": 20,
        "unsubscribes": 1,
    }
    assert "columns" not in codes(table)


def test_delivered_comes_before_addressed_and_rates_and_money_are_known_columns(tmp_path: Path):
    rows = [("Nom de la campagne", "Date d'envoi", "Destinataires", "Délivrés", "Ouvertures uniques",
             "Taux d'ouverture", "Clics uniques", "Commandes"),
            ("Oct", "15/10/2026 09:00", "200", "190", "80", "42 %", "10", "3")]  # fmt: skip
    (table,), asked = read(put(tmp_path, "a.csv", text(rows, ";")))
    assert not asked and sums(table) == {
        "posts": 1,
        "recipients": 190,
        "unique_opens": 80,
        "unique_clicks": 10,
    }
    assert "money" in codes(table) and "columns" not in codes(table)


def test_issues_of_one_name_are_as_many_as_their_days(tmp_path: Path):
    rows = [("Title", "Subject", "Send Date", "Total Recipients", "Unique Opens", "Unique Clicks"),
            ("News", "News", "2026-09-01 09:00", "100", "50", "5"), ("News", "News", "2026-10-01 09:00", "90", "40", "7"),
            ("News", "News", "2026-10-01 09:00", "90", "40", "7")]  # fmt: skip
    (table,), _asked = read(put(tmp_path, "a.csv", text(rows)))
    assert sums(table)["posts"] == 2 and sums(table)["unique_clicks"] == 12
    assert "twice" in codes(table)


@pytest.mark.parametrize("above", [
    "Pinterest analytics overview\n\nDate range: 10/1/2026 - 10/31/2026\n\n",
    "Resumen de estadísticas de Pinterest\n\n2026-10-01 - 2026-10-31\n\n",
    "Date range: 10/1/2026 - 10/31/2026\nDevice: All\n\n",
])  # fmt: skip
def test_pinterest_is_known_by_its_title_or_by_its_pins(tmp_path: Path, above):
    below = "Date,Saves\n2026-10-05,120\n2026-10-06,130\n\nTop Pins\n\nPin Link,Saves\n"
    file = put(tmp_path, "export.csv", above + below + "https://www.pinterest.de/pin/1/,500\n")
    (table,), asked = read(file)
    assert not asked and table.network == "pinterest"
    assert sums(table) == {"saves": 250}
    assert (table.first, table.last) == (date(2026, 10, 1), date(2026, 10, 31))


@pytest.mark.parametrize(("said", "period"), [
    ("Date range: 10/1/2026 - 10/31/2026", (date(2026, 10, 1), date(2026, 10, 31))),
    ("Zeitraum: 1.10.2026 – 31.10.2026", (date(2026, 10, 1), date(2026, 10, 31))),
    ("Date range: 10/1/2026 - 10/7/2026", None), ("Date range: 10/31/2026 - 10/1/2026", None),
])  # fmt: skip
def test_a_period_in_two_days_is_read_where_there_is_one_reading(said, period):
    assert period_in(said) == period


def test_every_refusal_of_a_file_says_what_to_do():
    said = {code for code in SENTENCES if not code.startswith("import_answer")}
    inside = {"import_web_page", "import_kind", "import_broken", "import_locked", "import_macros", "import_zip_names",
              "import_zip_large", "import_zip_many", "import_zip_nested", "import_daily", "import_ids",
              "import_questions"}  # fmt: skip
    assert said - inside <= set(WAYS)
