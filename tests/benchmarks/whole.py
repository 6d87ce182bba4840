"""The program itself, started as an owner starts it, with a note of when its window can be seen and used.

What is watched: the moment the work behind the first paint begins, the moment after the week was drawn, and the
moment when all that the first change needs has been loaded behind it.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

BEGUN = float(sys.argv.pop(1))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def stamp(what: str) -> None:
    print(what, time.monotonic() - BEGUN, time.process_time(), flush=True)


def main() -> int:
    from focusplan.__main__ import main as start
    from focusplan.ui import quickly

    hurry = quickly.hurry

    def watched() -> None:
        hurry()
        from focusplan.ui.main_window import MainWindow

        opens, goes_on = MainWindow.open_plan, MainWindow._look_through

        def open_plan(window):
            stamp("first paint")
            opens(window)

        def look_through(window):
            stamp("usable week")
            from focusplan.ui import opening

            opening.look_through = loaded
            goes_on(window)

        def loaded(window, workspace):
            stamp("all loaded")
            window.end()

        MainWindow.open_plan = open_plan
        MainWindow._look_through = look_through

    quickly.hurry = watched
    return start([])


if __name__ == "__main__":
    sys.exit(main())
