"""Cards of Settings about the plan: the business, and its time. Nothing is kept before *Keep*."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from focusplan.i18n import _
from focusplan.ui.forms.business import BusinessForm
from focusplan.ui.forms.time import TimeForm
from focusplan.ui.parts import button, label
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.space import room


class FormCard(QFrame):
    """A form with *Keep* and *As it was*, both asleep until something was changed. `keep` carries only the
    answers that differ from those that were shown."""

    keep = Signal(dict)

    def __init__(self, name: str, title: str, form: BusinessForm | TimeForm, keep: str, back: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_card")
        self.setProperty("kind", "card")
        self._form = form
        self._shown: dict[str, str] = {}
        self._filled = False
        self.problem = label("", "problem", f"{name}_problem")
        self.problem.hide()
        self._keep = button(f"{name}_keep", keep, self._send)
        self._back = button(f"{name}_back", back, self.put_back, "quiet")
        column = QVBoxLayout(self)
        room(column, 18, 16, gap=12)
        column.addWidget(label(title, "heading"))
        column.addWidget(form)
        column.addWidget(self.problem)
        ways = FlowLayout(gap=8)
        for way in (self._keep, self._back):
            ways.addWidget(way)
        column.addLayout(ways)
        form.changed.connect(self._look)
        self._look()

    @property
    def dirty(self) -> bool:
        """Whether something was changed and not kept yet."""
        return self._filled and self._keep.isEnabled()

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Show what is stored, unless something typed is not kept yet."""
        if not self.dirty:
            self._filled = True
            self._shown = dict(answers)
            self.put_back()

    def typed(self) -> dict[str, str]:
        """What stands in the form, kept or not."""
        return self._form.answers()

    def type_again(self, typed: Mapping[str, str]) -> None:
        """Put what was typed before back into the form; it is still not kept."""
        self._form.show_answers({**self._shown, **typed})
        self._look()

    def kept(self) -> None:
        """What was typed is stored now."""
        self._shown = {**self._shown, **self._form.answers()}
        self.refuse("")
        self._look()

    def refuse(self, text: str) -> None:
        """Say why it was not taken."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def put_back(self) -> None:
        """Show what is stored again."""
        self._form.show_answers(self._shown)
        self.refuse("")
        self._look()

    def _changes(self) -> dict[str, str]:
        answers = {key: text for key, text in self._form.answers().items() if key != "kind_typed"}
        return {key: text for key, text in answers.items() if text != self._shown.get(key, "")}

    def _look(self) -> None:
        changed = bool(self._changes())
        self._keep.setEnabled(changed)
        self._back.setEnabled(changed)

    def _send(self) -> None:
        wrong = self._form.problem()
        if wrong:
            self.refuse(wrong)
        else:
            self.keep.emit(self._changes())


def business_card(form: BusinessForm) -> FormCard:
    """The business."""
    return FormCard("settings_business", _("Your business"), form, _("Keep these"), _("As it was"))


def time_card(form: TimeForm) -> FormCard:
    """Budget, hours, sittings; the coming week is planned anew with them."""
    return FormCard("settings_time", _("Your time"), form, _("Keep these hours"), _("As they were"))


def plain_card(name: str, title: str, fill: Callable[[QVBoxLayout], None]) -> QWidget:
    """A card that ends with its content."""
    card = QFrame()
    card.setObjectName(name)
    card.setProperty("kind", "card")
    column = QVBoxLayout(card)
    room(column, 18, 16, gap=10)
    column.addWidget(label(title, "heading"))
    fill(column)
    return card
