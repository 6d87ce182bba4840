"""The moves of the page Networks: each opens the question that belongs to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from focusplan import paths
from focusplan.answers import GoalView
from focusplan.domain.errors import FocusPlanError
from focusplan.i18n import _, day_long
from focusplan.networkanswers import NetworkCard, NetworksView, ReachedView, RunView
from focusplan.ui.dialogs.about_network import AboutNetworkDialog
from focusplan.ui.dialogs.again import AgainDialog
from focusplan.ui.dialogs.all_networks import AllNetworksDialog
from focusplan.ui.dialogs.confirm import ConfirmDialog
from focusplan.ui.dialogs.faults import FaultsDialog
from focusplan.ui.dialogs.goal import GoalDialog
from focusplan.ui.dialogs.goal_history import GoalHistoryDialog
from focusplan.ui.dialogs.keep import LaterDialog, ParkDialog
from focusplan.ui.dialogs.locked import LockedDialog
from focusplan.ui.dialogs.pause import PauseDialog
from focusplan.ui.dialogs.reached import LearntDialog, PrintReached
from focusplan.ui.dialogs.retire import RetireDialog
from focusplan.ui.errors import say
from focusplan.workspace import Workspace

ELSEWHERE = {
    "do_steps": "week",
    "record": "week/numbers",
    "review": "week/close",
    "budget": "settings",
    "repair": "settings",
}
"""Ways forward that lie in another place of the navigation; after the slash what is to be opened there."""


class Moves(QObject):
    """Opens dialogs above `page`. `go` names a place, `show` a part of the page itself."""

    go = Signal(str)
    show = Signal(str)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._page = page
        self.view: NetworksView | None = None
        """What the page shows now."""

    def way(self, way: str, network: str = "") -> None:
        """Go a way forward, by its id; `network` where it is about one that is not learnt."""
        if way in ELSEWHERE:
            self.go.emit(ELSEWHERE[way])
            return
        deeds: dict[str, Callable[[], object]] = {
            "adjust": self._adjust_first,
            "pause": self.pause,
            "again": self._again,
            "hand_over": self._hand_over,
            "retire": self._retire_active,
            "take_back": self._take_back,
            "park_less": self._park_less,
            "park": lambda: self.park(self.card(network)),
            "later": lambda: self.later(self.card(network)),
            "clock": self._clock,
            "about": lambda: self.about(network),
            "wind_down": lambda: self.show.emit("wind_down"),
        }
        if way in deeds:
            deeds[way]()

    def card(self, network: str) -> NetworkCard:
        """A network's card, asked anew."""
        return next(card for card in self._workspace.networks.cards() if card.id == network)

    # ---- looking --------------------------------------------------------------------------------
    def look(self, network: str) -> None:
        """What a network would take and what is missing, or its start."""
        card = self.card(network)
        if card.state in ("active", "mastered"):
            self.show.emit(network)
            return
        try:
            verdict = None if card.state == "beside" else self._workspace.networks.gate(network)
        except FocusPlanError as error:
            say(self._page, error)
            return
        dialog = LockedDialog(self._workspace, card, verdict, self._page)
        dialog.way.connect(lambda way: self.way(way, network))
        dialog.open()

    def about(self, network: str) -> None:
        """What a network is, in the plan or not."""
        AboutNetworkDialog(self._workspace, network, self._page).open()

    def faults(self) -> None:
        """What is wrong in playbooks of the owner's own."""
        faulty = self.view.faulty if self.view is not None else ()
        folder = str(paths.own_playbooks(self._workspace.home))
        FaultsDialog(faulty, folder, self._workspace.read_playbooks, self._page).open()

    def all_networks(self) -> None:
        """Every network that is not being learnt, with its reasons; a playbook put there meanwhile too."""
        self._workspace.read_playbooks()
        cards = [card for card in self._workspace.networks.cards() if card.state != "active"]
        dialog = AllNetworksDialog(cards, _("All networks"), self._page)
        dialog.chosen.connect(self.look)
        dialog.open()

    # ---- moves ----------------------------------------------------------------------------------
    def adjust(self, goal: GoalView, network: str = "") -> None:
        """Adjust a goal of the network that is learnt, or of one that runs well."""
        run = self._active()
        name = network or (run.network if run else "")
        GoalDialog(self._workspace, name, goal, self._page).open()

    def history(self, goal: GoalView, network: str = "") -> None:
        """The weeks and changes of a goal."""
        run = self._active()
        name = network or (run.network if run else "")
        try:
            found = self._workspace.reached.history(name, goal.id)
        except FocusPlanError as error:
            say(self._page, error)
            return
        GoalHistoryDialog(found, self._page).open()

    def reached(self, network: str) -> ReachedView | None:
        """The page to keep of a network that runs well."""
        return self._workspace.reached.page(network)

    def print_reached(self, network: str) -> None:
        """See the page to keep before it is printed or kept as a PDF."""
        view = self.reached(network)
        if view is not None:
            PrintReached(view, self._page).open()

    def learnt(self, network: str) -> None:
        """Write what was learnt."""
        view = self.reached(network)
        if view is not None:
            LearntDialog(self._workspace, view, self._page).open()

    def pause(self) -> None:
        """Pause weeks, or take them up again."""
        if self.view is not None:
            PauseDialog(self._workspace, self.view.week, self.view.paused_weeks, self._page).open()

    def park(self, card: NetworkCard) -> None:
        """Keep a network as it is."""
        ParkDialog(self._workspace, card, self._page).open()

    def later(self, card: NetworkCard) -> None:
        """The note of a network on the later list."""
        LaterDialog(self._workspace, card, self._page).open()

    def retire(self, card: NetworkCard) -> None:
        """Close a network that runs well, is kept as it is, or runs beside."""
        RetireDialog(self._workspace, card.id, card.name, card.state, self._page).open()

    def _active(self) -> RunView | None:
        return self.view.active if self.view is not None else None

    def _adjust_first(self) -> None:
        """The goal that holds things up, else the first that can be changed."""
        run = self._active()
        goals = [goal for goal in run.goals if goal.can_set] if run else []
        held_up = [goal for goal in goals if not goal.held] or goals
        if held_up:
            self.adjust(held_up[0])

    def _again(self) -> None:
        run = self._active()
        if run is not None:
            AgainDialog(self._workspace, run.network, run.stages, self._page).open()

    def _retire_active(self) -> None:
        run = self._active()
        if run is not None:
            RetireDialog(self._workspace, run.network, run.name, run.state, self._page).open()

    def _take_back(self) -> None:
        run = self._active()
        if run is None:
            return
        until = day_long(run.take_back_until) if run.take_back_until else ""
        text = _("It is as if {name} had not been started; nothing waits. You can do this until {day}.")
        self._confirm(
            "take_back",
            _("Take the start back"),
            text.format(name=run.name, day=until),
            _("Take it back"),
            lambda: self._workspace.networks.take_back(run.network),
        )

    def _hand_over(self) -> None:
        text = _("Someone else does the jobs; the goals stay. Settings says who posts and answers.")
        self._confirm(
            "hand_over", _("Hand work over"), text, _("To Settings"), lambda: self.go.emit("settings")
        )

    def _clock(self) -> None:
        text = _("If today's date is right, say so. The next network then waits for seven days.")
        deed = self._workspace.safekeeping.confirm_clock
        self._confirm("clock", _("Is today right?"), text, _("Today is right"), deed)

    def _park_less(self) -> None:
        parked = self.view.parked if self.view is not None else ()
        if parked:
            self.park(max(parked, key=lambda card: card.parked_minutes))

    def _confirm(self, name: str, title: str, text: str, do: str, deed: Callable[[], object]) -> None:
        ConfirmDialog(self._page, name, title, text, do, deed).open()
