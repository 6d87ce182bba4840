"""What the owner did and may take back: the rows it changed, as they were and as they became.

Rows are kept in the plain values of the file (whole numbers, texts, nothing), so that a deed can be written
down and read again without knowing what the columns mean.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

MOST = 200
"""Deeds that are remembered."""

Row = Mapping[str, int | str | None]

PLACED = frozenset({"day", "minutes", "part", "parts", "by_hand", "carried", "note", "dropped"})
"""Of a job: what planning again may have changed meanwhile without anybody's doing."""
_FREE: Mapping[str, frozenset[str]] = {
    "item": PLACED,
    "evidence": frozenset({"made_on"}),
    "step": frozenset({"made_on"}),
}
_UNTICKED: Row = {"done": 0, "done_on": None, "done_at": None, "taken": None, "void": 0}


@dataclass(frozen=True, slots=True)
class Change:
    """One row of a table: what names it, and how it stood before and after; None where it was not there."""

    table: str
    key: Row
    before: Row | None
    after: Row | None

    @property
    def back(self) -> Change:
        """The same the other way round."""
        return replace(self, before=self.after, after=self.before)

    @property
    def row(self) -> Row:
        """The row wherever it is there, rather as it became."""
        return self.after or self.before or {}


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing the owner did. `code` says what kind of thing; `id` grows. `jobs`: the id of the newest job
    there was before it; planning has added later ones since."""

    id: int
    code: str
    changes: tuple[Change, ...]
    jobs: int = 0

    @property
    def weeks(self) -> frozenset[int]:
        """The weeks whose jobs it changed, as numbers."""
        return frozenset(int(one.row["week"] or 0) for one in self.changes if one.table == "item")

    def of(self, table: str) -> Change | None:
        """The first change of this table."""
        return next((change for change in self.changes if change.table == table), None)


def merged(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Each row once, from how it first stood to how it stands at last; what came to nothing is left out."""
    found: dict[tuple[str, str], Change] = {}
    for change in changes:
        name = (change.table, json.dumps(change.key, sort_keys=True))
        found[name] = replace(found[name], after=change.after) if name in found else change
    return tuple(change for change in found.values() if change.before != change.after)


def written(deed: Deed) -> str:
    """The deed as text, without its id."""
    rows = [[one.table, one.key, one.before, one.after] for one in deed.changes]
    told = {"code": deed.code, "changes": rows, "jobs": deed.jobs}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def read(number: int, text: str) -> Deed | None:
    """The deed that was written so; None for a text that is none."""
    try:
        found = json.loads(text)
        changes = tuple(Change(*one) for one in found["changes"])
        return Deed(number, str(found["code"]), changes, int(found["jobs"]))
    except (ValueError, KeyError, TypeError):
        return None


def wanted(change: Change, now: Row | None, today: str) -> tuple[str, Row | None] | None:
    """How the row has to stand after `change` is made, given how it stands `now`: `put`, `add` or `remove`
    with the row. None when something else has changed it since, so that it can't be made any more.

    Only the columns that change are touched. A job is never taken away, since its number was given: it is let
    go. What says when a figure was typed says `today`.
    """
    if change.after is None:
        return _without(change, now)
    if change.before is None and now is None:
        return "add", _dated(change.table, change.after, today)
    if now is None:
        return None
    start = change.before or _let_go(change.after)
    moved = {name for name, value in change.after.items() if start.get(name) != value}
    free = _FREE.get(change.table, frozenset())
    if change.before is None and (change.table != "item" or not now["dropped"]):
        return None
    if any(now.get(name) != start.get(name) for name in moved - free):
        return None
    row = {**now, **{name: change.after[name] for name in moved}}
    return "put", _dated(change.table, row, today)


def _without(change: Change, now: Row | None) -> tuple[str, Row | None] | None:
    """The row goes, unless somebody else has changed it."""
    before = change.before or {}
    free = _FREE.get(change.table, frozenset())
    if now is None or any(now.get(name) != value for name, value in before.items() if name not in free):
        return None
    if change.table == "item":
        return "put", {**now, **_let_go(now)}
    return "remove", None


def _let_go(row: Row) -> Row:
    return {**row, **_UNTICKED, "dropped": 1}


def _dated(table: str, row: Row, today: str) -> Row:
    if table not in ("evidence", "step") or row.get("made_on") is None:
        return row
    return {**row, "made_on": today}
