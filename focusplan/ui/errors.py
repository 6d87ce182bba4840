"""What went wrong, said to a person: refusals as one sentence, everything else by the last resort."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget

from focusplan import paths
from focusplan.domain.errors import FocusPlanError
from focusplan.i18n import _
from focusplan.ui.widgets.labels import looks
from focusplan.ui.widgets.space import room

LOG_SIZE = 200_000
"""Bytes after which a log is begun anew; the one before it is kept."""
_log: list[Path] = []
"""Where the last resort writes."""
_telling: list[bool] = []
"""Holds something while the last resort is told, so that a second mishap opens no second dialog."""


def say(parent: QWidget | None, error: FocusPlanError) -> None:
    """A refusal in one plain sentence, with what can be done."""
    from focusplan.words import sentence, ways

    tell(parent, sentence(error), "\n".join(ways(error)))


def tell(parent: QWidget | None, text: str, more: str = "") -> None:
    """One plain sentence and, smaller, what can be done."""
    from PySide6.QtWidgets import QMessageBox

    box = _box(parent, text, more)
    _plain(box.addButton(QMessageBox.StandardButton.Ok), "message_ok")
    box.exec()
    box.deleteLater()


def ask(parent: QWidget | None, text: str, more: str, yes: str) -> bool:
    """A question with a named answer and Cancel; Cancel is where Enter and Escape lead."""
    from PySide6.QtWidgets import QMessageBox

    box = _box(parent, text, more)
    button = QPushButton(yes.replace("&", "&&"))
    button.setObjectName("message_yes")
    box.addButton(button, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    _plain(cancel, "message_cancel")
    box.setDefaultButton(cancel)
    box.exec()
    chosen = box.clickedButton() is button
    box.deleteLater()
    return chosen


def _box(parent: QWidget | None, text: str, more: str) -> QMessageBox:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setObjectName("message")
    box.setWindowTitle("FocusPlan")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(_shortened(text))
    box.setInformativeText(_shortened(more))
    box.setAccessibleName(_shortened(text))
    first = box.findChild(QLabel, "qt_msgbox_label")
    if first is not None:
        looks(first, strong=True)
    layout = box.layout()
    if layout is not None:
        room(layout, 24, 20, gap=8)
    return box


def _plain(button: QPushButton, name: str) -> None:
    """A button of Qt's own without the system's picture on it."""
    button.setObjectName(name)
    button.setIcon(QIcon())


def _shortened(text: str, most: int = 600) -> str:
    """A box is no place for a text of ten thousand letters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def watch(log_file: Path) -> None:
    """From now on the unexpected is logged without personal data and told in one dialog."""
    _log[:] = [log_file]
    sys.excepthook = _last_resort


def _note(text: str) -> None:
    """Write it down; a log that can't be written stops nothing."""
    with suppress(OSError):
        for file in _log:
            paths.make_private_folder(file.parent)
            if file.exists() and file.stat().st_size > LOG_SIZE:
                os.replace(file, file.with_name(file.name + ".1"))
            with file.open("a", encoding="utf-8") as log:
                log.write(f"{datetime.now():%Y-%m-%d %H:%M:%S} {text}\n")


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened, without any value: no name, number, text or path of the owner's."""
    import platform

    frames = traceback.extract_tb(trace)[-12:]
    places = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    system = f"{platform.system()} {platform.release()}"
    head = f"FocusPlan {paths.VERSION}, Python {platform.python_version()}, {system}"
    return "\n".join([head, kind.__name__, *places])


def _last_resort(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if isinstance(error, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    if isinstance(error, FocusPlanError):
        say(QApplication.activeWindow(), error)
        return
    text = report(kind, trace)
    _note(text)
    if not QApplication.instance() or _telling:
        return
    _telling.append(True)
    try:
        _tell_report(text)
    finally:
        _telling.clear()


def _tell_report(text: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    box = _box(
        QApplication.activeWindow(),
        _("Something went wrong inside FocusPlan."),
        _(
            "Everything you saved before is safe. You can go on; if it happens again, copy the report for"
            " whoever helps you. It holds nothing about your business and goes nowhere by itself."
        ),
    )
    copy = QPushButton(_("Copy the report"))
    copy.setObjectName("report_copy")
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
    box.addButton(copy, QMessageBox.ButtonRole.ActionRole)
    _plain(box.addButton(QMessageBox.StandardButton.Ok), "message_ok")
    box.exec()
    box.deleteLater()
