"""Reads and checks playbooks: folders of data with the structure of a road and its words in four languages.

`playbook.toml` holds structure and figures, `<language>.toml` the words keyed by step id. What is shared by
all networks (the wind-down, the kinds of business) lies in `shared/`.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from focusplan import paths
from focusplan.domain.business import KINDS, LANGUAGES
from focusplan.domain.playbook import (
    EXTRA_STAGES, GOAL_KINDS, NETWORKS, STAGES, GoalSpec, Playbook, Routine, Step, Words,
)  # fmt: skip

CLOSING_MINUTES = 10
STEP_MINUTES = (5, 60)
STEPS_IN_STAGE = (4, 7)
TITLE_LENGTH = 60
LINE_LENGTH = 400
MOST_WORDS = 80
WIND_DOWN = ("wind_tell", "wind_secure", "wind_quiet")
ROUTINE_WORDS = ("routine.post", "routine.answer", "routine.watch", "routine.upkeep", "routine.invite")
WIND_MINUTES = {"wind_tell": 15, "wind_secure": 15, "wind_quiet": 10}
_TOP = {
    "id", "name", "version", "checked_on", "written", "slow", "start_minutes", "upkeep_minutes", "weeks",
    "routine", "fit", "steps", "goals", "limits",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a playbook: file name, key and the code of the reason with its values."""

    file: str
    key: str
    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


class PlaybookFault(Exception):
    """A playbook that can't be used; `faults` names every fault found."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"{one.file}: {one.key}: {one.code}" for one in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of business: its name, what people type to find it, and its word for a result."""

    id: str
    name: str
    search: tuple[str, ...]
    result_one: str
    result_many: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All playbooks, in the order of NETWORKS, and the kinds of business by language."""

    playbooks: tuple[Playbook, ...]
    kinds_in: Mapping[str, tuple[Kind, ...]] = field(default_factory=dict)

    def get(self, network: str) -> Playbook:
        """The playbook of a network id. KeyError when there is none."""
        for playbook in self.playbooks:
            if playbook.id == network:
                return playbook
        raise KeyError(network)

    def kinds(self, language: str) -> tuple[Kind, ...]:
        """The kinds of business in a language, English where it is missing."""
        return self.kinds_in.get(language) or self.kinds_in.get("en", ())

    def kind(self, kind_id: str, language: str) -> Kind:
        """One kind of business. KeyError when there is none."""
        for kind in self.kinds(language):
            if kind.id == kind_id:
                return kind
        raise KeyError(kind_id)

    def find_kinds(self, typed: str, language: str) -> tuple[Kind, ...]:
        """Kinds whose name or search words hold what was typed, in any language, those of `language` first."""
        wanted = typed.strip().casefold()
        if not wanted:
            return self.kinds(language)
        order = [language, *(one for one in LANGUAGES if one != language)]
        hits = [kind.id for one in order for kind in self.kinds(one) if _matches(kind, wanted)]
        return tuple(self.kind(kind_id, language) for kind_id in dict.fromkeys(hits))


def _matches(kind: Kind, wanted: str) -> bool:
    return any(wanted in word.casefold() for word in (kind.name, *kind.search))


_shipped: dict[Path, Catalogue] = {}


def load_catalogue(root: Path | None = None) -> Catalogue:
    """The shipped playbooks, read once. PlaybookFault when one can't be used."""
    folder = root or paths.resources() / "playbooks"
    if folder not in _shipped:
        playbooks = tuple(read_playbook(folder / network) for network in NETWORKS)
        _shipped[folder] = Catalogue(playbooks, {one: _read_kinds(folder, one) for one in LANGUAGES})
    return _shipped[folder]


def _read_kinds(folder: Path, language: str) -> tuple[Kind, ...]:
    data = tomllib.loads((folder / "shared" / f"kinds-{language}.toml").read_text("utf-8"))
    return tuple(
        Kind(kind, data[kind]["name"], tuple(data[kind]["search"]), data[kind]["result_one"],
             data[kind]["result_many"])
        for kind in KINDS
    )  # fmt: skip


def read_playbook(folder: Path) -> Playbook:
    """The playbook in this folder, with the shared wind-down steps. PlaybookFault names every fault."""
    faults = check_folder(folder)
    if faults:
        raise PlaybookFault(faults)
    data = _toml(folder / "playbook.toml")
    languages = {one: _toml(folder / f"{one}.toml") for one in LANGUAGES}
    shared = {one: _shared(folder, one) for one in LANGUAGES}
    steps = [Step(s["id"], s["stage"], s["minutes"], s["required"]) for s in data.get("steps", [])]
    if data.get("written", True):
        steps += [Step(f"{data['id']}-{key}", "wind_down", WIND_MINUTES[key], True) for key in WIND_DOWN]
    return Playbook(
        id=data["id"], name=data["name"], version=data.get("version", 1), checked_on=data.get("checked_on"),
        written=data.get("written", True), slow=data.get("slow", False), start_minutes=data["start_minutes"],
        upkeep_minutes=data["upkeep_minutes"], weeks=data["weeks"], steps=tuple(steps),
        goals=tuple(_goal(goal) for goal in data.get("goals", [])),
        routine=Routine(**data["routine"]) if "routine" in data else None,
        fit=dict(data["fit"]),
        words={one: _words(data, languages[one], shared[one]) for one in LANGUAGES},
        texts={one: _texts(languages[one]) for one in LANGUAGES},
    )  # fmt: skip


def _goal(data: Mapping[str, Any]) -> GoalSpec:
    return GoalSpec(
        data["id"], GOAL_KINDS[data["id"]], data.get("k"), data["n"], data.get("default"), data["least"],
        data["most"],
    )  # fmt: skip


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))


def _shared(folder: Path, language: str) -> dict[str, Any]:
    """The shared words: beside the folder, else the shipped ones (own playbooks lie elsewhere)."""
    for base in (folder.parent, paths.resources() / "playbooks"):
        file = base / "shared" / f"{language}.toml"
        if file.exists():
            return _toml(file)
    return {}


def _one(data: Mapping[str, Any], name: str = "") -> Words:
    def fill(text: str) -> str:
        return text.replace("{network}", name) if name else text

    return Words(
        fill(data["title"]), fill(data.get("why", "")), tuple(fill(line) for line in data.get("how", ())),
        fill(data.get("done_when", "")),
    )  # fmt: skip


def _words(data: Mapping[str, Any], words: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Words]:
    """Words by step id and `routine.…`; the wind-down's with the network's name filled in."""
    found = {key: _one(value) for key, value in words.get("steps", {}).items()}
    found |= {f"routine.{key}": _one(value) for key, value in words.get("routine", {}).items()}
    if data.get("written", True):
        name = words.get("texts", {}).get("name_short", data["name"])
        found |= {f"{data['id']}-{key}": _one(shared[key], name) for key in WIND_DOWN}
    return found


def _texts(words: Mapping[str, Any]) -> dict[str, str]:
    """Single sentences, nested tables flattened: `fit.restaurant`."""
    flat: dict[str, str] = {}
    for key, value in words.get("texts", {}).items():
        if isinstance(value, Mapping):
            flat |= {f"{key}.{inner}": text for inner, text in value.items()}
        else:
            flat[key] = value
    return flat


# ---- checking ------------------------------------------------------------------------------------


def check_folder(folder: Path) -> tuple[Fault, ...]:
    """Every fault of a playbook folder, naming file, key and reason; empty when it can be used."""
    loaded: dict[str, Any] = {}
    faults: list[Fault] = []
    for name in ("playbook.toml", *(f"{one}.toml" for one in LANGUAGES)):
        try:
            loaded[name] = _toml(folder / name)
        except FileNotFoundError:
            faults.append(Fault(name, "", "file_missing"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            faults.append(Fault(name, "", "not_toml", {"reason": str(error)}))
        except OSError:
            faults.append(Fault(name, "", "file_unreadable"))
    if faults:
        return tuple(faults)
    structure = loaded.pop("playbook.toml")
    faults += _structure(structure)
    if not faults and structure.get("written", True):
        for name, words in loaded.items():
            faults += _language(name, words, structure)
    return tuple(faults)


def _structure(data: Mapping[str, Any]) -> Iterator[Fault]:
    file = "playbook.toml"
    for key in sorted(set(data) - _TOP):
        yield Fault(file, key, "key_unknown")
    wanted: dict[str, type] = {"id": str, "name": str, "start_minutes": int, "upkeep_minutes": int, "weeks": int, "fit": dict}
    written = data.get("written", True)
    if written:
        wanted |= {"version": int, "checked_on": date, "routine": dict, "steps": list, "goals": list}
    missing = False
    for key, kind in wanted.items():
        if key not in data:
            missing = True
            yield Fault(file, key, "key_missing")
        elif not isinstance(data[key], kind) or (kind is int and isinstance(data[key], bool)):
            missing = True
            yield Fault(file, key, "wrong_type", {"wanted": kind.__name__})
    if missing:
        return
    for kind_id, value in data["fit"].items():
        if kind_id not in KINDS:
            yield Fault(file, f"fit.{kind_id}", "kind_unknown")
        elif type(value) is not int or not 0 <= value <= 3:
            yield Fault(file, f"fit.{kind_id}", "fit_range", {"value": value})
    if written:
        yield from _steps(file, data)
        yield from _goals(file, data)
        yield from _routine(file, data)


def _steps(file: str, data: Mapping[str, Any]) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, step in enumerate(data["steps"], start=1):
        key = f"steps[{number}]"
        if not isinstance(step, Mapping) or set(step) != {"id", "stage", "minutes", "required"}:
            yield Fault(file, key, "step_keys")
            continue
        key = f"steps.{step['id']}"
        if step["id"] in seen:
            yield Fault(file, key, "twice")
        seen.add(step["id"])
        if not str(step["id"]).startswith(f"{data['id']}-"):
            yield Fault(file, key, "step_id", {"prefix": f"{data['id']}-"})
        if step["stage"] not in (*STAGES, EXTRA_STAGES[0]):
            yield Fault(file, key, "stage_unknown", {"value": step["stage"]})
        if type(step["minutes"]) is not int or not STEP_MINUTES[0] <= step["minutes"] <= STEP_MINUTES[1]:
            yield Fault(file, key, "minutes_range", {"least": STEP_MINUTES[0], "most": STEP_MINUTES[1]})
        if not isinstance(step["required"], bool):
            yield Fault(file, key, "wrong_type", {"wanted": "bool"})
    steps = [step for step in data["steps"] if isinstance(step, Mapping)]
    for stage in STAGES:
        mine = [step for step in steps if step.get("stage") == stage]
        if not STEPS_IN_STAGE[0] <= len(mine) <= STEPS_IN_STAGE[1]:
            yield Fault(file, f"steps ({stage})", "steps_count", {"least": STEPS_IN_STAGE[0], "most": STEPS_IN_STAGE[1]})
        if not any(step.get("required") is True for step in mine):
            yield Fault(file, f"steps ({stage})", "none_required")


def _goals(file: str, data: Mapping[str, Any]) -> Iterator[Fault]:
    for goal_id in GOAL_KINDS:
        if [goal.get("id") for goal in data["goals"]].count(goal_id) != 1:
            yield Fault(file, f"goals.{goal_id}", "goal_once")
    for goal in data["goals"]:
        key = f"goals.{goal.get('id')}"
        if goal.get("id") not in GOAL_KINDS:
            yield Fault(file, key, "goal_unknown")
            continue
        k, n, least, most = (goal.get(name) for name in ("k", "n", "least", "most"))
        default = goal.get("default")
        if not all(type(one) is int for one in (n, least, most)) or not 1 <= least <= most:
            yield Fault(file, key, "goal_bounds")
            continue
        outcome = goal["id"] == "enquiries"
        if outcome != (k is None) or (k is not None and not 3 <= k <= n) or n > 12:
            yield Fault(file, key, "goal_window")
        if outcome != (default is None) or (default is not None and not least <= default <= most):
            yield Fault(file, key, "goal_default")


def _routine(file: str, data: Mapping[str, Any]) -> Iterator[Fault]:
    known = set(Routine.__dataclass_fields__)
    values = data["routine"]
    for key in sorted(set(values) - known):
        yield Fault(file, f"routine.{key}", "key_unknown")
    for key in ("post_minutes", "answer_minutes"):
        if type(values.get(key)) is not int or not 5 <= values[key] <= 60:
            yield Fault(file, f"routine.{key}", "minutes_range", {"least": 5, "most": 60})
            return
    least = CLOSING_MINUTES + values["answer_minutes"] + values["post_minutes"] + 10
    if data["start_minutes"] < least:
        yield Fault(file, "start_minutes", "start_too_small", {"least": least})


def _language(file: str, words: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[Fault]:
    ids = {step["id"] for step in data["steps"]}
    given = words.get("steps", {})
    for key in sorted(ids - set(given)):
        yield Fault(file, f"steps.{key}", "words_missing")
    for key in sorted(set(given) - ids):
        yield Fault(file, f"steps.{key}", "step_unknown")
    for key in sorted(ids & set(given)):
        yield from _sentences(file, f"steps.{key}", given[key], full=True)
    routine = words.get("routine", {})
    for name in ROUTINE_WORDS:
        key = name.removeprefix("routine.")
        if key not in routine:
            yield Fault(file, name, "words_missing")
        else:
            yield from _sentences(file, name, routine[key], full=False)
    texts = _texts(words)
    for key in ("name_short", "suits", "asks", "needs", "statistics"):
        if not str(texts.get(key, "")).strip():
            yield Fault(file, f"texts.{key}", "words_missing")


def _sentences(file: str, key: str, value: Mapping[str, Any], *, full: bool) -> Iterator[Fault]:
    how = value.get("how", [])
    texts = {name: value.get(name, "") for name in ("title", "why", "done_when")}
    if not all(isinstance(one, str) for one in (*texts.values(), *how)):
        yield Fault(file, key, "wrong_type", {"wanted": "str"})
        return
    for name, text in texts.items():
        if (full or name == "title") and not text.strip():
            yield Fault(file, f"{key}.{name}", "empty")
    if full and not 2 <= len(how) <= 5:
        yield Fault(file, f"{key}.how", "how_lines")
    if len(texts["title"]) > TITLE_LENGTH:
        yield Fault(file, f"{key}.title", "too_long", {"most": TITLE_LENGTH})
    if sum(len(one.split()) for one in (*texts.values(), *how)) >= MOST_WORDS:
        yield Fault(file, key, "too_many_words", {"most": MOST_WORDS})


# ---- keeping the version a run began with ----------------------------------------------------------


def to_json(playbook: Playbook) -> str:
    """The whole playbook as JSON, exact to the letter."""
    data = asdict(playbook)
    data["checked_on"] = playbook.checked_on.isoformat() if playbook.checked_on else None
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def from_json(body: str) -> Playbook:
    """A playbook from `to_json`."""
    data = json.loads(body)
    checked = data.pop("checked_on")
    words = {
        language: {key: replace(Words(**value), how=tuple(value["how"])) for key, value in by_key.items()}
        for language, by_key in data.pop("words").items()
    }
    return Playbook(
        checked_on=date.fromisoformat(checked) if checked else None,
        steps=tuple(Step(**step) for step in data.pop("steps")),
        goals=tuple(GoalSpec(**goal) for goal in data.pop("goals")),
        routine=Routine(**routine) if (routine := data.pop("routine")) else None,
        words=words,
        **data,
    )
