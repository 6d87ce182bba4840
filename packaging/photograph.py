#!/usr/bin/env python3
"""Photographs every page and dialog of a practice plan, light and dark, in four languages.

    .venv/bin/python packaging/photograph.py FOLDER [--languages en,sv] [--appearances light,dark]
                                             [--size 1280x800] [--text 100] [--today 2026-11-25] [--weeks 24]

Without a screen it paints offscreen; what it shows is the program itself, driven like a person would.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main(arguments: list[str]) -> int:
    """Write one PNG for each page and dialog, named `language-appearance-place.png`."""
    asked = _asked(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    for language in asked.languages.split(","):
        with tempfile.TemporaryDirectory(prefix="focusplan-photographs-") as home:
            for name, picture in photographs(Path(home), language, asked):
                picture.save(str(asked.folder / f"{language}-{name}.png"))
                print(f"{language}-{name}.png")
    return 0


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Photograph every page and dialog of a practice plan.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--languages", default="en,es,fr,sv")
    parser.add_argument("--appearances", default="light,dark")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--weeks", type=int, default=24)
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 25))
    return parser.parse_args(arguments)


def photographs(home: Path, language: str, asked: argparse.Namespace) -> Iterator[tuple[str, QPixmap]]:
    """Each picture with its name. `home` is an empty folder."""
    from focusplan import demo
    from focusplan.ui import style
    from focusplan.ui.changes import Changes
    from focusplan.ui.gallery import dialogs
    from focusplan.ui.main_window import MainWindow
    from focusplan.ui.opening import Opened
    from focusplan.ui.page import Sheet
    from focusplan.ui.places import PLACES
    from focusplan.ui.speech import application, speak

    app = application()
    speak(app, language)
    workspace = demo.make(home / "year", asked.today, weeks=asked.weeks, language=language)
    window = MainWindow(home / "year", language, asked.today)
    width, height = (int(part) for part in asked.size.split("x"))
    window.resize(width, height)
    window.attach(Opened(workspace, Changes(workspace)))
    window.show()
    for appearance in asked.appearances.split(","):
        style.apply(app, appearance, asked.text)
        for place in PLACES:
            window.go(place)
            for sheet in window.findChildren(Sheet):
                sheet.complete()
            app.processEvents()
            yield f"{appearance}-{place}", window.grab()
        for name, make in dialogs(workspace, window, home).items():
            dialog = make()
            dialog.open()
            app.processEvents()
            yield f"{appearance}-{name}", dialog.grab()
            dialog.close()
            app.processEvents()
    window.close()
    app.processEvents()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
