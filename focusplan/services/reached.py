"""What was reached: the history of a goal, and the page to keep of a network that runs well."""

from __future__ import annotations

from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.plan import Note
from focusplan.domain.profile import TEXT_LENGTH
from focusplan.networkanswers import GoalHistory, ReachedView
from focusplan.services.changes import Topic
from focusplan.services.context import Context
from focusplan.services.facts import snapshot
from focusplan.services.roads.goalhistory import history_view
from focusplan.services.roads.reachedviews import learnt_key, reached_view


class ReachedService:
    """Questions about what was reached, and the owner's own words on it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def history(self, network: str, goal: str) -> GoalHistory:
        """Every week of a goal with what was asked and what it brought. Refused goal_not_open."""
        with self._context.read() as work:
            facts = snapshot(work)
            run = facts.current(network)
            found = [one for one in facts.goals_of(run) if one.goal == goal] if run else []
            if run is None or not found:
                raise Refused("goal_not_open", network=network, goal=goal)
            return history_view(facts, self._context.catalogue, run, found[0])

    def networks(self) -> tuple[str, ...]:
        """The networks that run well, the latest last; each has a page."""
        with self._context.read() as work:
            runs = snapshot(work).in_state("mastered")
            return tuple(run.network for run in sorted(runs, key=lambda run: (run.mastered_on, run.id)))

    def page(self, network: str) -> ReachedView | None:
        """The page of a network that runs well; None for any other."""
        with self._context.read() as work:
            facts = snapshot(work)
            run = facts.current(network)
            if run is None or run.state != "mastered" or run.mastered_week is None:
                return None
            return reached_view(work, self._context.catalogue, facts, run)

    def write_learnt(self, network: str, text: str) -> None:
        """What was learnt on the way, in the owner's words; an empty text is none. WrongUse title_long."""
        if len(text) > TEXT_LENGTH:
            raise WrongUse("title_long", most=TEXT_LENGTH)
        with self._context.begin("texts") as work:
            run = snapshot(work).current(network)
            if run is None or run.state != "mastered":
                raise Refused("goal_not_open", network=network, goal="upkeep")
            key, said = learnt_key(run), text.strip()
            if said:
                work.put(Note(key, said))
            elif work.one(Note, key=key) is not None:
                work.remove(Note(key, ""))
        self._context.announce(Topic.NETWORKS)
