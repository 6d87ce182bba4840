"""What is typed on the page Results: amounts of money, and results from nobody knows where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from focusplan import i18n
from focusplan.i18n import _
from focusplan.resultanswers import ResultsView
from focusplan.ui.forms.amounts import amount_problem, read_amount, shown_amount, stored_amount
from focusplan.ui.parts import button, heard, label, line, row, short
from focusplan.ui.widgets.card import Card
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.form import LARGE
from focusplan.ui.widgets.space import percent, room, scaled

Amounts = Mapping[str, Decimal | None]
Counts = Mapping[str, int | None]


class AmountsCard(Card):
    """Money a month from this week on, and the value of the hour. `keep` gets what was changed, by its name;
    None for an emptied one. `of_one` asks for the costs of one network."""

    def __init__(
        self, view: ResultsView, keep: Callable[[Amounts], object], of_one: Callable[[], object]
    ) -> None:
        super().__init__("review_amounts", _("Costs, from this week on"))
        self._keep = keep
        form = view.form
        self._shown: dict[str, Decimal | None] = {
            "hour_value": form.hour_value,
            "ads": form.ads,
            "tools": form.tools,
            "email": form.email,
            "quote": form.quote,
        }
        texts = {
            "hour_value": _("What your &hour is worth"),
            "ads": _("&Ads, a month"),
            "tools": _("Too&ls, a month"),
            "email": _("What sends the &newsletter, a month"),
            "quote": _("What someone else would ask, a &month"),
        }
        grid = QGridLayout()
        room(grid, gap=8)
        grid.setColumnStretch(0, 1)
        self.fields: dict[str, QLineEdit] = {}
        for number, (key, text) in enumerate(texts.items()):
            spoken = f"{text.replace('&', '')} ({form.currency})"
            known = shown_amount(stored_amount(self._shown[key]))
            field = line(f"amount_{key}", spoken, known, form.currency, 20)
            field.setFixedWidth(scaled(80 if percent() > LARGE else 110))
            field.returnPressed.connect(self._send)
            asked = label(text, "body")
            asked.setBuddy(field)
            grid.addWidget(asked, number, 0)
            grid.addWidget(field, number, 1, Qt.AlignmentFlag.AlignRight)
            self.fields[key] = field
        self.add(grid)
        self.problem = label("", "problem", "amounts_problem")
        self.problem.hide()
        self.add(self.problem)
        keys: list[QWidget] = [button("amounts_keep", _("&Keep"), self._send)]
        for number, own in enumerate(form.own):
            self.add(label(own.text, "body", f"amounts_own_{number}"))
        if form.networks:
            keys.append(button("amounts_own", _("Ads or tools of &one network…"), of_one, "link"))
        flow = FlowLayout(gap=8)
        for made in keys:
            flow.addWidget(made)
        self.add(flow)

    def _send(self) -> None:
        """Keep what differs; an amount that can't be read is said and nothing is kept."""
        changed: dict[str, Decimal | None] = {}
        for key, field in self.fields.items():
            problem = amount_problem(field.text())
            if problem:
                self.problem.setText(problem)
                self.problem.show()
                field.setFocus()
                return
            value = read_amount(field.text())
            if value != self._shown[key]:
                changed[key] = value
        self.problem.hide()
        if changed:
            self._keep(changed)


class UnsourcedRow:
    """Two fields for the running week: results and customers whose source nobody knows."""

    def __init__(self, card: Card, view: ResultsView, keep: Callable[[Counts], object]) -> None:
        self._keep = keep
        self._shown = dict(zip(("enquiries", "customers"), view.unsourced, strict=True))
        texts = {"enquiries": i18n.heading(view.result_many), "customers": _("Customers")}
        card.add(label(_("This week, from nobody knows where:"), "small", "unsourced_asked"))
        self.fields: dict[str, QLineEdit] = {}
        parts = FlowLayout(gap=8)
        for key, text in texts.items():
            value = self._shown[key]
            spoken = _("{what} this week, from nobody knows where").format(what=text)
            field = line(f"unsourced_{key}", spoken, "" if value is None else str(value), most=7)
            field.setFixedWidth(scaled(64))
            field.returnPressed.connect(self._send)
            pair = QWidget()
            pair.setLayout(row(short(text), field))
            parts.addWidget(pair)
            self.fields[key] = field
        parts.addWidget(button("unsourced_keep", heard(_("&Keep")), self._send, "quiet"))
        card.add(parts)
        self.problem = label("", "problem", "unsourced_problem")
        self.problem.hide()
        card.add(self.problem)

    def _send(self) -> None:
        changed: dict[str, int | None] = {}
        for key, field in self.fields.items():
            try:
                value = i18n.parse_whole(field.text()) if field.text().strip() else None
            except i18n.NumberWrong as wrong:
                self.problem.setText(str(wrong))
                self.problem.show()
                return
            if value != self._shown[key]:
                changed[key] = value
        self.problem.hide()
        if changed:
            self._keep(changed)
