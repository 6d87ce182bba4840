"""The screens of bringing in files: what to choose, how far it is, one question, and what it would do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QProgressBar, QRadioButton, QVBoxLayout, QWidget

from focusplan.domain.readings import Reading
from focusplan.i18n import _, heading, number
from focusplan.importanswers import ImportedFile, ImportView, QuestionView, WeekLine
from focusplan.services.files.importwords import days, reading
from focusplan.ui.parts import button, label, line
from focusplan.ui.reading import TallArea
from focusplan.ui.widgets.fold import Fold
from focusplan.ui.widgets.space import room, scaled
from focusplan.words import shown

_MOST_SHOWN = 200
"""Figures of a file that are listed; the latest are the ones one looks for."""


class StartScreen(QWidget):
    """What can be brought in, and where the files are."""

    def __init__(self, choose: Callable[[], object], template: Callable[[], object]) -> None:
        super().__init__()
        body, outer = QWidget(), QVBoxLayout(self)
        column = QVBoxLayout(body)
        room(outer)
        outer.addWidget(TallArea("import_start", body))
        room(column, 0, 0, 8, 0, gap=12)
        text = _(
            "Choose the files just as the network gave them: CSV, a workbook, or the archive with several of"
            " them. You can also drop them on the window."
        )
        column.addWidget(label(text, "body", "import_what"))
        promise = _("You see first what they would change. Nothing is taken before you agree.")
        column.addWidget(label(promise, "soft", "import_promise"))
        self.first = button("import_choose", _("&Choose files…"), choose, "primary")
        column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(scaled(8))
        other = _("Some networks give no file. For these there is a small table to fill in.")
        column.addWidget(label(other, "soft", "import_other"))
        empty = button("import_template", _("Save an &empty table…"), template)
        column.addWidget(empty, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


class ReadingScreen(QWidget):
    """How far the reading is."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        room(column, gap=12)
        column.addWidget(label(_("The files are being read."), "body", "import_reading"))
        self.bar = QProgressBar()
        self.bar.setObjectName("import_progress")
        self.bar.setAccessibleName(_("How far the files are read"))
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        column.addWidget(self.bar)
        column.addStretch(1)

    def show_share(self, share: float) -> None:
        """0 to 1."""
        self.bar.setValue(round(share * 100))


class QuestionScreen(QWidget):
    """One question with its answers, or a field where a period is to be written."""

    def __init__(self, asked: QuestionView) -> None:
        super().__init__()
        self.asked = asked
        column = QVBoxLayout(self)
        room(column, gap=10)
        column.addWidget(label(asked.text, "heading", "import_question"))
        self._group = QButtonGroup(self)
        for choice in asked.choices:
            made = QRadioButton(choice.text.replace("&", "&&"))
            made.setObjectName(f"import_answer_{choice.value}")
            made.setAccessibleName(choice.text)
            made.setProperty("value", choice.value)
            self._group.addButton(made)
            column.addWidget(made)
        self.field = line("import_answer", asked.text, hint="2026-09-01/2026-09-30", most=60)
        self.field.setVisible(not asked.choices)
        column.addWidget(self.field)
        column.addStretch(1)
        buttons = self._group.buttons()
        self.first: QWidget = buttons[0] if buttons else self.field

    @property
    def answer(self) -> str:
        """What was chosen or written; empty where nothing was."""
        if not self.asked.choices:
            return self.field.text().strip()
        chosen = self._group.checkedButton()
        return str(chosen.property("value")) if chosen is not None else ""


class PreviewScreen(QWidget):
    """Each file, what becomes of the weeks, and what is left out with the reason."""

    def __init__(self, view: ImportView) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        room(outer, gap=0)
        body = QWidget()
        column = QVBoxLayout(body)
        room(column, gap=10)
        if view.weeks:
            column.addWidget(label(_("What this does to your weeks:"), "strong", "import_weeks_title"))
            for place, one in enumerate(view.weeks):
                column.addWidget(label(week_text(one), "body", f"import_week_{place}"))
        elif view.brings:
            text = _("Your weeks stay as they are; the figures are kept beside them.")
            column.addWidget(label(text, "strong", "import_weeks_title"))
        else:
            text = _("Everything in this is known already; nothing changes.")
            column.addWidget(label(text, "strong", "import_weeks_title"))
        for place, file in enumerate(view.files):
            self._add_file(column, file, place)
        for place, note in enumerate(view.notes):
            column.addWidget(label(note, "soft", f"import_note_{place}"))
        column.addStretch(1)
        outer.addWidget(TallArea("import_preview", body), 1)

    @staticmethod
    def _add_file(column: QVBoxLayout, file: ImportedFile, place: int) -> None:
        name = f"import_file_{place}"
        column.addSpacing(scaled(6))
        column.addWidget(label(file.name, "strong", f"{name}_name"))
        span = days(file.first, file.last) if file.first and file.last else ""
        column.addWidget(label(" · ".join(filter(None, (file.title, span))), "soft", name))
        counts = _("{new} new, {updated} updated, {skipped} skipped").format(
            new=number(file.new), updated=number(file.updated), skipped=number(file.skipped)
        )
        column.addWidget(label(counts, "soft", f"{name}_counts"))
        if file.readings:
            column.addWidget(_folded(f"{name}_figures", _("Figures in it"), _figures(file.readings)))
        if file.left_out:
            column.addWidget(_folded(f"{name}_left", _("Left out, and why"), list(file.left_out)))


def _figures(found: tuple[Reading, ...]) -> list[str]:
    lines = [reading(one) for one in found[-_MOST_SHOWN:]]
    return lines if len(found) <= _MOST_SHOWN else ["…", *lines]


def _folded(name: str, title: str, lines: list[str]) -> QWidget:
    made = Fold(name, title)
    made.add(label("\n".join(lines), "soft", f"{name}_lines"))
    return made


def week_text(one: WeekLine) -> str:
    """ "Week 38 of 2026, Instagram, posts: – → 2"."""
    old, new = ("–" if value is None else _amount(one, value) for value in (one.old, one.new))
    text = _("{week}, {network}, {figure}: {old} → {new}").format(
        week=heading(shown(one.week)), network=one.network_name, figure=one.figure_name, old=old, new=new
    )
    return f"{text} ({one.note})" if one.note else text


def _amount(one: WeekLine, value: int) -> str:
    return number(value / 100, 2) if one.figure == "sales" else number(value)
