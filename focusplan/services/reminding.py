"""What the owner is reminded of right now, in words; most of the time nothing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from focusplan import i18n
from focusplan.answers import ReminderView
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.plan import Plan
from focusplan.domain.reminders import Due, due, next_look
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weekitems import Item
from focusplan.i18n import _, ngettext
from focusplan.services.context import Context
from focusplan.services.facts import snapshot
from focusplan.services.weeks.jobwords import JobWords
from focusplan.services.weeks.planning import planned
from focusplan.store.store import Work


class RemindingService:
    """Asks the plan; writes nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def now(self, told: Collection[str] = ()) -> ReminderView | None:
        """What is due at this minute. `told`: keys of reminders that were given or put aside."""
        moment = self._context.moment()
        local = moment.at + timedelta(minutes=moment.offset)
        minute = local.hour * 60 + local.minute
        with self._context.read() as work:
            boundaries = work.one(Boundaries)
            spans = boundaries.spans(moment.day) if boundaries is not None else ()
            if work.one(Plan) is None or next_look(minute, spans) != minute:
                return None
            facts = snapshot(work)
            plan = planned(work, self._context.catalogue, facts, facts.week)
            left = [item for item in plan.items if item.day == moment.day and _waits(item)]
            silent = plan.paused or moment.day in {one.day for one in facts.holidays}
            starts = {int(key.split()[1]) for key in told if key.startswith(f"{moment.day} ")}
            found = due(minute, spans, [item.minutes for item in left], silent=silent, told=starts)
            return self._view(work, facts, found, moment.day, left) if found is not None else None

    def _view(
        self, work: Work, facts: Snapshot, found: Due, day: date, left: list[Item]
    ) -> ReminderView:
        first = min(left, key=lambda item: item.number)
        words = JobWords.of(work, self._context.catalogue, facts, facts.week, left)
        count = ngettext("{jobs} job, {minutes}.", "{jobs} jobs, {minutes}.", found.jobs).format(
            jobs=i18n.number(found.jobs), minutes=i18n.duration(found.minutes)
        )
        return ReminderView(
            key=f"{day} {found.start}",
            title=_("Your time until {time}").format(time=i18n.time_of_day(found.end)),
            text=f"{count} " + _("First: {job}").format(job=words.job(first).title),
            page="week",
        )


def _waits(item: Item) -> bool:
    return not (item.done and not item.void) and not item.dropped
