"""What a file leaves open and only the owner can say. Each question has an id, a code and its choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from focusplan.domain.errors import WrongUse
from focusplan.imports.periods import Period, period_in
from focusplan.imports.sources import Table


@dataclass(frozen=True)
class Question:
    """`code`: date, numbers, year, network or period. `choices` are what may be answered; none where a period
    is to be written, such as 2026-09-01/2026-09-30. `sample` is the text that can be read in two ways."""

    id: str
    code: str
    choices: tuple[str, ...]
    sample: str = ""
    file: str = ""
    readings: tuple[str, ...] = field(default=())
    """What the sample means by each choice, in plain form: an ISO day, or a figure with a point."""


class Asking:
    """The answers that were given, and the questions that are still open. One answer holds for all tables of
    a file or an archive: `number` is its place among the files."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self._answers = dict(answers)
        self._used: set[str] = set()
        self._learnt: dict[tuple[int, str], str] = {}
        self.open: dict[str, Question] = {}

    def ask(
        self, number: int, code: str, choices: tuple[str, ...], *, file: str, sample: str = "",
        readings: tuple[str, ...] = (), most: date | None = None,
    ) -> str | None:  # fmt: skip
        """The answer, or None while there is none. WrongUse import_answer where it is none of the choices."""
        name = f"{number}.{code}"
        said = self._answers.get(name)
        if said is None:
            self.open.setdefault(name, Question(name, code, choices, sample, file, readings))
            return None
        self._used.add(name)
        fits = said in choices if choices else _fits_period(said, most)
        if not fits:
            wanted = choices or ("2026-09-01/2026-09-30",)
            raise WrongUse("import_answer", id=name, value=said, choices=wanted)
        return said

    def learn(self, table: Table, code: str, value: str) -> None:
        """What one sheet of a workbook settles by itself holds for those that follow it."""
        if table.sheet:
            self._learnt[table.number, code] = value

    def learnt(self, table: Table, code: str) -> str:
        """What an earlier sheet of the same workbook settled, unless the owner says otherwise; or nothing."""
        answered = f"{table.number}.{code}" in self._answers
        return "" if answered else self._learnt.get((table.number, code), "")

    def aside(self) -> Asking:
        """The same answers, for a first look that asks nobody."""
        other = Asking(self._answers)
        other._learnt = dict(self._learnt)
        return other

    def finish(self) -> None:
        """WrongUse import_answer_unknown for an answer to nothing that was asked."""
        for name in self._answers:
            if name not in self._used and name not in self.open:
                raise WrongUse("import_answer_unknown", id=name)


def _fits_period(said: str, most: date | None) -> bool:
    period: Period | None = period_in(said)
    return period is not None and (most is None or period[1] <= most)
