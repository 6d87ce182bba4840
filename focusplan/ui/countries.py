"""Countries and currencies to choose from, as Qt knows them.

A country is named as it names itself, in the language of the run where that is spoken there; in English where
its own letters are not Latin, since the bundled font has no others.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from PySide6.QtCore import QLocale


@lru_cache(maxsize=4)
def countries(language: str) -> tuple[tuple[str, str], ...]:
    """Code of two letters and name of every country, by name."""
    found: dict[str, str] = {}
    for territory in QLocale.Country:
        code = QLocale.territoryToCode(territory)
        if len(code) == 2 and code.isalpha() and _locale(territory) is not None:
            found[code] = _name(territory, language)
    return tuple(sorted(found.items(), key=lambda pair: (_folded(pair[1]), pair[0])))


@lru_cache(maxsize=1)
def currencies() -> tuple[str, ...]:
    """Codes of three letters."""
    return tuple(sorted({currency_of(code) for code, _name in countries("en")} - {""}))


def currency_of(country: str) -> str:
    """What is paid with in a country; empty where Qt does not know."""
    locale = _locale(QLocale.codeToTerritory(country))
    return locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) if locale else ""


def _locale(territory: QLocale.Country) -> QLocale | None:
    """How a country writes, or None for what is no country."""
    locale = QLocale(QLocale.Language.AnyLanguage, territory)
    known = territory != QLocale.Country.AnyTerritory and locale.territory() == territory
    return locale if known else None


def _name(territory: QLocale.Country, language: str) -> str:
    wanted = QLocale(language).language()
    spoken = QLocale(wanted, territory)
    here = spoken.territory() == territory and spoken.language() == wanted
    locale = spoken if here else QLocale(QLocale.Language.AnyLanguage, territory)
    name = locale.nativeTerritoryName()
    if name and all(_is_latin(letter) for letter in name):
        return name
    return QLocale.territoryToString(territory)


def _is_latin(letter: str) -> bool:
    return not letter.isalpha() or unicodedata.name(letter, "").startswith("LATIN")


def _folded(name: str) -> str:
    """For sorting: accents and case do not count."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
