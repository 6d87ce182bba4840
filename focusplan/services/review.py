"""Closing the week, and what the weeks brought."""

from __future__ import annotations

from typing import Any

from focusplan.closinganswers import ClosedView, NumbersView, ReviewView
from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.pauses import closed
from focusplan.domain.plan import Note
from focusplan.domain.profile import TEXT_LENGTH
from focusplan.domain.review import DECISIONS, Closing, Review
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weekitems import Item
from focusplan.domain.weeks import Week
from focusplan.i18n import _, join, ngettext, number, week_range
from focusplan.playbooks import Catalogue
from focusplan.services.changes import Topic
from focusplan.services.closing.closingjobs import left_of, let_go
from focusplan.services.closing.closingwords import closed_view
from focusplan.services.closing.numbers import asked, numbers_view
from focusplan.services.context import Context
from focusplan.services.facts import snapshot
from focusplan.services.results.resultnotes import KEPT
from focusplan.services.results.totals import results
from focusplan.services.roads.mastery import record_mastery
from focusplan.services.weeks import ticking
from focusplan.services.weeks.jobwords import WHEN_THEN, default_when_then
from focusplan.services.weeks.recording import log_phone, phone_minutes
from focusplan.services.weeks.weekviews import closing
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
            catalogue, merged = self._context.catalogue, state.merged(chosen)
            sentence = work.one(Note, key=WHEN_THEN)
            return ReviewView(
                week=chosen,
                title=_("Close the week · {week}").format(week=week_range(chosen.monday)),
                left=left_of(work, catalogue, facts, chosen, merged),
                numbers=asked(work, catalogue, facts, (chosen, *merged)),
                draft=_draft(work, chosen),
                merged=merged,
                phone=phone_minutes(work, chosen),
                when_then=sentence.text if sentence else default_when_then(facts, chosen),
                asks_when_then=sentence is None,
                notes=_notes(facts, chosen, merged),
                last=_last(facts, chosen),
            )

    def numbers(self, older: int = 0) -> NumbersView:
        """Every network and week that can be filled in, and so many closed weeks."""
        with self._context.read() as work:
            return numbers_view(work, self._context.catalogue, snapshot(work), older)

    def closed(self, week: Week) -> ClosedView:
        """What is said of a week that was closed."""
        with self._context.read() as work:
            return closed_view(work, self._context.catalogue, snapshot(work), week)

    def save_draft(self, key: str, value: str, week: Week | None = None) -> None:
        """Keep an answer of the week being closed, so that it can be gone on with later. No page shows it."""
        if len(value) > TEXT_LENGTH:
            raise WrongUse("title_long", most=TEXT_LENGTH)
        with self._context.begin() as work:
            facts = snapshot(work)
            chosen = _chosen(facts, closing(work, facts), week)
            work.put(Note(f"{_DRAFT}{chosen}.{key}", value))

    def note_phone(self, week: Week, minutes: int | None) -> None:
        """Minutes in the apps on the phone, the whole week's; None makes them unknown again. Refused
        week_future; WrongUse minutes_range."""
        with self._context.begin("phone") as work:
            log_phone(work, snapshot(work), week, minutes)
        self._context.announce(Topic.WEEK | Topic.REVIEW)

    def let_go(self, week: Week, number: int, gone: bool = True) -> None:
        """Let a job that is left go, or take it up again; the week may be over. Refused no_such_job,
        job_done, job_needed, week_future, week_closed."""
        with self._context.begin("drop") as work:
            let_go(work, self._context.catalogue, snapshot(work), week, number, gone)
        self._context.announce(Topic.WEEK)

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
            _keep_texts(work, chosen)
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


def _keep_texts(work: Work, week: Week) -> None:
    """What worked and what was put off is kept with the week; where the questions were left is not."""
    for key, text in _draft(work, week).items():
        if key in KEPT and text.strip():
            work.put(Note(f"{KEPT[key]}{week}", text.strip()))
        work.remove(Note(f"{_DRAFT}{week}.{key}", ""))


def _last(facts: Snapshot, week: Week) -> str:
    """What the newest review before this week decided, where it was said in words."""
    earlier = [one for one in facts.reviews.values() if one.week < week and not one.void]
    newest = max(earlier, key=lambda one: one.week, default=None)
    if newest is None or newest.decide == "keep" or not newest.text:
        return ""
    changed, stopped = _("Last time you changed: {text}"), _("Last time you stopped: {text}")
    return (changed if newest.decide == "change" else stopped).format(text=newest.text)


def _notes(facts: Snapshot, week: Week, merged: tuple[Week, ...]) -> tuple[str, ...]:
    """What is worth knowing before the first question."""
    said = []
    if merged:
        text = ngettext(
            "This closes {count} earlier week too.", "This closes {count} earlier weeks too.", len(merged)
        )
        said.append(text.format(count=number(len(merged))))
    late = [one for one in (week, *merged) if closed(one, facts.pauses, facts.moment.day)]
    if late:
        days = join([week_range(one.monday) for one in sorted(late)])
        text = _("Figures of {days} can’t count any more; what is typed later is kept and shown.")
        said.append(text.format(days=days))
    return tuple(said)
