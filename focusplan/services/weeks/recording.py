"""Figures and minutes of a network's week inside a unit of work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from focusplan.domain.adoption import Adoption
from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.evidence import Evidence, with_figures
from focusplan.domain.pauses import closed
from focusplan.domain.plan import Moment
from focusplan.domain.profile import TEXT_LENGTH
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.timelog import LONGEST, TimeEntry, new_entry, refuse_future
from focusplan.domain.weeks import Week
from focusplan.playbooks import Catalogue
from focusplan.store.store import Work

INSIDE = ("active", "mastered", "beside")
"""States of a network in which its figures belong to the plan."""
PHONE_MOST = 7 * LONGEST
"""Minutes a week has."""


def refuse_unknown(catalogue: Catalogue, network: str) -> None:
    """WrongUse no_such_network for an id that no network has."""
    if network not in catalogue:
        raise WrongUse("no_such_network", network=network)


def record(
    work: Work, facts: Snapshot, network: str, week: Week, figures: Mapping[str, int | None]
) -> Evidence:
    """Type figures over those of a week. Facts are never refused but for a future week (Refused
    week_future): later ones are kept as late, those of a network that is not in the plan as outside."""
    if week > facts.week:
        raise Refused("week_future", week=week)
    late = closed(week, facts.pauses, facts.moment.day)
    row = work.one(Evidence, network=network, week=week, late=late) or Evidence(network, week, late)
    typed = with_figures(row, figures, facts.moment.day)
    return work.put(replace(typed, outside=outside(facts.current(network), week)))


def counts(row: Evidence) -> bool:
    """Whether figures of this row can count for a goal."""
    return not (row.late or row.outside or row.void)


def log_time(
    work: Work, facts: Snapshot, network: str, minutes: int, at: datetime | None = None, note: str = ""
) -> TimeEntry:
    """Store minutes on a network that began at `at`, or that end now. A time without an offset is this
    computer's own. WrongUse minutes_range, note_long; Refused time_future."""
    if len(note) > TEXT_LENGTH:
        raise WrongUse("note_long", most=TEXT_LENGTH)
    local = _local(at, facts.moment)
    refuse_future(local, facts.moment.at)
    entry = new_entry(network, minutes, local, facts.boundaries, ended=at is None, note=note.strip())
    return work.add(entry)


def log_session(work: Work, facts: Snapshot, network: str, minutes: int, *, outside: bool) -> TimeEntry:
    """Store minutes of a timed sitting that ends now, beside those of its job."""
    at = _local(None, facts.moment)
    entry = new_entry(network, min(minutes, LONGEST), at, facts.boundaries, ended=True, source="session")
    return work.add(replace(entry, outside=outside))


def log_from_paper(work: Work, facts: Snapshot, network: str, week: Week, minutes: int) -> TimeEntry:
    """Store minutes of a printed week: at what hour they were spent is not known."""
    at = _local(None, facts.moment)
    if week != facts.week:
        noon = at.replace(hour=12, minute=0, second=0, microsecond=0)
        at = noon - (noon.date() - week.sunday)
    entry = new_entry(network, min(minutes, LONGEST), at, facts.boundaries, source="paper")
    return work.add(replace(entry, outside=False, minutes=minutes))


def paper_minutes(work: Work, week: Week) -> int:
    """Minutes entered from paper for a week so far."""
    return sum(entry.minutes for entry in work.all(TimeEntry, source="paper") if entry.week == week)


def log_phone(work: Work, facts: Snapshot, week: Week, minutes: int | None) -> None:
    """Keep a week's minutes in the apps on the phone in place of what was noted before. At what hour they
    were spent is not known, and they are no work. Refused week_future; WrongUse minutes_range."""
    if week > facts.week:
        raise Refused("week_future", week=week)
    if minutes is not None and not 0 <= minutes <= PHONE_MOST:
        raise WrongUse("minutes_range", minutes=minutes, least=0, most=PHONE_MOST)
    for entry in work.all(TimeEntry, source="phone"):
        if entry.week == week:
            work.remove(entry)
    if minutes is not None:
        at = _local(None, facts.moment)
        if week != facts.week:
            noon = at.replace(hour=12, minute=0, second=0, microsecond=0)
            at = noon - (noon.date() - week.sunday)
        entry = new_entry("", 1, at, facts.boundaries, source="phone")
        work.add(replace(entry, outside=False, minutes=minutes))


def phone_minutes(work: Work, week: Week) -> int | None:
    """Minutes on the phone noted for a week; None where none were."""
    noted = [entry.minutes for entry in work.all(TimeEntry, source="phone") if entry.week == week]
    return sum(noted) if noted else None


def outside(run: Adoption | None, week: Week) -> bool:
    """Whether the network was not being learnt or looked after in that week."""
    if run is None or run.state not in INSIDE:
        return True
    return run.started_on is not None and week < Week.of(run.started_on)


def _local(at: datetime | None, moment: Moment) -> datetime:
    """An aware time in the offset it was meant in."""
    if at is None:
        return moment.at.astimezone(timezone(timedelta(minutes=moment.offset)))
    return at.astimezone() if at.tzinfo is None else at
