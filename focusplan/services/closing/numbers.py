"""The figures that can be typed in: a row for each network and week, with what is known and where from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from focusplan.closinganswers import Asked, Figure, NumberRow, NumbersView, NumberWeek
from focusplan.domain.evidence import FIGURES, Evidence, figures_of
from focusplan.domain.goals import target_at
from focusplan.domain.pauses import closed, last_open_day
from focusplan.domain.plan import Note
from focusplan.domain.playbook import YARDSTICK
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week
from focusplan.i18n import _, day_long, heading, language, ngettext, pgettext, week_range
from focusplan.playbooks import Catalogue
from focusplan.services.results.resultrows import UNKNOWN_SOURCE, UNSOURCED
from focusplan.services.results.resultwords import result_words
from focusplan.services.weeks.tallies import sources, ticked_posts
from focusplan.store.store import Work

STATES = ("active", "mastered", "beside", "parked")
"""Networks that have a row, in this order."""
ORDER = ("posts", "received", "answered_in_time", "enquiries", "customers", "sales", "reach", "audience")
"""Figures from left to right, as the sheet has its boxes; what only informs comes last."""
OLDER = 26
"""Closed weeks that can be looked up at most."""
_LEARNT = frozenset(FIGURES) - {"audience"}
_LOOKED_AFTER = frozenset({"posts", "enquiries", "customers", "sales"})
_KEPT = frozenset({"enquiries", "customers"})


def numbers_view(work: Work, catalogue: Catalogue, facts: Snapshot, older: int) -> NumbersView:
    """The weeks that are still open, newest first, then so many closed ones."""
    weeks, late = _weeks(facts)
    shown = [*weeks, *late[: max(0, older)]]
    rows = (number_week(work, catalogue, facts, week) for week in shown)
    return NumbersView(tuple(rows), len(late) > max(0, older))


def number_week(work: Work, catalogue: Catalogue, facts: Snapshot, week: Week) -> NumberWeek:
    """All rows of a week, those of the networks and what came from nobody knows where."""
    late = closed(week, facts.pauses, facts.moment.day)
    rows = [
        number_row(work, catalogue, facts, network, week, ORDER) for network in networks_of(facts, week)
    ]
    note = _note(facts, week)
    rows.append(_unsourced(work, catalogue, facts, week))
    return NumberWeek(week, _title(facts, week), late, note, tuple(rows))


def asked(
    work: Work, catalogue: Catalogue, facts: Snapshot, weeks: Iterable[Week]
) -> tuple[Asked, ...]:
    """What closing asks of each network for these weeks, newest first; what may be left out comes last, on
    one screen. A closed week is not asked for."""
    still = [week for week in weeks if not closed(week, facts.pauses, facts.moment.day)]
    by_network: dict[str, list[NumberRow]] = {}
    for week in still:
        for network in networks_of(facts, week):
            row = number_row(work, catalogue, facts, network, week, _asked_of(facts, network))
            by_network.setdefault(network, []).append(row)
        by_network.setdefault("", []).append(_unsourced(work, catalogue, facts, week))
    needed = [rows for network, rows in by_network.items() if network and not rows[0].optional]
    found = [_question(catalogue, facts, rows[0].network, tuple(rows)) for rows in needed]
    besides = [row for rows in by_network.values() for row in rows if rows[0].optional]
    besides.sort(key=lambda row: (-row.week.index, not row.network))
    return (*found, _besides(catalogue, facts, tuple(besides))) if besides else tuple(found)


def networks_of(facts: Snapshot, week: Week) -> tuple[str, ...]:
    """The networks in use in that week, the one being learnt first, then any other with figures of it."""
    found = []
    for state in STATES:
        for run in facts.in_state(state):
            if run.started_on is None or Week.of(run.started_on) <= week:
                found.append(run.network)
    found += sorted(row.network for row in facts.evidence if row.week == week and not row.void)
    return tuple(dict.fromkeys(found))


def number_row(
    work: Work, catalogue: Catalogue, facts: Snapshot, network: str, week: Week, wanted: Iterable[str]
) -> NumberRow:
    """A network's week: the figures wanted, and any other that is known already."""
    held = _held(work, facts, network, week)
    known = figures_of(held)
    if known["posts"] is None:
        known["posts"] = ticked_posts(facts, network, week)
    origins = sources(work, facts, held)
    chosen = {*wanted, *(name for name in ORDER if known[name] is not None)}
    labels, spoken = _labels(catalogue, facts), _spoken(catalogue, facts)
    figures = tuple(
        Figure(
            name, _label(labels, network, name), spoken[name], _hint(catalogue, facts, network, name),
            known[name], origins.get(name, ""), _said(origins.get(name, "")),
        )
        for name in ORDER
        if name in chosen
    )  # fmt: skip
    run = facts.current(network)
    optional = run is None or run.state in ("parked", "retired", "none", "later")
    return NumberRow(network, catalogue.name(network), week, figures, optional)


def _held(work: Work, facts: Snapshot, network: str, week: Week) -> Evidence:
    """What is known of a week; of a closed one what came late stands before what was known in time."""
    rows = [row for row in work.all(Evidence, network=network, week=week) if not row.void]
    held = Evidence(network, week, closed(week, facts.pauses, facts.moment.day))
    for row in sorted(rows, key=lambda one: one.late):
        figures = {name: value for name, value in figures_of(row).items() if value is not None}
        held = replace(held, **figures)  # type: ignore[arg-type]
    return held


def _weeks(facts: Snapshot) -> tuple[list[Week], list[Week]]:
    """The weeks of the plan that are open, and the newest that are closed, newest first."""
    first, week = Week.of(facts.plan.first_day), facts.week
    still: list[Week] = []
    late: list[Week] = []
    while week >= first and len(late) < OLDER:
        (late if closed(week, facts.pauses, facts.moment.day) else still).append(week)
        week = week - 1
    return still, late


def _note(facts: Snapshot, week: Week) -> str:
    """Whether what is typed of a week counts, and until when."""
    last = last_open_day(week, facts.pauses)
    if facts.moment.day > last:
        return _("This week is closed: figures typed now are kept and shown, and don’t count.")
    if week in facts.pauses:
        return _("This week was paused; its figures are kept and stay out of the goals.")
    return _("What is typed until {day} counts.").format(day=day_long(last)) if week < facts.week else ""


def _title(facts: Snapshot, week: Week) -> str:
    days = week_range(week.monday)
    if week == facts.week:
        return _("This week, {days}").format(days=days)
    if week == facts.week - 1:
        return _("Last week, {days}").format(days=days)
    return heading(days)


def _asked_of(facts: Snapshot, network: str) -> frozenset[str]:
    """Of the network being learnt all that can be known already: answering from Listen on, posts from
    Publish on. Of the others what came of them."""
    run = facts.current(network)
    if run is None or run.state != "active":
        looked_after = run is not None and run.state in ("mastered", "beside")
        return _LOOKED_AFTER if looked_after else _KEPT
    openings = facts.openings_of(run)
    unknown = set() if "publish" in openings else {"posts", "reach"}
    if "listen" not in openings:
        unknown |= {"received", "answered_in_time"}
    return _LEARNT - unknown


def _question(
    catalogue: Catalogue, facts: Snapshot, network: str, rows: tuple[NumberRow, ...]
) -> Asked:
    name = catalogue.name(network)
    run = facts.current(network)
    if network == YARDSTICK:
        hint = _("The yardstick for all others. What you don’t know stays empty.")
    elif run is not None and run.state == "active":
        hint = _("The network you are learning. What you don’t know stays empty.")
    else:
        hint = _("It runs well. What you don’t know stays empty.")
    return Asked(network, _("{network}: what came of it?").format(network=name), hint, rows)


def _besides(catalogue: Catalogue, facts: Snapshot, rows: tuple[NumberRow, ...]) -> Asked:
    """What came from elsewhere: networks kept as they are, and what nobody could place."""
    _one, many = result_words(catalogue, facts.business)
    hint = _("{results} and customers from networks kept as they are, or from nobody knows where. "
             "This may be left out.")  # fmt: skip
    return Asked("", _("And from elsewhere?"), hint.format(results=heading(many)), rows)


def _unsourced(work: Work, catalogue: Catalogue, facts: Snapshot, week: Week) -> NumberRow:
    """Results and customers nobody could place."""
    labels, spoken = _labels(catalogue, facts), _spoken(catalogue, facts)
    figures = []
    for name in UNSOURCED:
        note = work.one(Note, key=f"{UNKNOWN_SOURCE}{week}.{name}")
        known = int(note.text) if note is not None and note.text.isdecimal() else None
        source = "typed" if known is not None else ""
        figures.append(Figure(name, labels[name], spoken[name], "", known, source, _said(source)))
    return NumberRow("", _("From nobody knows where"), week, tuple(figures), optional=True)


# ------------------------------------------------------------------ words


def _label(labels: dict[str, str], network: str, name: str) -> str:
    return _("Issues") if network == YARDSTICK and name == "posts" else labels[name]


def _labels(catalogue: Catalogue, facts: Snapshot) -> dict[str, str]:
    """Above the fields, as short as can be."""
    _one, many = result_words(catalogue, facts.business)
    return {
        "posts": pgettext("a column of figures", "Posts"),
        "received": pgettext("a column of figures", "Received"),
        "answered_in_time": pgettext("a column of figures", "In time"),
        "enquiries": heading(many),
        "customers": pgettext("a column of figures", "Customers"),
        "sales": pgettext("a column of figures", "Takings"),
        "reach": pgettext("a column of figures", "Saw it"),
        "audience": pgettext("a column of figures", "Followers"),
    }


def _spoken(catalogue: Catalogue, facts: Snapshot) -> dict[str, str]:
    """The same read aloud."""
    _one, many = result_words(catalogue, facts.business)
    return {
        "posts": _("posts that went out"),
        "received": _("messages and comments that asked for an answer"),
        "answered_in_time": _("of them answered in time"),
        "enquiries": many,
        "customers": _("new customers"),
        "sales": _("takings, in {currency}").format(currency=facts.business.currency),
        "reach": _("people who saw it"),
        "audience": _("followers"),
    }


def _hint(catalogue: Catalogue, facts: Snapshot, network: str, name: str) -> str:
    """What the network itself calls the figure and where it stands, else what is meant."""
    theirs = catalogue.get(network).text(f"numbers.{name}", language()) if network in catalogue else ""
    if theirs:
        return heading(theirs)
    if name == "answered_in_time":
        return _answered(facts, network)
    return {
        "enquiries": _("What you hope for, as far as it came from there; the strokes on the sheet count."),
        "customers": _("People who bought from you for the first time."),
        "sales": _("What these customers paid, all together; in {currency}.").format(
            currency=facts.business.currency
        ),
    }.get(name, "")


def _answered(facts: Snapshot, network: str) -> str:
    run = facts.current(network)
    goals = [goal for goal in facts.goals_of(run) if goal.kind == "response"] if run else []
    hours = target_at(facts.targets, goals[0].id, facts.week) if goals else None
    if hours is None:
        return _("How many of them you answered within your goal’s hours.")
    text = ngettext(
        "How many of them you answered within {count} hour, counted in your own hours.",
        "How many of them you answered within {count} hours, counted in your own hours.",
        hours,
    )
    return text.format(count=hours)


def _said(source: str) -> str:
    return {
        "tallied": pgettext("where a figure comes from", "counted"),
        "ticked": pgettext("where a figure comes from", "ticked"),
        "file": pgettext("where a figure comes from", "from a file"),
        "typed": pgettext("where a figure comes from", "typed"),
    }.get(source, "")

