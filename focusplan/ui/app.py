"""Opening the window: it paints first, then the plan is opened behind it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from focusplan import i18n, paths, settings
from focusplan.ui import style
from focusplan.ui.errors import watch
from focusplan.ui.main_window import MainWindow
from focusplan.ui.painted import AfterPaint
from focusplan.ui.speech import application, speak


def open_window(home: Path | None, language: str | None, today: date | None) -> int:
    """Run the window until it is closed; answers the exit code. `home` None: the folder of the settings."""
    app = application()
    chosen = settings.load()
    speak(app, language or chosen.language or i18n.system_language())
    folder = home or (Path(chosen.data_folder) if chosen.data_folder else None)
    watch(paths.log_file(folder))
    style.apply(app, chosen.appearance, chosen.text_size)
    window = MainWindow(folder, language, today)
    window.restore_place(chosen.window)
    AfterPaint(window, window.open_plan)
    window.show()
    app.exec()
    return window.exit_code
