"""A plan back from its document, into a folder that has none: looked at as a whole, then made or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from focusplan.answers import ArrivalView
from focusplan.domain.adoption import Adoption, Pinned
from focusplan.domain.errors import BadFile, DamagedPlan, NoPlan
from focusplan.domain.ledger import Entry
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.soundness import Candidate, unsound
from focusplan.domain.weekitems import Item
from focusplan.domain.weeks import Week
from focusplan.exports import planjson
from focusplan.exports.files import HEAD, read_whole
from focusplan.i18n import join
from focusplan.playbooks import from_json
from focusplan.services.care.audit import faults
from focusplan.services.changes import Topic
from focusplan.services.context import FIRST_START, Context
from focusplan.services.facts import snapshot
from focusplan.services.roads.ownplaybooks import completed
from focusplan.store import schema
from focusplan.store.arriving import SECTIONS, Arrival, arrival, refuse_taken
from focusplan.store.store import Work


def looks_like_export(file: Path) -> bool:
    """Whether a file is a plan's document, by its content; one that can't be read is none."""
    try:
        with file.open("rb") as opened:
            head = opened.read(HEAD)
            while head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and not planjson.marked(head):
                more = opened.read(HEAD)
                if not more or len(head) > planjson.LARGEST:
                    return False
                head += more
    except OSError:
        return False
    return planjson.marked(head)


class ArrivalService:
    """Takes a document in. Everything is looked at before anything is made."""

    def __init__(self, context: Context, home: Path) -> None:
        self._context = context
        self._home = home

    def knows(self, file: Path) -> bool:
        """Whether a file is a plan's document, by its content."""
        return looks_like_export(file)

    def look(self, file: Path) -> ArrivalView:
        """What is in the document. BadFile where it is refused, naming what does not fit; NewerPlan; Refused
        plan_exists or DamagedPlan plan_gone in a folder that has or had a plan."""
        with self._tried(file) as (_arrived, found):
            return found

    def bring_in(self, file: Path) -> ArrivalView:
        """Make it the plan of this folder, exactly as it was. Errors as `look`, and CannotStore, InUse."""
        with self._tried(file) as (arrived, found):
            arrived.accept(self._context.moment())
        (self._home / FIRST_START).unlink(missing_ok=True)
        self._context.announce(Topic.ALL)
        return found

    @contextmanager
    def _tried(self, file: Path) -> Iterator[tuple[Arrival, ArrivalView]]:
        refuse_taken(self._context.store)
        facts = planjson.read(file.name, _content(file), SECTIONS, schema.NEWEST)
        _refuse_two(file, facts["adoption"], self._context.catalogue.name)
        with arrival(self._context.store, file.name, facts) as arrived:
            with arrived.read(self._context.moment()) as work:
                self._judge(file, work)
                found = _view(file, work)
            yield arrived, found

    def _judge(self, file: Path, work: Work) -> None:
        """The checks of the gate and of the record, as at every start; here nothing is put right."""
        try:
            facts = snapshot(work)
            for pinned in work.all(Pinned):
                from_json(pinned.body)
            catalogue = completed(work, self._context.catalogue)
            found = faults(work, catalogue, facts)
            parts = unsound(Candidate(facts, work.all(Item), work.all(Entry)))
        except (NoPlan, DamagedPlan, ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadFile("export_rules", file=file.name, key="plan") from error
        for fault in found:
            raise BadFile(
                f"export_fault_{fault.id}", file=file.name, network=fault.network,
                network_name=catalogue.name(fault.network) if fault.network else "",
            )  # fmt: skip
        if parts:
            raise BadFile(f"export_part_{parts[0]}", file=file.name)


def _content(file: Path) -> bytes:
    try:
        content = read_whole(file, planjson.LARGEST)
    except (OSError, ValueError):
        raise BadFile("file_unreadable", file=file.name) from None
    if content is None:
        raise BadFile("export_large", file=file.name)
    return content


def _refuse_two(file: Path, runs: Sequence[Adoption], name: Callable[[str], str]) -> None:
    """Said by itself, since it is what the whole plan is about."""
    active = [run.network for run in runs if run.state == "active"]
    if len(active) > 1:
        raise BadFile("export_two", file=file.name, networks=join([name(network) for network in active]))


def _view(file: Path, work: Work) -> ArrivalView:
    facts: Snapshot = snapshot(work)
    return ArrivalView(
        file=str(file),
        business=facts.business.name,
        practice=facts.plan.practice,
        first=Week.of(facts.plan.first_day),
        last=Week.of(facts.mark.day),
        rows=work.count(),
    )
