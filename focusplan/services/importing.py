"""Bringing in numbers from the platforms' own files: a preview first, then all of it or nothing."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from focusplan.domain.errors import BadFile, Refused, WrongUse
from focusplan.domain.pace import Tell, quiet
from focusplan.domain.readings import FileFigures, Reading, readings, week_in
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weeks import Week
from focusplan.importanswers import ImportedFile, ImportView, WeekLine
from focusplan.imports.formats import plain
from focusplan.imports.questions import Asking
from focusplan.imports.reading import FileRead, read_files
from focusplan.imports.sources import LeftOut
from focusplan.imports.whose import Wish
from focusplan.services.care import deeds
from focusplan.services.changes import Topic
from focusplan.services.context import Context
from focusplan.services.facts import snapshot
from focusplan.services.files import filedeeds
from focusplan.services.files import importwords as words
from focusplan.services.files.fileweeks import FileWeeks
from focusplan.services.weeks import recording
from focusplan.store.store import Work

_TOUCHED = Topic.WEEK | Topic.NETWORKS | Topic.NUMBERS | Topic.REVIEW

TEMPLATE = ("date", "network", "posts", "received", "answered_in_time", "reach", "audience", "enquiries",
            "customers", "sales", "note")  # fmt: skip
"""The columns of our own table; a date is any day of the week that is meant."""
_MOST_FILES = 50


@dataclass
class Files:
    """Files that were read, with what they leave open. Nothing of them is stored yet."""

    tables: list[FileRead] = field(default_factory=list)
    beside: list[LeftOut] = field(default_factory=list)
    asking: Asking = field(default_factory=lambda: Asking({}))
    _readings: dict[tuple[int, str], tuple[Reading, ...]] = field(default_factory=dict)

    @property
    def open(self) -> bool:
        """Whether a question has no answer yet."""
        return bool(self.asking.open)

    @property
    def rows(self) -> int:
        """The rows of all tables."""
        return sum(len(table.rows) for table in self.tables)

    def readings(
        self, table: FileRead, network: str, rows: Sequence[FileFigures], beat: Callable[[int], object]
    ) -> tuple[Reading, ...]:
        """The figures of a table of a network, worked out once."""
        key = (id(table), network)
        if key not in self._readings:
            self._readings[key] = readings(rows, beat)
        return self._readings[key]


class _Beat:
    """Counts what was done with rows, and tells it."""

    def __init__(self, tell: Tell, whole: int) -> None:
        self._tell, self._whole, self._done = tell, max(1, whole), 0

    def __call__(self, rows: int) -> None:
        self._done = min(self._whole, self._done + rows)
        self._tell(self._done, self._whole)


class ImportService:
    """Questions and verbs of bringing in files."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def read(
        self, paths: Sequence[Path], network: str = "", answers: Mapping[str, str] | None = None
    ) -> Generator[float, None, Files]:
        """Read files; gives how far it is, from 0 to 1, and in the end what was read. Stores nothing.

        BadFile for the first that can't be taken; WrongUse no_such_network, import_answer,
        import_answer_unknown, import_many.
        """
        catalogue = self._context.catalogue
        if network:
            recording.refuse_unknown(catalogue, network)
        if len(paths) > _MOST_FILES:
            raise WrongUse("import_many", most=_MOST_FILES)
        names = {plain(name): one for one in catalogue.ids for name in (one, catalogue.name(one))}
        files = Files(asking=Asking(answers or {}))
        wish = Wish(network, names, self._context.moment().day)
        with _keeping_all():
            files.tables, files.beside = yield from read_files(paths, wish, files.asking)
        files.asking.finish()
        return files

    def read_now(
        self, paths: Sequence[Path], network: str = "", answers: Mapping[str, str] | None = None
    ) -> Files:
        """The same without a pause."""
        reading = self.read(paths, network, answers)
        while True:
            try:
                next(reading)
            except StopIteration as done:
                files: Files = done.value
                return files

    def preview(self, files: Files, tell: Tell = quiet) -> ImportView:
        """What taking these files would do; nothing is stored. What `tell` raises ends it."""
        beat = _Beat(tell, 2 * files.rows)
        with _keeping_all(), self._context.read() as work:
            return self._view(work, snapshot(work), files, beat)[0]

    def take(self, files: Files, tell: Tell = quiet) -> ImportView:
        """Take all of them, or nothing: what `tell` raises takes everything back. The owner can undo it.
        Refused import_questions while a question is open."""
        if files.open:
            raise self._unanswered(files)
        beat = _Beat(tell, 3 * files.rows)
        with _keeping_all(), self._context.begin() as work:
            work.watch(deeds.WATCHED)
            facts = snapshot(work)
            view, weeks = self._view(work, facts, files, beat)
            _record(work, facts, view.weeks, beat)
            made = weeks.store()
            deeds.keep(work, "import", filedeeds.written(made), [one.network for one in made])
        self._context.announce(_TOUCHED)
        return replace(view, stored=True)

    def template(self) -> bytes:
        """Our own table for networks that give no file: its header, and a row for each network of the plan
        that has none, with this week's Monday."""
        with self._context.read() as work:
            facts = snapshot(work)
        states = ("active", "mastered", "beside", "parked")
        inside = [run.network for state in states for run in facts.in_state(state)]
        rows = [",".join(TEMPLATE)]
        rest = "," * (len(TEMPLATE) - 2)
        rows += [f"{facts.week.monday.isoformat()},{network}{rest}" for network in inside]
        return ("\r\n".join(rows) + "\r\n").encode("utf-8")

    # ---------------------------------------------------------------- within

    def _unanswered(self, files: Files) -> Refused:
        asked = [words.question(one, self._context.catalogue) for one in files.asking.open.values()]
        text = " ".join(one.text for one in asked)
        return Refused("import_questions", questions=text, ids=tuple(one.id for one in asked))

    def _view(self, work: Work, facts: Snapshot, files: Files, beat: _Beat) -> tuple[ImportView, FileWeeks]:
        weeks = FileWeeks(work, facts, beat)
        shown = [one for table in files.tables for one in self._file(weeks, table, files, beat)]
        changes = [] if files.open else weeks.changes()
        catalogue = self._context.catalogue
        lines = tuple(
            WeekLine(
                change.network, catalogue.name(change.network), change.week, change.figure,
                words.metric(change.figure), change.old, change.new, weeks.counts(change), change.taken,
                words.week_note(change),
            )
            for change in changes
        )  # fmt: skip
        asked = tuple(words.question(one, catalogue) for one in files.asking.open.values())
        notes = tuple(words.left_out(one) for one in files.beside)
        return ImportView(tuple(shown), lines, asked, notes), weeks

    def _file(self, weeks: FileWeeks, table: FileRead, files: Files, beat: _Beat) -> list[ImportedFile]:
        """One answer for each network the table holds figures of."""
        networks = sorted({row.network for row in table.rows}) or [table.network]
        found = []
        for place, network in enumerate(networks):
            alone = len(networks) == 1
            rows = table.rows if alone else [row for row in table.rows if row.network == network]
            counts = weeks.add(network, rows, table.first, table.last)
            left = list(table.left_out) if place == 0 else []
            rows_left = sum(int(str(one.values["count"])) for one in left if "count" in one.values
                            and one.code not in ("stories", "replies", "running"))  # fmt: skip
            name = self._context.catalogue.name(network) if network else ""
            found.append(
                ImportedFile(
                    name=table.file, number=table.number, format=table.format,
                    title=words.title(table.format, name), network=network, network_name=name,
                    first=table.first, last=table.last, new=counts.new, updated=counts.updated,
                    skipped=counts.same + rows_left, readings=files.readings(table, network, rows, beat),
                    left_out=tuple(words.left_out(one) for one in [*left, *_beyond(rows, table)]),
                )
            )  # fmt: skip
        return found


@contextmanager
def _keeping_all() -> Iterator[None]:
    """Python looks for things to throw away again and again; here there are only things to keep, and many."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _beyond(rows: Sequence[FileFigures], table: FileRead) -> list[LeftOut]:
    """What such a file can't say of a week, for the owner who looks for it."""
    found = []
    if table.kind in ("content", "metrics", "overview") and any('"comments"' in row.figures for row in rows):
        found.append(LeftOut("comments"))
    new = (row.figures for row in rows if '"new_followers"' in row.figures)
    if any('"followers_total"' not in figures for figures in new):
        found.append(LeftOut("new_followers"))
    longer = (row for row in rows if row.first != row.last)
    if table.grain == "period" or any(week_in(row) is None for row in longer):
        found.append(LeftOut("long_period"))
    return found


def _record(work: Work, facts: Snapshot, lines: Sequence[WeekLine], beat: Callable[[int], object]) -> None:
    """Type the figures; what a file says wrongly is the file's fault."""
    wanted: dict[tuple[str, Week], dict[str, int | None]] = {}
    for line in lines:
        if line.taken:
            wanted.setdefault((line.network, line.week), {})[line.figure] = line.new
    for (network, week), figures in wanted.items():
        beat(0)
        try:
            recording.record(work, facts, network, week, figures)
        except WrongUse as error:
            raise BadFile(error.code, **error.values) from None
