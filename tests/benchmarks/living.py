"""An open window with a plan of some years: how long a page, a tick and a look at another week take.

    living.py HOME     prints one line a figure: its name, milliseconds waited, milliseconds worked; at the
                       end the greatest memory so far, twice
"""

from __future__ import annotations

import gc
import resource
import statistics
import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

ROUNDS = 15


def main(home: Path, today: date) -> int:
    from PySide6.QtCore import QEvent

    from focusplan.ui import style
    from focusplan.ui.changes import Changes
    from focusplan.ui.main_window import MainWindow
    from focusplan.ui.opening import Opened
    from focusplan.ui.places import PLACES
    from focusplan.ui.speech import application, speak
    from focusplan.workspace import Workspace

    app = application()
    speak(app, "en")
    style.apply(app, "light", 100)
    workspace = Workspace(home, today=today)
    window = MainWindow(home, None, today)
    window._look_through = lambda: None
    window.attach(Opened(workspace, Changes(workspace)))
    window.show()
    app.processEvents()

    def timed(name, deed):
        took, worked = [], []
        for _round in range(ROUNDS):
            gc.collect()
            begun, before = time.perf_counter(), time.process_time()
            deed()
            app.processEvents()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            took.append((time.perf_counter() - begun) * 1000)
            worked.append((time.process_time() - before) * 1000)
        print(name, statistics.median(took), statistics.median(worked), flush=True)

    def change(place):
        window._pages[place].stale = True
        window.go(place)

    for place in PLACES:
        window.go(place)
        app.processEvents()
        timed(f"page {place}, asked anew", lambda place=place: change(place))
    def forget(place):
        page = window._pages.pop(place)
        window._live().take_along([page], None)
        window.stack.removeWidget(page)
        page.deleteLater()

    def first(place, ahead):
        """Seen for the first time, up to the picture; what lies below comes after it. `ahead`: the page was made
        before, as it is some moments after the start."""
        window.go("week")
        forget(place)
        if ahead:
            window.prepare(place)
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        begun, before = time.perf_counter(), time.process_time()
        window.go(place)
        app.sendPostedEvents()
        window.repaint()
        shown = (time.perf_counter() - begun) * 1000, (time.process_time() - before) * 1000
        app.processEvents()
        return shown

    for place in list(PLACES)[1:]:
        for ahead, words in ((False, "first look"), (True, "first look, made ahead")):
            found = [first(place, ahead) for _round in range(ROUNDS)]
            middle = (statistics.median(part) for part in zip(*found, strict=True))
            print(f"page {place}, {words}", *middle, flush=True)
    for place in PLACES:
        other = "networks" if place == "week" else "week"
        timed(f"page {place}, come back to", lambda place=place, other=other: (window.go(other), window.go(place)))
    job = next(job for job in workspace.week.view().items if job.can_tick and job.kind != "close")
    window.go("week")
    state = [job.done]

    def tick():
        state[0] = not state[0]
        workspace.week.tick(None, job.number, state[0])

    timed("tick", tick)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print("greatest memory, megabytes", most, most, flush=True)
    window.end()
    app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2])))
