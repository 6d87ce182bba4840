"""Rows of imported files as a deed keeps them, packed: those an import laid, and those that stood there.

A file may bring hundreds of thousands of rows. Of those it laid only their keys are kept; of those it took
the place of, the rows as they were.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from typing import Any

from focusplan.domain.pace import Tell, quiet, stretch
from focusplan.domain.readings import FileFigures, week_in
from focusplan.services.files.fileweeks import FileChanges
from focusplan.store.store import Work

Stay = Set[tuple[str, int]]
"""Networks and numbers of weeks."""
_AT_ONCE = 5_000
"""Rows between two words about how far it is."""


def written(changes: Sequence[FileChanges]) -> str:
    """What an import did, as a text; empty where it changed no row."""
    told = [[one.network, _keys(one.now), [_row(row) for row in one.before]] for one in changes]
    return _packed(told) if told else ""


def networks(text: str) -> list[str]:
    """The networks whose rows were changed."""
    return [str(network) for network, _keys_, _rows in _unpacked(text)]


def turned(work: Work, text: str, stay: Stay, tell: Tell = quiet) -> str:
    """Make the rows stand as they stood before, and answer the way back. Rows in weeks that `stay`, since
    their figures have counted, are left as they are. What `tell` raises ends it."""
    told = []
    unpacked = _unpacked(text)
    for place, (network, keys, rows) in enumerate(unpacked):
        heard = stretch(tell, 100 * place // len(unpacked), 100 * (place + 1) // len(unpacked))
        looking, taking, laying = stretch(heard, 0, 40), stretch(heard, 40, 70), stretch(heard, 70, 100)
        found = work.file_figures(network, date.min, date.max)
        held = {_key(row): row for row in _beating(found, looking, _rows_of(keys))}
        before = {_key(row): row for row in (_fact(one) for one in rows) if not _kept(row, stay)}
        names = [*_names(keys), *before]
        now = [held[name] for name in dict.fromkeys(names) if name in held and not _kept(held[name], stay)]
        now.sort(key=_key)
        for some in _portions(now, taking):
            work.remove_all(some, FileFigures)
        for some in _portions(list(before.values()), laying):
            work.put_all(some, FileFigures)
        told.append([network, _keys([*now, *before.values()]), [_row(row) for row in now]])
    return _packed(told)


def _rows_of(keys: Iterable[Sequence[str]]) -> int:
    """How many rows an import laid, at least one."""
    return max(1, sum(len(rest) if how == "posts" else 1 for how, _kind, *rest in keys))


def _beating(rows: Iterable[FileFigures], tell: Tell, whole: int) -> Iterator[FileFigures]:
    for done, row in enumerate(rows):
        if done % _AT_ONCE == 0:
            tell(done, whole)
        yield row


def _portions(rows: Sequence[FileFigures], tell: Tell) -> Iterator[Sequence[FileFigures]]:
    for start in range(0, len(rows), _AT_ONCE):
        tell(start, len(rows))
        yield rows[start : start + _AT_ONCE]


def _kept(row: FileFigures, stay: Stay) -> bool:
    week = week_in(row)
    return week is not None and (row.network, week.index) in stay


def _key(row: FileFigures) -> tuple[str, ...]:
    if row.item and row.first == row.last:
        return (row.kind, row.item)
    return (row.kind, row.item, row.first.isoformat(), row.last.isoformat())


def _keys(rows: Iterable[FileFigures]) -> list[list[str]]:
    """Keys by what they begin with: `[kind, item, item, ...]` for posts, else the parts of one key."""
    plain: dict[str, list[str]] = {}
    spans = []
    for row in rows:
        if row.item and row.first == row.last:
            if row.kind in plain:
                plain[row.kind].append(row.item)
            else:
                plain[row.kind] = [row.item]
        else:
            spans.append(["span", *_key(row)])
    return [["posts", kind, *items] for kind, items in plain.items()] + spans


def _names(keys: Iterable[Sequence[str]]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for how, kind, *rest in keys:
        found += [(kind, item) for item in rest] if how == "posts" else [(kind, *rest)]
    return found


def _row(row: FileFigures) -> list[str]:
    days = (row.first.isoformat(), row.last.isoformat())
    return [row.network, row.kind, row.item, *days, row.figures, row.read_on.isoformat()]


def _fact(row: Sequence[str]) -> FileFigures:
    network, kind, item, first, last, figures, read_on = row
    days = (date.fromisoformat(day) for day in (first, last, read_on))
    begin, end, read = days
    return FileFigures(network, kind, item, begin, end, figures, read)


def _packed(told: list[Any]) -> str:
    text = json.dumps(told, separators=(",", ":"), ensure_ascii=False).encode()
    return base64.b64encode(zlib.compress(text, 1)).decode("ascii")


def _unpacked(text: str) -> list[tuple[str, list[list[str]], list[list[str]]]]:
    """What was packed; nothing where the text is damaged."""
    try:
        found = json.loads(zlib.decompress(base64.b64decode(text)))
    except (ValueError, zlib.error):
        return []
    return [(str(network), keys, rows) for network, keys, rows in found]
