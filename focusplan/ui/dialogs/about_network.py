"""What a network is: for whom, what it asks, its figures, difficult comments, and its limits to correct."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from focusplan.domain.errors import FocusPlanError
from focusplan.i18n import _, day_with_year, told
from focusplan.networkanswers import AboutView, LimitView
from focusplan.ui.dialogs.ask import Ask
from focusplan.ui.errors import say
from focusplan.ui.page import Sheet
from focusplan.ui.parts import button, column, label, line, row
from focusplan.ui.widgets.card import Line
from focusplan.ui.widgets.space import room, scaled
from focusplan.workspace import Workspace

WIDTH = 680


class AboutNetworkDialog(QDialog):
    """Shows one network; a limit that was corrected is shown at once."""

    def __init__(self, workspace: Workspace, network: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about_network")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._network = workspace, network
        view = workspace.networks.about(network)
        title = _("About {name}").format(name=view.name)
        self.setWindowTitle(title)
        outer = QVBoxLayout(self)
        room(outer, 24, 20, gap=12)
        outer.addWidget(label(title, "title", "about_title"))
        self.sheet = Sheet("about_sheet", self)
        self.sheet.setAccessibleName(title)
        self.sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self.sheet, 1)
        close = button("about_close", _("Close"), self.reject)
        close.setDefault(True)
        outer.addLayout(row(1, close))
        size = parent.window().size()
        self.resize(min(scaled(WIDTH), size.width() - 40), max(scaled(300), size.height() * 4 // 5))
        self._fill(view)

    def refresh(self) -> None:
        """Ask again and paint."""
        self._fill(self._workspace.networks.about(self._network))

    def _fill(self, view: AboutView) -> None:
        self.sheet.fill(lambda made: self._build(made, view))

    def _build(self, made: QVBoxLayout, view: AboutView) -> None:
        room(made, 0, 0, 8, 0, gap=14)
        for name, title, text in _sentences(view):
            _section(made, title, name, [("", text)])
        _section(made, _("Its numbers, and where they stand"), "numbers", view.numbers)
        _section(made, _("Difficult comments"), "comments", view.comments)
        if view.limits:
            made.addWidget(label(_("What its fields and pictures hold"), "heading", "about_limits"))
            told = _("Networks change these. Correct one when you see another figure there.")
            made.addWidget(label(told, "soft", "about_limits_told"))
            for limit in view.limits:
                made.addLayout(self._limit(limit))
                made.addWidget(Line())
        if view.checked_on is not None:
            text = _("This road was checked on {day}.").format(day=day_with_year(view.checked_on))
            made.addWidget(label(text, "small", "about_checked"))
        made.addStretch(1)

    def _limit(self, limit: LimitView) -> QHBoxLayout:
        """What it is and holds, since when, and the two buttons."""
        name = f"about_limit_{limit.id}"
        said = column(gap=2)
        said.addWidget(label(told(limit.text, limit.value), "body", name))
        said.addWidget(label(limit.line, "small", f"{name}_line"))
        made = row(gap=10)
        made.addLayout(said, 1)
        if limit.own:
            spoken = _("Put back: {what}").format(what=limit.text)
            made.addWidget(
                button(f"{name}_back", _("Put back"), lambda: self._put_back(limit), "link", spoken)
            )
        spoken = _("Correct: {what}").format(what=limit.text)
        made.addWidget(button(f"{name}_change", _("Correct…"), lambda: self._correct(limit), "link", spoken))
        return made

    def _correct(self, limit: LimitView) -> None:
        dialog = LimitDialog(self._workspace, self._network, limit, self)
        dialog.accepted.connect(self.refresh)
        dialog.open()

    def _put_back(self, limit: LimitView) -> None:
        self._attempt(lambda: self._workspace.networks.put_limit_back(self._network, limit.id))
        self.refresh()

    def _attempt(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except FocusPlanError as error:
            say(self, error)


class LimitDialog(Ask):
    """The owner's own figure for a field or picture."""

    def __init__(self, workspace: Workspace, network: str, limit: LimitView, parent: QWidget) -> None:
        text = _("Ours is {ours}. Yours is kept with today's date and can be put back.")
        super().__init__(parent, "limit", limit.text, text.format(ours=limit.ours), _("Keep it"))
        hint = _("such as 150") if limit.kind == "characters" else _("such as 1080 x 1350")
        self.value = line("limit_value", limit.text, limit.value, hint, most=40)
        self.value.selectAll()
        self.add(_("&What you see there"), self.value)
        self.deed = lambda: workspace.networks.correct_limit(network, limit.id, self.value.text())


def _sentences(view: AboutView) -> list[tuple[str, str, str]]:
    """Name, title and text of each single sentence; those without a text are left out."""
    found = [
        ("suits", _("Whom it suits"), view.suits),
        ("asks", _("What it asks for"), " ".join(filter(None, (view.asks, view.road)))),
        ("needs", _("What you need first"), view.needs),
        ("statistics", _("Where its own statistics are"), view.statistics),
    ]
    return [one for one in found if one[2]]


def _section(made: QVBoxLayout, title: str, name: str, rows: Iterable[tuple[str, str]]) -> None:
    """A heading and its texts, each below its own label where it has one."""
    rows = tuple(rows)
    if not rows:
        return
    lines = column(label(title, "heading", f"about_{name}_title"), gap=3)
    for number, (what, text) in enumerate(rows, start=1):
        place = f"about_{name}" if not what else f"about_{name}_{number}"
        if what:
            lines.addSpacing(scaled(5))
            lines.addWidget(label(what, "soft", f"{place}_what"))
        lines.addWidget(label(text, "body", place))
    made.addLayout(lines)
