"""The one application of this process, and the language it speaks."""

from __future__ import annotations

import sys

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from focusplan import i18n, paths
from focusplan.paper.fonts import load_fonts

DESKTOP_ID = "focusplan"
IN_FUSION = "focusplan_in_fusion"
"""Property of an application that was begun in the Fusion style."""


def application() -> QApplication:
    """The one application of this process, with its names and the bundled letters."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else _made()
    app.setApplicationName("FocusPlan")
    app.setApplicationDisplayName("FocusPlan")
    app.setDesktopFileName(DESKTOP_ID)
    load_fonts()
    return app


def give_logo(app: QApplication) -> None:
    """The program's picture in bars and lists of windows; a plugin of Qt's own draws it, so not at once."""
    logo = paths.resources() / "icons" / "logo.svg"
    if logo.exists():
        app.setWindowIcon(QIcon(str(logo)))


def _made() -> QApplication:
    """Begun in the style we draw with, so that no other one is loaded first."""
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setProperty(IN_FUSION, True)
    return app


def speak(app: QApplication, language: str, country: str | None = None) -> None:
    """Use this language everywhere: our words, Qt's own buttons, dates and numbers in its fields."""
    i18n.use(language, country)
    QLocale.setDefault(QLocale(f"{language}_{i18n.country()}"))
    for old in app.findChildren(QTranslator, "qt_words"):
        app.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(app)
    translator.setObjectName("qt_words")
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
