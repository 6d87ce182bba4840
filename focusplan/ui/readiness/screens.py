"""The questions before the first post, one a screen, each with what was answered and what is typed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from focusplan.domain.readiness import SAYS, UNKNOWN
from focusplan.i18n import _, told
from focusplan.ui.dialogs.ask import sentences
from focusplan.ui.forms.amounts import amount_problem, read_amount, shown_amount, stored_amount
from focusplan.ui.parts import column, count, label, line, row
from focusplan.ui.reading import TallArea
from focusplan.ui.widgets.choice import Choice
from focusplan.ui.widgets.space import room

MOST_MINUTES = 2400
MOST_A_MONTH = 100_000


class Screen(QWidget):
    """One question: its words large, a line below them, then what is asked. `values` is what stands there."""

    def __init__(self, key: str, question: str, hint: str) -> None:
        super().__init__()
        self.key = key
        self.setObjectName(f"readiness_screen_{key}")
        outer = QVBoxLayout(self)
        room(outer)
        body = QWidget()
        self.body = QVBoxLayout(body)
        room(self.body, 0, 0, 8, 0, gap=10)
        self.body.addWidget(label(question, "title", f"readiness_{key}_question"))
        if hint:
            self.body.addWidget(label(hint, "soft", f"readiness_{key}_hint"))
        outer.addWidget(TallArea(f"readiness_{key}_scroll", body), 1)
        self.first: QWidget = self
        """What gets the focus when the screen is shown."""

    def values(self) -> dict[str, str]:
        """What is answered, by key."""
        return {}

    def problem(self) -> str:
        """Why it can't be kept yet; empty when it can."""
        return ""

    def ask(self, question: str, field: QWidget) -> None:
        """A question above its field."""
        asked = label(question, "strong")
        asked.setBuddy(field)
        self.body.addWidget(asked)
        self.body.addWidget(field)


class SayScreen(Screen):
    """Three things to say, each with the owner's two ticks."""

    def __init__(self, kept: Mapping[str, str]) -> None:
        hint = _("Tick what is true of each: that is your own judgement, and it decides.")
        super().__init__("say", _("Which three things can you say?"), hint)
        self._lines: list[tuple[QLineEdit, QCheckBox, QCheckBox]] = []
        for number in range(1, SAYS + 1):
            self._add(number, kept)
        self.body.addStretch(1)
        self.first = self._lines[0][0]

    def _add(self, number: int, kept: Mapping[str, str]) -> None:
        name = f"readiness_say_{number}"
        spoken = _("Thing {number} you can say").format(number=number)
        field = line(name, spoken, _typed(kept, f"say.{number}"))
        valuable = _tick(f"{name}_valuable", _("somebody gains by it"), spoken)
        specific = _tick(f"{name}_specific", _("only we can say it"), spoken)
        valuable.setChecked(kept.get(f"say.{number}.valuable") == "yes")
        specific.setChecked(kept.get(f"say.{number}.specific") == "yes")
        self.body.addLayout(column(field, gap=4))
        self.body.addLayout(row(valuable, specific, 1, gap=18))
        self._lines.append((field, valuable, specific))

    def values(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for number, (field, valuable, specific) in enumerate(self._lines, start=1):
            said = bool(field.text().strip())
            found[f"say.{number}"] = field.text()
            found[f"say.{number}.valuable"] = _yes(valuable) if said else ""
            found[f"say.{number}.specific"] = _yes(specific) if said else ""
        return found


class TextScreen(Screen):
    """One answer in a few lines."""

    def __init__(self, key: str, question: str, hint: str, example: str, kept: Mapping[str, str]) -> None:
        super().__init__(key, question, hint)
        self.field = sentences(f"readiness_{key}", question, _typed(kept, key), example)
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        self.first = self.field

    def values(self) -> dict[str, str]:
        return {self.key: self.field.toPlainText()}


class CountedScreen(Screen):
    """One answer in a line and a figure that belongs to it."""

    def __init__(
        self, key: str, question: str, hint: str, asks: tuple[str, str], figure: str, most: int, step: int,
        kept: Mapping[str, str],
    ) -> None:  # fmt: skip
        super().__init__(key, question, hint)
        self._figure = figure
        spoken, counted = asks
        self.field = line(f"readiness_{key}", spoken, _typed(kept, key))
        self.stepper = count(f"readiness_{figure}", counted, 0, most, 0, step)
        typed = kept.get(figure, "")
        self.stepper.set_value(int(typed) if typed.isdigit() else None)
        self.ask(spoken, self.field)
        self.ask(counted, self.stepper)
        self.body.addStretch(1)
        self.first = self.field

    def values(self) -> dict[str, str]:
        value = self.stepper.value()
        return {self.key: self.field.text(), self._figure: "" if value is None else str(value)}

    def problem(self) -> str:
        return "" if self.stepper.readable() else _("Please type a whole number, or leave it empty.")


class KnownScreen(Screen):
    """Whether somebody here has done it before."""

    def __init__(self, kept: Mapping[str, str]) -> None:
        question = _("Has somebody here done it before?")
        super().__init__("known", question, "")
        answers = {
            "done": _("Yes, somebody has"),
            "learn": _("No, but somebody wants to learn it"),
            "neither": _("No, and nobody wants to"),
        }
        self.choice = Choice("readiness_known", question, answers)
        self.choice.set_value(kept.get("known", ""))
        self.body.addWidget(self.choice)
        self.body.addStretch(1)
        self.first = _first_pill(self.choice)

    def values(self) -> dict[str, str]:
        return {"known": self.choice.value()} if self.choice.value() else {}


class PayScreen(Screen):
    """Whether paying somebody is possible, the quote a month, and what an own hour is worth."""

    def __init__(self, kept: Mapping[str, str], currency: str) -> None:
        question = _("Could you pay somebody to do it?")
        hint = _("An agency, a student, somebody of your staff. A quote shows what your own hours are worth.")
        super().__init__("pay", question, hint)
        answers = {"yes": _("Yes, that is possible"), "no": _("No, not now")}
        self.choice = Choice("readiness_pay", question, answers)
        self.choice.set_value(kept.get("pay", ""))
        self.body.addWidget(self.choice)
        quote = _("What would they take a month, in {currency}?").format(currency=currency)
        value = _("What is an hour of your own work worth, in {currency}?").format(currency=currency)
        self.quote = line("readiness_quote", quote, shown_amount(kept.get("quote", "")), most=20)
        worth = shown_amount(kept.get("hour_value", ""))
        self.hour_value = line("readiness_hour_value", value, worth, most=20)
        self.ask(quote, self.quote)
        self.ask(value, self.hour_value)
        self.body.addStretch(1)
        self.first = _first_pill(self.choice)

    def values(self) -> dict[str, str]:
        found = {"pay": self.choice.value()} if self.choice.value() else {}
        found["quote"] = stored_amount(read_amount(self.quote.text()))
        found["hour_value"] = stored_amount(read_amount(self.hour_value.text()))
        return found

    def problem(self) -> str:
        return amount_problem(self.quote.text()) or amount_problem(self.hour_value.text())


def question_screens(kept: Mapping[str, str], currency: str) -> list[Screen]:
    """The seven questions, with what was answered before."""
    return [
        SayScreen(kept),
        TextScreen(
            "hearers", _("Who will hear you?"), _("Name real people, for instance five customers you like."),
            _("Neighbours who walk past at seven and want to know what is fresh"), kept,
        ),
        CountedScreen(
            "speaker", _("Who speaks, and how long?"), _("One voice with fixed hours keeps the work small."),
            (_("Who posts and answers?"), _("How many minutes a week do they have for it?")),
            "minutes", MOST_MINUTES, 15, kept,
        ),
        TextScreen(
            "never", _("What must never be said?"), _("What is settled now needs no thought on a busy day."),
            _("Family, health, politics, religion, prices of others, customers’ names"), kept,
        ),
        CountedScreen(
            "worthwhile", _("Which result would make it worthwhile?"), _("A like pays no bill."),
            (_("The result, for instance an order or a booking"), _("How many of them in a month?")),
            "a_month", MOST_A_MONTH, 1, kept,
        ),
        KnownScreen(kept),
        PayScreen(kept, currency),
    ]  # fmt: skip


def _typed(kept: Mapping[str, str], key: str) -> str:
    text = kept.get(key, "")
    return "" if text == UNKNOWN else text


def _tick(name: str, text: str, of: str) -> QCheckBox:
    made = QCheckBox(text)
    made.setObjectName(name)
    made.setAccessibleName(told(of, text))
    return made


def _yes(box: QCheckBox) -> str:
    return "yes" if box.isChecked() else "no"


def _first_pill(choice: Choice) -> QWidget:
    chosen = choice.findChild(QWidget, f"{choice.objectName()}_{choice.value()}") if choice.value() else None
    return chosen or choice.findChildren(QWidget)[0]
