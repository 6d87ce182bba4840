"""Networks: the road from one to the next, the jobs of the one that is learnt, and what opens the next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan.answers import GoalView
from focusplan.domain.playbook import STAGES
from focusplan.domain.readiness import question_of
from focusplan.i18n import _, minutes, told, week_range
from focusplan.networkanswers import NetworkCard, NetworksView, ReachedView, RunView, StepView
from focusplan.services.changes import Topic
from focusplan.ui.dialogs.instead import InsteadDialog
from focusplan.ui.kept import Make
from focusplan.ui.labels import plain
from focusplan.ui.networks import lists
from focusplan.ui.networks.cando import can_do_button
from focusplan.ui.networks.faulty import faulty_banner
from focusplan.ui.networks.goals import gate_card
from focusplan.ui.networks.jobs import Jobs, road_card, wind_down_card
from focusplan.ui.networks.moves import Moves
from focusplan.ui.networks.opening import STAYED, opening_card, opening_page
from focusplan.ui.networks.running import mastered_card
from focusplan.ui.networks.stagepills import StagePills
from focusplan.ui.page import Page, Sheet, heading_row
from focusplan.ui.parts import button, label, row
from focusplan.ui.readiness.dialog import ReadinessDialog
from focusplan.ui.widgets.card import Card
from focusplan.ui.widgets.columns import Columns
from focusplan.ui.widgets.notices import Banner
from focusplan.ui.widgets.road import Road, Stop
from focusplan.ui.widgets.space import room
from focusplan.workspace import Workspace

LEFT, RIGHT = "left ", "right "
"""What the names of parts in the columns begin with."""


class NetworksPage(Page):
    """One question to the service, one picture; every move opens the dialog that belongs to it."""

    topics = Topic.NETWORKS | Topic.WEEK | Topic.NUMBERS | Topic.REVIEW | Topic.BUSINESS | Topic.LANGUAGE

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._stage = ""
        """The part the owner looks at; empty means the one that is walked."""
        self._looked_at = ""
        """The network that runs well whose upkeep is shown below the road."""
        self._jobs: Jobs | None = None
        self.moves = Moves(workspace, self)
        self.moves.go.connect(self.go)
        self.moves.show.connect(self._show)
        self.sheet = Sheet("networks_sheet", self)
        outer = QVBoxLayout(self)
        room(outer, 30, 24, 22, 20)
        outer.addWidget(self.sheet)

    def refresh(self) -> None:
        """Ask for the whole page and paint it, details as they were open before."""
        self.stale = False
        view = self.attempt(self.workspace.networks.view)
        if view is None:
            return
        self.moves.view = view
        parts = self._above(view) | self._left(view) | self._right(view)
        self._jobs = self._jobs if LEFT + "walk" in parts else None
        self.sheet.compose(parts, partial(self._lay_out, tuple(parts)))

    def _above(self, view: NetworksView) -> dict[str, tuple[object, Make]]:
        """What stands above both columns."""
        parts: dict[str, tuple[object, Make]] = {"head": ((), lambda _any: self._head())}
        if view.paused_weeks:
            parts["pauses"] = (view, self._pauses)
        if view.faulty:
            parts["faulty"] = (
                view.faulty,
                lambda faulty: faulty_banner(faulty, self.moves.faults, self.workspace.read_playbooks),
            )
        parts["road"] = (view, self._road)
        shown = next((card for card in view.mastered if card.id == self._looked_at), None)
        if shown is not None:
            run = self.workspace.networks.run(shown.id)
            parts["upkeep"] = ((shown, run), self._upkeep)
        known = self.workspace.reached.networks() if self._opens(view) and not self._stayed(view) else ()
        page = self.moves.reached(known[-1]) if known else None
        if page is not None:
            parts["opened"] = ((view, page), self._opened)
        return parts

    def _upkeep(self, shown: tuple[NetworkCard, RunView]) -> QWidget:
        card, run = shown
        return mastered_card(card, run, self.moves, self._tick, self._instead)

    def _opened(self, shown: tuple[NetworksView, ReachedView]) -> QWidget:
        """The page when the gate opens, for the network that came to run well last."""
        view, page = shown
        write = partial(self.moves.learnt, page.network)
        keep = partial(self.moves.print_reached, page.network)
        return opening_page(view, page, self._stay, self.moves.all_networks, write, keep)

    def _left(self, view: NetworksView) -> dict[str, tuple[object, Make]]:
        """The left column: jobs, and networks that stay as they are."""
        parts: dict[str, tuple[object, Make]] = {}
        if view.active is not None:
            self._stage = self._stage if self._stage in STAGES else ""
            parts[LEFT + "walk"] = ((view.active, self._stage), lambda both: self._walk(both[0]))
        if view.wind_down is not None:
            last = self._last_jobs
            parts[LEFT + "wind_down"] = (view.wind_down, lambda run: wind_down_card(run, last(run)))
        park, look = self.moves.park, self._look
        parts[LEFT + "kept"] = (view.parked, lambda parked: lists.kept_card(parked, park, look))
        beside = lists.yardstick(view.others)
        if beside is not None:
            close, about = self.moves.retire, self._about
            parts[LEFT + "beside"] = (beside, lambda one: lists.beside_card(one, close, about))
        return parts

    def _right(self, view: NetworksView) -> dict[str, tuple[object, Make]]:
        """The right column: what opens the next, and the list for later."""
        parts: dict[str, tuple[object, Make]] = {}
        is_open, stayed = self._opens(view), self._stayed(view)
        if is_open and (stayed or not view.mastered):
            stay, all_of_them = self._stay, self.moves.all_networks
            parts[RIGHT + "opening"] = (
                (view, stayed),
                lambda both: opening_card(both[0], both[1], stay, all_of_them, self._look),
            )
        elif view.verdict is not None and not is_open:
            parts[RIGHT + "gate"] = (view, self._gate)
        wait, look, others = self.moves.later, self._look, self.moves.all_networks
        parts[RIGHT + "later"] = (view.later, lambda later: lists.later_card(later, wait, look, others))
        return parts

    def _lay_out(self, names: tuple[str, ...], column: QVBoxLayout, part: Callable[[str], QWidget]) -> None:
        room(column, 0, 0, 8, 0, gap=16)
        columns = Columns()
        for name in names:
            side = next((side for side in (LEFT, RIGHT) if name.startswith(side)), "")
            place = {LEFT: columns.left, RIGHT: columns.right}.get(side, column)
            place.addWidget(part(name))
        column.addWidget(columns)
        columns.ended()
        column.addStretch(1)

    def _opens(self, view: NetworksView) -> bool:
        return view.verdict is not None and view.verdict.open

    def _head(self) -> QWidget:
        title = label(_("Networks"), "title", "networks_title")
        title.setWordWrap(False)
        head = QWidget()
        head.setLayout(
            heading_row(
                title,
                label(_("one at a time"), "lead"),
                button("networks_all", _("Show &all networks"), self.moves.all_networks, "quiet"),
                button("networks_pause", _("&Pause for a holiday…"), self.moves.pause),
            )
        )
        return head

    def _pauses(self, view: NetworksView) -> QWidget:
        """Said above everything while this week is paused, and quietly when a coming one is."""
        if view.week in view.paused_weeks:
            banner = Banner("networks_paused", _("This week is paused: nothing is planned."), "sky")
            banner.add_button(button("networks_back", _("I am &back…"), self.moves.pause))
            return banner
        first = week_range(view.paused_weeks[0].monday)
        text = _("The next pause begins in the week of {week}.").format(week=first)
        return label(text, "soft", "networks_next_pause")

    # ---- the road -------------------------------------------------------------------------------
    def _road(self, view: NetworksView) -> Card:
        card = Card("road")
        road = Road("road_stops")
        stops = [
            Stop(one.id, one.name, _upkeep_line(one.upkeep_minutes), "mastered") for one in view.mastered
        ]
        if view.active is not None:
            stops.append(Stop(view.active.network, view.active.name, _learning(view.active), "active",
                              view.active.progress))  # fmt: skip
        if view.next is not None and view.verdict is not None:
            stops.append(_next_stop(view))
        road.set(stops, ", ".join(told(stop.name, stop.line) for stop in stops))
        road.chosen.connect(self._look_id)
        card.add(road)
        return card

    def _look_id(self, network: str) -> None:
        """A circle was pressed: the road for the one that is learnt, upkeep, or what the next would take."""
        view = self.moves.view
        if view is not None and view.active is not None and view.active.network == network:
            self._stage = ""
            self.refresh()
            return
        self.moves.look(network)

    def _show(self, part: str) -> None:
        """A part of this page: the upkeep of a network that runs well, or the last jobs of a closed one."""
        self._looked_at = "" if part == self._looked_at else part
        self.refresh()
        found = self.sheet.findChild(QWidget, "wind_down" if part == "wind_down" else "mastered")
        if found is not None:
            self.sheet.ensureWidgetVisible(found)

    # ---- the jobs -------------------------------------------------------------------------------
    def _walk(self, run: RunView) -> Card:
        opened = self._jobs.open_rows() if self._jobs is not None else ()
        unfolded = self._jobs is not None and self._jobs.unfolded
        stage = self._stage or run.stage
        pills = StagePills(run.stages, stage)
        pills.chosen.connect(self._see_part)
        steps = [step for step in run.steps if step.stage == stage]
        self._jobs = Jobs(steps, self._tick, self._instead, unfolded, self._answer)
        self._jobs.open_again(opened)
        card = road_card(run, stage, pills, self._jobs, self._see_part)
        text = plain(_("About {name}…").format(name=run.name))
        card.add(row(button("road_about", text, lambda: self.moves.about(run.network), "link"), 1))
        return card

    def _see_part(self, stage: str) -> None:
        self._stage = stage
        self.refresh()

    def _last_jobs(self, run: RunView) -> Jobs:
        return Jobs([s for s in run.steps if s.stage == "wind_down"], self._tick, self._instead)

    def _tick(self, step: str, on: bool) -> None:
        """Save it at once; where a rule says no, show again what is stored."""
        networks = self.workspace.networks
        done = self.attempt(lambda: networks.step_done(step) if on else networks.step_undo(step))
        if done is None:
            self.refresh()

    def _instead(self, step: StepView) -> None:
        InsteadDialog(self.workspace, step, self).open()

    def _answer(self, step: str) -> None:
        ReadinessDialog(self.workspace, self, at=question_of(step)).open()

    # ---- the gate -------------------------------------------------------------------------------
    def _gate(self, view: NetworksView) -> QWidget:
        do = can_do_button(view.active, self._adjust, self._way)
        return gate_card(view, self._adjust, self.moves.history, self._way, do)

    def _adjust(self, goal: GoalView) -> None:
        self.moves.adjust(goal)

    def _way(self, way: str) -> None:
        self.moves.way(way, self.moves.view.next.id if self.moves.view and self.moves.view.next else "")

    def _about(self, card: NetworkCard) -> None:
        self.moves.about(card.id)

    def _look(self, card: NetworkCard) -> None:
        self.moves.look(card.id)

    def _stayed(self, view: NetworksView) -> bool:
        """Whether the owner has said to stay with what runs well, since the last network came to."""
        return self.workspace.business.note(STAYED) == str(len(view.mastered))

    def _stay(self) -> None:
        view = self.moves.view
        if view is not None:
            mastered = str(len(view.mastered))
            self.attempt(lambda: self.workspace.business.write_note(STAYED, mastered))


def _upkeep_line(time: int) -> str:
    return _("running well · {minutes} a week").format(minutes=minutes(time))


def _learning(run: RunView) -> str:
    number = next((stage.number for stage in run.stages if stage.id == run.stage), 1)
    return _("learning now · part {number} of {all}").format(number=number, all=len(run.stages))


def _next_stop(view: NetworksView) -> Stop:
    assert view.next is not None and view.verdict is not None
    name = _("{name} next").format(name=view.next.name)
    if view.verdict.open:
        return Stop(view.next.id, name, _("can be started now"), "open")
    if view.verdict.earliest is None:
        return Stop(view.next.id, name, _("what opens it stands below"), "next")
    text = _("week of {week} at the earliest").format(week=week_range(view.verdict.earliest.monday))
    return Stop(view.next.id, name, text, "next")
