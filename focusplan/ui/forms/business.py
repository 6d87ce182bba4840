"""Questions about the business: the first screen of the first start, and a card of Settings."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from focusplan import i18n
from focusplan.i18n import _
from focusplan.playbooks import Catalogue
from focusplan.ui import labels
from focusplan.ui.countries import countries, currencies, currency_of
from focusplan.ui.forms.amounts import amount_problem, read_amount, shown_amount, stored_amount
from focusplan.ui.parts import combo, line, row, short
from focusplan.ui.widgets.choice import Choice
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.form import Form

NAME_LENGTH = 200
_FIRMS = ("b2b_services", "manufacturing", "professional")
"""Kinds that mostly sell to businesses; only a first guess."""


class BusinessForm(QWidget):
    """Asks and answers in the profile's keys and texts. `more` adds what the first start leaves for later."""

    changed = Signal()

    def __init__(self, catalogue: Catalogue, more: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._more = more
        self._guessing = True
        """While the owner has not chosen a kind by hand, what is typed chooses it."""
        self.name = line("business_name", _("Name of the business"), most=NAME_LENGTH)
        self.typed = line(
            "business_typed", _("What you are"), hint=_("such as bakery, florist, garage"), most=80
        )
        kinds = [(kind.id, kind.words_in(i18n.language()).name) for kind in catalogue.kinds]
        self.kind = combo("business_kind", _("Kind of business"), kinds, "")
        self.kind.setPlaceholderText(_("Please choose"))
        self.customers = Choice("business_customers", _("Customers"), labels.customers(), self)
        self.audience = Choice("business_audience", _("You sell to"), labels.audiences(), self)
        self.aim = combo("business_aim", _("What you hope for"), labels.aims().items(), "enquiries")
        self.speaker = Choice("business_speaker", _("Who posts and answers"), labels.speakers(), self)
        self.country = combo("business_country", _("Country"), countries(i18n.language()), "")
        self.currency = combo("business_currency", _("Currency"), [(c, c) for c in currencies()], "")
        self.result = line(
            "business_result_word", _("Your word for a result"), hint=self._usual_word(), most=200
        )
        self.quote = line("business_quote", _("What an agency would ask for, a month"), most=20)
        self._build()
        self._connect()

    def _build(self) -> None:
        form = Form(self)
        form.ask(_("&Name of the business"), self.name)
        form.ask(_("What are &you?"), self.kind if self._more else self.typed, self._kind_row())
        form.ask(_("Your customers"), self.customers)
        form.ask(_("You sell to"), self.audience)
        form.ask(_("What do you &hope for?"), self.aim)
        form.ask(_("Who posts and answers?"), self.speaker)
        form.ask(_("&Country and currency"), self.country, _in_a_row(self.country, self.currency))
        if self._more:
            form.ask(_("Your &word for a result"), self.result)
            form.ask(_("An &agency's quote, a month"), self.quote)
        else:
            self.result.setParent(None)
            self.quote.setParent(None)

    def _kind_row(self) -> QHBoxLayout:
        if self._more:
            self.typed.setParent(None)
            return row(self.kind)
        made = row(self.typed, short("→"), self.kind)
        made.setStretch(0, 1)
        made.setStretch(2, 1)
        return made

    def _connect(self) -> None:
        self.typed.textChanged.connect(self._guess)  # a reader's own tools put text without a key
        self.kind.activated.connect(self._chosen)
        self.country.activated.connect(self._pay)
        for field in (self.name, self.typed, self.result, self.quote):
            field.textChanged.connect(self.changed)
        for box in (self.kind, self.aim, self.country, self.currency):
            box.currentIndexChanged.connect(self.changed)
        for choice in (self.customers, self.audience, self.speaker):
            choice.changed.connect(self.changed)

    def answers(self) -> dict[str, str]:
        """What stands in the form, by the profile's keys; a kind not chosen yet is left out."""
        found = {
            "name": self.name.text().strip(),
            "kind_typed": self.typed.text(),
            "customers": self.customers.value(),
            "audience": self.audience.value(),
            "speaker": self.speaker.value(),
        }
        for key, box in self._boxes().items():
            if box.currentData():
                found[key] = str(box.currentData())
        if self._more:
            found["result_word"] = self.result.text().strip()
            quote = read_amount(self.quote.text())
            if quote is not None or not self.quote.text().strip():
                found["outsourcing_quote"] = stored_amount(quote)
        return found

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Put these into the form without telling."""
        blocked = self.blockSignals(True)
        self.name.setText(answers.get("name", ""))
        self.typed.setText(answers.get("kind_typed", ""))
        self.customers.set_value(answers.get("customers", ""))
        self.audience.set_value(answers.get("audience", ""))
        self.speaker.set_value(answers.get("speaker", ""))
        for key, box in self._boxes().items():
            _show(box, answers.get(key, ""))
        self.result.setText(answers.get("result_word", ""))
        self.quote.setText(shown_amount(answers.get("outsourcing_quote", "")))
        self._guessing = not answers.get("kind")
        self._hint()
        self.blockSignals(blocked)

    def problem(self) -> str:
        """Why this can't be used yet, in one sentence; empty when it can."""
        if not self.name.text().strip():
            return _("What is your business called?")
        if not self.kind.currentData():
            return _("What kind of business is it? Type a word, or choose from the list.")
        return amount_problem(self.quote.text())

    def _boxes(self) -> dict[str, QComboBox]:
        return {"kind": self.kind, "aim": self.aim, "country": self.country, "currency": self.currency}

    def _guess(self, text: str) -> None:
        """What is typed chooses the kind: the one whose word begins so, else the first that has it."""
        found = self._catalogue.find_kinds(text, i18n.language())
        if found and len(text.strip()) > 1:
            self._guessing = True
            _show(self.kind, found[0].id)
            self._sells(found[0].id)

    def _chosen(self) -> None:
        self._guessing = False
        self._sells(str(self.kind.currentData()))

    def _sells(self, kind: str) -> None:
        if not self._more:
            self.audience.set_value("businesses" if kind in _FIRMS else "consumers")
        self._hint()

    def _pay(self) -> None:
        currency = currency_of(str(self.country.currentData()))
        if currency:
            _show(self.currency, currency)

    def _usual_word(self) -> str:
        kind = self.kind.currentData()
        if not kind:
            return ""
        return self._catalogue.result(self._catalogue.kind(str(kind)).result, i18n.language()).one

    def _hint(self) -> None:
        self.result.setPlaceholderText(self._usual_word())


def _in_a_row(*parts: QWidget) -> FlowLayout:
    made = FlowLayout(gap=8)
    for part in parts:
        made.addWidget(part)
    return made


def _show(box: QComboBox, key: str) -> None:
    """Choose a key; one that is not in the list is added, since a profile file may hold any."""
    found = box.findData(key)
    if found < 0 and key:
        box.addItem(key, key)
        found = box.count() - 1
    box.setCurrentIndex(found)
