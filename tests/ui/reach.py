"""What every page and dialog owes to people who see little or use no mouse."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

PASSING = ("session_bar", "toast", "undo_toast", "session_toast", "reminder", "practice", "hint")
"""Bars and words that come and go: what lies in them is looked at while they are shown."""

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)


def controls(root: QWidget) -> list[QWidget]:
    """Every control a person can use on this page."""
    return [
        control
        for control in root.findChildren(QWidget)
        if isinstance(control, CONTROLS) and not control.isHidden() and control.objectName() != "qt_spinbox_lineedit"
        and not any(isinstance(above, QComboBox) or _passed(above) for above in _above(control))
    ]  # fmt: skip


def unnamed(root: QWidget) -> list[str]:
    """Controls without an accessible name or a stable object name, and names used twice."""
    found = []
    for control in controls(root):
        interface = QAccessible.queryAccessibleInterface(control)
        spoken = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not spoken.strip() or not control.objectName():
            found.append(f"{type(control).__name__} {control.objectName()!r} {spoken!r}")
    counted = Counter(control.objectName() for control in controls(root))
    return found + [f"twice: {name}" for name, times in counted.items() if times > 1]


def unreached(root: QWidget) -> list[str]:
    """Enabled controls that Tab does not come to. Of exclusive buttons one is enough."""
    reached = set()
    start = current = root
    while True:
        current = current.nextInFocusChain()
        if current is start:
            break
        if current.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(current.objectName())
    return [
        c.objectName()
        for c in controls(root)
        if c.isEnabled() and c.objectName() not in reached and not _stood_for(c, reached)
    ]


def _stood_for(control: QWidget, reached: set[str]) -> bool:
    """Whether Tab comes to another button of its exclusive group, from which the arrows lead on."""
    group = control.group() if isinstance(control, QAbstractButton) else None
    if group is None or not group.exclusive():
        return False
    return any(one.objectName() in reached for one in group.buttons())


def clashes(root: QWidget) -> list[str]:
    """Mnemonics that two things of a page share."""
    keys: dict[str, list[str]] = {}
    for thing in root.findChildren(QWidget):
        if not thing.isVisibleTo(root) or not isinstance(thing, QAbstractButton | QLabel):
            continue
        if isinstance(thing, QLabel) and thing.buddy() is None:
            continue
        text = thing.text().replace("&&", "")
        if "&" in text:
            keys.setdefault(text[text.index("&") + 1].lower(), []).append(thing.text())
    return [f"{key}: {texts}" for key, texts in keys.items() if len(texts) > 1]


def markup(root: QWidget) -> list[str]:
    """Labels that would take what people typed for markup."""
    plain = Qt.TextFormat.PlainText
    return [
        label.text()
        for label in root.findChildren(QLabel)
        if label.textFormat() != plain and label.text() and not label.pixmap()
    ]


def _passed(above: QWidget) -> bool:
    return above.isHidden() and above.objectName() in PASSING


def _above(control: QWidget) -> list[QWidget]:
    found, above = [], control.parentWidget()
    while above is not None:
        found.append(above)
        above = above.parentWidget()
    return found


ROLES = {
    QLabel: {QAccessible.Role.StaticText, QAccessible.Role.Graphic},
    QAbstractButton: {
        QAccessible.Role.Button,
        QAccessible.Role.ButtonMenu,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
    },
    QLineEdit: {QAccessible.Role.EditableText},
    QPlainTextEdit: {QAccessible.Role.EditableText},
}
"""What a reader is told a thing is, by what it is."""


def boxes(root: QWidget) -> list[str]:
    """Buttons that are heard as a box to tick though there is nothing to tick: places, and what opens."""
    ticked = ("minutes_", "close_drop_", "readiness_")
    found = []
    for button in root.findChildren(QPushButton):
        interface = QAccessible.queryAccessibleInterface(button)
        box = interface is not None and interface.role() == QAccessible.Role.CheckBox
        if box and button.isVisibleTo(root) and not button.objectName().startswith(ticked):
            found.append(button.objectName())
    return found


def lies(root: QWidget) -> list[str]:
    """Things that say they are something else, texts that can be clicked, and pictures without a word."""
    found = []
    for thing in root.findChildren(QWidget):
        if not thing.isVisibleTo(root):
            continue
        interface = QAccessible.queryAccessibleInterface(thing)
        roles = next((roles for kind, roles in ROLES.items() if isinstance(thing, kind)), None)
        if interface is not None and roles is not None and interface.role() not in roles:
            found.append(f"{thing.objectName()} is heard as {interface.role().name}")
        if isinstance(thing, QLabel):
            if thing.cursor().shape() == Qt.CursorShape.PointingHandCursor or _own_press(thing):
                found.append(f"{thing.objectName()} is a text that can be clicked")
            if not thing.pixmap().isNull() and not thing.accessibleName():
                found.append(f"{thing.objectName()} is a picture without a word")
    return found


def _own_press(thing: QWidget) -> bool:
    """Whether one of our own kinds of label listens to the mouse."""
    ours = [kind for kind in type(thing).__mro__ if kind.__module__.startswith("focusplan")]
    return any(name in vars(kind) for kind in ours for name in ("mousePressEvent", "mouseReleaseEvent"))
