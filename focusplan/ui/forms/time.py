"""Questions about the time: the second screen of the first start, and a card of Settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan import i18n
from focusplan.domain.boundaries import Span
from focusplan.i18n import _, ngettext
from focusplan.ui import labels
from focusplan.ui.forms import draft, presets
from focusplan.ui.forms.amounts import amount_problem, read_amount, shown_amount, stored_amount, whole_money
from focusplan.ui.parts import button, count, label, line, row, short
from focusplan.ui.widgets.choice import Choice
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.form import Form
from focusplan.ui.widgets.hours import HoursEditor
from focusplan.ui.widgets.space import room

MOST_BUDGET = 2400
_STEP = 15
Preset = Callable[[int, str], dict[int, tuple[Span, ...]]]


class TimeForm(QWidget):
    """Asks and answers in the profile's keys and texts, and says at once what a budget means."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = "EUR"
        spoken = _("Minutes a week")
        self.budget = count("time_budget", spoken, 1, MOST_BUDGET, 120, _STEP)
        self.meaning = label("", "soft", "time_meaning")
        self.hour = line("time_hour_value", _("What an hour of yours is worth"), most=20)
        self.unit = short("", "soft")
        self.sitting = Choice("time_sitting", _("Longest sitting"), labels.sittings(), self)
        self.spread = Choice("time_spread", _("How the time is spread"), labels.spreads(), self)
        self.hours = HoursEditor("time_hours", self)
        self.fit = label("", "soft", "time_fit")
        self._build()
        self.budget.changed.connect(self._tell)
        self.hour.typed.connect(self._tell)
        self.hours.changed.connect(self._tell)
        self.sitting.changed.connect(self._tell)
        self.spread.changed.connect(self._tell)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        room(outer, gap=12)
        form = Form()
        form.ask(_("Your &time for this"), self.budget, self._budget_row())
        form.ask(_("An hour of yours is &worth"), self.hour, row(self.hour, self.unit, 1))
        form.ask(_("At &most at a time"), self.sitting)
        form.ask(_("Spread"), self.spread)
        outer.addLayout(form)
        when = FlowLayout(gap=8)
        for part in (
            short(_("When"), "strong"),
            self._preset("before", _("&Before opening"), presets.before_opening),
            self._preset("after", _("&After closing"), presets.after_closing),
            self._preset("morning", _("One fi&xed morning"), presets.one_morning),
        ):
            when.addWidget(part)
        outer.addLayout(when)
        outer.addWidget(self.hours)
        outer.addWidget(self.fit)

    def _budget_row(self) -> FlowLayout:
        made = FlowLayout(gap=10)
        for part in (self.budget, short(_("min a week")), self.meaning):
            made.addWidget(part)
        return made

    def minutes(self) -> int:
        """The budget; 0 while nothing readable is typed."""
        return self.budget.value() or 0

    def _preset(self, name: str, text: str, preset: Preset) -> QWidget:
        return button(f"time_preset_{name}", text, lambda: self._take(preset))

    def _take(self, preset: Preset) -> None:
        self.hours.set_hours(preset(self.minutes() or 1, self.spread.value()))
        self._tell()

    def answers(self) -> dict[str, str]:
        """What stands in the form, by the profile's keys; a figure that can't be read is left out."""
        found = {
            "budget_minutes": str(self.minutes()),
            "longest_sitting": self.sitting.value(),
            "spread": self.spread.value(),
            **draft.texts_of(self.hours.hours()),
        }
        worth = self.worth()
        if worth is not None or not self.hour.text().strip():
            found["hour_value"] = stored_amount(worth)
        return found

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Put these into the form without telling."""
        blocked = self.blockSignals(True)
        self._currency = answers.get("currency", "") or "EUR"
        self.budget.set_value(int(answers.get("budget_minutes", "120") or 120))
        self.sitting.set_value(answers.get("longest_sitting", "30"))
        self.spread.set_value(answers.get("spread", "few_days"))
        worth = answers.get("hour_value", "")
        self.hour.setText(shown_amount(worth))
        self.unit.setText(self._currency)
        self.hour.setPlaceholderText(shown_amount(draft.hour_guess(self._currency)))
        self.hours.set_hours(draft.hours_of(answers))
        self._say()
        self.blockSignals(blocked)

    def worth(self) -> Decimal | None:
        """What an hour is worth; None while nothing readable is typed."""
        return read_amount(self.hour.text())

    def problem(self) -> str:
        """Why this can't be used yet, in one sentence; empty when it can."""
        if not self.minutes():
            return _("How many minutes a week do you want to give it?")
        if not self.hours.hours():
            return _("Choose at least one day with some time in it.")
        return amount_problem(self.hour.text())

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self.meaning.setText(self._meaning())
        self.fit.setText(self._fit())

    def _meaning(self) -> str:
        """ "2 h a week is 8 h 40 a month, about £260"."""
        budget = self.minutes()
        week, month = i18n.duration(budget), i18n.duration(draft.month_minutes(budget))
        worth = self.worth()
        if worth is None:
            return _("{week} a week is {month} a month.").format(week=week, month=month)
        cost = whole_money(draft.month_cost(budget, worth), self._currency)
        text = _("{week} a week is {month} a month, about {cost}.")
        return text.format(week=week, month=month, cost=cost)

    def _fit(self) -> str:
        budget, hours = self.minutes(), self.hours.hours()
        there = presets.room(hours)
        if not hours:
            return _("All seven days are yours. Choose some time for the jobs.")
        if draft.too_small(budget):
            return _("Under 45 minutes a week nothing new is started; the plan looks after what exists.")
        days = ngettext("{days} day, {time} in all", "{days} days, {time} in all", len(hours))
        days = days.format(days=len(hours), time=i18n.duration(there))
        if there < budget:
            return _("{days}: less than your {budget}, so the week is planned smaller.").format(
                days=days, budget=i18n.duration(budget)
            )
        return _("{days}: your {budget} fit in.").format(days=days, budget=i18n.duration(budget))
