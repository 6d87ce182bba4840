"""What lives beside the pages: reminders, the tray, help, the example, coming to the front."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from focusplan import settings
from focusplan.i18n import _
from focusplan.ui.above import Above
from focusplan.ui.help import keys
from focusplan.ui.places import PLACES
from focusplan.ui.reminders.tray import Tray, available
from focusplan.ui.reminders.watch import Watch, teller
from focusplan.ui.speech import application, give_logo
from focusplan.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from focusplan.ui.main_window import MainWindow
    from focusplan.ui.page import Page
    from focusplan.workspace import Workspace

PRACTICE = "practice"
"""Name of the folder in which the example lies, within that of the plan."""


class Living(QObject):
    """Made once for a window, when its first plan is shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace: Workspace | None = None
        give_logo(application())
        self.above = Above()
        self.tray = Tray(self)
        self.watch = Watch(self, teller(self, self.tray), self._in_front)
        self.help = Button("", "help", "quiet", icon="info")
        window.rail.add_above_foot(self.help)
        self.help.clicked.connect(self.read_guide)
        self.above.go.connect(self._go_on)
        self.above.leave.connect(self.leave_example)
        self.above.put_aside.connect(self.watch.put_aside)
        self.watch.due.connect(self.above.remind)
        self.watch.chosen.connect(self._from_outside)
        self.tray.wanted.connect(self.come)
        self.tray.ended.connect(window.end)
        for number, place in enumerate(PLACES, start=1):
            key = QShortcut(QKeySequence(f"Ctrl+{number}"), window)
            key.activated.connect(lambda name=place: window.go(name))
        keys.listen(window, (
            (keys.HELP, self.show_keys), (keys.GUIDE, self.read_guide), (keys.END, window.end),
            (keys.PRINT, self._print), (keys.NEXT_JOB, self._next_job),
        ))  # fmt: skip

    # ---- the plan that is shown -----------------------------------------------------------------
    def attach(self, workspace: Workspace | None) -> None:
        """Live with this plan from now on; None: with none."""
        self._workspace = workspace
        self.watch.attach(workspace)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.help.set_text(_("Help"), spoken=_("Help: the guide"))
        practice = self._workspace is not None and self._workspace.practice
        self.above.show_practice(self._is_example if practice else None)
        if self.tray.shown:
            self.tray.show()

    @property
    def _is_example(self) -> bool:
        """Whether the plan shown is the example that lies beside a plan of the owner's own."""
        return self._workspace is not None and self._workspace.home.name == PRACTICE

    def take_along(self, pages: Iterable[Page], page: Page | None) -> None:
        """What is said above any of these pages goes along to the one that is shown; None: to none."""
        for other in pages:
            other.sheet.let_go(self.above.words)
        if page is not None:
            page.sheet.host(self.above.words)
        else:
            self.above.words.setParent(self.above)

    # ---- help -----------------------------------------------------------------------------------
    def show_keys(self) -> None:
        """Every key."""
        from focusplan.ui.help.dialogs import KeysDialog

        KeysDialog(self._window, self.read_guide).open()

    def read_guide(self) -> None:
        """The guide."""
        from focusplan.ui.help.dialogs import GuideDialog

        example = None if self._is_example or self._workspace is None else self.show_example
        GuideDialog(self._window, self.show_keys, example).open()

    def show_example(self) -> None:
        """The example business instead of the plan shown now, which stays as it is."""
        from focusplan.ui.opening import example_beside

        if self._workspace is not None:
            self._window.attach_other(lambda home: example_beside(self._window, home))

    def leave_example(self) -> None:
        """Back to the owner's own plan, or to the first start where there is none."""
        home = self._workspace.home.parent if self._workspace is not None else None
        self._window.open_other(home)

    # ---- keys -----------------------------------------------------------------------------------
    def _print(self) -> None:
        page = self._window.show_week()
        if page is not None:
            page.print_week()

    def _next_job(self) -> None:
        page = self._window.show_week()
        number = page.job_in_hand() if page is not None else None
        box = page.findChild(QObject, f"tick_{number}") if page is not None else None
        if box is not None and hasattr(box, "setFocus"):
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- coming and going -----------------------------------------------------------------------
    def keeps_running(self) -> bool:
        """Whether closing the window only puts it away: wanted, and there is a way to bring it back."""
        return self._workspace is not None and settings.load().tray and available()

    def put_away(self) -> None:
        """Hide the window; its picture beside the clock stays."""
        self.tray.show()
        self._window.hide()

    def come(self) -> None:
        """Bring the window to the front, wherever it is."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        self.tray.hide()

    def _in_front(self) -> bool:
        return self._window.isActiveWindow() and not self._window.isMinimized()

    def _from_outside(self, place: str) -> None:
        self.come()
        self._go_on(place)

    def _go_on(self, place: str) -> None:
        self._window.go(place)
        if place == "week":
            self._next_job()


def own_home(home: Path) -> Path:
    """The folder of the owner's own plan, also while the example beside it is shown."""
    return home.parent if home.name == PRACTICE else home
