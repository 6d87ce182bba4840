"""The language of the run and its catalogue: what the rest of the program reaches through `focusplan.i18n`.

`use` is called once at the start and again when the owner changes the language; everything else asks what it
set. Never translate while a module is being imported: the language is not known yet. Use `N_` there and `_`
where the text is shown.
"""

from __future__ import annotations

import gettext as _gettext
from functools import lru_cache

from focusplan import paths, places

LANGUAGES = ("en", "es", "fr", "sv")
"""The languages the program speaks. The texts in the code are the English ones."""

NATIVE_NAMES = {"en": "English", "es": "Español", "fr": "Français", "sv": "Svenska"}
"""What each language calls itself; never translated."""


class _Now:
    """What `use` has set: one language at a time for the whole process, as gettext means it."""

    language = "en"
    place = places.place_of("GB", "en")
    catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def use(language: str, country: str | None = None) -> None:
    """Speak `language` as in `country`. "sv_SE" means "sv"; a language without a catalogue means English."""
    short = language.replace("-", "_").split("_")[0].lower()
    _Now.language = short if short in LANGUAGES else "en"
    _Now.place = places.place_of(country or places.HOME_COUNTRY[_Now.language], _Now.language)
    _Now.catalogue = _read_catalogue(_Now.language)


def language() -> str:
    """The language of the run, one of LANGUAGES."""
    return _Now.language


def place() -> places.Place:
    """How figures, money, times and paper look where the owner is."""
    return _Now.place


def system_language() -> str:
    """The language this computer is set to, if the program speaks it; else "en"."""
    found, _country = places.system_locale()
    return found if found in LANGUAGES else "en"


def system_country() -> str | None:
    """The country this computer is set to, or None when it doesn't say."""
    return places.system_locale()[1]


def country() -> str:
    """The country of the run, two letters."""
    return _Now.place.country


@lru_cache(maxsize=len(LANGUAGES))
def _read_catalogue(language: str) -> _gettext.NullTranslations:
    if language == "en":
        return _gettext.NullTranslations()
    return _gettext.translation("focusplan", paths.resources() / "i18n", languages=[language], fallback=True)


def _(msgid: str) -> str:
    """The text in the language of the run."""
    return _Now.catalogue.gettext(msgid) if msgid else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """The text for `n` things; the number itself still has to be put in with format()."""
    return _Now.catalogue.ngettext(singular, plural, n)


def pgettext(context: str, msgid: str) -> str:
    """The text where the same English word means two things; `context` says which."""
    return _Now.catalogue.pgettext(context, msgid)


def N_(msgid: str) -> str:
    """Marks a text for the catalogue and gives it back as it is, for tables made at import."""
    return msgid
