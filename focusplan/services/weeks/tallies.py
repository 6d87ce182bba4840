"""Where a figure of a week comes from: tallied, ticked, from a file, or typed.

The figures themselves don't say it. What was tallied is noted beside them with its value, and what files said
is kept; whichever holds the same figure is where it came from.
"""

from __future__ import annotations

from collections.abc import Mapping

from focusplan.domain.evidence import Evidence, figures_of
from focusplan.domain.plan import Note
from focusplan.domain.readings import week_figures, week_in
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week
from focusplan.store.store import Work

PREFIX = "tallied."
"""How the notes begin that hold what was tallied in a network's week."""


def keep_tally(work: Work, network: str, week: Week, figures: Mapping[str, int]) -> None:
    """These figures were counted stroke by stroke: by a button, or on paper."""
    kept = {**_tallied(work, network, week), **figures}
    text = " ".join(f"{name}={value}" for name, value in sorted(kept.items()))
    work.put(Note(_key(network, week), text))


def sources(work: Work, facts: Snapshot, row: Evidence) -> dict[str, str]:
    """Where each known figure of a row comes from: tallied, file, ticked or typed."""
    tallied, read = _tallied(work, row.network, row.week), from_files(work, row.network, row.week)
    found: dict[str, str] = {}
    for name, value in figures_of(row).items():
        if value is not None:
            same = "tallied" if tallied.get(name) == value else "file" if read.get(name) == value else "typed"
            found[name] = same
    if row.posts is None and ticked_posts(facts, row.network, row.week):
        found["posts"] = "ticked"
    return found


def ticked_posts(facts: Snapshot, network: str, week: Week) -> int | None:
    """Posts that were ticked, None where none was."""
    ticks = facts.ticks.get((network, week))
    return ticks.posts if ticks and ticks.posts else None


def from_files(work: Work, network: str, week: Week) -> Mapping[str, int]:
    """What imported files say of this week."""
    rows = work.file_figures(network, week.monday, week.sunday)
    return week_figures(row for row in rows if week_in(row) == week)


def _tallied(work: Work, network: str, week: Week) -> dict[str, int]:
    note = work.one(Note, key=_key(network, week))
    pairs = (piece.partition("=") for piece in note.text.split()) if note is not None else ()
    return {name: int(value) for name, _sign, value in pairs if value.isdecimal()}


def _key(network: str, week: Week) -> str:
    return f"{PREFIX}{network}.{week}"
