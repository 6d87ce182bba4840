"""What opens the next network: goals with their weeks, the road, the time, and what else is missing."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan.answers import GoalView
from focusplan.i18n import _, heading, number, told, week_range
from focusplan.networkanswers import ConditionView, NetworksView, PartView, VerdictView
from focusplan.ui.labels import plain
from focusplan.ui.parts import button, column, label, row, short
from focusplan.ui.widgets.bar import Bar
from focusplan.ui.widgets.card import Card
from focusplan.ui.widgets.columns import Pair
from focusplan.ui.widgets.labels import plain_tip
from focusplan.ui.widgets.squares import Legend, Square, WeekSquares

AHEAD = 4
"""Weeks to come that are drawn after the running one."""
Adjust = Callable[[GoalView], object]
"""Does something with a goal: adjusts it, or shows its history."""
Go = Callable[[str], object]
"""Goes a way forward, by its id."""


def gate_card(view: NetworksView, adjust: Adjust, history: Adjust, go: Go, do: QWidget) -> Card:
    """The goals of the network that is learnt, then every other condition; `do` is *What you can do*."""
    card = Card("gate", _("What opens the next network"))
    verdict = view.verdict
    goals = view.active.goals if view.active is not None else ()
    known: set[str] = set()
    for goal in goals:
        card.add(goal_rows(goal, adjust, history, known))
        known.add(goal.note or goal.line)
    if any(goal.weeks and goal.kind != "outcome" for goal in goals):
        card.add(Legend("gate_legend"))
    if verdict is not None:
        for part in _road(verdict):
            card.add(_bar_rows("gate_steps", _("Jobs of the road"), part.figure or 0, part.target or 0))
        for condition in verdict.conditions:
            if condition.id == "time_free" and condition.target is not None:
                name = _("Time for {name}, in minutes a week").format(name=verdict.name)
                card.add(_bar_rows("gate_time", name, condition.figure or 0, condition.target))
        for condition in verdict.conditions:
            if not condition.met:
                card.add(unmet(condition, verdict, go, "gate"))
        if verdict.earliest is not None and not verdict.open:
            text = _("{name} can open in the week of {week}, if all goes well.")
            week = week_range(verdict.earliest.monday)
            card.add(label(text.format(name=verdict.name, week=week), "small", "gate_earliest"))
    card.add(row(do, 1))
    return card


def goal_rows(goal: GoalView, adjust: Adjust, history: Adjust, known: Collection[str] = ()) -> QVBoxLayout:
    """A goal with its figure, its weeks or its bar, and what is to be said about it unless it is `known`."""
    name = f"goal_{goal.id}"
    top = Pair(label(heading(goal.text), "strong", f"{name}_text"), _kept(goal, history))
    rows = column(gap=5)
    rows.addWidget(top)
    if goal.kind == "outcome":
        bar = Bar(f"{name}_bar")
        bar.set(goal.kept, goal.target or 0, told(goal.text, goal.line))
        rows.addWidget(bar)
    else:
        squares = WeekSquares(f"{name}_weeks")
        squares.set(_squares(goal), told(goal.text, goal.line), goal.n)
        squares.pressed.connect(lambda: history(goal))
        rows.addWidget(squares)
    shown = goal.weeks and (goal.kind != "outcome" or goal.target is not None)
    said = goal.note or ("" if shown else goal.line)
    if said and said not in known:
        rows.addWidget(label(said, "small", f"{name}_note"))
    if goal.can_set and (goal.suggestion is not None or goal.note):
        text = _("Choose this goal…") if goal.target is None else _("Adjust it…")
        spoken = f"{text} {goal.text}"
        rows.addLayout(row(button(f"{name}_set", text, lambda: adjust(goal), "link", spoken), 1))
    return rows


def _kept(goal: GoalView, history: Adjust) -> QWidget:
    """How far the goal is, which leads to its weeks where there are some."""
    name, text = f"goal_{goal.id}_figure", _figure(goal)
    if not goal.weeks:
        return short(text, "soft", name)
    spoken = _("{goal}: {kept}. Week by week").format(goal=heading(goal.text), kept=text)
    made = button(name, plain(text), lambda: history(goal), "link", spoken)
    made.setToolTip(plain_tip(_("Week by week, with every change of the goal")))
    return made


def _figure(goal: GoalView) -> str:
    """ "3 of 6 good weeks", or "6 ✓" when it is held."""
    if goal.kind == "outcome" and goal.target is None:
        return number(goal.kept)
    if goal.held:
        return _("{kept} ✓").format(kept=number(goal.kept))
    if goal.kind == "outcome" and goal.kept >= goal.needed:
        return _("{kept} so far").format(kept=number(goal.kept))
    if goal.kind == "outcome":
        return _("{kept} of {needed}").format(kept=number(goal.kept), needed=number(goal.needed))
    text = _("{kept} of {needed} good weeks")
    return text.format(kept=number(goal.kept), needed=number(goal.needed))


def _squares(goal: GoalView) -> list[Square]:
    past = [Square(week.result, week.text) for week in goal.weeks]
    ahead = max(AHEAD if not past else 0, goal.n - len(past))
    return past + [Square("future", "")] * ahead


def _road(verdict: VerdictView) -> list[PartView]:
    return [part for one in verdict.conditions for part in one.parts if part.id == "steps"]


def _bar_rows(name: str, text: str, value: int, target: int) -> QVBoxLayout:
    figure = _("{kept} of {needed}").format(kept=number(value), needed=number(target))
    if value >= target:
        figure = _("{kept} ✓").format(kept=number(value))
    bar = Bar(f"{name}_bar")
    bar.set(value, target, told(text, figure))
    rows = column(gap=5)
    said = row(label(text, "strong", f"{name}_text"))
    said.setStretch(0, 1)
    said.addWidget(short(figure, "soft", f"{name}_figure"), 0, Qt.AlignmentFlag.AlignBottom)
    rows.addLayout(said)
    rows.addWidget(bar)
    return rows


def unmet(condition: ConditionView, verdict: VerdictView, go: Go, name: str) -> QVBoxLayout:
    """A condition that is not met in one sentence, with its way there as a button."""
    rows = column(label(condition.text, "body", f"{name}_{condition.id}"), gap=2)
    way = next((way for way in verdict.ways if way.id == condition.way), None)
    if way is None or way.id in NO_BUTTON:
        if condition.next_action:
            rows.addWidget(label(condition.next_action, "small", f"{name}_{condition.id}_next"))
        return rows
    spoken = f"{way.text}. {condition.next_action}"
    made = button(f"{name}_{condition.id}_way", plain(way.text), lambda: go(way.id), "link", spoken)
    rows.addLayout(row(made, 1))
    return rows


NO_BUTTON = ("wait", "later")
"""Ways that need no deed on this page."""
