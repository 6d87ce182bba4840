"""Reads the folders of playbooks: five files of TOML in, a frozen value or named faults out.

A folder `<network>/` holds `playbook.toml` (structure) and `en.toml`, `es.toml`, `fr.toml`, `sv.toml`
(words, keyed by step id). `shared/` holds what reads the same on every network. Folders come from other
people: whatever lies there becomes a fault, never an error.
"""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from focusplan import paths
from focusplan.domain.business import KINDS
from focusplan.domain.playbook import NETWORKS, OWN_NAME_LENGTH, Playbook, may_be_own, taken
from focusplan.domain.roadreading import SharedWords, Table, add_words, read_structure, read_words
from focusplan.domain.roadrules import RoadFault, road_faults
from focusplan.i18n import LANGUAGES
from focusplan.playbookfaults import Fault, stop_at

T = TypeVar("T")

STRUCTURE = "playbook.toml"
LARGEST = 500_000
"""Bytes of one file; ours have a tenth of that."""
MOST_OWN = 50
"""Playbooks of the owner's own that are read."""
_NO_PLAYBOOKS = ("desktop.ini", "thumbs.db")
"""Files that systems put into folders by themselves; hidden ones are passed over as well."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A playbook's folder and what was found in it: the playbook as far as it can be read, and everything
    that is wrong. `own`: it is not one of ours."""

    folder: Path
    playbook: Playbook
    faults: tuple[Fault, ...]
    own: bool

    @property
    def id(self) -> str:
        """The folder's name, which is the network's id."""
        return self.folder.name


class _AsNeeded(Mapping[str, T]):
    """Something in every language, each made when it is asked for."""

    def __init__(self, make: Callable[[str], T]) -> None:
        self._make = make

    def __getitem__(self, lang: str) -> T:
        if lang not in LANGUAGES:
            raise KeyError(lang)
        return self._make(lang)

    def __iter__(self) -> Iterator[str]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


def shipped_root() -> Path:
    """The folder of our own playbooks."""
    return paths.resources() / "playbooks"


def read_playbook(folder: Path) -> Playbook:
    """The playbook in this folder. PlaybookFault names the first fault."""
    playbook, faults = read_folder(folder)
    stop_at(faults)
    return playbook


def read_as_needed(folder: Path) -> Playbook:
    """The playbook in this folder of ours, without asking the rules, and each language's words only when
    somebody reads them. PlaybookFault then names what can't be read."""
    faults: list[Fault] = []
    structure = parse(folder / STRUCTURE, faults)
    stop_at(faults)
    bare, named, found = read_structure(folder.name, structure)
    stop_at([named_fault(one) for one in found])

    @lru_cache(maxsize=len(LANGUAGES))
    def spoken(lang: str) -> Playbook:
        return _with_words(folder, bare, named, lang)

    return replace(
        bare,
        words=_AsNeeded(lambda lang: spoken(lang).words[lang]),
        texts=_AsNeeded(lambda lang: spoken(lang).texts[lang]),
    )


def _with_words(folder: Path, bare: Playbook, named: Mapping[str, str], lang: str) -> Playbook:
    faults: list[Fault] = []
    data = parse(folder / f"{lang}.toml", faults)
    shared, wrong = _shared(_shared_folder(folder), lang)
    stop_at([*faults, *wrong])
    playbook, found = add_words(bare, lang, data, named, shared)
    stop_at([named_fault(one) for one in found])
    return playbook


def check_folder(folder: Path) -> list[Fault]:
    """Everything wrong in this folder, structure first; empty when it is sound."""
    return read_folder(folder)[1]


def look_at(folder: Path) -> Looked:
    """One folder, by the rules of its place: one of ours has an id of ours, any other needs one of its own
    and takes its shared words from ours."""
    if folder.parent == shipped_root():
        playbook, faults = read_folder(folder)
        return Looked(folder, playbook, tuple(faults), own=False)
    found = _name_fault(folder)
    if found is not None:
        return Looked(folder, Playbook(folder.name, folder.name), (found,), own=True)
    playbook, faults = read_folder(folder, shipped_root() / "shared")
    return Looked(folder, playbook, tuple(faults), own=True)


def look_at_path(path: Path) -> tuple[Looked, ...]:
    """What a person named: one playbook's folder, or a folder with playbooks in it."""
    path = Path(os.path.abspath(path))
    if path == shipped_root():
        return look_through(path)
    try:
        entries = list(os.scandir(path))
        alone = any(entry.name.endswith(".toml") for entry in entries)
        inside = any(entry.is_dir() for entry in entries)
    except OSError:
        alone = True
    return (look_at(path),) if alone or not inside else look_through(path)


def look_through(root: Path) -> tuple[Looked, ...]:
    """Every playbook in a folder of playbooks, by name; nothing where there is no such folder."""
    if not os.path.lexists(root):
        return ()
    try:
        names = sorted(entry.name for entry in os.scandir(root))
    except OSError as error:
        return (_only(root, Fault("", "", _closed(error))),)
    folders = [root / name for name in names if _meant(root, name)]
    looked = [look_at(folder) for folder in folders[:MOST_OWN]]
    late = [_only(folder, Fault("", "", "too_many", {"most": MOST_OWN})) for folder in folders[MOST_OWN:]]
    return (*looked, *late)


def read_folder(folder: Path, shared: Path | None = None) -> tuple[Playbook, list[Fault]]:
    """The playbook as far as it can be read, and what is wrong; rules are asked where reading went well.
    `shared`: where the shared words lie; else beside the folder, or ours where nothing lies beside it."""
    faults: list[Fault] = []
    structure = parse(folder / STRUCTURE, faults)
    if faults:
        return Playbook(folder.name, folder.name), faults
    playbook, named, found = read_structure(folder.name, structure)
    sound = [] if found else ["road"]
    for lang in LANGUAGES:
        before = len(faults)
        data = parse(folder / f"{lang}.toml", faults)
        words, wrong_words = _shared(shared or _shared_folder(folder), lang)
        if wrong_words:
            return playbook, [*wrong_words]
        if len(faults) == before:
            playbook, wrong = add_words(playbook, lang, data, named, words)
            found += wrong
            sound += [] if wrong else [lang]
    languages = [lang for lang in LANGUAGES if lang in sound]
    if "road" in sound:
        found += road_faults(playbook, languages, KINDS)
    return playbook, [named_fault(one) for one in found if one.part == "road"] + faults + [
        named_fault(one) for one in found if one.part != "road"
    ]


def parse(file: Path, faults: list[Fault]) -> dict[str, Any]:
    """What a TOML file holds; empty, and one more fault, where it can't be read."""
    content = _content(file, faults)
    if content is None:
        return {}
    try:
        return tomllib.loads(content)
    except RecursionError:
        faults.append(Fault(file.name, "", "nested"))
    except ValueError as error:
        code = "twice" if str(error).startswith("Cannot") else "syntax"
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else content.count("\n") + 1
        faults.append(Fault(file.name, "", code, {"line": line}))
    return {}


def named_fault(fault: RoadFault) -> Fault:
    """The same with the file it stands in."""
    file = STRUCTURE if fault.part == "road" else f"{fault.part}.toml"
    return Fault(file, fault.key, fault.code, fault.values)


def _content(file: Path, faults: list[Fault]) -> str | None:
    """The text of a file. What is no ordinary file is never opened, since it could be waited on for ever."""
    try:
        raw = _bytes(file)
    except FileNotFoundError:
        faults.append(Fault(file.name, "", _missing(file)))
        return None
    except (OSError, ValueError):
        faults.append(Fault(file.name, "", "unreadable"))
        return None
    if len(raw) > LARGEST:
        faults.append(Fault(file.name, "", "too_large"))
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        faults.append(Fault(file.name, "", "encoding", {"line": line}))
        return None


def _bytes(file: Path) -> bytes:
    if not stat.S_ISREG(os.stat(file).st_mode):
        raise OSError(file.name)
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)


def _missing(file: Path) -> str:
    """A link that leads nowhere is there, and can't be opened."""
    return "unreadable" if file.is_symlink() else "no_file"


def _name_fault(folder: Path) -> Fault | None:
    """What is wrong with the folder itself, before anything in it is read."""
    if not os.path.lexists(folder):
        return Fault("", "", "no_folder")
    try:
        os.scandir(folder).close()
    except OSError as error:
        return Fault("", "", _closed(error))
    if taken(folder.name):
        return Fault("", "", "taken_name", {"folder": folder.name})
    if not may_be_own(folder.name):
        return Fault("", "", "bad_name", {"most": OWN_NAME_LENGTH})
    return None


def _closed(error: OSError) -> str:
    return "not_a_folder" if isinstance(error, NotADirectoryError) else "folder_unreadable"


def _meant(root: Path, name: str) -> bool:
    """Whether this entry was put there by a person; in our own folder only the networks are playbooks."""
    if root == shipped_root():
        return name in NETWORKS
    return not name.startswith(".") and name.lower() not in _NO_PLAYBOOKS


def _only(folder: Path, fault: Fault) -> Looked:
    return Looked(folder, Playbook(folder.name, folder.name), (fault,), own=True)


def _shared_folder(folder: Path) -> Path:
    """Shared words lie beside the playbook's folder; one that stands alone uses the shipped ones."""
    beside = folder.parent / "shared"
    return beside if beside.is_dir() else shipped_root() / "shared"


@lru_cache(maxsize=16)
def _shared(folder: Path, lang: str) -> tuple[SharedWords, tuple[Fault, ...]]:
    """The shared words of one language, and the first thing wrong in them."""
    faults: list[Fault] = []
    data, kinds = parse(folder / f"{lang}.toml", faults), parse(folder / f"kinds-{lang}.toml", faults)
    found: list[RoadFault] = []
    top = Table(data, f"shared/{lang}", "", found)
    steps, fit = top.sub("steps", needed=not faults), top.sub("fit", needed=not faults)
    words = {name: read_words(steps.sub(name)) for name in steps.names()}
    levels = {level: fit.take(level, str, "") for level in fit.names()}
    top.end()
    many = {kind: str(row.get("many", "")) for kind, row in kinds.items() if isinstance(row, dict)}
    wrong = (*faults, *(named_fault(one) for one in found))
    return SharedWords(words, levels, many), wrong[:1]
