"""Closing the week, and what the weeks brought."""

from __future__ import annotations

from typing import Any

from focusplan.answers import ReviewNumber, ReviewView
from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.evidence import Evidence
from focusplan.domain.pauses import closed
from focusplan.domain.plan import Note
from focusplan.domain.profile import TEXT_LENGTH
from focusplan.domain.review import DECISIONS, Closing, Review
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weekitems import Item
from focusplan.domain.weeks import Week
from focusplan.i18n import _, language, week_range
from focusplan.playbooks import Catalogue
from focusplan.services import ticking
from focusplan.services.changes import Topic
from focusplan.services.context import Context
from focusplan.services.facts import snapshot
from focusplan.services.mastery import record_mastery
from focusplan.services.planning import planned
from focusplan.services.results import results
from focusplan.services.resultwords import result_words
from focusplan.services.weekviews import closing, week_view
from focusplan.store.store import Work

_DRAFT = "review."


class ReviewService:
    """Questions and verbs of closing a week."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def due(self) -> Week | None:
        """The week that is to be closed now, or None."""
        with self._context.read() as work:
            return closing(work, snapshot(work)).due()

    def view(self, week: Week | None = None) -> ReviewView:
        """What closing asks, filled in as far as it is known. Refused as `close`."""
        with self._context.read() as work:
            facts = snapshot(work)
            state = closing(work, facts)
            chosen = _chosen(facts, state, week)
            plan = planned(work, self._context.catalogue, facts, chosen)
            items = week_view(work, self._context.catalogue, facts, plan).items
            return ReviewView(
                week=chosen,
                title=_("Close the week · {week}").format(week=week_range(chosen.monday)),
                left=tuple(job for job in items if not job.done and job.kind != "close"),
                numbers=_numbers(work, self._context.catalogue, facts, chosen),
                draft=_draft(work, chosen),
                merged=state.merged(chosen),
            )

    def save_draft(self, key: str, value: str, week: Week | None = None) -> None:
        """Keep an answer of the week being closed, so that it can be gone on with later."""
        if len(value) > TEXT_LENGTH:
            raise WrongUse("title_long", most=TEXT_LENGTH)
        with self._context.begin() as work:
            facts = snapshot(work)
            chosen = _chosen(facts, closing(work, facts), week)
            work.put(Note(f"{_DRAFT}{chosen}.{key}", value))
        self._context.announce(Topic.REVIEW)

    def close(self, week: Week | None, decide: str, text: str = "") -> Week:
        """Close a week with its one decision; answers which. It covers all earlier ones.

        Without a week: the running one from its last allowed day on, else the newest ended one that is not
        closed. WrongUse decide_unknown, title_long; Refused nothing_to_close, week_future, week_running,
        week_paused, week_before_plan, week_reviewed.
        """
        if decide not in DECISIONS:
            raise WrongUse("decide_unknown", value=decide, choices=DECISIONS)
        if len(text) > TEXT_LENGTH:
            raise WrongUse("title_long", most=TEXT_LENGTH)
        catalogue = self._context.catalogue
        with self._context.begin() as work:
            facts = snapshot(work)
            chosen = _chosen(facts, closing(work, facts), week)
            _tick_closing(work, catalogue, facts, chosen)
            work.put(Review(chosen, decide, text.strip(), facts.moment.day))
            work.append("review", {"week": str(chosen), "decide": decide})
            _forget_draft(work, chosen)
            record_mastery(work, catalogue, snapshot(work))
        self._context.announce(Topic.ALL)
        return chosen

    def results(self, first: Week | None = None, last: Week | None = None) -> dict[str, Any]:
        """Time against results, in the shape of the contract. WrongUse weeks_order."""
        with self._context.read() as work:
            return results(work, self._context.catalogue, snapshot(work), first, last)


def _chosen(facts: Snapshot, state: Closing, week: Week | None) -> Week:
    """The week to close, by the rules of `ReviewService.close`."""
    if week is None:
        found = state.next()
        if found is None:
            raise Refused("nothing_to_close", day=state.closes_on(state.present))
        return found
    if week > state.present:
        raise Refused("week_future", week=week)
    if week < state.first:
        raise Refused("week_before_plan", week=week)
    if week == state.present and facts.moment.day < state.closes_on(week):
        raise Refused("week_running", week=week, day=state.closes_on(week))
    if state.silent(week):
        raise Refused("week_paused", week=week)
    if state.reviewed(week):
        raise Refused("week_reviewed", week=week)
    return week


def _tick_closing(work: Work, catalogue: Catalogue, facts: Snapshot, week: Week) -> None:
    """The job `Close the week` is done by doing it."""
    job = work.one(Item, week=week, kind="close", done=False, dropped=False)
    if job is not None and not closed(week, facts.pauses, facts.moment.day):
        ticking.tick(work, catalogue, week, [job.number], {})


def _draft(work: Work, week: Week) -> dict[str, str]:
    start = f"{_DRAFT}{week}."
    return {note.key.removeprefix(start): note.text for note in work.all(Note) if note.key.startswith(start)}


def _forget_draft(work: Work, week: Week) -> None:
    for note in work.all(Note):
        if note.key.startswith(f"{_DRAFT}{week}."):
            work.remove(note)


def _numbers(work: Work, catalogue: Catalogue, facts: Snapshot, week: Week) -> tuple[ReviewNumber, ...]:
    """What is asked: of the network being learnt all that its goals need, of the others what came of it."""
    if closed(week, facts.pauses, facts.moment.day):
        return ()
    active = [(run.network, True) for run in (facts.active,) if run]
    others = [(run.network, False) for run in facts.in_state("mastered")]
    numbers: list[ReviewNumber] = []
    for network, learnt in [*active, *others]:
        figures = _asked(facts, network) if learnt else ("posts", "enquiries")
        row = work.one(Evidence, network=network, week=week, late=False)
        known = row if row is not None and not row.void else Evidence(network, week)
        name = catalogue.name(network)
        for figure in figures:
            numbers.append(_number(catalogue, facts, work, network, name, week, figure, known))
    return tuple(numbers)


def _asked(facts: Snapshot, network: str) -> tuple[str, ...]:
    """Figures that can be known already: answering from Listen on, posts from Publish on."""
    run = facts.current(network)
    openings = facts.openings_of(run) if run else {}
    posts = ("posts",) if "publish" in openings else ()
    answers = ("received", "answered_in_time") if "listen" in openings else ()
    return (*posts, *answers, "enquiries", "customers")


def _number(
    catalogue: Catalogue, facts: Snapshot, work: Work, network: str, name: str, week: Week, figure: str,
    row: Evidence,
) -> ReviewNumber:  # fmt: skip
    known = getattr(row, figure)
    hint = ""
    if figure == "posts" and known is None:
        ticks = facts.ticks.get((network, week))
        known = ticks.posts if ticks and ticks.posts else None
        hint = _("These were ticked this week. Change it if there were more.") if known else ""
    elif known is not None:
        hint = _("This is what was counted so far. Change it if you remember more.")
    hint = "\n".join(filter(None, (_where(catalogue, network, figure), hint)))
    return ReviewNumber(network, name, figure, _question(catalogue, facts, figure, name), hint, known)


def _where(catalogue: Catalogue, network: str, figure: str) -> str:
    """What the network itself calls this figure and where it stands; empty for what only the owner knows."""
    key = {"posts": "numbers.posts", "received": "numbers.received"}.get(figure, "")
    return catalogue.get(network).text(key, language()) if key else ""


def _question(catalogue: Catalogue, facts: Snapshot, figure: str, network: str) -> str:
    _one, many = result_words(catalogue, facts.business)
    questions = {
        "posts": _("How many posts went out on {network}?"),
        "received": _("How many messages and comments asked for an answer on {network}?"),
        "answered_in_time": _("How many of them were answered in time on {network}?"),
        "enquiries": _("{network}: how many {results} came from there?"),
        "customers": _("How many new customers came from {network}?"),
    }
    return questions[figure].format(network=network, results=many)
