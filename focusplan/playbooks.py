"""Reads and checks playbooks and their words: folders of TOML in, frozen values or named faults out.

A folder `<network>/` holds `playbook.toml` (structure) and `en.toml`, `es.toml`, `fr.toml`, `sv.toml`
(words, keyed by step id). `shared/` holds what reads the same on every network, and the kinds of business.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from focusplan import paths
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.business import KINDS
from focusplan.domain.errors import BadFile
from focusplan.domain.kinds import RESULTS, Kind, KindWords, ResultWord, matching
from focusplan.domain.playbook import NETWORKS, Playbook
from focusplan.domain.playbook_json import from_json, to_json
from focusplan.domain.roadreading import SharedWords, Table, add_words, read_structure, read_words
from focusplan.domain.roadrules import RoadFault, road_faults
from focusplan.domain.suggestion import Asked, Standing, standings
from focusplan.i18n import LANGUAGES, N_, _, language

__all__ = [
    "Catalogue", "Fault", "PlaybookFault", "Ranked", "check_folder", "from_json", "load_catalogue",
    "read_playbook", "suggest", "to_json",
]  # fmt: skip

STRUCTURE = "playbook.toml"

_TEXTS: Mapping[str, str] = {
    "unreadable": N_("The file can't be read: {reason}."),
    "encoding": N_("The file is not UTF-8 text."),
    "syntax": N_("The file is not valid TOML: {reason}."),
    "missing": N_("The key is missing."),
    "unknown": N_("This key is not known."),
    "type": N_("Expected here: {wanted}."),
    "choice": N_("Only one of these can stand here: {choices}."),
    "other_id": N_("The id must be the name of the folder, {folder}."),
    "unknown_kind": N_("“{kind}” is no kind of business the program knows."),
    "unknown_stage": N_("“{stage}” is no part of the road."),
    "out_of_range": N_("{value} is outside {least} to {most}."),
    "duplicate_step": N_("Two steps have the same id."),
    "foreign_step": N_("The id must begin with “{start}”."),
    "stage_count": N_("This part has {count} steps; it needs {least} to {most}."),
    "none_required": N_("No step of this part is required."),
    "not_covered": N_("No step covers “{cover}”; give one step the line covers = \"{cover}\"."),
    "must_be_required": N_("The step that covers “{cover}” has to be a required one."),
    "unwanted": N_("This goal takes no such number."),
    "start_too_small": N_("{value} minutes are too few to begin; {least} are needed at least."),
    "no_words": N_("The words for this are missing."),
    "unknown_words": N_("There are words here for something the road does not have."),
    "empty": N_("The text is empty."),
    "too_long": N_("The text has {count} characters; {most} fit."),
    "too_many_words": N_("The step has {count} words; {most} is the most."),
    "how_lines": N_("There are {count} lines on how to do it; {least} to {most} are wanted."),
    "not_shared": N_("There are no shared words of this name."),
}  # fmt: skip
_TYPES: Mapping[str, str] = {
    word: word
    for word in (N_("text"), N_("whole number"), N_("true or false"), N_("date"), N_("table"), N_("list"))
}
_REASONS: Mapping[str, str] = {
    "local": N_("Your customers are near, and this is where people nearby look."),
    "businesses": N_("Your customers are businesses, and their buyers read here."),
    "found_locally": N_("You want to be found nearby, which is what it is made for."),
    "online_sales": N_("You want to sell online, and pictures here lead to your shop."),
    "hiring": N_("You are looking for staff, and people look for work here."),
    "loyalty": N_("You want people to come back, and your regulars are here."),
    "already": N_("You use it already."),
    "beside": N_("It runs beside the networks and shows what an hour on them is worth."),
    "time": N_("It asks for {minutes} minutes a week to begin, which is more than your week holds."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a playbook's folder. `text()` says it in the language of the run."""

    file: str
    key: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self) -> str:
        """The reason as one sentence, without file and key."""
        values = dict(self.values)
        if self.code == "type":
            values["wanted"] = _(_TYPES[str(values["wanted"])])
        return _(_TEXTS[self.code]).format(**values)


class PlaybookFault(BadFile):
    """A playbook can't be used (exit 8); `fault` is the first thing found wrong in it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__("playbook", file=fault.file, key=fault.key, text=fault.text())
        self.fault = fault

    def __str__(self) -> str:
        return f"{self.fault.file}: {self.fault.key}: {self.fault.text()}"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A network's place in the suggestion: `reasons` are sentences in the language of the run, the first
    says how it fits this kind of business; `codes` hold every reason as `suggestion` names it."""

    network: str
    fit: int
    reasons: tuple[str, ...]
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every network in the order of NETWORKS, the kinds of business, and the words for a result."""

    playbooks: tuple[Playbook, ...]
    kinds: tuple[Kind, ...] = ()
    results: Mapping[str, Mapping[str, ResultWord]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Playbook]:
        return iter(self.playbooks)

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
        """What a network is called in the language of the run. KeyError when there is none."""
        playbook = self.get(network)
        return playbook.text("name", language()) or playbook.name

    def result(self, result_id: str, language: str) -> ResultWord:
        """The word for one of RESULTS in this language, English where it is missing. KeyError if unknown."""
        words = self.results[result_id]
        return words.get(language) or words["en"]


def load_catalogue(root: Path | None = None) -> Catalogue:
    """The shipped catalogue, or the one in `root`. PlaybookFault when anything in it is wrong."""
    return _load(root or paths.resources() / "playbooks")


@lru_cache(maxsize=4)
def _load(root: Path) -> Catalogue:
    faults: list[Fault] = []
    files = {lang: f"kinds-{lang}.toml" for lang in LANGUAGES}
    data = {lang: _parse(root / "shared" / name, faults) for lang, name in files.items()}
    structure = _parse(root / "shared" / "kinds.toml", faults)
    _stop_at(faults)
    found: list[RoadFault] = []
    top = Table(structure, "kinds.toml", "", found)
    kinds = tuple(_kind(kind_id, top.choice(kind_id, RESULTS), data, found) for kind_id in KINDS)
    top.end()
    results = {result: _result(result, data, found) for result in RESULTS}
    _stop_at([Fault(one.part, one.key, one.code, one.values) for one in found])
    return Catalogue(tuple(read_playbook(root / network) for network in NETWORKS), kinds, results)


def read_playbook(folder: Path) -> Playbook:
    """The playbook in this folder. PlaybookFault names the first fault."""
    playbook, faults = _read(folder)
    _stop_at(faults)
    return playbook


def check_folder(folder: Path) -> list[Fault]:
    """Everything wrong in this folder, structure first; empty when it is sound."""
    try:
        return _read(folder)[1]
    except PlaybookFault as found:  # the shared words beside it
        return [found.fault]


def suggest(
    catalogue: Catalogue, business_kind: str, customers: str, audience: str, aim: str, speaker: str,
    budget_minutes: int, already: Collection[str],
) -> tuple[Ranked, ...]:  # fmt: skip
    """All fourteen networks for this business, best first, with reasons in the language of the run."""
    plannable = Boundaries(budget_minutes, 30, "few_days", {}).plannable
    asked = Asked(business_kind, customers, audience, aim, speaker, plannable, tuple(already))
    return tuple(_ranked(catalogue, business_kind, one) for one in standings(catalogue, asked))


def _ranked(catalogue: Catalogue, kind: str, standing: Standing) -> Ranked:
    playbook = catalogue.get(standing.network)
    reasons = [playbook.text(f"fit.{kind}", language())]
    for code in standing.codes[1:2]:  # a card holds two sentences
        reasons.append(_(_REASONS[code]).format(minutes=playbook.start_minutes))
    return Ranked(standing.network, standing.fit, tuple(reasons), standing.codes)


def _read(folder: Path) -> tuple[Playbook, list[Fault]]:
    """The playbook as far as it can be read, and what is wrong; rules are asked where reading went well."""
    faults: list[Fault] = []
    structure = _parse(folder / STRUCTURE, faults)
    if faults:
        return Playbook(folder.name, ""), faults
    playbook, named, found = read_structure(folder.name, structure)
    sound = [] if found else ["road"]
    for lang in LANGUAGES:
        before = len(faults)
        data = _parse(folder / f"{lang}.toml", faults)
        if len(faults) == before:
            playbook, wrong = add_words(playbook, lang, data, named, _shared(_shared_folder(folder), lang))
            found += wrong
            sound += [] if wrong else [lang]
    languages = [lang for lang in LANGUAGES if lang in sound]
    if "road" in sound:
        found += road_faults(playbook, languages, KINDS)
    return playbook, [_named(one) for one in found if one.part == "road"] + faults + [
        _named(one) for one in found if one.part != "road"
    ]


def _named(fault: RoadFault) -> Fault:
    file = STRUCTURE if fault.part == "road" else f"{fault.part}.toml"
    return Fault(file, fault.key, fault.code, fault.values)


def _shared_folder(folder: Path) -> Path:
    """Shared words lie beside the playbook's folder; one that stands alone uses the shipped ones."""
    beside = folder.parent / "shared"
    return beside if beside.is_dir() else paths.resources() / "playbooks" / "shared"


@lru_cache(maxsize=16)
def _shared(folder: Path, lang: str) -> SharedWords:
    """The shared words of one language. PlaybookFault when they can't be read."""
    faults: list[Fault] = []
    data, kinds = _parse(folder / f"{lang}.toml", faults), _parse(folder / f"kinds-{lang}.toml", faults)
    _stop_at(faults)
    found: list[RoadFault] = []
    top = Table(data, f"shared/{lang}", "", found)
    steps, fit = top.sub("steps"), top.sub("fit")
    words = {name: read_words(steps.sub(name)) for name in steps.names()}
    levels = {level: fit.take(level, str, "") for level in fit.names()}
    top.end()
    _stop_at([_named(one) for one in found])
    many = {kind: str(row.get("many", "")) for kind, row in kinds.items() if isinstance(row, dict)}
    return SharedWords(words, levels, many)


def _kind(kind_id: str, result: str, data: Mapping[str, Any], faults: list[RoadFault]) -> Kind:
    words: dict[str, KindWords] = {}
    for lang, tables in data.items():
        row = Table(tables.get(kind_id), f"kinds-{lang}.toml", kind_id, faults)
        search: list[str] = row.take("search", list, [])
        words[lang] = KindWords(row.take("name", str, ""), row.take("many", str, ""), tuple(search))
        row.end()
    return Kind(kind_id, result, words)


def _result(result: str, data: Mapping[str, Any], faults: list[RoadFault]) -> Mapping[str, ResultWord]:
    words: dict[str, ResultWord] = {}
    for lang, tables in data.items():
        row = Table(tables.get("result", {}).get(result), f"kinds-{lang}.toml", f"result.{result}", faults)
        words[lang] = ResultWord(row.take("one", str, ""), row.take("many", str, ""), row.take("a", str, ""))
        row.end()
    return words


def _parse(file: Path, faults: list[Fault]) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        faults.append(Fault(file.name, "", "syntax", {"reason": str(error)}))
    except OSError as error:
        faults.append(Fault(file.name, "", "unreadable", {"reason": error.strerror or type(error).__name__}))
    except UnicodeDecodeError:
        faults.append(Fault(file.name, "", "encoding"))
    return {}


def _stop_at(faults: list[Fault]) -> None:
    if faults:
        raise PlaybookFault(faults[0])
