"""Figures as the platforms write them: which sign parts thousands is settled for a whole table, never cell
by cell.

Two conventions exist: `point` (1,234.5) and `comma` (1.234,5; also 1 234,5). A value such as 1.234 fits both;
what the rest of the table, its language and the kind of figure say decides, else the owner does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

CONVENTIONS = ("point", "comma")
UNKNOWN = frozenset(("", "-", "--", "–", "—", "n/a", "na", "n.a.", "undefined", "null", "none", "..."))
"""Cells that say that nobody knows. Never zero."""
LARGEST = 10**12

_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009'’\u200b\ufeff\u200e\u200f")
_GROUPED = {sign: re.compile(rf"[+-]?[0-9]{{1,3}}(?:{re.escape(sign)}[0-9]{{3}})+") for sign in ",."}
_PLAIN = re.compile(r"[+-]?[0-9]+")
_LONE = re.compile(r"[1-9][0-9]{0,2}([,.])[0-9]{3}")
_DECIMAL = {"point": ".", "comma": ","}
GROUP = {"point": ",", "comma": "."}
"""The sign between thousands."""


class NoNumber(ValueError):
    """The text is no figure."""


def cleaned(text: str) -> str:
    """The figure without spaces, its minus as ASCII. NoNumber where it holds anything else."""
    found = text.strip().translate(_SPACES).replace("\u2212", "-")
    if found.endswith("%"):
        found = found[:-1]
    if not found or len(found) > 30 or set(found) - set("0123456789.,+-"):
        raise NoNumber(text)
    return found


def unknown(text: str) -> bool:
    """Whether the cell says that nobody knows."""
    return text.strip().lower() in UNKNOWN


def read(text: str, convention: str) -> float | int:
    """The figure by one convention, an int where it is whole. NoNumber."""
    figure = cleaned(text)
    decimal, group = _DECIMAL[convention], GROUP[convention]
    whole, mark, rest = figure.partition(decimal)
    if not (_PLAIN.fullmatch(whole) or _GROUPED[group].fullmatch(whole)):
        raise NoNumber(text)
    if mark and not (rest.isascii() and rest.isdigit()):
        raise NoNumber(text)
    value = int(whole.replace(group, ""))
    if abs(value) > LARGEST:
        raise NoNumber(text)
    if not rest.strip("0"):
        return value
    part = float(f"0.{rest}")
    return value - part if whole.startswith("-") else value + part


def lone_sign(text: str) -> str:
    """The one sign in a figure such as 1,234 or 12.500, which thousands or decimals may stand behind; or
    nothing for any other text."""
    found = _LONE.fullmatch(text)
    return found[1] if found else ""


def fits(text: str) -> frozenset[str]:
    """The conventions in which the text is a figure; NoNumber where there is none."""
    found = set()
    for convention in CONVENTIONS:
        try:
            read(text, convention)
        except NoNumber:
            continue
        found.add(convention)
    if not found:
        raise NoNumber(text)
    return frozenset(found)


def some(text: str) -> bool:
    """Whether the text is a figure by any convention."""
    try:
        return bool(fits(text))
    except NoNumber:
        return False


def wavers(text: str) -> bool:
    """Whether the two conventions make different figures of it."""
    return len(fits(text)) == 2 and read(text, "point") != read(text, "comma")


def settled(values: Iterable[str]) -> frozenset[str]:
    """The conventions in which all of these are figures; empty when they contradict each other."""
    left = frozenset(CONVENTIONS)
    for value in values:
        left &= fits(value)
    return left
