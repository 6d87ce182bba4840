"""The bundled letters, loaded once for window and paper: the same pages on every computer."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication

from focusplan import paths

FAMILY = "Inter"
"""The family's name as Qt knows it once it is loaded."""

_loaded: list[QGuiApplication] = []
"""The application the fonts were loaded into: Qt forgets them with it."""


def load_fonts() -> str:
    """Make the bundled fonts known to the running application and give the family's name.

    FileNotFoundError names a font that can't be loaded; a page in whatever letters the computer has would
    break its lines elsewhere.
    """
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        raise RuntimeError("fonts need a running QGuiApplication")
    if application in _loaded:
        return FAMILY
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(str(file))
    if FAMILY not in QFontDatabase.families():
        raise FileNotFoundError(str(paths.resources() / "fonts"))
    _loaded[:] = [application]
    return FAMILY
