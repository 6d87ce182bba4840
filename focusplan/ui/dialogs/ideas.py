"""The whole list of ideas: added, said differently, put in order, taken off; those used say when."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from focusplan import i18n
from focusplan.domain.errors import FocusPlanError
from focusplan.domain.plan import Idea
from focusplan.i18n import _
from focusplan.ui.parts import button, label, line
from focusplan.ui.reading import give_keys, reading_order
from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.foot import Foot
from focusplan.ui.widgets.notices import announce
from focusplan.ui.widgets.space import room, scaled
from focusplan.words import sentence
from focusplan.workspace import Workspace

_ID = Qt.ItemDataRole.UserRole
USED_SHOWN = 200
"""Used ideas that are listed at most."""


class IdeasDialog(QDialog):
    """Everything is kept at once and can be undone. Delete and Alt with an arrow do what the buttons do."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ideas")
        self.setWindowTitle(_("Ideas"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ideas = workspace.ideas
        self._undoing = workspace.undoing
        outer = QVBoxLayout(self)
        room(outer, 24, 20, gap=12)
        outer.addWidget(label(_("Ideas"), "heading", "ideas_title"))
        outer.addWidget(label(_("Posts take the first one. F2 changes the words."), "soft", "ideas_text"))
        self.field = line("ideas_new", _("Add an idea"), hint=_("Add an idea"))
        self.field.returnPressed.connect(self._add)
        outer.addWidget(self.field)
        self.list = self._list()
        outer.addWidget(self.list, 1)
        self.problem = label("", "problem", "ideas_problem")
        self.problem.hide()
        outer.addWidget(self.problem)
        outer.addWidget(self._buttons())
        self._keys()
        self._fill(0)
        size = parent.window().size()
        self.resize(min(scaled(560), size.width() - 40), max(scaled(300), size.height() * 3 // 4))
        reading_order(self)
        give_keys(self)

    def _list(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("ideas_list")
        made.setAccessibleName(_("Ideas"))
        made.setSpacing(scaled(3))
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        made.itemChanged.connect(self._edit)
        made.currentRowChanged.connect(lambda _row: self._able())
        return made

    def _buttons(self) -> Foot:
        self.up = Button("", "ideas_up", "quiet", icon="chevron_up", spoken=_("Earlier"))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down = Button("", "ideas_down", "quiet", icon="chevron_down", spoken=_("Later"))
        self.down.clicked.connect(lambda: self._move(1))
        self.change = button("ideas_change", _("C&hange the words"), self._change, "quiet")
        self.off = button("ideas_off", _("&Take off the list"), self._remove, "quiet")
        close = button("ideas_close", _("Close"), self.reject)
        return Foot((close,), (self.up, self.down, self.change, self.off))

    def _keys(self) -> None:
        for keys, do in (
            ("Alt+Up", lambda: self._move(-1)), ("Alt+Down", lambda: self._move(1)), ("Del", self._remove),
            ("Ctrl+Z", self._undo),
        ):  # fmt: skip
            key = QShortcut(QKeySequence(keys), self.list)
            key.setContext(Qt.ShortcutContext.WidgetShortcut)
            key.activated.connect(do)

    # ---- showing --------------------------------------------------------------------------------
    def _fill(self, idea: int) -> None:
        """Show the list anew, this idea marked where it is there."""
        row = self.list.currentRow()
        view = self._ideas.view()
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for one in view.waiting:
            self.list.addItem(_item(one))
        for one in view.used[:USED_SHOWN]:
            self.list.addItem(_used(one))
        ids = [self.list.item(place).data(_ID) for place in range(self.list.count())]
        self.list.setCurrentRow(ids.index(idea) if idea in ids else min(max(row, 0), len(ids) - 1))
        self.list.blockSignals(blocked)
        self._waiting = len(view.waiting)
        self._able()

    def _able(self) -> None:
        row = self.list.currentRow()
        there = row >= 0
        self.up.setEnabled(0 < row < self._waiting)
        self.down.setEnabled(0 <= row < self._waiting - 1)
        self.change.setEnabled(0 <= row < self._waiting)
        self.off.setEnabled(there)

    def _chosen(self) -> int:
        item = self.list.currentItem()
        return int(item.data(_ID)) if item is not None else 0

    # ---- doing ----------------------------------------------------------------------------------
    def _add(self) -> None:
        if self._done(lambda: self._ideas.add(self.field.text())):
            self.field.clear()

    def _edit(self, item: QListWidgetItem) -> None:
        """Kept once the list has ended what it is doing, since it is shown anew then."""
        idea, text = int(item.data(_ID)), item.text()
        QTimer.singleShot(0, self, lambda: self._done(lambda: self._ideas.edit(idea, text), idea))

    def _change(self) -> None:
        if self.list.currentItem() is not None:
            self.list.setFocus()
            self.list.editItem(self.list.currentItem())

    def _move(self, by: int) -> None:
        idea = self._chosen()
        place: list[int] = []
        if idea and self._done(lambda: place.append(self._ideas.move(idea, by))):
            self._fill(place[0])

    def _remove(self) -> None:
        idea, item = self._chosen(), self.list.currentItem()
        text = item.text() if item is not None else ""
        if idea and self._done(lambda: self._ideas.remove(idea)):
            announce(self, _("{idea}: off the list.").format(idea=text))

    def _undo(self) -> None:
        self._done(self._undoing.undo, self._chosen())

    def _done(self, verb: Callable[[], object], idea: int = 0) -> bool:
        """Whether it could be done; the list is shown anew in any case."""
        try:
            verb()
            text = ""
        except FocusPlanError as error:
            text = sentence(error)
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self._fill(idea or self._chosen())
        return not text


def _item(idea: Idea) -> QListWidgetItem:
    made = QListWidgetItem(" ".join(idea.text.split()))
    made.setData(_ID, idea.id)
    made.setFlags(made.flags() | Qt.ItemFlag.ItemIsEditable)
    return made


def _used(idea: Idea) -> QListWidgetItem:
    assert idea.used_on is not None
    text = _("{idea} (used on {day})").format(idea=idea.text, day=i18n.day_with_year(idea.used_on))
    made = QListWidgetItem(" ".join(text.split()))
    made.setData(_ID, idea.id)
    made.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
    return made
