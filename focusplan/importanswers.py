"""What bringing in files answers: each file, what becomes of the weeks, and the questions that are open.

The window and the command line show the same words from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from focusplan.domain.readings import Reading
from focusplan.domain.weeks import Week


@dataclass(frozen=True)
class Choice:
    """One possible answer: the value to give, and what it says."""

    value: str
    text: str


@dataclass(frozen=True)
class QuestionView:
    """A question that only the owner can answer. Without choices a period is to be written. `number` is that
    of the file among those given, counted from 1."""

    id: str
    code: str
    number: int
    file: str
    text: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class ImportedFile:
    """One table of the files, and what it brings. `new`, `updated` and `skipped` count its rows: not held
    yet, held with other figures, held just so or left out. `left_out` are sentences."""

    name: str
    number: int
    format: str
    title: str
    network: str
    network_name: str
    first: date | None
    last: date | None
    new: int
    updated: int
    skipped: int
    readings: tuple[Reading, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class WeekLine:
    """What becomes of one figure of a week. `old` is what the plan shows now, None where nobody knows; `note`
    says what is worth knowing of it, or nothing."""

    network: str
    network_name: str
    week: Week
    figure: str
    figure_name: str
    old: int | None
    new: int | None
    counts: bool
    taken: bool
    note: str


@dataclass(frozen=True)
class ImportView:
    """A preview, or what was taken where `stored`. While questions are open nothing can be taken."""

    files: tuple[ImportedFile, ...]
    weeks: tuple[WeekLine, ...]
    questions: tuple[QuestionView, ...]
    notes: tuple[str, ...] = ()
    stored: bool = False

    @property
    def brings(self) -> bool:
        """Whether taking it would change anything."""
        return any(file.new or file.updated for file in self.files)
