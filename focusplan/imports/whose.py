"""Whose a table is: the network it is of, and the name of a figure that only a title tells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from focusplan.domain.errors import BadFile
from focusplan.imports import formats
from focusplan.imports.formats import Match, plain
from focusplan.imports.questions import Asking
from focusplan.imports.sources import Cell, Table

_PINTEREST = ("pinterest link", "claimed accounts", "curated content", "analytics overview")
_PIN = re.compile(r"https?://[a-z.]*\bpinterest\.[a-z.]+/pin/")
_META = ("facebook", "instagram")
_SAID = (*_META, "pinterest", "youtube", "linkedin", "tiktok")
"""Networks whose name in a title says whose a table is; X is a letter like any other."""


@dataclass(frozen=True)
class Wish:
    """What is known beside the files: the network that was named, every network's id by what people call it,
    and today."""

    network: str
    networks: Mapping[str, str]
    today: date


def whose(
    table: Table,
    found: list[Match],
    rows: Sequence[Sequence[Cell]],
    wish: Wish,
    asking: Asking,
    company: frozenset[str] | None,
) -> tuple[Match, str]:
    """The format, and the network it is of; empty while the owner has not said which. `company`: the networks
    of the tables that came with it."""
    best = [match for match in found if match.score == found[0].score]
    networks = tuple(dict.fromkeys(name for match in best for name in match.format.networks))
    if "primary" in best[0].columns:
        networks = _META
    own = _told(table, best[0], rows) if best[0].format.single else ""
    if not own and company is not None and len(company & set(networks)) == 1 and networks != _META:
        own = next(iter(company & set(networks)))
    if not networks:
        networks = tuple(dict.fromkeys(wish.networks.values()))
        if "network" in best[0].columns:
            return best[0], wish.network or networks[0]
    if own or len(networks) == 1:
        network = own or networks[0]
        if wish.network and wish.network != network:
            raise BadFile("import_other_network", file=table.name, network=network)
    elif wish.network:
        network = wish.network
        if network not in networks:
            raise BadFile("import_other_network", file=table.name, network=networks[0])
    else:
        network = asking.ask(table.number, "network", networks, file=table.name) or ""
    fitting = [match for match in best if network in match.format.networks] or best
    return fitting[0], network


def _told(table: Table, match: Match, rows: Sequence[Sequence[Cell]]) -> str:
    """The network that a title or the lines around a table name."""
    around = [plain(cell) for row in rows for cell in row if isinstance(cell, str)]
    if any(mark in around for mark in _PINTEREST) or any(map(_PIN.match, around)):
        return "pinterest"
    titles = [*(plain(cell) for row in rows[: match.row + 1] for cell in row), plain(_stem(table))]
    for network in _SAID:
        if any(network in title for title in titles):
            return network
    return ""


def named(table: Table, match: Match, rows: Sequence[Sequence[Cell]]) -> tuple[Match, str]:
    """A table with one figure a day, under the name of that figure: its title says it where the header says
    only that it is the first one."""
    form = match.format
    if not form.single:
        return match, form.kind
    columns = dict(match.columns)
    if "primary" in columns:
        titles = [plain(cell) for row in rows[: match.row] for cell in row if cell != ""]
        for title in [*titles, plain(_stem(table))]:
            known = form.parts.get(formats.name(title), ())
            part = next((one for one, _language, _rank in known if one != "day"), "")
            if part:
                columns[part] = columns.pop("primary")
                break
    figure = next((part for part in columns if part not in formats.IGNORED), "none")
    return replace(match, columns=columns), f"{form.kind}.{figure}"


def _stem(table: Table) -> str:
    return PurePath(table.file.rsplit("/", 1)[-1]).stem
