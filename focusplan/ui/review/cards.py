"""Cards of the page Results, each made of one part of its answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from focusplan import i18n
from focusplan.i18n import _, ngettext, told
from focusplan.resultanswers import GoalLine, Question, ResultsView, SuggestionLine, Tile
from focusplan.ui.parts import button, column, label, row
from focusplan.ui.review.tables import chart_title, figures, table
from focusplan.ui.widgets.barchart import BarChart
from focusplan.ui.widgets.card import Card, Line
from focusplan.ui.widgets.chip import Chip
from focusplan.ui.widgets.columns import Beside
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.fold import Fold
from focusplan.ui.widgets.squares import Legend, Square, WeekSquares

TONES = {"keep": "accent", "try": "sky", "close": "neutral", "hand_over": "neutral"}
"""Chips of suggestions; the others ask for a look."""
Act = Callable[[SuggestionLine], object]


def tiles(view: ResultsView) -> QWidget:
    """The large figures, side by side where there is room."""
    made = Beside(least=640)
    made.setObjectName("review_tiles")
    for tile in view.tiles:
        made.add(_tile(tile))
    return made


def _tile(tile: Tile) -> Card:
    card = Card(f"tile_{tile.id}")
    card.setAccessibleName(f"{tile.title}: {tile.figure}. {tile.line}")
    card.add(label(tile.title, "soft", f"tile_{tile.id}_title"))
    card.add(label(tile.figure, "title", f"tile_{tile.id}_figure"))
    card.add(label(tile.line, "soft", f"tile_{tile.id}_line"))
    card.content.addStretch(1)
    return card


def charts_card(view: ResultsView) -> Card:
    """Minutes above results, and the same figures as a table."""
    title = _("Time and {results}").format(results=view.result_many)
    card = Card("review_charts", title)
    for chart in view.charts:
        card.add(label(chart_title(chart), "strong", f"chart_{chart.id}_title"))
        card.add(BarChart(f"chart_{chart.id}", chart))
        card.add(label(chart.spoken, "small", f"chart_{chart.id}_spoken"))
    states = [bar.state for chart in view.charts for bar in chart.bars]
    if "running" in states:
        card.add(label(_("An open bar is still running. – means not known."), "small", "chart_legend"))
    fold = Fold("review_show_figures", _("The figures as a table"))
    fold.add(figures(view.charts))
    card.add(fold)
    return card


def suggestions_card(view: ResultsView, act: Act, away: Act) -> Card:
    """At most three, each with its rule; all of them can be put away."""
    card = Card("review_says", _("What the numbers say"))
    if not view.suggestions:
        text = _("Nothing to suggest from these figures. That is a good place to be.")
        card.add(label(text, "soft", "review_says_nothing"))
    for number, one in enumerate(view.suggestions):
        if number:
            card.add(Line())
        card.add(_suggestion(number, one, act, away))
    for number, text in enumerate(view.tried):
        card.add(label(text, "soft", f"tried_{number}"))
    if view.suggestions:
        fold = Fold("review_rules", _("Where these come from"))
        for number, one in enumerate(view.suggestions):
            fold.add(label(f"{one.label} · {one.rule}", "small", f"rule_{number}"))
        card.add(fold)
    return card


def _suggestion(number: int, one: SuggestionLine, act: Act, away: Act) -> QWidget:
    name = f"suggestion_{number}"
    made = QWidget()
    made.setObjectName(name)
    line = row(gap=10)
    line.addWidget(Chip(one.label, TONES.get(one.kind, "sun"), f"{name}_label"), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(one.text, "body", f"{name}_text"), 1)
    whole = column(gap=4)
    whole.addLayout(line)
    deeds = []
    if one.place:
        text = _("Go there")
        deeds.append(button(f"{name}_go", text, lambda: act(one), "link", told(text, one.text)))
    text = _("Put away…")
    deeds.append(button(f"{name}_away", text, lambda: away(one), "link", f"{text} {one.text}"))
    whole.addLayout(row(*deeds, 1))
    made.setLayout(whole)
    return made


def question_card(question: Question, answer: Callable[[str], object]) -> Card:
    """The question after 13 (26) weeks. *Not now* is an answer too."""
    card = Card("review_question", _("How should it go on with {network}?").format(network=question.name))
    card.add(label(question.text, "soft", "review_question_text"))
    words = {
        "change": _("Change one thing"),
        "minimal": _("Keep it minimal"),
        "hand_over": _("Hand it over"),
        "close": _("Close it"),
        "stay": _("Go on as it is"),
    }
    deeds = [
        button(f"question_{key}", text, lambda key=key: answer(key), "quiet" if key == "stay" else "normal")  # type: ignore[misc]
        for key, text in words.items()
    ]
    flow = FlowLayout(gap=8)
    for deed in deeds:
        flow.addWidget(deed)
    card.add(flow)
    return card


def sold_card(view: ResultsView) -> Card:
    """From people who saw it to sales, network by network."""
    card = Card("review_sold", view.sold.title)
    if view.sold.rows:
        card.add(table("sold", view.sold.heads, view.sold.rows))
    card.explain(view.sold.note)
    return card


def costs_card(view: ResultsView) -> Card:
    """What went in, and what one result came to."""
    card = Card("review_costs", view.costs.title)
    card.add(table("costs", (), view.costs.rows))
    card.add(label(view.costs.note, "small", "costs_note"))
    return card


def ways_card(view: ResultsView) -> Card:
    """Four ways to go on, with the break-even in one sentence."""
    card = Card("review_ways", _("Four ways, a month"))
    card.add(label(view.break_even, "body", "ways_break_even"))
    if view.ways:
        heads = ("", _("Your time"), _("Money"), _("Together"), _("When it pays"))
        rows = [(way.name, way.time, way.money, way.together, way.sentence) for way in view.ways]
        card.add(table("ways", heads, rows, texts=(4,)))
        note = _("Learning is reckoned with two hours a month, handing over with one for talking.")
        card.explain(note)
    return card


def sources_card(view: ResultsView) -> Card:
    """E-mail beside the networks, and what came from nobody knows where."""
    card = Card("review_sources", _("E-mail, and where they came from"))
    card.add(label(view.newsletter, "body", "review_email"))
    if any(letter.isdigit() for letter in view.unknown):
        card.add(Line())
        card.add(label(view.unknown, "body", "review_unknown"))
    else:
        card.explain(view.unknown)
    return card


def written_card(view: ResultsView) -> Card:
    """What was written when weeks were closed, the newest first."""
    card = Card("review_written", _("What you wrote when closing weeks"))
    weeks = ngettext("{count} week", "{count} weeks", len(view.closed))
    fold = Fold("review_closed", weeks.format(count=i18n.number(len(view.closed))))
    for week in view.closed:
        fold.add(label(week.when, "strong", f"closed_{week.week}"))
        for place, text in enumerate(week.lines):
            fold.add(label(text, "body", f"closed_{week.week}_{place}"))
    card.add(fold)
    return card


def balance_card(view: ResultsView) -> Card:
    """Work beside the hours, over these weeks."""
    card = Card("review_balance", _("Balance"))
    for number, text in enumerate(view.balance):
        card.add(label(text, "body", f"balance_{number}"))
    return card


def goals_card(goals: tuple[GoalLine, ...]) -> Card:
    """Goals over time, with every change of a target."""
    card = Card("review_goals", _("Goals over time"))
    card.add(Legend("review_goals_legend"))
    for goal in goals:
        card.add(label(f"{goal.network} · {goal.text}", "strong", f"review_goal_{goal.id}"))
        squares = WeekSquares(f"review_goal_{goal.id}_weeks")
        squares.set([Square(one.result, one.text) for one in goal.weeks], told(goal.text, goal.line))
        card.add(squares)
        for number, text in enumerate((goal.line, *goal.changes)):
            card.add(label(text, "small", f"review_goal_{goal.id}_{number}"))
    return card
