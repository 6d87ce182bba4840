"""A practice plan with a believable year: an owner's actions on simulated days, through the same services.

The same weeks and day always give the same plan. Some weeks are kept, some are missed, a holiday is planned,
an illness is not; one network comes to run well and the second is under way.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from focusplan.answers import Job
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.business import Business
from focusplan.domain.errors import Refused
from focusplan.domain.pace import Tell, quiet
from focusplan.domain.profile import Already, Profile
from focusplan.domain.weeks import Week
from focusplan.i18n import _
from focusplan.workspace import Workspace

WEEKS = 52
MOST_WEEKS = 520
_MORNING = (8 * 60, 10 * 60)
_FIRST, _SECOND, _THIRD = "google_business", "instagram", "whatsapp"
_HOLIDAY = (30, 31)
"""Weeks of the year (counted from the plan's first) planned as a holiday."""
_ILLNESS = 13
_MISSED = frozenset({7, 21, 40})
"""Weeks in which nothing was done."""
_PRICES = {"GBP": 1, "EUR": 1, "SEK": 10}
"""What an hour costs in pounds or euros times this is believable in the currency."""
_BASKETS = (1850, 2600, 1420, 3900)
"""What a new customer leaves in the shop, in hundredths of a pound or euro; the weeks take turns."""


@dataclass(frozen=True, slots=True)
class _Owner:
    """How reliably this owner does what stands in the plan, and how many results a week brings."""

    rng: random.Random
    second_from: int
    """Week of the plan from which this owner takes up another network; until then one is enough."""
    keeps: float = 0.9

    def does(self) -> bool:
        return self.rng.random() < self.keeps

    def took(self, minutes: int) -> int:
        """Minutes a job took: about the estimate, in steps of five."""
        return max(5, 5 * round(minutes * self.rng.uniform(0.7, 1.35) / 5))


def make(
    home: Path, today: date, *, weeks: int = WEEKS, language: str | None = None,
    tell: Tell = quiet,
) -> Workspace:  # fmt: skip
    """A practice plan of so many weeks up to `today` in `home`. Refused when the folder has a plan.
    `tell` hears how many weeks of how many are lived; what it raises ends the making."""
    first = Week.of(today) - weeks
    begin = first.monday if weeks else today
    workspace = Workspace(home, today=begin, language=language)
    try:
        workspace.start.new(_profile(language or "en"), practice=True)
        owner = _Owner(random.Random(1970), second_from=weeks * 5 // 8)
        for number in range(weeks + 1):
            tell(number, weeks + 1)
            _live(workspace, owner, first + number, number, today)
        workspace.travel(today)
        return workspace
    except BaseException:
        workspace.close()
        raise


def _profile(language: str) -> Profile:
    place = {"en": ("GB", "GBP"), "es": ("ES", "EUR"), "fr": ("FR", "EUR"), "sv": ("SE", "SEK")}[language]
    business = Business(
        name=_("Corner Bakery"),
        kind="restaurant",
        customers="local",
        audience="consumers",
        aim="enquiries",
        language=language,
        country=place[0],
        currency=place[1],
        speaker="owner",
        hour_value=Decimal("30.00") * _PRICES[place[1]],
        outsourcing_quote=Decimal("450.00") * _PRICES[place[1]],
    )
    hours = dict.fromkeys((0, 2, 4), (_MORNING,))
    return Profile(
        business=business,
        boundaries=Boundaries(budget=120, longest_sitting=30, spread="few_days", hours=hours),
        first_network=_FIRST,
        readiness={
            "say.1": _("Bread that rests for a day before it is baked"),
            "say.2": _("Flour from the mill down the road"),
            "say.3": _("Cakes for parties, ordered two days ahead"),
        },
        already=(Already("facebook", 15, 140),),
    )


def _live(workspace: Workspace, owner: _Owner, week: Week, number: int, today: date) -> None:
    """One week of the owner's life, no further than today."""
    _plan_ahead(workspace, owner, week, number)
    missed = number % WEEKS in _MISSED
    for day in week.days:
        if day > today:
            return
        if workspace.business.boundaries().spans(day) and not missed and workspace.today <= day < today:
            workspace.travel(day)
            _work(workspace, owner, week, day)
    workspace.travel(min(week.sunday, today))
    if week.sunday < today:
        _finish(workspace, owner, week, number, missed)


def _plan_ahead(workspace: Workspace, owner: _Owner, week: Week, number: int) -> None:
    """Monday morning: a pause that was known, the next network where the gate is open, a goal to set."""
    if week.monday > workspace.today:
        workspace.travel(week.monday)
    if number % WEEKS == _HOLIDAY[0] - 2:
        workspace.networks.pause(week + 2, week + 3, _("Summer holiday"))
    view = workspace.networks.view()
    if view.active is None:
        if number < owner.second_from:
            return
        for network in (_SECOND, _THIRD):
            if _startable(workspace, network):
                workspace.networks.start(network)
                break
        return
    for goal in view.active.goals:
        if goal.suggestion is not None and goal.target is None and goal.next_target is None:
            workspace.networks.change_goal(view.active.network, goal.id, goal.suggestion)


def _startable(workspace: Workspace, network: str) -> bool:
    card = next(card for card in workspace.networks.cards() if card.id == network)
    return card.state in ("none", "later", "parked") and card.startable


def _work(workspace: Workspace, owner: _Owner, week: Week, day: date) -> None:
    """An allowed day: most of its jobs are ticked, now and then a result is counted."""
    jobs = [job for job in workspace.week.view(week).items if job.day == day and not job.done]
    done = [job for job in jobs if job.kind != "close" and owner.does()]
    if done:
        took = {job.number: owner.took(job.minutes) for job in done}
        workspace.week.tick_many(week, [job.number for job in done], took)
    results = owner.rng.choice((0, 0, 0, 1, 1, 2))
    if results and _runs(done):
        workspace.week.add_result(results)


def _runs(done: list[Job]) -> bool:
    """Results come once posts or answers go out."""
    return any(job.kind in ("post", "answer", "upkeep") for job in done)


def _finish(workspace: Workspace, owner: _Owner, week: Week, number: int, missed: bool) -> None:
    """Sunday: an illness is noted, or figures are typed and the week is closed."""
    if number % WEEKS == _ILLNESS:
        workspace.networks.pause(week, week, _("Ill"))
        return
    view = workspace.week.view(week)
    if missed or view.paused:
        return
    if view.active is not None:
        received = owner.rng.randint(0, 6)
        figures = {
            "received": received,
            "answered_in_time": received if owner.does() else max(0, received - 1),
            "reach": owner.rng.randint(80, 400),
            "customers": owner.rng.randint(0, 2),
        }
        figures["sales"] = figures["customers"] * _BASKETS[number % len(_BASKETS)] * _price(workspace)
        workspace.week.record(view.active.network, week, figures)
    closing = next((job for job in view.items if job.kind == "close" and not job.done), None)
    if closing is not None:
        workspace.week.tick(week, closing.number, minutes=owner.took(closing.minutes))
    try:
        _close(workspace, week, number)
    except Refused:
        return  # a week before the plan's first Monday need not be closed


def _price(workspace: Workspace) -> int:
    return _PRICES[workspace.business.business().currency]


def _close(workspace: Workspace, week: Week, number: int) -> None:
    """Most weeks go on as they were; now and then something is learnt, and one thing is changed."""
    learnt = {
        4: ("worked", _("The picture of the oven at five in the morning")),
        10: ("put_off", _("The letter to the cafés that buy from us")),
        17: ("worked", _("Answering before opening, with the first coffee")),
        28: ("worked", _("The cake with the name of the customer's dog")),
        45: ("put_off", _("The price list for weddings")),
    }.get(number % WEEKS)
    if learnt is not None:
        workspace.review.save_draft(*learnt, week)
    changed = {
        5: _("Post on the evening before, not in the morning"),
        29: _("One picture of a person a week"),
    }
    text = changed.get(number % WEEKS, "")
    workspace.review.close(week, "change" if text else "keep", text)
