"""Every platform's file, in other orders, languages and forms, against sums made by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from focusplan.domain.errors import BadFile
from focusplan.domain.readings import readings
from tests.imports.made import codes, put, read, sums, text, workbook, zipped

INSTAGRAM = {
    "en": ("Post ID", "Account username", "Publish time", "Post type", "Views", "Reach", "Likes", "Comments", "Saves"),
    "sv": ("Publicerings-id", "Kontots användarnamn", "Publiceringstid", "Inläggstyp", "Visningar", "Räckvidd",
           "Gilla-markeringar", "Kommentarer", "Sparade objekt"),
    "pt": ("Identificação do post", "Nome da conta", "Horário de publicação", "Tipo de post", "Visualizações", "Alcance",
           "Curtidas", "Comentários", "Salvamentos"),
    "de": ("Beitrags-ID", "Konto-Benutzername", "Veröffentlichungszeitpunkt", "Beitragstyp", "Aufrufe", "Reichweite",
           "„Gefällt mir“-Angaben", "Kommentare", "Gespeicherte Beiträge"),
}  # fmt: skip
POSTS = (
    ("1", "bakery", "09/28/2026 08:12", "IG image", "1250", "840", "30", "8", "5"),
    ("2", "bakery", "09/12/2026 07:05", "IG reel", "310", "", "7", "1", ""),
    ("3", "bakery", "09/13/2026 07:05", "IG story", "40", "38", "", "", ""),
)


@pytest.mark.parametrize("language", INSTAGRAM)
@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_instagram_in_any_language_order_separator_and_encoding(tmp_path: Path, language, order, separator, encoding):
    rows = [row[::order] for row in (INSTAGRAM[language], *POSTS)]
    file = put(tmp_path, "whatever.bin", text(rows, separator), encoding)
    (table,), asked = read(file)
    assert not asked
    assert table.network == "instagram"
    assert sums(table) == {"posts": 2, "views": 1600, "comments": 9, "saves": 5}
    assert {"people", "likes", "personal", "stories"} <= codes(table)
    assert all("bakery" not in row.figures + row.item for row in table.rows)


def test_facebook_keeps_the_fuller_of_two_rows_of_a_post_and_counts_views_of_either_name(tmp_path: Path):
    rows = [
        ("Post ID", "Page name", "Description", "Publish time", "Date", "Impressions", "Reach",
         "Reactions, comments and shares", "Reactions", "Total clicks"),
        ("100000000000000001", "Shop", 'Come\nearly, "really"', "09/28/2026 10:00", "Lifetime", "1,250", "840", "36", "25", "14"),
        ("100000000000000001", "Shop", 'Come\nearly, "really"', "09/28/2026 10:00", "Lifetime", "1,100", "800", "30", "20", "10"),
        ("100000000000000002", "Shop", "Hours", "09/12/2026 07:05", "Lifetime", "310", "220", "7", "6", "2"),
    ]  # fmt: skip
    (table,), _asked = read(put(tmp_path, "a.csv", text(rows)))
    assert table.format == "facebook_content"
    assert sums(table) == {"posts": 2, "views": 1560, "interactions": 43}
    assert "twice" in codes(table)


def test_the_report_by_days_is_refused(tmp_path: Path):
    head = ("Post ID", "Page name", "Publish time", "Reach", "Reactions", "Total clicks")
    rows = [head, *[("7", "Shop", "09/28/2026 10:00", n, n, n) for n in range(30)]]
    with pytest.raises(BadFile) as refused:
        read(put(tmp_path, "a.csv", text(rows)))
    assert refused.value.code == "import_daily"


def test_californias_evening_is_the_next_day_here(tmp_path: Path, monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Europe/Stockholm")
    time.tzset()
    try:
        rows = [INSTAGRAM["en"], ("1", "b", "09/27/2026 23:30", "IG image", 1, 1, 1, 1, 1)]
        (table,), _asked = read(put(tmp_path, "a.csv", text(rows)))
        assert table.rows[0].first == date(2026, 9, 28)
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("title", ["Instagram profile visits", "Facebook visits"])
def test_a_daily_figure_of_meta_has_its_name_above_it(tmp_path: Path, title):
    rows = 'sep=,\n"{}"\n"Date","Primary"\n"2026-09-07T00:00:00","8226"\n"2026-09-08T00:00:00","905"\n'
    (table,), asked = read(put(tmp_path, "x.csv", rows.format(title), "utf-16"))
    assert not asked
    assert (table.network, sums(table)) == (title.split()[0].lower(), {"profile_visits": 9131})


def test_which_network_a_daily_figure_is_of_is_asked_once_for_an_archive(tmp_path: Path):
    daily = '"Date","Primary"\n"2026-09-07T00:00:00","{}"\n'
    file = zipped(tmp_path, "meta.zip", {
        "Views.csv": ('sep=,\n"Views"\n' + daily.format(10)).encode("utf-16"),
        "Reach.csv": ('sep=,\n"Reach"\n' + daily.format(9)).encode("utf-16"),
        "__MACOSX/._Views.csv": b"\0\1", ".hidden.csv": b"x", "photo.png": b"\x89PNG",
    })  # fmt: skip
    _tables, asked = read(file)
    assert list(asked) == ["1.network"] and asked["1.network"].choices == ("facebook", "instagram")
    tables, asked = read(file, answers={"1.network": "facebook"})
    assert not asked
    assert [sums(table) for table in tables] == [{}, {"views": 10}]


def test_googles_totals_stay_a_period(tmp_path: Path):
    head = ("Store code", "Business name", "Address", "Google Search - Mobile", "Google Search - Desktop",
            "Google Maps - Mobile", "Google Maps - Desktop", "Calls", "Messages", "Bookings", "Directions", "Website clicks")  # fmt: skip
    said = ("", "", "", *["Number of people that viewed your Business Profile"] * 9)
    rows = [head, said, ("001", "Shop", "Mill Lane 1", 412, 96, 230, 31, 27, 0, "n/a", 64, 58)]
    name = "GMB insights (Performance Report) - 2026-9-1 - 2026-9-30 - 1.csv"
    (table,), _asked = read(put(tmp_path, name, text(rows)))
    assert sums(table) == {"views": 769, "calls": 27, "directions": 64, "link_clicks": 58, "interactions": 149}
    assert (table.first, table.last) == (date(2026, 9, 1), date(2026, 9, 30))
    assert all(one.week is None for one in readings(table.rows))
    _tables, asked = read(put(tmp_path, "report.csv", text(rows)))
    assert list(asked) == ["1.period"]
    (table,), _asked = read(tmp_path / "report.csv", answers={"1.period": "2026-09-07/2026-09-13"})
    assert {str(one.week) for one in readings(table.rows)} == {"2026-W37"}


LINKEDIN = {
    "Metrics": [
        ("Aggregated metrics of your page",),
        ("Date", "Impressions (organic)", "Impressions (total)", "Unique impressions (organic)", "Clicks (total)",
         "Reactions (total)", "Comments (total)", "Reposts (total)", "Engagement rate (total)"),
        ("09/07/2026", 120, 120, 80, 6, 4, 1, 0, 0.0917),
        ("09/08/2026", 95, 95, 70, 2, -1, -1, 0, 0.0105),
    ],
    "All posts": [
        ("Metrics of single posts",),
        ("Post title", "Post link", "Post type", "Posted by", "Created date", "Audience", "Impressions", "Clicks",
         "Likes", "Comments", "Reposts", "Engagement rate"),
        ("Title", "https://www.linkedin.com/feed/update/urn:li:activity:74001", "Organic", "Ann", "09/02/2026", "All",
         540, 23, 12, 3, 1, 0.07),
    ],
}  # fmt: skip


def test_linkedins_workbook_is_read_sheet_by_sheet_and_one_settles_the_days_of_the_other(tmp_path: Path):
    sheets = {**LINKEDIN, "Location": [("Location", "Total followers"), ("Lund", 3)]}
    tables, asked = read(workbook(tmp_path, "page.xls", sheets))
    assert not asked
    assert [(table.format, sums(table)) for table in tables] == [
        ("linkedin_metrics", {"views": 215, "clicks": 8, "comments": 0, "shares": 0}),
        ("linkedin_posts", {"posts": 1, "views": 540, "clicks": 23, "comments": 3, "shares": 1}),
    ]
    assert tables[1].rows[0].first == date(2026, 9, 2)
    assert "Ann" not in str(tables)


def test_linkedins_old_workbook(tmp_path: Path):
    tables, asked = read(Path(__file__).parent / "linkedin.xls")
    assert not asked
    assert [sums(table) for table in tables] == [
        {"views": 215, "clicks": 8, "comments": 0, "shares": 0},
        {"posts": 1, "views": 540, "clicks": 23, "comments": 3, "shares": 1},
        {"new_followers": 5},
    ]


def test_days_in_a_workbook_are_days(tmp_path: Path):
    rows = [("Date", "Sponsored followers", "Organic followers", "Total followers"), (date(2026, 9, 7), 0, 3, 3)]
    (table,), _asked = read(workbook(tmp_path, "f.xlsx", {"New followers": rows}))
    assert table.rows[0].first == date(2026, 9, 7)


def test_x_counts_posts_and_not_answers(tmp_path: Path):
    rows = [
        ("Post id", "Date", "Post text", "Impressions", "Likes", "Engagements", "New follows", "Replies", "Detail Expands"),
        ("2074000000000000001", "Tue, Jul 14, 2026", "Open from August", "1,229", 12, 30, 0, 2, 20),
        ("2074000000000000002", "Mon, Jul 13, 2026", "@ann Yes", 34, 2, 3, 1, 1, 1),
        ("", "Mon, Jul 13, 2026", "no id", 1, 1, 1, 1, 1, 1),
    ]
    (table,), _asked = read(put(tmp_path, "x.csv", text(rows)))
    assert sums(table) == {"posts": 1, "views": 1263, "interactions": 33, "new_followers": 1, "comments": 3}
    assert {"replies", "no_id"} <= codes(table)


def test_the_older_file_of_x(tmp_path: Path):
    head = ("Tweet id", "Tweet permalink", "Tweet text", "time", "impressions", "engagements", "engagement rate",
            "retweets", "replies", "favorites", "detail expands", "promoted media engagements")  # fmt: skip
    rows = [head, ("5", "https://t", "Hi", "2015-09-30 18:42 +0000", "424.0", "12.0", "0.028", "1.0", "0.0", "3.0", "2.0", "-")]
    (table,), _asked = read(put(tmp_path, "x.csv", text(rows)))
    assert sums(table) == {"posts": 1, "views": 424, "interactions": 12, "shares": 1, "comments": 0}
    assert table.rows[0].first == date(2015, 9, 30)


TIKTOK = [("Date", "Followers", "Difference in followers from previous day"),
          ("December 30", "undefined", 0), ("December 31", 10, 0), ("January 1", 9, -1)]  # fmt: skip


def test_tiktoks_days_have_no_year_so_it_is_asked_and_counted_back_over_new_year(tmp_path: Path):
    file = put(tmp_path, "FollowerHistory.csv", text(TIKTOK))
    _tables, asked = read(file)
    assert asked["1.year"].choices == ("2026", "2025", "2024")
    (table,), _asked = read(file, answers={"1.year": "2026"})
    assert [row.first for row in table.rows] == [date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 1)]
    assert [one.value for one in readings(table.rows) if one.metric == "followers_total"] == [9]


def test_tiktok_newest_first_and_in_spanish(tmp_path: Path):
    rows = [("Fecha", "Visualizaciones de vídeo", "Visitas al perfil"), ("2 de enero", 5, 1), ("31 de diciembre", 7, 2)]
    (table,), _asked = read(put(tmp_path, "a.csv", text(rows)), answers={"1.year": "2026"})
    assert [row.first for row in table.rows] == [date(2026, 1, 2), date(2025, 12, 31)]


def test_youtube_leaves_its_row_of_totals_out(tmp_path: Path):
    head = ("Video title", "Content", "Views", "Video publish time", "Watch time (hours)", "Subscribers",
            "Thumbnail impressions", "Thumbnail click-through rate (%)")  # fmt: skip
    rows = [head, ("", "Total", 620, "", 23.5012, 12, 9000, 5.1),
            ('How to "store"\nbread', "abc", 500, "Sep 20, 2026", 20.25, 10, 7000, 5.4),
            ("Knife", " -HNx", 120, "Aug 2, 2026", 3.2512, 2, 2000, 4.05)]  # fmt: skip
    (table,), asked = read(put(tmp_path, "Table data.csv", text(rows)))
    assert not asked
    assert sums(table) == {"posts": 2, "views": 620, "watch_hours": 23.5012, "new_followers": 12}
    assert {row.item for row in table.rows} == {"abc", "-HNx"}


def test_rows_a_week_apart_are_weeks(tmp_path: Path):
    rows = [("Date", "Unique viewers"), *[(f"2026-09-{day:02d}", day) for day in (7, 14, 21)]]
    (table,), _asked = read(put(tmp_path, "Chart data.csv", text(rows)), network="youtube")
    assert [(str(one.week), one.metric, one.value) for one in readings(table.rows)] == [
        ("2026-W37", "reach", 7), ("2026-W38", "reach", 14), ("2026-W39", "reach", 21),
    ]  # fmt: skip


def test_pinterest_has_a_preamble_and_other_tables_below(tmp_path: Path):
    content = (
        "Analytics overview\n2026-09-01 - 2026-09-30\nClaimed accounts,All Pins\n\nDate,Impressions\n2026-09-01,100\n"
        "2026-09-02,118\nData starting from today is an estimate.\n\nTop Pins\n\nPinterest Link,Content Type,Impressions\n"
        "https://www.pinterest.com/pin/1/,Organic,1840\n"
    )
    (table,), asked = read(put(tmp_path, "p.csv", content))
    assert not asked
    assert (table.network, sums(table)) == ("pinterest", {"views": 218})
    assert (table.first, table.last) == (date(2026, 9, 1), date(2026, 9, 30))


def test_newsletters_of_three_services(tmp_path: Path):
    mailchimp = [("Title", "Unique Id", "Send Date", "Total Recipients", "Successful Deliveries", "Unique Opens", "Open Rate",
                  "Total Opens", "Unique Clicks", "Total Clicks", "Unsubscribes", "Bounce Rate"),
                 ("June", "0a", "Jun 09, 2018 09:30 pm", "1,751", 1740, 350, "27.78%", 600, 41, 60, 2, "n/a")]  # fmt: skip
    klaviyo = [("Campaign Name", "Send Time", "Total Recipients", "Unique Placed Order", "Unique Opens", "Unique Clicks",
                "Campaign ID", "Campaign Channel"),
               ("June", "2026-06-09 09:30:00", "121401.0", "3.0", "500.0", "41.0", "K1", "email")]  # fmt: skip
    mailerlite = '"Campaign report"\n"Subject:","June"\n"Sent:","2026-06-09 09:30"\n"Campaign results"\n' \
                 '"Total emails sent:","1,751"\n"Opened:","350 (35.18%)"\n"Clicked:","41 (2.3%)"\n'  # fmt: skip
    first, second, third = (
        read(put(tmp_path, name, content))[0][0]
        for name, content in (("a.csv", text(mailchimp)), ("b.csv", text(klaviyo)), ("c.csv", mailerlite))
    )
    assert sums(first)["recipients"] == 1740 and sums(first)["posts"] == 1
    assert first.rows[0].first == date(2018, 6, 9)
    assert sums(second)["recipients"] == 121401 and sums(second)["unique_clicks"] == 41
    assert sums(third)["recipients"] == 1751 and sums(third)["unique_opens"] == 350
    assert {table.network for table in (first, second, third)} == {"newsletter"}


def test_our_own_table(tmp_path: Path):
    rows = [("date", "platform", "followers", "posts", "enquiries", "sales", "note"),
            ("2026-09-09", "bluesky", 140, 2, 1, "12.50", "x"), ("2026-09-09", "WhatsApp", "", 1, "", "", ""),
            ("2026-09-16", "bluesky", "", "", "", "", "")]  # fmt: skip
    (table,), asked = read(put(tmp_path, "t.csv", text(rows)))
    assert not asked
    found = {(row.network, row.first): row.values for row in table.rows}
    assert found == {
        ("bluesky", date(2026, 9, 7)): {"audience": 140, "posts": 2, "enquiries": 1, "sales": 1250},
        ("whatsapp", date(2026, 9, 7)): {"posts": 1},
    }
    assert "empty" in codes(table)
