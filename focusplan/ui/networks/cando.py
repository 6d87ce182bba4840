"""What you can do: every move of the network that is learnt, each with its consequence in one sentence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from focusplan.answers import GoalView
from focusplan.i18n import _, day_long
from focusplan.networkanswers import RunView
from focusplan.ui.labels import plain
from focusplan.ui.widgets.buttons import Button

Do = Callable[[str], object]


def can_do_button(run: RunView | None, adjust: Callable[[GoalView], object], do: Do) -> Button:
    """A button with the menu; `do` gets pause, again, hand_over, retire or take_back."""
    made = Button(_("&What you can do"), "can_do", mnemonic=True)
    menu = QMenu(made)
    menu.setObjectName("can_do_menu")
    menu.setToolTipsVisible(True)
    if run is not None:
        _goals(menu, run, adjust)
    _add(menu, "pause", _("Pause some weeks…"), _("Paused weeks count neither for nor against you."), do)
    if run is not None:
        _run_moves(menu, run, do)
    made.set_menu(menu)
    return made


def _goals(menu: QMenu, run: RunView, adjust: Callable[[GoalView], object]) -> None:
    for goal in run.goals:
        if goal.can_set:
            text = _("Adjust: {goal}…").format(goal=goal.text)
            why = _("Harder from next Monday; easier from a Monday at least seven days away.")
            _add(menu, f"adjust_{goal.id}", text, why, _adjuster(adjust, goal))


def _adjuster(adjust: Callable[[GoalView], object], goal: GoalView) -> Do:
    return lambda _name: adjust(goal)


def _run_moves(menu: QMenu, run: RunView, do: Do) -> None:
    _add(menu, "again", _("Take a part again…"), _("What is done stays done."), do)
    _add(menu, "hand_over", _("Hand work over…"), _("Someone else does the jobs; the goals stay."), do)
    close = _("Close {name}…").format(name=run.name)
    _add(menu, "retire", close, _("Three last jobs and seven days later, another network can open."), do)
    if run.can_take_back and run.take_back_until is not None:
        until = _("Until {day}. It is as if it had not been started.").format(
            day=day_long(run.take_back_until)
        )
        _add(menu, "take_back", _("Take the start back…"), until, do)


def _add(menu: QMenu, name: str, text: str, consequence: str, do: Do) -> None:
    """The consequence stands below the words of the entry, for eyes and ears alike."""
    action = menu.addAction(plain(text))
    action.setObjectName(f"can_do_{name}")
    action.setToolTip(consequence)
    action.setStatusTip(consequence)
    action.setWhatsThis(consequence)
    action.triggered.connect(lambda: do(name))
    said = menu.addAction(plain(consequence))
    said.setObjectName(f"can_do_{name}_means")
    said.setEnabled(False)
