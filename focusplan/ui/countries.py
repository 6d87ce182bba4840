"""Countries and currencies to choose from: Qt knows which there are and what is paid there, a small table of
ours what a country is called in each language of the program."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QLocale

from focusplan.paths import resources


@lru_cache(maxsize=4)
def countries(language: str) -> tuple[tuple[str, str], ...]:
    """Code of two letters and name of every country, by name."""
    found: dict[str, str] = {}
    for territory in QLocale.Country:
        code = QLocale.territoryToCode(territory)
        if len(code) == 2 and code.isalpha() and _locale(territory) is not None:
            found[code] = _names(language).get(code) or QLocale.territoryToString(territory)
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


@lru_cache(maxsize=4)
def _names(language: str) -> Mapping[str, str]:
    """Names by code, from the table with a column for each language."""
    lines = (resources() / "countries.tsv").read_text(encoding="utf-8").splitlines()
    column = lines[0].split("\t").index(language)
    return {row[0]: row[column] for row in (line.split("\t") for line in lines[1:])}


def _folded(name: str) -> str:
    """For sorting: accents and case do not count."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
