"""The yardstick: a window with nothing in it, and the same with the database library imported behind it."""

from __future__ import annotations

import sys
import time

BEGUN = float(sys.argv[1])


def stamp(what: str) -> None:
    print(what, time.monotonic() - BEGUN, time.process_time(), flush=True)


def main() -> int:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Window(QMainWindow):
        painted = False

        def paintEvent(self, event):
            super().paintEvent(event)
            if not self.painted:
                self.painted = True
                QTimer.singleShot(0, self.after)

        def after(self):
            stamp("first paint")
            if "database" in sys.argv:
                import sqlmodel  # noqa: F401
            stamp("usable week")
            self.close()

    app = QApplication([])
    window = Window()
    window.setCentralWidget(QLabel("FocusPlan"))
    window.resize(1280, 800)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
