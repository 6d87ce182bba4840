"""Every dialog of the window, made as its page makes it: for photographs, and for tests that walk them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from focusplan import i18n
from focusplan.closinganswers import ReviewView
from focusplan.domain.readiness import QUESTIONS
from focusplan.domain.weeks import Week
from focusplan.i18n import _
from focusplan.networkanswers import FaultyPlaybook, NetworkCard
from focusplan.playbookfaults import Fault
from focusplan.ui.about.dialogs import AboutDialog, MovingDialog, NewsDialog
from focusplan.ui.dialogs.about_network import AboutNetworkDialog, LimitDialog
from focusplan.ui.dialogs.again import AgainDialog
from focusplan.ui.dialogs.all_networks import AllNetworksDialog
from focusplan.ui.dialogs.came_up import CameUpDialog
from focusplan.ui.dialogs.close_week import CloseWeek
from focusplan.ui.dialogs.confirm import ConfirmDialog
from focusplan.ui.dialogs.faults import FaultsDialog
from focusplan.ui.dialogs.first_run import FirstRun
from focusplan.ui.dialogs.goal import GoalDialog
from focusplan.ui.dialogs.goal_history import GoalHistoryDialog
from focusplan.ui.dialogs.ideas import IdeasDialog
from focusplan.ui.dialogs.instead import InsteadDialog
from focusplan.ui.dialogs.keep import LaterDialog, ParkDialog
from focusplan.ui.dialogs.locked import LockedDialog
from focusplan.ui.dialogs.numbers import NumbersDialog
from focusplan.ui.dialogs.part import PartDialog
from focusplan.ui.dialogs.pause import PauseDialog
from focusplan.ui.dialogs.people import PeopleDialog
from focusplan.ui.dialogs.print_week import PrintWeek
from focusplan.ui.dialogs.reached import LearntDialog, PrintReached
from focusplan.ui.dialogs.restore import RestoreDialog
from focusplan.ui.dialogs.retire import RetireDialog
from focusplan.ui.help.dialogs import GuideDialog, KeysDialog
from focusplan.ui.imports.bring_in import BringIn
from focusplan.ui.readiness.dialog import ReadinessDialog
from focusplan.ui.readiness.print_reasons import PrintReasons
from focusplan.ui.readiness.still import StillTrue
from focusplan.ui.review.asking import OwnCostDialog, OwnWeeks, PutAwayDialog
from focusplan.ui.review.printing import PartnerDialog, PrintPartner, PrintResults
from focusplan.ui.review.trying import TryDialog
from focusplan.workspace import Workspace

Make = Callable[[], QDialog]


def dialogs(workspace: Workspace, window: QWidget, home: Path) -> dict[str, Make]:
    """Dialogs by name, as far as the plan has something to ask. `home`: an empty folder for a first start."""
    return {
        **dict(_of_the_week(workspace, window)),
        **dict(_of_networks(workspace, window)),
        **dict(_of_readiness(workspace, window)),
        **dict(_of_results(workspace, window)),
        **dict(_of_the_plan(workspace, window, home)),
    }


def _of_the_week(workspace: Workspace, window: QWidget) -> Iterator[tuple[str, Make]]:
    view = workspace.week.view()
    yield "came_up", lambda: CameUpDialog(workspace, view, window)
    yield "print_week", lambda: PrintWeek(workspace.week.sheet(), window)
    closing = _closing(workspace)
    yield "close_week", lambda: CloseWeek(workspace, closing, window)
    for place in range(closing.screens):
        yield f"close_week_{place + 1}", _at(workspace, closing, window, place)
    yield "numbers", lambda: NumbersDialog(workspace, window)
    yield "bring_in", lambda: BringIn(workspace, (), window)
    yield "ideas", lambda: IdeasDialog(workspace, window)
    job = next(iter(view.items), None)
    if job is not None:
        yield "part", lambda: PartDialog(window, job.title, 10, lambda _minutes: None)
        yield "people", lambda: PeopleDialog(workspace, window, job.title, lambda _name: None)


def _at(workspace: Workspace, closing: ReviewView, window: QWidget, place: int) -> Make:
    """One of the questions that close a week."""

    def make() -> QDialog:
        dialog = CloseWeek(workspace, closing, window)
        dialog.show_question(place)
        return dialog

    return make


def _closing(workspace: Workspace) -> ReviewView:
    """The questions of the week that runs, as they are asked on its last day."""
    today = workspace.today
    if not workspace.practice:
        return workspace.review.view()
    try:
        workspace.travel(Week.of(today).sunday)
        return workspace.review.view()
    finally:
        workspace.travel(today)


def _of_networks(workspace: Workspace, window: QWidget) -> Iterator[tuple[str, Make]]:
    view = workspace.networks.view()
    paused = view.paused_weeks
    yield "pause", lambda: PauseDialog(workspace, view.week, paused, window)
    yield "all_networks", lambda: AllNetworksDialog(workspace.networks.cards(), _("All networks"), window)
    run = view.active
    if run is not None:
        network, goal, step = run.network, run.goals[0], run.steps[0]
        yield "goal", lambda: GoalDialog(workspace, network, goal, window)
        yield "again", lambda: AgainDialog(workspace, network, run.stages, window)
        yield "instead", lambda: InsteadDialog(workspace, step, window)
        yield "goal_history", lambda: GoalHistoryDialog(workspace.reached.history(network, goal.id), window)
        yield "retire", lambda: RetireDialog(workspace, network, run.name, run.state, window)
    page = next(filter(None, map(workspace.reached.page, workspace.reached.networks())), None)
    if page is not None:
        yield "learnt", lambda: LearntDialog(workspace, page, window)
        yield "print_reached", lambda: PrintReached(page, window)
    yield "faults", lambda: FaultsDialog(_faulty(), str(workspace.home), lambda: None, window)
    card = next(iter(view.others), None)
    if card is not None:
        yield "about_network", lambda: AboutNetworkDialog(workspace, card.id, window)
        limits = workspace.networks.about(card.id).limits
        yield "limit", lambda: LimitDialog(workspace, card.id, limits[0], window)
        yield "locked", lambda: _locked(workspace, card, window)
        yield "park", lambda: ParkDialog(workspace, card, window)
        yield "later", lambda: LaterDialog(workspace, card, window)


def _faulty() -> tuple[FaultyPlaybook, ...]:
    fault = Fault("en.toml", "steps.guild_hall-say.title", "empty")
    return (FaultyPlaybook("guild_hall", "playbooks/guild_hall", (str(fault),)),)


def _locked(workspace: Workspace, card: NetworkCard, window: QWidget) -> LockedDialog:
    return LockedDialog(workspace, card, workspace.networks.gate(card.id), window)


def _of_readiness(workspace: Workspace, window: QWidget) -> Iterator[tuple[str, Make]]:
    for question in (*QUESTIONS, "advice"):
        yield f"readiness_{question}", _asking(workspace, window, question)
    yield "still_true", lambda: StillTrue(workspace, window)
    yield "print_reasons", lambda: PrintReasons(workspace.readiness.reasons(), window)


def _asking(workspace: Workspace, window: QWidget, question: str) -> Make:
    return lambda: ReadinessDialog(workspace, window, at=question)


def _of_results(workspace: Workspace, window: QWidget) -> Iterator[tuple[str, Make]]:
    view = workspace.results.view()
    yield "print_results", lambda: PrintResults(view, window)
    yield "own_weeks", lambda: OwnWeeks(view, lambda _first, _last: None, window)
    yield "own_cost", lambda: OwnCostDialog(workspace, view.form, window)
    yield "partner", lambda: PartnerDialog(workspace, window)
    yield "print_partner", lambda: PrintPartner(workspace, "", window)
    yield "try", lambda: TryDialog(workspace, window)
    if view.suggestions:
        yield "put_away", lambda: PutAwayDialog(workspace, view.suggestions[0], window)


def _of_the_plan(workspace: Workspace, window: QWidget, home: Path) -> Iterator[tuple[str, Make]]:
    title, text = _("Come back this week?"), _("The plan of this week opens again.")
    yield "confirm", lambda: ConfirmDialog(window, "confirm", title, text, _("Come back"), lambda: None)
    yield "restore", lambda: RestoreDialog(workspace, workspace.safekeeping.backups(), window)
    yield "keys", lambda: KeysDialog(window, lambda: None)
    yield "guide", lambda: GuideDialog(window, lambda: None, lambda: None)
    yield "about", lambda: AboutDialog(window)
    yield "news", lambda: NewsDialog(window)
    yield "moving", lambda: MovingDialog(window, str(workspace.today), lambda _file: False)
    yield "first_run", lambda: _first_run(home / "first", window)


def _first_run(home: Path, window: QWidget) -> FirstRun:
    workspace = Workspace(home, language=i18n.language())
    dialog = FirstRun(workspace, window)
    dialog.finished.connect(lambda _result: workspace.close())
    return dialog
