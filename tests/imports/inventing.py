"""Export files by chance: every platform, in other orders, languages, separators, letters and ways to write
figures and days, with sums that are added up here and not by the program."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.imports.made import TODAY, workbook

LANGUAGES = ("en", "sv", "es", "fr", "de")
NAMES = ("Åsa Öberg", "José Núñez", "Chloé Lefèvre", "Jürgen Groß", "Ann \"Annie\" Lee, Jr.", "=cmd|' /C calc'!A0")


@dataclass(frozen=True)
class Column:
    """`metric`: what is added up of it, empty for nothing; `names` by language, several for one; `kind`: count, text,
    id, day, person, rate, likes, people."""

    metric: str
    kind: str
    names: dict[str, tuple[str, ...]]
    needed: bool = False


@dataclass(frozen=True)
class Platform:
    """One kind of file. `days`: how its days are written; `posts` whether rows are counted."""

    network: str
    form: str
    columns: tuple[Column, ...]
    days: tuple[str, ...]
    posts: bool = True
    languages: tuple[str, ...] = LANGUAGES
    negative: bool = False
    text: bool = True


@dataclass
class Made:
    """A file with what is right to read in it."""

    path: Path
    platform: Platform
    language: str
    sums: dict[str, int]
    style: str
    order: str
    told: list[str] = field(default_factory=list)


def names(en: str = "", sv: str = "", es: str = "", fr: str = "", de: str = "") -> dict[str, tuple[str, ...]]:
    said = {"en": en, "sv": sv, "es": es, "fr": fr, "de": de}
    return {language: tuple(text.split(" / ")) for language, text in said.items() if text}


def _c(metric: str, kind: str, *said: str, needed: bool = False) -> Column:
    return Column(metric, kind, names(*said), needed)


FACEBOOK = Platform("facebook", "facebook_content", (
    _c("", "id", "Post ID", "Publicerings-id", "Identificador de la publicación", "Identifiant de publication", "Beitrags-ID", needed=True),
    _c("", "text", "Page ID", "Sid-id", "Identificador de la página", "ID de Page", "Seiten-ID", needed=True),
    _c("", "person", "Page name", "Sidnamn", "Nombre de la página", "Nom de la Page", "Seitenname", needed=True),
    _c("", "text", "Title", "Titel", "Título", "Titre", "Titel"),
    _c("", "text", "Description", "Beskrivning", "Descripción", "Description", "Beschreibung"),
    _c("", "day", "Publish time", "Publiceringstid", "Hora de publicación", "Heure de publication", "Veröffentlichungszeitpunkt", needed=True),
    _c("", "type", "Post type", "Inläggstyp", "Tipo de publicación", "Type de publication", "Beitragstyp"),
    _c("", "text", "Permalink", "Permalänk", "Enlace permanente", "Permalien", "Permalink"),
    _c("views", "count", "Views / Impressions", "Visningar", "Visualizaciones", "Vues", "Aufrufe", needed=True),
    _c("", "people", "Reach", "Räckvidd", "Alcance", "Couverture", "Reichweite"),
    _c("interactions", "count", "Reactions, Comments and Shares / Reactions, comments and shares", "Reaktioner, kommentarer och delningar"),
    _c("", "likes", "Reactions", "Reaktioner", "Reacciones", "Réactions", "Reaktionen", needed=True),
    _c("comments", "count", "Comments", "Kommentarer", "Comentarios", "Commentaires", "Kommentare"),
    _c("shares", "count", "Shares", "Delningar", "Veces que se ha compartido", "Partages", "Geteilte Inhalte"),
    _c("", "likes", "Total clicks", "Totalt antal klick", "Total de clics", "Total des clics", "Klicks insgesamt"),
    _c("link_clicks", "count", "Link Clicks / Link clicks", "Länkklick", "Clics en el enlace", "Clics sur un lien", "Link-Klicks"),
), ("meta",))  # fmt: skip
INSTAGRAM = Platform("instagram", "instagram_content", (
    _c("", "id", "Post ID", "Publicerings-id", "Identificador de la publicación", "Identifiant de publication", "Beitrags-ID", needed=True),
    _c("", "text", "Account ID", "Konto-id", "Identificador de la cuenta", "ID de compte", "Konto-ID", needed=True),
    _c("", "person", "Account username", "Kontots användarnamn", "Nombre de usuario de la cuenta", "Nom d’utilisateur du compte", "Konto-Benutzername", needed=True),
    _c("", "person", "Account name", "Kontonamn", "Nombre de la cuenta", "Nom du compte", "Kontoname"),
    _c("", "text", "Description", "Beskrivning", "Descripción", "Description", "Beschreibung"),
    _c("", "day", "Publish time", "Publiceringstid", "Hora de publicación", "Heure de publication", "Veröffentlichungszeitpunkt", needed=True),
    _c("", "type", "Post type", "Inläggstyp", "Tipo de publicación", "Type de publication", "Beitragstyp"),
    _c("views", "count", "Views", "Visningar", "Visualizaciones", "Vues", "Aufrufe", needed=True),
    _c("", "people", "Reach", "Räckvidd", "Alcance", "Couverture", "Reichweite"),
    _c("", "likes", "Likes", "Gilla-markeringar", "Me gusta", "J’aime", "„Gefällt mir“-Angaben", needed=True),
    _c("comments", "count", "Comments", "Kommentarer", "Comentarios", "Commentaires", "Kommentare"),
    _c("shares", "count", "Shares", "Delningar", "Veces que se ha compartido", "Partages", "Geteilte Inhalte"),
    _c("new_followers", "count", "Follows", "Följer", "Seguimientos", "Followers", "Follows"),
    _c("saves", "count", "Saves", "Sparade objekt", "Veces que se ha guardado", "Enregistrements", "Gespeicherte Beiträge", needed=True),
), ("meta",))  # fmt: skip
X = Platform("x", "x_content", (
    _c("", "id", "Post id", needed=True), _c("", "day", "Date", needed=True), _c("", "text", "Post text"), _c("", "text", "Post Link"),
    _c("views", "count", "Impressions", needed=True), _c("", "likes", "Likes"), _c("interactions", "count", "Engagements", needed=True),
    _c("saves", "count", "Bookmarks"), _c("", "likes", "Shares"), _c("new_followers", "count", "New follows"),
    _c("comments", "count", "Replies"), _c("shares", "count", "Reposts"), _c("profile_visits", "count", "Profile visits"),
    _c("", "likes", "Detail Expands", needed=True), _c("link_clicks", "count", "URL Clicks"),
), ("weekday",), languages=("en",))  # fmt: skip
X_DAYS = Platform("x", "x_overview", (
    _c("", "day", "Date", needed=True), _c("views", "count", "Impressions", needed=True), _c("", "likes", "Likes"),
    _c("interactions", "count", "Engagements", needed=True), _c("saves", "count", "Bookmarks"), _c("", "likes", "Shares"),
    _c("new_followers", "count", "New follows"), _c("", "likes", "Unfollows", needed=True), _c("comments", "count", "Replies"),
    _c("shares", "count", "Reposts"), _c("profile_visits", "count", "Profile visits"), _c("", "likes", "Create Post"),
), ("weekday", "iso"), posts=False, languages=("en",))  # fmt: skip
TIKTOK = Platform("tiktok", "tiktok_overview", (
    _c("", "day", "Date", "Datum", "Fecha", "Date", "Datum", needed=True),
    _c("views", "count", "Video Views / Video views", "Videovisningar", "Visualizaciones de vídeos", "Vues de vidéos", "Videoaufrufe", needed=True),
    _c("profile_visits", "count", "Profile Views / Profile views", "Profilvisningar", "Visualizaciones del perfil", "Vues du profil", "Profilaufrufe", needed=True),
    _c("", "likes", "Likes", "Gilla-markeringar", "Me gusta", "J’aime", "Likes"),
    _c("comments", "count", "Comments", "Kommentarer", "Comentarios", "Commentaires", "Kommentare"),
    _c("shares", "count", "Shares", "Delningar", "Veces compartido", "Partages", "Geteilte Inhalte"),
), ("short", "iso"), posts=False)  # fmt: skip
YOUTUBE = Platform("youtube", "youtube_videos", (
    _c("", "id", "Content", "Innehåll", "Contenido", "Contenu", "Inhalte", needed=True),
    _c("", "text", "Video title", "Videotitel", "Título del vídeo", "Titre de la vidéo", "Videotitel", needed=True),
    _c("", "day", "Video publish time", "Videons publiceringstid", "Hora de publicación del vídeo", "Heure de publication de la vidéo", "Veröffentlichungszeitpunkt des Videos", needed=True),
    _c("views", "count", "Views", "Visningar", "Visualizaciones", "Vues", "Aufrufe", needed=True),
    _c("new_followers", "count", "Subscribers", "Prenumeranter", "Suscriptores", "Abonnés", "Abonnenten"),
    _c("", "likes", "Thumbnail impressions / Impressions", "Exponeringar", "Impresiones", "Impressions", "Impressionen"),
    _c("comments", "count", "Comments added", "Tillagda kommentarer", "Comentarios añadidos", "Commentaires ajoutés", "Hinzugefügte Kommentare"),
    _c("shares", "count", "Shares", "Delningar", "Veces compartido", "Partages", "Geteilte Inhalte"),
    _c("", "rate", "Thumbnail click-through rate (%) / Impressions click-through rate (%)", "Klickfrekvens för exponeringar (%)"),
), ("words", "iso"))  # fmt: skip
MAILCHIMP = Platform("newsletter", "mailchimp_campaigns", (
    _c("", "text", "Title"), _c("", "text", "Subject"), _c("", "text", "List"), _c("", "day", "Send Date", needed=True),
    _c("", "count", "Total Recipients", needed=True), _c("", "count", "Successful Deliveries"),
    _c("unique_opens", "count", "Unique Opens", needed=True), _c("", "percent", "Open Rate"), _c("opens", "count", "Total Opens"),
    _c("unique_clicks", "count", "Unique Clicks", needed=True), _c("", "percent", "Click Rate"), _c("clicks", "count", "Total Clicks"),
    _c("unsubscribes", "count", "Unsubscribes"), _c("", "id", "Unique Id", needed=True),
), ("mailchimp",), languages=("en",))  # fmt: skip
KLAVIYO = Platform("newsletter", "klaviyo_campaigns", (
    _c("", "text", "Campaign Name", needed=True), _c("", "day", "Send Time", needed=True), _c("", "count", "Total Recipients", needed=True),
    _c("", "likes", "Unique Placed Order", needed=True), _c("unique_opens", "count", "Unique Opens", needed=True), _c("opens", "count", "Total Opens"),
    _c("unique_clicks", "count", "Unique Clicks", needed=True), _c("clicks", "count", "Total Clicks"),
    _c("", "id", "Campaign ID", needed=True), _c("", "text", "Campaign Channel", needed=True), _c("unsubscribes", "count", "Unsubscribes"),
), ("stamp",), languages=("en",))  # fmt: skip
LINKEDIN = Platform("linkedin", "linkedin_metrics", (
    _c("", "day", "Date", needed=True), _c("views", "count", "Impressions (total)", needed=True), _c("", "likes", "Impressions (organic)", needed=True),
    _c("clicks", "count", "Clicks (total)", needed=True), _c("", "likes", "Clicks (organic)"), _c("", "likes", "Reactions (total)", needed=True),
    _c("comments", "count", "Comments (total)"), _c("shares", "count", "Reposts (total) / Shares (total)"), _c("", "rate", "Engagement rate (total)"),
), ("us",), posts=False, languages=("en",), negative=True)  # fmt: skip
PLATFORMS = (FACEBOOK, INSTAGRAM, X, X_DAYS, TIKTOK, YOUTUBE, MAILCHIMP, KLAVIYO, LINKEDIN)

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}
_SHORT = {
    "sv": "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.", "es": "ene feb mar abr may jun jul ago sept oct nov dic",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.", "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
}  # fmt: skip


def written_day(day: date, form: str, language: str, order: str) -> str:
    """A day as the platform writes it in a language."""
    month = _MONTHS[language].split()[day.month - 1]
    if form == "meta":
        return f"{day:%m/%d/%Y} 12:05" if order == "mdy" else f"{day:%d/%m/%Y} 12:05"
    if form == "us":
        return f"{day:%m/%d/%Y}"
    if form == "weekday":
        return f"{day:%a, %b} {day.day}, {day.year}"
    if form == "mailchimp":
        return f"{day:%b %d, %Y} 09:30 pm"
    if form == "stamp":
        return f"{day.isoformat()} 09:30:00"
    if form == "short":
        return {"en": f"{month} {day.day}", "es": f"{day.day} de {month}", "de": f"{day.day}. {month}"}.get(language, f"{day.day} {month}")
    if form == "words":
        if language == "en":
            return f"{month[:3]} {day.day}, {day.year}"
        dot = "." if language == "de" else ""
        return f"{day.day}{dot} {_SHORT[language].split()[day.month - 1]} {day.year}"
    return day.isoformat()


STYLES: dict[str, Callable[[int], str]] = {
    "plain": str, "point": lambda n: f"{n:,}", "comma": lambda n: f"{n:,}".replace(",", "."),
    "space": lambda n: f"{n:,}".replace(",", " "), "nbsp": lambda n: f"{n:,}".replace(",", "\u00a0"),
    "narrow": lambda n: f"{n:,}".replace(",", "\u202f"), "apostrophe": lambda n: f"{n:,}".replace(",", "’"),
}  # fmt: skip
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman")


def invent(pick: Random, folder: Path, number: int) -> Made:
    """A file by chance."""
    platform = pick.choice(PLATFORMS)
    language = pick.choice(platform.languages)
    kept = [one for one in platform.columns if language in one.names and (one.needed or pick.random() < 0.7)]
    pick.shuffle(kept)
    style = _style(pick, language)
    order = "dmy" if "meta" in platform.days and language != "en" and pick.random() < 0.5 else "mdy"
    form = pick.choice(platform.days)
    count = pick.randrange(1, 30)
    start = TODAY - timedelta(days=pick.randrange(40, 300))
    days = [start + timedelta(days=n) for n in range(count)]
    if platform.posts:
        days = [start + timedelta(days=pick.randrange(60)) for _ in range(count)]
        days = [min(day, TODAY - timedelta(days=2)) for day in days]
    if pick.random() < 0.5:
        days.reverse()
    head = [pick.choice(one.names[language]) for one in kept]
    if pick.random() < 0.3:
        head = [pick.choice((name, name.upper(), name.lower(), f" {name} ", f"\u200b{name}")) for name in head]
    sums: dict[str, int] = {"posts": count} if platform.posts else {}
    rows = [[_cell(pick, one, day, place, platform, language, form, order, style, sums) for one in kept]
            for place, day in enumerate(days)]  # fmt: skip
    if pick.random() < 0.4:
        at = pick.randrange(len(head) + 1)
        head.insert(at, pick.choice(("Ad impressions of the future", "Größe", "Nyhet", "Estimated earnings (EUR)")))
        for row in rows:
            row.insert(at, pick.choice(("", "12,5", "3.141", "abc", "—")))
    if platform is YOUTUBE:
        total = ["Total" if one.kind == "id" else str(sums.get(one.metric, 9)) if one.metric else "" for one in kept]
        if len(total) == len(head):
            rows.insert(0, total)
    table = [head, *rows]
    sums = {metric: value for metric, value in sums.items() if value or metric in sums}
    told = [platform.form, language, style, order, form]
    path = _stored(pick, folder, number, table, platform, told)
    return Made(path, platform, language, sums, style, order, told)


def _style(pick: Random, language: str) -> str:
    local = {"en": ("plain", "point", "space"), "de": ("plain", "comma", "apostrophe")}
    return pick.choice(local.get(language, ("plain", "space", "nbsp", "narrow")))


def _cell(
    pick: Random, one: Column, day: date, place: int, platform: Platform, language: str, form: str, order: str, style: str,
    sums: dict[str, int],
) -> str:  # fmt: skip
    if one.kind == "day":
        return written_day(day, form, language, order)
    if one.kind == "id":
        return f"{17 * 10**16 + place}" if platform not in (YOUTUBE, KLAVIYO) else f"aB{place}_-x{place}"
    if one.kind == "person":
        return pick.choice(NAMES)
    if one.kind == "text":
        return pick.choice(("Hello", "Bröd, ost;\noch \"vin\"", "", "1,234", "Tab\there | bar", "é" * 30, "2026-09-01"))
    if one.kind == "type":
        return pick.choice(("IG image", "IG reel", "Photos", "Videos", "Links"))
    if one.kind == "rate":
        return pick.choice(("5.4", "4.05", "0"))
    if one.kind == "percent":
        return pick.choice(("27.78%", "n/a", "3%"))
    if pick.random() < 0.1 and not (one.needed and platform in (TIKTOK,)):
        return pick.choice(("", "-", "n/a", "--"))
    value = pick.choice((0, 7, 85, 640, 1234, 12_500, 1_234_567, pick.randrange(10**6)))
    if platform.negative and pick.random() < 0.1:
        value = -pick.randrange(1, 9)
    if one.metric:
        sums[one.metric] = sums.get(one.metric, 0) + value
    if platform is KLAVIYO:
        return f"{value}.0"
    return STYLES[style](value)


def _stored(pick: Random, folder: Path, number: int, table: list[list[str]], platform: Platform, told: list[str]) -> Path:
    """The table as a text, a workbook, or either in an archive."""
    separator = pick.choice(",;\t|")
    quoting = pick.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, quoting=quoting, lineterminator=pick.choice(("\n", "\r\n")))
    writer.writerows(table)
    content = out.getvalue()
    if pick.random() < 0.3:
        content += pick.choice(("\n", "\r\n\r\n", separator * 3 + "\n"))
    if pick.random() < 0.2 and separator != "\t":
        content = f"sep={separator}\n{content}"
    encoding = _encoding(pick, content)
    told += [repr(separator), encoding]
    data = content.encode(encoding)
    name = f"file {number}.{pick.choice(('csv', 'txt', 'tsv', 'CSV', 'xls'))}"
    if pick.random() < 0.2:
        return _book(folder, number, table, told)
    if pick.random() < 0.2:
        told.append("zip")
        path = folder / f"{number}.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"Export/{name}", data)
            archive.writestr(f"__MACOSX/Export/._{name}", b"\0\5\x16\7")
            archive.writestr("Export/.DS_Store", b"\0\0\0\1Bud1")
        return path
    path = folder / name
    path.write_bytes(data)
    return path


def _encoding(pick: Random, content: str) -> str:
    left = list(_ENCODINGS)
    pick.shuffle(left)
    for one in left:
        try:
            if content.encode(one).decode(one) == content:
                return one
        except UnicodeEncodeError:
            continue
    return "utf-8"


def _book(folder: Path, number: int, table: Sequence[Sequence[str]], told: list[str]) -> Path:
    told.append("xlsx")
    return workbook(folder, f"{number}.xlsx", {"Readme": [("Exported",)], "Sheet": table})
