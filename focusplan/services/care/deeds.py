"""The owner's last deeds, kept with what they changed so that they can be undone, also after a restart.

They stand among the notes: `undo.` with a number for what can be undone, `redo.` for what was. A new deed
forgets what could be done again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from focusplan.domain.adoption import Adoption, StepState
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.business import Business
from focusplan.domain.deeds import MOST, Change, Deed, merged, read, wanted, written
from focusplan.domain.errors import Refused
from focusplan.domain.evidence import Evidence
from focusplan.domain.pace import Tell, quiet
from focusplan.domain.pauses import closed
from focusplan.domain.plan import Idea, Note
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.timelog import TimeEntry
from focusplan.domain.weekclaims import GONE
from focusplan.domain.weekitems import Item
from focusplan.domain.weeks import Week
from focusplan.services.files import filedeeds
from focusplan.store.store import Work

WATCHED = (Item, Evidence, TimeEntry, Note, Idea, StepState, Adoption, Business, Boundaries)
"""What a deed may change. An opened part of a road stays open, and is not among them."""
UNDO, REDO, FILES = "undo.", "redo.", "files."
"""How the notes begin that hold what can be undone, what was undone, and the rows of an import beside it."""
ROWS = "file_figures"
"""The table of these rows. A change of it names its network alone."""
_NUMBER = 10
"""Figures of a deed's number in its key, so that keys sort as numbers do."""


def keep(work: Work, code: str, files: str = "", networks: Iterable[str] = ()) -> None:
    """Keep what this unit of work changed as one deed, where it changed anything. `files`: the rows of an
    import of these networks, packed."""
    rows = [Change(ROWS, {"network": one}, None, {"network": one}) for one in networks]
    changes = (*merged(work.changes), *rows)
    if not changes:
        return
    with work.unwatched():
        older, undone = work.notes(UNDO), work.notes(REDO)
        last = max((_number(note) for note in (*older[-1:], *undone[-1:])), default=0)
        for note in (*undone, *older[: max(0, len(older) - MOST + 1)]):
            _drop(work, note)
        work.add(Note(_key(UNDO, last + 1), written(Deed(0, code, changes, work.last_job))))
        if files:
            work.put(Note(_key(FILES, last + 1), files))


def newest(work: Work) -> Deed | None:
    """What would be undone now."""
    return _first(reversed(work.notes(UNDO)))


def next_again(work: Work) -> Deed | None:
    """What would be done again now: what was undone last."""
    return _first(work.notes(REDO))


def turn(work: Work, facts: Snapshot, deed: Deed, back: bool, tell: Tell = quiet) -> None:
    """Undo a deed (`back`), or do it again. Refused undo_closed, undo_changed. `tell` hears of the rows of an
    import."""
    changes = [one.back for one in reversed(deed.changes)] if back else list(deed.changes)
    with work.unwatched():
        for change in _still_open(facts, changes) if deed.of(ROWS) else changes:
            _lay(work, facts, change)
        if back:
            _retract(work, deed)
        files = _turned_files(work, facts, deed, tell)
        forget(work, deed)
        work.add(Note(_key(REDO if back else UNDO, deed.id), written(deed)))
        if files:
            work.put(Note(_key(FILES, deed.id), files))


def _turned_files(work: Work, facts: Snapshot, deed: Deed, tell: Tell) -> str:
    """Turn the rows of an import; answers the way back."""
    note = work.one(Note, key=_key(FILES, deed.id))
    if note is None:
        return ""
    counted = [
        one for one in deed.changes if one.table == "evidence" and _closed_week(facts, one) is not None
    ]
    stay = {(str(one.row["network"]), int(one.row["week"] or 0)) for one in counted}
    return filedeeds.turned(work, note.text, stay, tell)


def _still_open(facts: Snapshot, changes: Sequence[Change]) -> list[Change]:
    """Of what an import did the figures of open weeks, and those that came too late to count. Refused
    undo_closed where only figures of closed weeks are left."""
    left = [one for one in changes if one.table != ROWS]
    found = [one for one in left if _closed_week(facts, one) is None]
    if left and not found:
        raise Refused("undo_closed", week=_closed_week(facts, left[0]))
    return found


def forget(work: Work, deed: Deed) -> None:
    """Neither undo nor do it again."""
    for prefix in (UNDO, REDO):
        note = work.one(Note, key=_key(prefix, deed.id))
        if note is not None:
            _drop(work, note)


def _drop(work: Work, note: Note) -> None:
    """Forget a deed, with the rows of files beside it."""
    work.remove(note)
    rows = work.one(Note, key=_key(FILES, _number(note)))
    if rows is not None:
        work.remove(rows)


def _lay(work: Work, facts: Snapshot, change: Change) -> None:
    _refuse_closed(facts, change)
    now = work.image(change.table, change.key)
    to_do = wanted(change, now, facts.moment.day.isoformat())
    if to_do is None:
        raise Refused("undo_changed")
    if change.table == "adoption" and not _on_the_list(change):
        raise Refused("undo_changed")
    how, row = to_do
    try:
        work.lay(change.table, change.key, how, row)
    except Refused as error:
        if error.code != "schema_rule":
            raise
        raise Refused("undo_changed") from error


def _retract(work: Work, deed: Deed) -> None:
    """What planning put into the room the deed had made goes again; planning brings back what has room."""
    changed = {change.key.get("id") for change in deed.changes if change.table == "item"}
    for week in deed.weeks:
        for item in work.all(Item, week=Week(week), done=False, by_hand=False, dropped=False):
            if item.id > deed.jobs and item.id not in changed:
                work.put(replace(item, day=None, dropped=True, note=GONE))


def _refuse_closed(facts: Snapshot, change: Change) -> None:
    """Ticks and figures of a week that is closed by now stay as they are; what came later may go."""
    week = _closed_week(facts, change)
    if week is not None:
        raise Refused("undo_closed", week=week)


def _closed_week(facts: Snapshot, change: Change) -> Week | None:
    row = change.row
    if change.table not in ("item", "evidence") or row.get("late"):
        return None
    week = Week(int(row["week"] or 0))
    return week if closed(week, facts.pauses, facts.moment.day) else None


def _on_the_list(change: Change) -> bool:
    """The later list is a wish, which is undone; every other state is a decision."""
    return all(row is None or row["state"] in ("none", "later") for row in (change.before, change.after))


def _key(prefix: str, number: int) -> str:
    return f"{prefix}{number:0{_NUMBER}}"


def _number(note: Note) -> int:
    return int(note.key.partition(".")[2])


def _first(notes: Iterable[Note]) -> Deed | None:
    for note in notes:
        deed = read(_number(note), note.text)
        if deed is not None:
            return deed
    return None
