"""The plan as tables for a spreadsheet: weeks with their figures, jobs, times, goals, decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta, timezone
from decimal import Decimal

from focusplan.domain.evidence import COUNTS, Evidence
from focusplan.domain.goalfacts import goal_weeks
from focusplan.domain.ledger import Entry
from focusplan.domain.plan import Note
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.spending import Cost
from focusplan.domain.timelog import TimeEntry
from focusplan.domain.weekitems import Item, minutes_taken, ticked
from focusplan.domain.weeks import Week
from focusplan.exports.csvtables import Cell, Table
from focusplan.i18n import _
from focusplan.playbooks import Catalogue
from focusplan.services.files import exportwords as words
from focusplan.services.results.costs import costs_of
from focusplan.services.results.resultnotes import texts_of
from focusplan.services.results.resultrows import UNKNOWN_SOURCE, unsourced
from focusplan.services.weeks.jobwords import JobWords
from focusplan.store.store import Work

Row = Sequence[Cell]


def tables(work: Work, catalogue: Catalogue, facts: Snapshot) -> tuple[Table, ...]:
    """All tables, with headings in the language of the run."""
    items, notes = work.all(Item), work.all(Note)
    entries = work.all(TimeEntry)
    return (
        _table("weeks.csv", _weeks(catalogue, facts, items, entries)),
        _table("jobs.csv", _jobs(work, catalogue, facts, items)),
        _table("times.csv", [_time(catalogue, entry) for entry in sorted(entries, key=lambda one: one.at)]),
        _table("goals.csv", _goals(catalogue, facts)),
        _table("costs.csv", [_cost(catalogue, facts, cost) for cost in costs_of(notes)]),
        _table("unknown_source.csv", _unsourced(work, notes)),
        _table("decisions.csv", [_decision(catalogue, facts, entry, notes) for entry in work.all(Entry)]),
    )


def _table(name: str, rows: Iterable[Row]) -> Table:
    columns = words.COLUMNS[name]
    headings = words.headings()
    return Table(name, columns, tuple(headings[column] for column in columns), tuple(rows))


def _name(catalogue: Catalogue, network: str | None) -> str:
    return catalogue.name(network) if network else ""


def _yes(value: bool) -> str:
    return _("yes") if value else _("no")


# ---------------------------------------------------------------- weeks


def _weeks(
    catalogue: Catalogue, facts: Snapshot, items: Iterable[Item], entries: Iterable[TimeEntry]
) -> list[Row]:
    """One row for each network and week of which something is known; figures typed after the week was closed
    have a row of their own. Minutes stand in the first of them. A paused week has a row by itself."""
    minutes = _minutes(items, entries)
    rows = {(row.week, row.network, row.late): row for row in facts.evidence}
    for network, week in minutes:
        rows.setdefault((week, network, False), Evidence(network, week))
    busy = {week for week, _network, _late in rows}
    for week in facts.pauses:
        if week not in busy:
            rows[week, "", False] = Evidence("", week)
    return [
        _figures(catalogue, facts, row, None if late else minutes.get((network, week), 0))
        for (week, network, late), row in sorted(rows.items())
    ]


def _minutes(items: Iterable[Item], entries: Iterable[TimeEntry]) -> dict[tuple[str, Week], int]:
    """Minutes by network and week, those of none under an empty name; minutes on the phone are no work."""
    found: dict[tuple[str, Week], int] = {}
    for item in items:
        if ticked(item):
            key = (item.network or "", item.week)
            found[key] = found.get(key, 0) + minutes_taken([item])
    for entry in entries:
        if entry.source != "phone":
            key = (entry.network, entry.week)
            found[key] = found.get(key, 0) + entry.minutes
    return found


def _figures(catalogue: Catalogue, facts: Snapshot, row: Evidence, minutes: int | None) -> Row:
    typed = row.made_on is not None
    counts = _yes(not (row.late or row.outside or row.void)) if typed else ""
    sales = None if row.sales is None else Decimal(row.sales) / 100
    currency = "" if sales is None else facts.business.currency
    return (
        str(row.week), row.week.monday, row.network, _name(catalogue, row.network), minutes,
        _posts(facts, row), *(getattr(row, figure) for figure in COUNTS[1:]), sales, currency,
        counts, _yes(row.late) if typed else "", _yes(row.week in facts.pauses),
    )  # fmt: skip


def _posts(facts: Snapshot, row: Evidence) -> int | None:
    """Posts as typed, else as ticked."""
    ticks = facts.ticks.get((row.network, row.week))
    return row.posts if row.posts is not None or row.late or ticks is None else ticks.posts or None


# ---------------------------------------------------------------- jobs and times


def _jobs(work: Work, catalogue: Catalogue, facts: Snapshot, items: Sequence[Item]) -> list[Row]:
    base = JobWords.of(work, catalogue, facts, facts.week, [])
    ordered = sorted(items, key=lambda item: (item.week, item.number))
    return [_job(catalogue, replace(base, week=item.week), item) for item in ordered]


def _job(catalogue: Catalogue, made: JobWords, item: Item) -> Row:
    job = made.job(item)
    done = ticked(item)
    idea = item.title if item.kind == "post" else ""
    return (
        str(item.week), item.number, job.id, words.kind_word(item.kind), item.network or "",
        _name(catalogue, item.network), job.title, item.day, item.minutes, _yes(done),
        item.done_on if done else None, item.taken if done else None, item.person, idea, item.carried,
        _yes(item.dropped),
    )  # fmt: skip


def _time(catalogue: Catalogue, entry: TimeEntry) -> Row:
    local = entry.at.astimezone(timezone(timedelta(minutes=entry.offset)))
    return (
        str(entry.week), entry.day, f"{local:%H:%M}", entry.network, _name(catalogue, entry.network),
        entry.minutes, _yes(entry.outside), words.source_word(entry.source), entry.note,
    )  # fmt: skip


# ---------------------------------------------------------------- money, and what nobody could place


def _cost(catalogue: Catalogue, facts: Snapshot, cost: Cost) -> Row:
    """So much a month from a week on; without a network for all of them together."""
    return (
        words.cost_word(cost.kind), cost.network, _name(catalogue, cost.network), str(cost.from_week),
        cost.from_week.monday, cost.amount, facts.business.currency,
    )  # fmt: skip


def _unsourced(work: Work, notes: Iterable[Note]) -> list[Row]:
    """Results and customers from nobody knows where, week by week."""
    weeks = {note.key.removeprefix(UNKNOWN_SOURCE).partition(".")[0] for note in notes
             if note.key.startswith(UNKNOWN_SOURCE) and note.text.isdecimal()}  # fmt: skip
    rows: list[Row] = []
    for week in sorted(Week.parse(one) for one in weeks):
        known = unsourced(work, week, week)
        rows.append((str(week), week.monday, known["enquiries"], known["customers"]))
    return rows


# ---------------------------------------------------------------- goals and decisions


def _goals(catalogue: Catalogue, facts: Snapshot) -> list[Row]:
    """Each ended week of each goal, judged."""
    rows: list[Row] = []
    for run in facts.adoptions:
        for goal in facts.goals_of(run):
            for week in goal_weeks(facts, run, goal):
                rows.append((
                    run.network, _name(catalogue, run.network), goal.goal, words.goal_word(goal.goal),
                    str(week.week), week.week.monday, words.result_word(week.result), week.figure,
                    week.target, week.kept, _yes(week.held),
                ))  # fmt: skip
    return rows


def _decision(catalogue: Catalogue, facts: Snapshot, entry: Entry, notes: Sequence[Note]) -> Row:
    """An entry of the record, with what was written at the closing of a week."""
    values = entry.values()
    network = str(values.get("network") or "")
    week = str(values.get("week") or "")
    text = str(values.get("reason") or "")
    decide, written = "", {"worked": "", "put_off": ""}
    if entry.kind == "review" and week:
        review = facts.reviews.get(Week.parse(week))
        decide, text = words.decision_word(str(values.get("decide"))), review.text if review else ""
        written |= texts_of(notes, Week.parse(week))
    return (
        entry.id, entry.day, words.entry_word(entry.kind, values), network, _name(catalogue, network), week,
        decide, text, str(values.get("learnt") or ""), *written.values(), entry.data,
    )  # fmt: skip
