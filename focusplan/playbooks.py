"""The catalogue: every network's road, ours and the owner's own, and the kinds of business.

Folders are read by `playbookfiles`, and what is wrong in them is said by `playbookfaults`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from focusplan.domain.business import KINDS
from focusplan.domain.kinds import RESULTS, Kind, KindWords, ResultWord, matching
from focusplan.domain.playbook import NETWORKS, Playbook
from focusplan.domain.playbook_json import from_json, to_json
from focusplan.domain.roadreading import Table
from focusplan.domain.roadrules import RoadFault
from focusplan.i18n import LANGUAGES, language
from focusplan.playbookfaults import Fault, PlaybookFault, stop_at
from focusplan.playbookfiles import (
    Looked,
    check_folder,
    look_through,
    parse,
    read_as_needed,
    read_playbook,
    shipped_root,
)

__all__ = [
    "Catalogue", "Fault", "Looked", "PlaybookFault", "check_folder", "from_json", "load_catalogue",
    "read_playbook", "to_json",
]  # fmt: skip

@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every network, ours in the order of NETWORKS before the owner's own, the kinds of business, and the
    words for a result. `faulty`: the folders of the owner's own that are left out of use."""

    playbooks: tuple[Playbook, ...]
    kinds: tuple[Kind, ...] = ()
    results: Mapping[str, Mapping[str, ResultWord]] = field(default_factory=dict)
    faulty: tuple[Looked, ...] = ()

    def __iter__(self) -> Iterator[Playbook]:
        return iter(self.playbooks)

    def __contains__(self, network: object) -> bool:
        return network in self.ids

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all networks."""
        return tuple(playbook.id for playbook in self.playbooks)

    def get(self, network: str) -> Playbook:
        """The playbook of this network. KeyError when there is none."""
        for playbook in self.playbooks:
            if playbook.id == network:
                return playbook
        raise KeyError(network)

    def kind(self, kind_id: str) -> Kind:
        """The kind of business with this id. KeyError when there is none."""
        for kind in self.kinds:
            if kind.id == kind_id:
                return kind
        raise KeyError(kind_id)

    def find_kinds(self, typed: str, language: str) -> tuple[Kind, ...]:
        """The kinds that fit what was typed, best first; see `domain.kinds.matching`."""
        return matching(self.kinds, typed, language)

    def name(self, network: str) -> str:
        """What a network is called in the language of the run; its id where there is no playbook of it."""
        if network not in self:
            return network
        playbook = self.get(network)
        return playbook.text("name", language()) or playbook.name

    def result(self, result_id: str, language: str) -> ResultWord:
        """The word for one of RESULTS in this language, English where it is missing. KeyError if unknown."""
        words = self.results[result_id]
        return words.get(language) or words["en"]


def load_catalogue(root: Path | None = None, own: Path | None = None) -> Catalogue:
    """The shipped catalogue, or the one in `root`; PlaybookFault when anything in it is wrong (ours is looked
    through by tests and by `catalogue`, so that a start need not do it again). The sound playbooks in the
    folder `own` come after them; whatever is wrong there stops nothing."""
    shipped = _load(root or shipped_root())
    looked = look_through(own) if own is not None else ()
    sound = tuple(one.playbook for one in looked if not one.faults)
    faulty = tuple(one for one in looked if one.faults)
    return replace(shipped, playbooks=(*shipped.playbooks, *sound), faulty=faulty)


@lru_cache(maxsize=4)
def _load(root: Path) -> Catalogue:
    faults: list[Fault] = []
    files = {lang: f"kinds-{lang}.toml" for lang in LANGUAGES}
    data = {lang: parse(root / "shared" / name, faults) for lang, name in files.items()}
    structure = parse(root / "shared" / "kinds.toml", faults)
    stop_at(faults)
    found: list[RoadFault] = []
    top = Table(structure, "kinds.toml", "", found)
    usual = top.sub("usual")
    kinds = tuple(
        _kind(kind_id, top.choice(kind_id, RESULTS), usual.take(kind_id, list, []), data, found)
        for kind_id in KINDS
    )
    usual.end()
    top.end()
    results = {result: _result(result, data, found) for result in RESULTS}
    stop_at([Fault(one.part, one.key, one.code, one.values) for one in found])
    read = read_as_needed if root == shipped_root() else read_playbook
    return Catalogue(tuple(read(root / network) for network in NETWORKS), kinds, results)


def _kind(
    kind_id: str, result: str, usual: list[Any], data: Mapping[str, Any], faults: list[RoadFault]
) -> Kind:
    words: dict[str, KindWords] = {}
    for lang, tables in data.items():
        row = Table(tables.get(kind_id), f"kinds-{lang}.toml", kind_id, faults)
        search: list[str] = row.take("search", list, [])
        words[lang] = KindWords(row.take("name", str, ""), row.take("many", str, ""), tuple(search))
        row.end()
    return Kind(kind_id, result, words, tuple(str(one) for one in usual))


def _result(result: str, data: Mapping[str, Any], faults: list[RoadFault]) -> Mapping[str, ResultWord]:
    words: dict[str, ResultWord] = {}
    for lang, tables in data.items():
        row = Table(tables.get("result", {}).get(result), f"kinds-{lang}.toml", f"result.{result}", faults)
        words[lang] = ResultWord(row.take("one", str, ""), row.take("many", str, ""), row.take("a", str, ""))
        row.end()
    return words
