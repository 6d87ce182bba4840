"""A network that runs well: its upkeep, further jobs, and its goal."""

from __future__ import annotations

from collections.abc import Callable

from focusplan.answers import GoalView
from focusplan.i18n import _
from focusplan.networkanswers import NetworkCard, RunView, StepView
from focusplan.ui.networks.goals import goal_rows
from focusplan.ui.networks.jobs import Jobs
from focusplan.ui.networks.moves import Moves
from focusplan.ui.parts import button, label
from focusplan.ui.widgets.card import Card
from focusplan.ui.widgets.flow import FlowLayout


def mastered_card(
    card: NetworkCard,
    run: RunView,
    moves: Moves,
    tick: Callable[[str, bool], object],
    instead: Callable[[StepView], object],
) -> Card:
    """Shown below the road when its circle is pressed."""
    made = Card("mastered", _("Looking after {name}").format(name=card.name))
    made.add(label(card.line, "soft", "mastered_line"))
    for goal in run.goals:
        if goal.kind == "upkeep":
            _upkeep(made, card, run, goal, moves)
    further = [step for step in run.steps if step.stage == "deepen"]
    if further:
        made.add(label(_("Further jobs, if you like"), "strong"))
        made.add(Jobs(further, tick, instead))
    return made


def _upkeep(made: Card, card: NetworkCard, run: RunView, goal: GoalView, moves: Moves) -> None:
    def adjust(chosen: GoalView = goal) -> None:
        moves.adjust(chosen, run.network)

    def history(chosen: GoalView) -> None:
        moves.history(chosen, run.network)

    made.add(goal_rows(goal, adjust, history))
    more, card_about = _("About it…"), _("About {name}…").format(name=card.name)
    spoken = _("Adjust: {goal}").format(goal=goal.text)
    links = FlowLayout(gap=8)
    for link in (
        button("mastered_adjust", _("Adjust…"), adjust, "link", spoken),
        button("mastered_about", more, lambda: moves.about(card.id), "link", card_about),
        button("mastered_page", _("The page to keep…"), lambda: moves.print_reached(card.id), "link"),
        button("mastered_learnt", _("What you learnt…"), lambda: moves.learnt(card.id), "link"),
        button("mastered_close", _("Close it…"), lambda: moves.retire(card), "link"),
    ):
        links.addWidget(link)
    made.add(links)
