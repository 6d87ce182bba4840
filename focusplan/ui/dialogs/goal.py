"""Adjusting a goal: old, new and the day it counts from are shown before it is made."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from focusplan.answers import GoalView
from focusplan.domain.errors import FocusPlanError
from focusplan.i18n import _, heading, number
from focusplan.ui.dialogs.ask import Ask
from focusplan.ui.parts import count, label, line
from focusplan.ui.widgets.stepper import Stepper
from focusplan.words import sentence
from focusplan.workspace import Workspace

_HOUR_STEP = 4


class GoalDialog(Ask):
    """The button can be used only for what a rule lets be changed; else the reason stands in its place."""

    def __init__(self, workspace: Workspace, network: str, goal: GoalView, parent: QWidget) -> None:
        super().__init__(parent, "goal", _("Adjust a goal"), "", _("Change the goal"))
        self._workspace = workspace
        self._network = network
        self._goal = goal
        self.content.addWidget(label(heading(goal.text), "strong", "goal_text_now"))
        if goal.note:
            self.content.addWidget(label(goal.note, "soft", "goal_note"))
        self.target = self._field()
        self.add(self._question(), self.target)
        self.preview = label("", "body", "goal_preview")
        self.content.addWidget(self.preview)
        self.reason = line("goal_reason", _("Why it should be easier"), most=1000)
        self.asked = self.add(_("In one sentence: &why easier?"), self.reason)
        self.deed = lambda: workspace.networks.change_goal(
            network, goal.id, self.target.value() or 0, self.reason.text()
        )
        if goal.next_from is not None:
            self.beside("goal_withdraw", _("Stay with the present goal"), self._withdraw)
        self.target.changed.connect(self._show)
        self._show()

    def _field(self) -> Stepper:
        goal = self._goal
        step = _HOUR_STEP if goal.kind == "response" else 1
        shown = goal.next_target or goal.target or goal.suggestion or goal.least
        spoken = self._question().replace("&", "")
        return count("goal_target", spoken, goal.least, goal.most, shown, step)

    def _question(self) -> str:
        goal = self._goal
        least, most = number(goal.least), number(goal.most)
        if goal.kind == "response":
            text = _("Answer within so many &hours ({least} to {most})")
        elif goal.kind == "outcome":
            text = _("&Results in eight weeks ({least} to {most})")
        else:
            text = _("&Posts a week ({least} to {most})")
        return text.format(least=least, most=most)

    def _show(self) -> None:
        """What would happen, asked of the rules at each change."""
        self.show_problem("")
        easier = False
        target = self.target.value()
        if target is None:
            self.preview.setText(_("Type a number within these bounds."))
            self.yes.setEnabled(False)
            return
        try:
            change = self._workspace.networks.preview_goal(self._network, self._goal.id, target)
        except FocusPlanError as refused:
            self.preview.setText(self._unchanged(refused))
            self.yes.setEnabled(False)
        else:
            self.preview.setText(change.text)
            easier = change.easier
            self.yes.setEnabled(True)
        self.reason.setVisible(easier)
        self.asked.setVisible(easier)

    def _unchanged(self, refused: FocusPlanError) -> str:
        if refused.code == "goal_same":
            return _("This is the goal already.")
        return sentence(refused)

    def _withdraw(self) -> None:
        """Of a harder goal that waits this is an easing: its reason is asked for when it is missing."""
        deed = self._workspace.networks.withdraw_goal
        if self.attempt(lambda: deed(self._network, self._goal.id, self.reason.text())):
            self.done(self.DialogCode.Accepted)
        else:
            self.reason.show()
            self.asked.show()
            self.reason.setFocus()
