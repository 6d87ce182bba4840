"""Networks: what may be started and what opens the next one; the moves, pauses, goals and jobs of a road."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from focusplan.domain import pausing
from focusplan.domain.adoption import Adoption
from focusplan.domain.errors import InUse, Refused
from focusplan.domain.forecast import judge
from focusplan.domain.gate import GateClosed, Verdict, closed_run
from focusplan.domain.mastery import earned
from focusplan.domain.plan import Note
from focusplan.domain.playbook import YARDSTICK
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week
from focusplan.networkanswers import (
    AboutView,
    FaultyPlaybook,
    GoalChange,
    LimitView,
    NetworkCard,
    NetworksView,
    RunView,
    StepView,
    VerdictView,
)
from focusplan.playbooks import Looked
from focusplan.services.changes import Topic
from focusplan.services.context import Context
from focusplan.services.facts import playbook_of, snapshot
from focusplan.services.roads import about, besides, goalchanges, moves, networkviews, stepwork
from focusplan.services.roads.gateviews import verdict_view
from focusplan.services.roads.loads import candidate, loads
from focusplan.services.roads.mastery import record_mastery, unearned
from focusplan.services.roads.roadviews import plain_run_view, run_view, unoffered
from focusplan.services.roads.starting import refuse_running, start_network
from focusplan.services.weeks.usualweek import usual_week, usual_words
from focusplan.store.store import Work

_TOUCHED = Topic.NETWORKS | Topic.WEEK | Topic.NUMBERS


class NetworksService:
    """Questions and verbs of the page Networks. Moves answer the state they lead to."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # -------------------------------------------------------------- questions

    def view(self) -> NetworksView:
        """The whole page: running well, learning now, next, kept as it is, later, all others."""
        catalogue = self._context.catalogue
        with self._context.read() as work:
            facts = snapshot(work)
            cards = self._cards(work, facts)
            network = networkviews.next_network(facts, catalogue, cards)
            verdict = self._judge(work, facts, network) if network else None
            closed = closed_run(facts, "")
            by_state = {state: tuple(c for c in cards if c.state == state) for state in _GROUPS}
            return NetworksView(
                week=facts.week,
                mastered=by_state["mastered"],
                active=self._run(work, facts, facts.active) if facts.active else None,
                next=next((card for card in cards if card.id == network), None),
                verdict=verdict_view(facts, catalogue, verdict) if verdict else None,
                parked=by_state["parked"],
                later=by_state["later"],
                others=tuple(card for card in cards if card.state not in _GROUPS),
                paused_weeks=tuple(week for week in sorted(facts.pauses) if week >= facts.week),
                wind_down=self._run(work, facts, closed) if closed else None,
                faulty=tuple(_faulty(one) for one in catalogue.faulty),
            )

    def cards(self) -> tuple[NetworkCard, ...]:
        """All networks of the catalogue, best first."""
        with self._context.read() as work:
            return self._cards(work, snapshot(work))

    def gate(self, network: str) -> VerdictView:
        """The gate's answer; writes nothing. Refused for a network that needs none (gate_active, …)."""
        self._known(network)
        with self._context.read() as work:
            facts = snapshot(work)
            refuse_running(facts, network)
            verdict = verdict_view(facts, self._context.catalogue, self._judge(work, facts, network))
            learnt = networkviews.learnt_before(facts, self._context.catalogue, network)
            return replace(verdict, usual=usual_words(usual_week(work, facts)), learnt=learnt)

    def run(self, network: str) -> RunView:
        """Steps and goals of any network, in the plan or not. Refused not_written without a road."""
        self._known(network)
        with self._context.read() as work:
            facts = besides.walked(work, self._context.catalogue)
            run = facts.current(network)
            if run is not None and facts.steps_of(run):
                return self._run(work, facts, run)
            playbook = self._context.catalogue.get(network)
            if not playbook.written:
                raise Refused("not_written", network=network)
            return plain_run_view(facts, self._context.catalogue, playbook, run.state if run else "none")

    def about(self, network: str) -> AboutView:
        """What this network is, for whom, and what its fields hold."""
        self._known(network)
        with self._context.read() as work:
            return about.about(work, self._context.catalogue, network)

    def correct_limit(self, network: str, limit: str, typed: str) -> LimitView:
        """Keep the owner's own figure for a field or picture. WrongUse limit_characters, limit_pixels;
        Refused no_such_limit."""
        self._known(network)
        with self._context.begin() as work:
            view = about.correct(work, self._context.catalogue, network, limit, typed)
        self._context.announce(Topic.NETWORKS)
        return view

    def put_limit_back(self, network: str, limit: str) -> LimitView:
        """The playbook's figure again. Refused no_such_limit."""
        self._known(network)
        with self._context.begin() as work:
            view = about.put_back(work, self._context.catalogue, network, limit)
        self._context.announce(Topic.NETWORKS)
        return view

    def _cards(self, work: Work, facts: Snapshot) -> tuple[NetworkCard, ...]:
        catalogue = self._context.catalogue
        known = loads(catalogue, facts, work)
        return networkviews.network_cards(facts, catalogue, known, unearned(work, facts))

    def _judge(self, work: Work, facts: Snapshot, network: str) -> Verdict:
        catalogue = self._context.catalogue
        known = loads(catalogue, facts, work)
        return judge(facts, candidate(catalogue, network), known, unearned(work, facts))

    def _run(self, work: Work, facts: Snapshot, run: Adoption) -> RunView:
        catalogue = self._context.catalogue
        return unoffered(work, run_view(facts, catalogue, playbook_of(work, catalogue, run), run))

    def _known(self, network: str) -> None:
        if network not in self._context.catalogue:
            raise Refused("no_such_network", network=network)

    # -------------------------------------------------------------- moves

    def start(self, network: str) -> str:
        """Start a network through the gate; the newsletter then runs beside. GateClosed with the verdict
        when it is shut: the refusal is in the record by then, and nothing else has changed."""
        self._known(network)
        with self._context.begin() as work:
            verdict = start_network(work, self._context.catalogue, snapshot(work), network)
        self._context.announce(_TOUCHED)
        if not verdict.open:
            closed = GateClosed(verdict)
            self._context.name_network(closed)
            raise closed
        return "beside" if network == YARDSTICK else "active"

    def take_back(self, network: str) -> str:
        """Take back a start of the last seven days. Refused: not_active, take_back_late, take_back_typed,
        take_back_most."""
        return self._move(network, moves.take_back)

    def park(self, network: str, minutes: int | None = None) -> str:
        """Keep a network as it is, up to so many minutes a week; parking again changes them."""
        return self._move(network, partial(moves.park, minutes=minutes))

    def later(self, network: str, note: str | None = None, remove: bool = False) -> str:
        """Put a network on the later list, with a note; again changes the note, `remove` takes it off."""
        return self._move(network, partial(moves.later, note=note, remove=remove), deed="later")

    def again(self, network: str, stage: str) -> str:
        """Walk a part of the road again; what is done stays done. Refused: not_active, no_such_stage,
        stage_not_open."""
        return self._move(network, partial(moves.again, stage=stage))

    def retire(self, network: str, reason: str, learnt: str) -> str:
        """Close a network, with why and what was learnt. Refused: retire_reason, retire_learnt."""
        return self._move(network, partial(moves.retire, reason=reason, learnt=learnt))

    def _move(self, network: str, move: Callable[[Work, Snapshot, str], str], deed: str = "") -> str:
        self._known(network)
        with self._context.begin(deed) as work:
            state = move(work, snapshot(work), network)
        self._context.announce(_TOUCHED)
        return state

    # -------------------------------------------------------------- pauses

    def pause(self, first: Week, last: Week, reason: str = "") -> tuple[Week, ...]:
        """Pause these weeks; answers those that are newly paused."""
        with self._context.begin() as work:
            facts = snapshot(work)
            fresh = pausing.new_pauses(
                first, last, facts.moment.day, facts.pauses, Week.of(facts.plan.first_day), reason
            )
            for pause in fresh:
                work.add(pause)
            weeks = tuple(pause.week for pause in fresh)
            told = {str(pause.week): "planned" if pause.planned else "unplanned" for pause in fresh}
            work.append("pause", {"weeks": told, "reason": reason.strip()})
        self._context.announce(_TOUCHED | Topic.REVIEW)
        return weeks

    def resume(self, first: Week | None = None) -> tuple[Week, ...]:
        """Take up again the paused weeks that have not begun, from `first` on, and the running one's plan
        (which stays out of the goals). Refused nothing_paused where there is none."""
        with self._context.begin() as work:
            facts = snapshot(work)
            present = facts.week
            weeks = pausing.lifted(first, facts.moment.day, facts.pauses)
            for week in weeks:
                work.remove(facts.pauses[week])
            reopened = _reopens(work, facts, first)
            if reopened:
                work.put(Note(f"reopened.{present}", facts.moment.day.isoformat()))
            if not weeks and not reopened:
                raise Refused("nothing_paused")
            told = {"weeks": [str(week) for week in weeks], "plan_opened": str(present) if reopened else None}
            work.append("resume", told)
        self._context.announce(_TOUCHED | Topic.REVIEW)
        return (present, *weeks) if reopened else weeks

    # -------------------------------------------------------------- goals and jobs

    def preview_goal(self, network: str, goal: str, target: int) -> GoalChange:
        """What this change would do; writes nothing."""
        self._known(network)
        with self._context.read() as work:
            return goalchanges.planned(snapshot(work), network, goal, target)[1]

    def change_goal(self, network: str, goal: str, target: int, reason: str = "") -> GoalChange:
        """Change a goal's target. Refused: goal_bounds, baseline_runs, goal_same, easing_too_soon,
        reason_needed, goal_not_open."""
        self._known(network)
        with self._context.begin() as work:
            change = goalchanges.make(work, snapshot(work), network, goal, target, reason)
        self._context.announce(_TOUCHED)
        return change

    def withdraw_goal(self, network: str, goal: str, reason: str = "") -> GoalChange:
        """Take back a change of a goal that is not in force yet. Refused: nothing_to_withdraw, and as
        `change_goal` where that makes the goal easier."""
        self._known(network)
        with self._context.begin() as work:
            change = goalchanges.make(work, snapshot(work), network, goal, None, reason)
        self._context.announce(_TOUCHED)
        return change

    def step_done(self, step_id: str, minutes: int | None = None, instead: str | None = None) -> StepView:
        """Do a step today; `instead` closes one that can't be done here, with its reason, which is in the
        record and no deed to undo."""
        with self._context.begin("" if instead else "step") as work:
            stepwork.do(work, besides.walked(work, self._context.catalogue), step_id, minutes, instead)
            view = stepwork.view(work, self._context.catalogue, step_id)
        self._context.announce(_TOUCHED)
        return view

    def step_undo(self, step_id: str) -> StepView:
        """Undo a step; parts that opened stay open."""
        with self._context.begin("step_undo") as work:
            stepwork.undo(work, besides.walked(work, self._context.catalogue), step_id)
            view = stepwork.view(work, self._context.catalogue, step_id)
        self._context.announce(_TOUCHED)
        return view

    def judge(self) -> str | None:
        """Record a mastery that an ended week has earned; called at every start of the program. Writes
        nothing when there is none, or while another FocusPlan holds the plan."""
        with self._context.read() as work:
            facts = snapshot(work)
            if facts.active is None or earned(facts, facts.active) is None:
                return None
        try:
            with self._context.begin() as work:
                network = record_mastery(work, self._context.catalogue, snapshot(work))
        except InUse:
            return None
        if network is not None:
            self._context.announce(_TOUCHED)
        return network


_GROUPS = ("active", "mastered", "parked", "later")


def _faulty(looked: Looked) -> FaultyPlaybook:
    return FaultyPlaybook(looked.id, str(looked.folder), tuple(map(str, looked.faults)))


def _reopens(work: Work, facts: Snapshot, first: Week | None) -> bool:
    """Whether the running week is paused, meant, and its plan not open again yet."""
    present = facts.week
    meant = first is None or first <= present
    return meant and present in facts.pauses and work.one(Note, key=f"reopened.{present}") is None
