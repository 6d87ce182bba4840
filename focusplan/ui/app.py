"""Opening the window: it paints first, then the plan is opened behind it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from focusplan import i18n, paths, settings
from focusplan.paper.fonts import load_fonts
from focusplan.ui import style

DESKTOP_ID = "focusplan"


def open_window(home: Path | None, language: str | None, today: date | None) -> int:
    """Run the window until it is closed; answers the exit code. `home` None: the folder chosen in Settings."""
    app = application()
    chosen = settings.load()
    speak(app, language or chosen.language or i18n.system_language())
    from focusplan.ui.errors import watch
    from focusplan.ui.main_window import MainWindow

    folder = home or (Path(chosen.data_folder) if chosen.data_folder else None)
    watch(paths.log_file(folder))
    style.apply(app, chosen.appearance, chosen.text_size)
    window = MainWindow(folder, language, today)
    window.restore_place(chosen.window)
    window.show()
    QTimer.singleShot(0, window.open_plan)
    app.exec()
    return window.exit_code


def application() -> QApplication:
    """The one application of this process, with its names and the bundled letters."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("FocusPlan")
    app.setApplicationDisplayName("FocusPlan")
    app.setDesktopFileName(DESKTOP_ID)
    load_fonts()
    logo = paths.resources() / "icons" / "logo.svg"
    if logo.exists():
        app.setWindowIcon(QIcon(str(logo)))
    return app


def speak(app: QApplication, language: str, country: str | None = None) -> None:
    """Use this language everywhere: our words, Qt's own buttons, dates and numbers in its fields."""
    i18n.use(language, country)
    name = f"{language}_{i18n.country()}"
    QLocale.setDefault(QLocale(name))
    for old in app.findChildren(QTranslator, "qt_words"):
        app.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(app)
    translator.setObjectName("qt_words")
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
