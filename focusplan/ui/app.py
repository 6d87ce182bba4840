"""Opening the window: it paints first, then the plan is opened behind it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer

from focusplan import i18n, paths, settings
from focusplan.secondstart import handed_over
from focusplan.ui import style
from focusplan.ui.about import openwith
from focusplan.ui.errors import watch
from focusplan.ui.main_window import MainWindow
from focusplan.ui.painted import AfterPaint
from focusplan.ui.speech import application, speak


def open_window(
    home: Path | None,
    language: str | None,
    today: date | None,
    quiet: bool = False,
    file: Path | None = None,
) -> int:
    """Run the window until it is closed; answers the exit code. `home` None: the folder of the settings.
    `quiet`: at log-in, where the window stays out of the way. Where a window of this folder is open already,
    that one comes to the front instead. `file`: a copy of a plan, shown and offered to be put back."""
    chosen = settings.load()
    folder = home or (Path(chosen.data_folder) if chosen.data_folder else None)
    if file is not None:
        openwith.leave(folder, file)
    if handed_over(folder):
        return 0
    app = application()
    app.setQuitOnLastWindowClosed(False)  # a window that is put away is closed by its own words
    speak(app, language or chosen.language or i18n.system_language())
    watch(paths.log_file(folder))
    style.apply(app, chosen.appearance, chosen.text_size)
    window = MainWindow(folder, language, today)
    window.restore_place(chosen.window)
    window.asked_for = openwith.left(folder) or file
    if sys.platform == "darwin":  # only there the system says so, and a filter hears every single event
        app.installEventFilter(openwith.FileAsked(window, window.offer))
    if quiet:
        _keep_out_of_the_way(window, chosen.tray)
    else:
        AfterPaint(window, window.open_plan)
        window.show()
    app.exec()
    return window.exit_code


def _keep_out_of_the_way(window: MainWindow, tray: bool) -> None:
    """Beside the clock where the owner wants that and the desktop has such a place, else in its bar."""
    from focusplan.ui.reminders.tray import available

    if not (tray and available()):
        window.showMinimized()
    QTimer.singleShot(0, window, window.open_plan)
