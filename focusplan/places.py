"""How numbers, money, times and paper look in a place: a table by country, after Unicode's CLDR.

A place is a country (ISO 3166, two letters). Where one country writes in two ways, the language
decides. Countries that stand in no table here are written as in most of Europe: 1 234,5 and 09:00.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

SPACE = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"

HOME_COUNTRY = {"en": "GB", "es": "ES", "fr": "FR", "sv": "SE"}
"""The country that is taken for a language when none is named."""

_COMMA_GROUPS = frozenset(
    "AE AG AI AS AU BB BD BM BS BT BW BZ CA CK CN CU DM DO EG ER ET FJ FK FM GB GD GG GH GI GM GT GU GY HK"
    " HN IE IL IM IN IQ JE JM JO JP KE KH KI KN KR KW KY LC LK LR MH MM MN MO MP MS MT MW MX MY NA NG NI NR"
    " NZ OM PA PE PG PH PK PR PW QA SA SB SD SG SH SL SS SV TH TO TT TV TW TZ UG UM US VC VG VI VU WS YE"
    " ZM ZW".split()
)
_POINT_GROUPS = frozenset(
    "AD AR AT AW BA BE BO BQ BR CL CO CW CY DE DK EC ES FO GQ GR HR ID IS IT LU ME MK NL PY RO RS SI SM SR"
    " SX TR UY VA VE VN".split()
)
_NARROW_GROUPS = frozenset(
    "BF BI BJ CD CF CG CI CM DJ FR GA GF GN GP HT KM MC MF MG ML MQ MU NC NE PF PM RE SC SN TD TG WF"
    " YT".split()
)
_SWISS = frozenset(("CH", "LI"))
_OTHERWISE_IN_FRENCH = {"BE": NARROW, "CA": SPACE, "CH": NARROW}
"""Countries of two languages whose French half writes 1 234,5 and its money behind."""
_MONEY_BEFORE = _COMMA_GROUPS - frozenset(("AE", "EG", "IL", "IQ", "JO", "OM", "QA", "SA", "YE")) | frozenset(
    "AR AT BO BQ BR CH CL CO CR CW EC LI NL PY SR SX TR UY VE ZA".split()
)
_TWELVE_HOURS = frozenset(
    "AE AG AR AS AU BB BD BM BS BZ CA CL CO CR CU CY DM DO DZ EC EG FJ GD GH GR GT GU GY HK HN IN IQ JM JO KN"
    " KR KW KY LB LC LK LR LY MH MW MX MY NA NI NZ OM PA PE PH PK PR QA SA SB SD SG SL SV SY TO TT TW UM US"
    " UY VC VE VG VI YE ZM".split()
)
_SHORT_HOURS = frozenset("AD BG CZ ES GQ HU IC IL JP MM SK".split())
_DOT_TIMES = frozenset(("DK", "GL", "ID"))
_LETTER = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())
_SUNDAY = frozenset(
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA"
    " PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW".split()
)
_SATURDAY = frozenset("AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY".split())
_MONTH_FIRST = frozenset(("US", "PH", "PR", "GU", "AS", "UM", "VI"))

_WHOLE_CURRENCIES = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split())
_SIGNS = {"EUR": "€", "GBP": "£", "USD": "US$", "CAD": "CA$", "AUD": "A$", "NZD": "NZ$", "MXN": "MX$",
          "JPY": "¥", "INR": "₹", "BRL": "R$"}  # fmt: skip
_HOME_SIGNS = {
    "USD": ("$", frozenset("US PR EC SV GU AS UM VI PA".split())), "CAD": ("$", frozenset(("CA",))),
    "AUD": ("$", frozenset(("AU",))), "NZD": ("$", frozenset(("NZ",))), "MXN": ("$", frozenset(("MX",))),
    "ARS": ("$", frozenset(("AR",))), "CLP": ("$", frozenset(("CL",))), "COP": ("$", frozenset(("CO",))),
    "UYU": ("$", frozenset(("UY",))), "SEK": ("kr", frozenset(("SE", "AX", "FI"))),
    "NOK": ("kr", frozenset(("NO",))), "DKK": ("kr.", frozenset(("DK",))), "ISK": ("kr.", frozenset(("IS",))),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """One country's way of writing. `clock` is "12" (9:00 am), "9:00" or "09:00"; weekdays are 0 to 6."""

    country: str
    group: str
    decimal: str
    money_first: bool
    clock: str
    time_separator: str
    paper: str
    first_weekday: int
    month_first: bool


def place_of(country: str, language: str) -> Place:
    """The place `country` as it is written in `language`; an unknown country is no fault."""
    country = country.upper()
    french = language == "fr" and country in _OTHERWISE_IN_FRENCH
    group, decimal = (_OTHERWISE_IN_FRENCH[country], ",") if french else _separators(country)
    return Place(
        country=country,
        group=group,
        decimal=decimal,
        money_first=country in _MONEY_BEFORE and not french,
        clock="09:00" if french else _clock(country),
        time_separator="." if country in _DOT_TIMES else ":",
        paper=paper_of(country),
        first_weekday=weekday_of(country),
        month_first=language == "en" and country in _MONTH_FIRST,
    )


def paper_of(country: str) -> str:
    """"Letter" where shops sell that, else "A4"."""
    return "Letter" if country.upper() in _LETTER else "A4"


def weekday_of(country: str) -> int:
    """The weekday a calendar's rows begin with: 0 Monday, 5 Saturday, 6 Sunday."""
    country = country.upper()
    return 6 if country in _SUNDAY else 5 if country in _SATURDAY else 0


def write_number(value: Decimal, digits: int, place: Place) -> str:
    """`value` with `digits` decimals and the place's separators; halves go to the even neighbour."""
    rounded = value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_EVEN)
    text = f"{abs(rounded):,.{digits}f}"
    whole, _, rest = text.partition(".")
    sign = "\N{MINUS SIGN}" if rounded < 0 else ""
    return sign + whole.replace(",", place.group) + (place.decimal + rest if rest else "")


def write_money(value: Decimal, currency: str, place: Place) -> str:
    """An amount with its sign on the side where the place puts it."""
    digits = 0 if currency in _WHOLE_CURRENCIES else 2
    amount = write_number(abs(value), digits, place)
    minus = "\N{MINUS SIGN}" if amount.strip("0.,") and value < 0 else ""
    sign = currency_sign(currency, place)
    if not place.money_first:
        return f"{minus}{amount}{SPACE}{sign}"
    gap = SPACE if sign[-1].isalpha() else ""
    return f"{minus}{sign}{gap}{amount}"


def currency_sign(currency: str, place: Place) -> str:
    """The sign people of the place use: "$" for their own dollar, "US$" for another's, else the code."""
    sign, homes = _HOME_SIGNS.get(currency, ("", frozenset[str]()))
    if place.country in homes:
        return sign
    return _SIGNS.get(currency, currency)


def _separators(country: str) -> tuple[str, str]:
    if country in _COMMA_GROUPS:
        return ",", "."
    if country in _POINT_GROUPS:
        return ".", ","
    if country in _SWISS:
        return "\N{RIGHT SINGLE QUOTATION MARK}", "."
    return (NARROW if country in _NARROW_GROUPS else SPACE), ","


def _clock(country: str) -> str:
    if country in _TWELVE_HOURS:
        return "12"
    return "9:00" if country in _SHORT_HOURS else "09:00"


_SPACES = str.maketrans(dict.fromkeys((SPACE, NARROW, "\N{THIN SPACE}"), " ") | {"'": "’"})


def read_number(text: str, place: Place) -> tuple[Decimal, ...]:
    """What `text` can mean as a figure: nothing, one figure, or two where its mark is unclear.

    Understood are the digits 0 to 9, a decimal mark, and marks or spaces between groups of three. One mark
    before three digits ("1.234") means two figures, unless the place writes its thousands just so; so does a
    mark that only other places use ("12.50" in Spain).
    """
    figure = text.strip().translate(_SPACES)
    if len(figure) > 40 or not figure.isascii() and "’" not in figure:
        return ()
    marks = [char for char in figure if not "0" <= char <= "9"]
    groups = " " if place.group in (SPACE, NARROW) else f" {place.group}"
    at_home = _read(figure, groups, place.decimal)
    lonely = len(marks) == 1 and marks[0] in ".,"
    elsewhere = {value for value in (_read(figure, ",", "."), _read(figure, ".", ",")) if value is not None}
    if at_home is not None:
        return tuple(sorted({at_home} | elsewhere)) if lonely and marks[0] == place.decimal else (at_home,)
    if not lonely or not elsewhere:
        return ()
    return tuple(sorted(elsewhere | {Decimal(figure.replace(marks[0], ""))}))


def _read(figure: str, groups: str, decimal: str) -> Decimal | None:
    """The figure by one convention: any one of `groups` between threes, `decimal` before the rest."""
    whole, mark, rest = figure.partition(decimal)
    if mark and not re.fullmatch("[0-9]+", rest):
        return None
    if not any(re.fullmatch(rf"[0-9]+|[1-9][0-9]{{0,2}}({re.escape(g)}[0-9]{{3}})+", whole) for g in groups):
        return None
    digits = "".join(char for char in whole if char not in groups)
    return Decimal(f"{digits}.{rest}" if mark else digits)


def system_locale() -> tuple[str, str | None]:
    """Language and country this computer is set to, such as ("sv", "SE"); ("en", None) if it says nothing."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if found := os.environ.get(name):
            return _split_locale(found)
    return _split_locale(_desktop_locale())


def _split_locale(name: str) -> tuple[str, str | None]:
    """ "sv_SE.UTF-8@euro" and "sv-SE" are ("sv", "SE"); "C" and "POSIX" say nothing."""
    match = re.match(r"([a-z]{2,3})(?:[-_](?:[A-Z][a-z]{3}[-_])?([A-Z]{2}))?(?![A-Za-z])", name)
    return (match[1], match[2]) if match else ("en", None)


def _desktop_locale() -> str:
    """What Windows and macOS keep outside the environment; "" on other systems or when they don't answer."""
    if sys.platform == "win32":  # pragma: no cover (asks Windows itself)
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    if sys.platform == "darwin":
        import subprocess

        asked = ["/usr/bin/defaults", "read", "-g", "AppleLocale"]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    return ""
