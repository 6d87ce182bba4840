"""The first start: three screens on one calm card, each kept as it is left, then one plan.

Leaving in the middle loses nothing: the next start goes on where this one was left.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from focusplan import i18n
from focusplan.domain.errors import FocusPlanError
from focusplan.domain.hours import ProfileFault
from focusplan.i18n import _
from focusplan.ui.dialogs.first_heading import SCREENS, heading, said
from focusplan.ui.dialogs.first_networks import InUse, Suggestions
from focusplan.ui.dialogs.restore import RestoreDialog
from focusplan.ui.forms import draft
from focusplan.ui.forms.business import BusinessForm
from focusplan.ui.forms.time import TimeForm
from focusplan.ui.labels import plain
from focusplan.ui.parts import button, combo, heard, label
from focusplan.ui.reading import TallArea, first_field, give_keys, reading_order
from focusplan.ui.widgets.foot import Foot
from focusplan.ui.widgets.form import LARGE
from focusplan.ui.widgets.space import percent, room, scaled
from focusplan.words import sentence
from focusplan.workspace import Workspace

_WIDTH, _HEIGHT = 1024, 700
_CARD = 960


class FirstRun(QDialog):
    """Accepted when there is a plan; `wants_example` when the practice plan is to be shown instead."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first_run")
        self.workspace = workspace
        self.wants_example = False
        self._answers = {**draft.presets(), **draft.usable(workspace.start.draft(), workspace.catalogue.ids)}
        self._speak()
        self._screen = draft.left_at(self._answers)
        self._form: BusinessForm | TimeForm | None = None
        self._suggestions: Suggestions | None = None
        self._card = QFrame(self)
        self._card.setObjectName("first_card")
        self._card.setProperty("kind", "card")
        self._card.setMaximumWidth(scaled(_CARD))
        middle = QGridLayout(self)
        middle.setRowStretch(0, 1)
        middle.setRowStretch(2, 1)
        middle.setColumnStretch(0, 1)
        middle.setColumnStretch(1, 30)
        middle.setColumnStretch(2, 1)
        middle.addWidget(self._card, 1, 1)
        self._outer = QVBoxLayout(self._card)
        room(self._outer, 36, 28, gap=14)
        window = parent.window().size() if parent is not None else None
        self.resize(window.width() if window else _WIDTH, window.height() if window else _HEIGHT)
        self._build()

    def _speak(self) -> None:
        from focusplan.ui.speech import speak

        app = QApplication.instance()
        if isinstance(app, QApplication):
            speak(app, self._answers["language"], self._answers.get("country") or None)

    # ---- painting a screen ----------------------------------------------------------------------
    def _build(self) -> None:
        """Paint the present screen anew, in the language chosen by now."""
        self._clear()
        self.setWindowTitle(_("Your plan") + " – FocusPlan")
        title, lead = said(self._screen, self._small())
        fill = (self._business, self._time, self._networks)[self._screen - 1]
        body = QWidget()
        body.setObjectName("first_body")
        column = QVBoxLayout(body)
        room(column, 0, 0, 8, 0, gap=14)
        column.addWidget(self._head())
        column.addWidget(label(title, "title", "first_title"))
        column.addWidget(label(lead, "soft", "first_lead"))
        fill(column)
        elsewhere = self._elsewhere()
        large = percent() > LARGE
        if large:
            for way in elsewhere:
                column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._area = TallArea("first_scroll", body, self._card)
        self._outer.addWidget(self._area, 1)
        self.problem = label("", "problem", "first_problem")
        self.problem.hide()
        self._outer.addWidget(self.problem)
        self._outer.addWidget(self._foot(() if large else elsewhere))
        self._focus(body)

    def _clear(self) -> None:
        from focusplan.ui.page import empty

        empty(self._outer)
        self._form = None
        self._suggestions = None

    def _focus(self, body: QWidget) -> None:
        """Tab follows the eye, and begins at the first question."""
        reading_order(self._card)
        give_keys(self._card)
        first = first_field(self._form or body)
        if first is not None:
            first.setFocus()
            self._area.begin_at(first)

    def _head(self) -> Foot:
        chips, left = heading(self._screen)
        beside: list[QWidget] = [left]
        if self._screen == 1:
            names = list(i18n.NATIVE_NAMES.items())
            self.language = combo("first_language", _("Language"), names, i18n.language())
            self.language.activated.connect(self._switch)
            beside.append(self.language)
        return Foot(beside, (chips,))

    def _elsewhere(self) -> tuple[QWidget, ...]:
        """The ways from the first screen that lead to no plan of one's own; in large letters they stand below
        the questions, since the foot has no room for them."""
        if self._screen > 1:
            return ()
        return (
            button("first_example", _("Look at an &example business"), self._example, "quiet"),
            button("first_backup", _("I have a FocusPlan &file…"), self._backup, "quiet"),
        )

    def _foot(self, left: Sequence[QWidget]) -> Foot:
        if self._screen > 1:
            left = (button("first_back", _("&Back"), self._back),)
        self.go_on = button("first_go_on", _("&Go on"), self._next, "primary")
        self.go_on.setDefault(True)
        if self._screen == SCREENS:
            self._name_start()
        return Foot((self.go_on,), left)

    def _business(self, column: QVBoxLayout) -> None:
        form = BusinessForm(self.workspace.catalogue)
        form.show_answers(self._answers)
        self._form = form
        column.addWidget(form)

    def _time(self, column: QVBoxLayout) -> None:
        form = TimeForm()
        guess = draft.hour_guess(self._answers.get("currency", ""))
        form.show_answers({"hour_value": guess, **self._answers})
        self._form = form
        column.addWidget(form)

    def _networks(self, column: QVBoxLayout) -> None:
        known = self.workspace.catalogue
        self._in_use = InUse((network, known.name(network)) for network in known.ids)
        self._in_use.show_answers(self._answers)
        self._in_use.changed.connect(self._suggest)
        column.addWidget(label(_("Which of these do you have already? They are kept as they are."), "strong"))
        column.addWidget(self._in_use)
        if self._small():
            return
        column.addWidget(label(_("The one to learn first"), "strong"))
        self._suggestions = Suggestions()
        self._suggestions.picked.connect(self._picked)
        column.addWidget(self._suggestions)
        self._suggest()

    def _small(self) -> bool:
        """Whether there is too little time to start a network."""
        return draft.too_small(int(self._answers["budget_minutes"]))

    # ---- what is answered -----------------------------------------------------------------------
    def _suggest(self) -> None:
        """Ask again which networks fit, now that others are ticked as in use."""
        self._answers.update(self._in_use.answers())
        if self._suggestions is None:
            return
        cards = self.workspace.start.suggestions(draft.profile_of(self._answers))
        chosen = self._suggestions.show_cards(cards, self._answers.get("first_network", ""))
        self._answers["first_network"] = chosen
        self._names = {card.id: card.name for card in cards}
        self._name_start()

    def _picked(self, network: str) -> None:
        self._answers["first_network"] = network
        self._name_start()

    def _name_start(self) -> None:
        if not hasattr(self, "go_on") or self._screen != SCREENS:
            return
        chosen = self._answers.get("first_network", "") if self._suggestions is not None else ""
        if chosen:
            text = _("&Start with {name}").format(name=plain(self._names[chosen]))
        else:
            text = _("&Make my plan")
        self.go_on.setText(text)
        give_keys(self._card)
        self.go_on.setAccessibleName(heard(text))

    def _keep(self) -> None:
        """Take what the screen says, and keep it on the disk."""
        if self._form is not None:
            self._answers.update(self._form.answers())
        elif self._screen == SCREENS:
            self._answers.update(self._in_use.answers())
        try:
            self.workspace.start.save_draft({**self._answers, "screen": str(self._screen)})
        except OSError:
            self._say(_("What you typed can't be kept in this folder yet; you can go on."))

    def _wrong(self) -> str:
        """Why the screen can't be left yet; empty when it can."""
        return self._form.problem() if self._form is not None else ""

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self.problem, QAccessible.Event.Alert))

    # ---- going on -------------------------------------------------------------------------------
    def _next(self) -> None:
        wrong = self._wrong()
        if wrong:
            self._say(wrong)
            return
        if self._screen == SCREENS:
            self._make()
            return
        self._turn(self._screen + 1)

    def _back(self) -> None:
        self._turn(self._screen - 1)

    def _turn(self, screen: int) -> None:
        self._keep()
        self._screen = screen
        self._speak()
        self._build()

    def _make(self) -> None:
        self._keep()
        try:
            self.workspace.start.new(draft.profile_of(self._answers))
        except FocusPlanError as error:
            self._say(sentence(error))
            return
        except ProfileFault:
            self._screen = 1
            self._build()
            return
        self.accept()

    def _switch(self) -> None:
        """Another language, at once; the country stays as it is."""
        self._keep()
        self._answers["language"] = str(self.language.currentData())
        self._speak()
        self._build()
        self.language.setFocus()

    def _example(self) -> None:
        self._keep()
        self.wants_example = True
        self.reject()

    def _backup(self) -> None:
        dialog = RestoreDialog(self.workspace, self.workspace.safekeeping.backups(), self)
        dialog.accepted.connect(self._restored)
        dialog.open()

    def _restored(self) -> None:
        if self.workspace.has_plan:
            self.accept()

    def reject(self) -> None:
        """Leaving keeps what was answered so far."""
        if not self.wants_example:
            self._keep()
        super().reject()
