"""Opening a plan in the window: the lock, the first start, and what can stand in the way."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from focusplan import i18n, paths, settings
from focusplan.domain.errors import DamagedPlan, FocusPlanError, InUse, Refused
from focusplan.i18n import _
from focusplan.ui.changes import Changes
from focusplan.ui.errors import ask, say, tell
from focusplan.ui.progress import Progress, Stopped
from focusplan.workspace import Workspace

if TYPE_CHECKING:
    from focusplan.ui.main_window import MainWindow


EXAMPLE_WEEKS = 26
"""Long enough for a network that runs well and a second one, short enough to wait for."""


@dataclass(frozen=True)
class Opened:
    """A plan that is open in the window."""

    workspace: Workspace
    changes: Changes


def open_plan(
    window: MainWindow, home: Path | None, language: str | None, today: date | None
) -> Opened | None:
    """The plan of this folder, made at the first start where there is none; None when it stays closed (the
    reason was said and the window's `exit_code` set)."""
    workspace: Workspace | None = None
    try:
        workspace = Workspace(home, today=today, language=language)
        workspace.hold("window")
        if isinstance(workspace.trouble, DamagedPlan) and not _restored(window, workspace):
            raise workspace.trouble
        if workspace.trouble is not None and not workspace.has_plan:
            raise workspace.trouble
        if not workspace.has_plan and today is not None:
            raise Refused("today_real")
        if not workspace.has_plan:
            return _first_start(window, workspace)
        return _ready(window, workspace)
    except InUse as error:
        assert workspace is not None
        workspace.ask_to_raise()
        _closed(window, workspace, error)
    except FocusPlanError as error:
        _closed(window, workspace, error)
    return None


def _closed(window: MainWindow, workspace: Workspace | None, error: FocusPlanError) -> None:
    say(window, error)
    window.exit_code = error.exit_code
    if workspace is not None:
        workspace.close()


def _ready(window: MainWindow, workspace: Workspace) -> Opened:
    """What has to be known before the week is shown: whether today is right, and what has been mastered."""
    if workspace.clock_wrong():
        _ask_about_today(window, workspace)
    workspace.networks.judge()
    workspace.keep_plans(at_once=False)
    return Opened(workspace, Changes(workspace))


def look_through(window: MainWindow, workspace: Workspace) -> None:
    """The rest of what is due at a start, while the week can be read already: the plan is looked through and
    copied."""
    try:
        _say_what_is_not_right(window, workspace)
        _say_where_it_lies(window, workspace)
        workspace.safekeeping.daily()
    except FocusPlanError as error:
        say(window, error)


def _say_what_is_not_right(window: MainWindow, workspace: Workspace) -> None:
    """What was changed from outside is said at the start; Settings offers to mend what can be mended. Copies
    are no matter here: one is made in a moment."""
    findings = [one for one in workspace.safekeeping.check() if one.id not in ("backup", "backup_small")]
    if not findings:
        return
    more = [one.repair for one in findings if one.repair]
    if any(one.id != "record" for one in findings):
        more.append(_("Look at Settings: the program offers to put this right."))
    tell(window, "\n".join(one.text for one in findings), "\n".join(more))


def _say_where_it_lies(window: MainWindow, workspace: Workspace) -> None:
    """A place that could harm the plan is said once, and again when something else is to be said of it;
    Settings says it as long as it is so."""
    found = workspace.safekeeping.cautions()
    texts = "\n".join(one.text for one in found)
    said = f"{crc32(texts.encode('utf-8', 'surrogatepass')):08x}" if found else ""
    chosen = settings.load()
    if said == chosen.warned:
        return
    if found:
        tell(window, texts, "\n".join(one.repair for one in found))
    with suppress(OSError):
        settings.save(replace(chosen, warned=said))


def _ask_about_today(window: MainWindow, workspace: Workspace) -> None:
    day = i18n.day_with_year(workspace.today)
    text = _("Is today really {day}?").format(day=day)
    more = _("The plan was used on a later day before. If today is right, say so; nothing is thrown away.")
    if ask(window, text, more, _("Today is right")):
        workspace.safekeeping.confirm_clock()


def _restored(window: MainWindow, workspace: Workspace) -> bool:
    """Offer the backups of a plan that can't be opened; whether one was restored."""
    from focusplan.ui.dialogs.restore import RestoreDialog

    assert workspace.trouble is not None
    say(window, workspace.trouble)
    copies = workspace.safekeeping.backups()
    if not copies:
        return False
    dialog = RestoreDialog(workspace, copies, window)
    done = bool(dialog.exec())
    dialog.deleteLater()
    if done:
        workspace.trouble = None
    return done


def _brought_in(window: MainWindow, workspace: Workspace, file: Path) -> bool:
    """Whether the copy the program was opened with has become the plan of this empty folder."""
    from focusplan.ui.dialogs.restore import RestoreDialog

    dialog = RestoreDialog(workspace, (), window)
    dialog.take(file)
    done = bool(dialog.exec())
    dialog.deleteLater()
    return done


def _first_start(window: MainWindow, workspace: Workspace) -> Opened | None:
    from focusplan.ui.dialogs.first_run import FirstRun

    file, window.asked_for = window.asked_for, None
    if file is not None and _brought_in(window, workspace, file):
        return _ready(window, workspace)
    dialog = FirstRun(workspace, window)
    made = bool(dialog.exec())
    example = dialog.wants_example
    dialog.deleteLater()
    if example:
        workspace.close()
        opened = example_beside(window, workspace.home)
        if opened is not None:
            return opened
    if example or not made:
        workspace.close()
        window.exit_code = 0
        return None
    return _ready(window, workspace)


def example_beside(window: MainWindow, home: Path) -> Opened | None:
    """The practice plan beside this folder, made anew where there is none yet; None where that was stopped
    or refused."""
    folder = paths.practice_home(home)
    try:
        practice: Workspace | None = Workspace(folder)
        if practice is not None and not practice.has_plan:
            practice.close()
            practice = _make_example(window, folder)
        if practice is None:
            return None
        practice.hold("window")
    except FocusPlanError as error:
        say(window, error)
        return None
    return Opened(practice, Changes(practice))


def _make_example(window: MainWindow, folder: Path) -> Workspace | None:
    """Half a believable year. How far it is can be seen; stopping it leaves nothing behind."""
    from focusplan import demo

    new = not folder.exists()
    with Progress(window, _("Half a year of an example bakery is being made…")) as progress:
        try:
            return demo.make(
                folder, date.today(), weeks=EXAMPLE_WEEKS, language=i18n.language(), tell=progress.tell
            )
        except Stopped:
            if new:
                shutil.rmtree(folder, ignore_errors=True)
            return None
