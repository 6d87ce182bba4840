"""Tries an installed copy in a temporary folder: libraries, texts, languages, a plan, a page, older plans."""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path

from focusplan import i18n, paths
from focusplan.domain.profile import read_profile

_LIBRARIES = ("PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg", "sqlmodel", "appdirs", "holidays")
_PROFILE = {
    "name": "Self-test", "kind": "restaurant", "customers": "local", "audience": "consumers",
    "aim": "enquiries", "language": "en", "country": "GB", "currency": "GBP", "budget_minutes": 120,
    "speaker": "owner", "hours": {"monday": "09:00-12:00", "wednesday": "09:00-12:00"},
}  # fmt: skip


@dataclass(frozen=True)
class Tried:
    """One thing that was tried; `text` says what was found, or the kind of fault."""

    id: str
    ok: bool
    text: str


def findings() -> tuple[Tried, ...]:
    """Everything that is tried, in order; a fault in one hides none of the others."""
    spoken = i18n.language(), i18n.country()
    try:
        return tuple(_tried(name, attempt) for name, attempt in _attempts())
    finally:
        i18n.use(*spoken)


def _attempts() -> Iterator[tuple[str, Callable[[], str]]]:
    for library in _LIBRARIES:
        yield library, lambda library=library: _library(library)  # type: ignore[misc]
    yield "resources", _resources
    for language in i18n.LANGUAGES:
        yield f"language_{language}", lambda language=language: _language(language)  # type: ignore[misc]
    yield "plan_and_page", _plan_and_page
    for file in sorted((paths.resources() / "old").glob("plan_*.db.gz"), key=_number):
        yield f"old_plan_{_number(file)}", lambda file=file: _old_plan(file)  # type: ignore[misc]


def _tried(name: str, attempt: Callable[[], str]) -> Tried:
    try:
        return Tried(name, True, attempt())
    except Exception as error:
        return Tried(name, False, f"{type(error).__name__}: {error}")


def _library(name: str) -> str:
    module = import_module(name)
    return str(getattr(module, "__version__", ""))


def _resources() -> str:
    from focusplan.playbooks import load_catalogue

    folder = paths.resources()
    fonts = sorted((folder / "fonts").glob("*.ttf"))
    if not fonts:
        raise FileNotFoundError("fonts")
    catalogue = load_catalogue()
    if not sorted((folder / "old").glob("plan_*.db.gz")):
        raise FileNotFoundError("old")
    return f"{len(catalogue.playbooks)} playbooks, {len(fonts)} fonts"


def _language(language: str) -> str:
    i18n.use(language)
    said = i18n.pgettext("self-test", "one network at a time")
    if language != "en" and said == "one network at a time":
        raise LookupError(f"no words for {language}")
    return said


def _number(file: Path) -> int:
    """The schema's number in the name of an old plan."""
    return int(file.name.removeprefix("plan_").partition(".")[0])


def _old_plan(file: Path) -> str:
    """A plan as an earlier version left it is led to the present form and read, after a copy."""
    from focusplan.workspace import Workspace

    with tempfile.TemporaryDirectory(prefix="focusplan-") as folder:
        (Path(folder) / "plan.db").write_bytes(gzip.decompress(file.read_bytes()))
        workspace = Workspace(Path(folder))
        try:
            if workspace.trouble is not None:
                raise workspace.trouble
            wrong = [each.id for each in workspace.safekeeping.check() if not each.id.startswith("backup")]
            before = [copy for copy in workspace.safekeeping.backups() if copy.verified]
            jobs = len(workspace.week.sheet().week.items)
            name = workspace.business.business().name
        finally:
            workspace.close()
    if wrong or not before:
        raise AssertionError(", ".join(wrong) or "no copy before the step")
    return f"{name}, {jobs} jobs"


def _plan_and_page() -> str:
    """A plan made, read again, printed, and gone again with its folder. It is a practice plan of this week's
    Monday: on the last days of a week a new plan may have no job left to print."""
    from focusplan.paper.checklist import checklist_pdf
    from focusplan.workspace import Workspace

    monday = date.today() - timedelta(days=date.today().weekday())
    with tempfile.TemporaryDirectory(prefix="focusplan-") as folder:
        workspace = Workspace(Path(folder) / "plan", today=monday)
        try:
            workspace.start.new(read_profile(_PROFILE), practice=True)
        finally:
            workspace.close()
        workspace = Workspace(Path(folder) / "plan", today=monday)
        try:
            sheet = workspace.week.sheet()
            right = workspace.safekeeping.check() == ()
        finally:
            workspace.close()
        page = checklist_pdf(sheet)
    if not right:
        raise AssertionError("check")
    if not sheet.week.items:
        raise AssertionError("no jobs")
    return f"{len(sheet.week.items)} jobs, {len(page)} bytes"
