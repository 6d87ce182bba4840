"""Makes a playbook from the mappings of its files; every wrong key, type or choice is a fault, none stops.

What the finished value must keep is said in `roadrules`. A step with `shared = "name"` takes its words from
the shared ones; `{network}` in them becomes the network's short name. In a shared sentence on fit `{many}`
becomes the kind of business and `{strength}` the network's text of that name.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from focusplan.domain.playbook import (
    COVERS,
    GOAL_KINDS,
    NETWORKS,
    GoalSpec,
    Limit,
    Playbook,
    Routine,
    Step,
    Words,
    may_be_own,
)
from focusplan.domain.roadrules import ROUTINE_WORDS, RoadFault

T = TypeVar("T")

WIND_DOWN = {"wind_tell": 15, "wind_secure": 15, "wind_quiet": 5}
"""Shared words and minutes of the three steps that follow when an active network is closed."""

SEEN = ("official", "secondary", "unchecked")
LIMIT_KINDS = ("characters", "pixels")
_GROUPS = {"limits": "limit", "numbers": "numbers", "criticism": "criticism"}
"""Tables of single sentences, and how their keys begin in `Playbook.texts`."""
_SINGLE = ("name", "name_short", "suits", "asks", "needs", "statistics")


class Table:
    """A mapping read key by key: what is missing, of a wrong type or never asked for becomes a fault."""

    def __init__(self, data: object, part: str, place: str, faults: list[RoadFault]) -> None:
        self.part, self.place, self.faults = part, place, faults
        self._data: dict[str, Any] = dict(data) if isinstance(data, Mapping) else {}
        if not isinstance(data, Mapping):
            self.say("", "type", wanted="table")

    def say(self, key: str, code: str, **values: object) -> None:
        """Note a fault at this key."""
        self.faults.append(RoadFault(self.part, ".".join(filter(None, (self.place, key))), code, values))

    def take(self, key: str, kind: type[T], default: T, *, needed: bool = True) -> T:
        """The value, taken out of the table; `default` when it is missing or of another type."""
        if key not in self._data:
            if needed:
                self.say(key, "missing")
            return default
        value = self._data.pop(key)
        if type(value) is kind:
            return value
        self.say(key, "type", wanted=_TYPE_NAMES[kind])
        return default

    def choice(self, key: str, choices: Collection[str], *, needed: bool = True) -> str:
        """A text that must be one of these."""
        value = self.take(key, str, "", needed=needed)
        if value and value not in choices:
            self.say(key, "choice", choices=", ".join(choices))
        return value

    def sub(self, key: str, *, needed: bool = True) -> Table:
        """The table under this key, empty when there is none."""
        value = self.take(key, dict, {}, needed=needed)
        return Table(value, self.part, f"{self.place}.{key}" if self.place else key, self.faults)

    def rows(self, key: str) -> list[Table]:
        """The tables in the list under this key, each placed by its id or number."""
        rows: list[Any] = self.take(key, list, [], needed=False)
        named = [row.get("id", str(number)) if isinstance(row, Mapping) else str(number)
                 for number, row in enumerate(rows, start=1)]  # fmt: skip
        pairs = zip(named, rows, strict=True)
        return [Table(row, self.part, f"{key}.{name}", self.faults) for name, row in pairs]

    def names(self) -> tuple[str, ...]:
        """What has not been taken yet, in the order of the file."""
        return tuple(self._data)

    def end(self) -> None:
        """Whatever is left is not known here."""
        for key in self._data:
            self.say(key, "unknown")


_TYPE_NAMES: Mapping[type, str] = {
    str: "text", int: "whole number", bool: "true or false", date: "date", dict: "table", list: "list",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SharedWords:
    """What reads the same on every network, in one language: steps by name, sentences on fit by level,
    kinds of business as they stand inside a sentence."""

    steps: Mapping[str, Words]
    fit: Mapping[str, str]
    many: Mapping[str, str]


def read_structure(folder: str, data: Mapping[str, Any]) -> tuple[Playbook, dict[str, str], list[RoadFault]]:
    """The playbook without words, the shared name of each step that has one, and the faults."""
    faults: list[RoadFault] = []
    top = Table(data, "road", "", faults)
    if top.take("id", str, folder) != folder or not (folder in NETWORKS or may_be_own(folder)):
        top.say("id", "other_id", folder=folder)
    written = top.take("written", bool, False)
    steps, shared = _steps(top, folder, written)
    playbook = Playbook(
        id=folder,
        name=top.take("name", str, ""),
        version=top.take("version", int, 0),
        checked_on=top.take("checked_on", date, date.min, needed=written) if written else None,
        written=written,
        slow=top.take("slow", bool, False, needed=False),
        start_minutes=top.take("start_minutes", int, 0),
        upkeep_minutes=top.take("upkeep_minutes", int, 0),
        weeks=top.take("weeks", int, 0),
        steps=steps,
        goals=_goals(top) if written else (),
        routine=_routine(top) if written else None,
        fit=_numbers(top.sub("fit")),
        limits=tuple(_limit(row) for row in top.rows("limits")),
        countries=_countries(top),
        builds_on=top.take("builds_on", str, "", needed=False),
    )
    top.end()
    return playbook, shared, faults


def add_words(
    playbook: Playbook, language: str, data: Mapping[str, Any], named: Mapping[str, str], shared: SharedWords
) -> tuple[Playbook, list[RoadFault]]:
    """The playbook with the words of one more language, and what was wrong in them."""
    faults: list[RoadFault] = []
    top = Table(data, language, "", faults)
    texts = {key: top.take(key, str, "") for key in _SINGLE if key in top.names()}
    texts |= _fit_texts(playbook, top, shared)
    for name, start in _GROUPS.items():
        group = top.sub(name, needed=False)
        texts |= {f"{start}.{key}": group.take(key, str, "") for key in group.names()}
    words = _all_words(top)
    for step_id, name in named.items():
        if step_id in words:
            top.say(f"steps.{step_id}", "words_twice")
        if name in shared.steps:
            words[step_id] = _filled(shared.steps[name], texts.get("name_short", ""))
        else:
            top.say(step_id, "not_shared", name=name)
    top.end()
    found = replace(
        playbook, words={**playbook.words, language: words}, texts={**playbook.texts, language: texts}
    )
    return found, faults


def read_words(row: Table) -> Words:
    """The words of one step or routine job."""
    lines: list[Any] = row.take("how", list, [], needed=False)
    if not all(isinstance(line, str) for line in lines):
        row.say("how", "type", wanted="text")
    how = tuple(str(line) for line in lines)
    why, done = row.take("why", str, "", needed=False), row.take("done_when", str, "", needed=False)
    words = Words(row.take("title", str, ""), why, how, done)
    row.end()
    return words


def _steps(top: Table, folder: str, written: bool) -> tuple[tuple[Step, ...], dict[str, str]]:
    steps: list[Step] = []
    shared: dict[str, str] = {}
    for row in top.rows("steps"):
        step = Step(
            row.take("id", str, ""), row.take("stage", str, ""), row.take("minutes", int, 0),
            row.take("required", bool, False), row.choice("covers", COVERS, needed=False),
        )  # fmt: skip
        name = row.take("shared", str, "", needed=False)
        if name:
            shared[step.id] = name
        steps.append(step)
        row.end()
    for name, minutes in WIND_DOWN.items() if written else ():
        steps.append(Step(f"{folder}-{name}", "wind_down", minutes, True))
        shared[f"{folder}-{name}"] = name
    return tuple(steps), shared


def _goals(top: Table) -> tuple[GoalSpec, ...]:
    goals = top.sub("goals")
    found: list[GoalSpec] = []
    for goal_id in goals.names():
        row = goals.sub(goal_id)
        if goal_id not in GOAL_KINDS:
            goals.say(goal_id, "unknown")
            continue
        found.append(GoalSpec(
            goal_id, GOAL_KINDS[goal_id], _optional(row, "k"), row.take("n", int, 0),
            _optional(row, "default"), row.take("least", int, 0), row.take("most", int, 0),
        ))  # fmt: skip
        row.end()
    return tuple(found)


def _optional(row: Table, key: str) -> int | None:
    return row.take(key, int, 0) if key in row.names() else None


def _routine(top: Table) -> Routine:
    row = top.sub("routine")
    found = Routine(
        row.take("post_minutes", int, 0), row.take("answer_minutes", int, 0),
        row.take("answer_sittings", int, 2, needed=False), row.take("post_every_weeks", int, 1, needed=False),
        row.take("watch_minutes", int, 5, needed=False),
    )  # fmt: skip
    row.end()
    return found


def _limit(row: Table) -> Limit:
    found = Limit(
        row.take("id", str, ""), row.choice("kind", LIMIT_KINDS), row.take("checked_on", date, date.min),
        row.choice("seen", SEEN), row.take("most", int, 0, needed=False),
        row.take("width", int, 0, needed=False), row.take("height", int, 0, needed=False),
    )  # fmt: skip
    row.end()
    return found


def _countries(top: Table) -> tuple[str, ...]:
    """Codes of two letters."""
    codes: list[Any] = top.take("countries", list, [], needed=False)
    if all(isinstance(code, str) and len(code) == 2 and code.isupper() for code in codes):
        return tuple(codes)
    top.say("countries", "countries")
    return ()


def _numbers(row: Table) -> dict[str, int]:
    return {key: row.take(key, int, 0) for key in row.names()}


def _fit_texts(playbook: Playbook, top: Table, shared: SharedWords) -> dict[str, str]:
    """A sentence on fit for every kind: the playbook's own, else the shared one of that level."""
    row = top.sub("fit", needed=False)
    texts = {f"fit.{key}": row.take(key, str, "") for key in row.names()}
    strength = top.take("strength", str, "", needed=False)
    for kind, level in playbook.fit.items():
        pattern = shared.fit.get(str(level), "")
        if "{strength}" in pattern and not strength and f"fit.{kind}" not in texts:
            top.say(f"fit.{kind}", "no_words")
        sentence = pattern.replace("{many}", shared.many.get(kind, "")).replace("{strength}", strength)
        texts.setdefault(f"fit.{kind}", sentence)
    return texts


def _all_words(top: Table) -> dict[str, Words]:
    """Own words by step id and `routine.…`."""
    routine, steps = top.sub("routine", needed=False), top.sub("steps", needed=False)
    names = [key.removeprefix("routine.") for key in ROUTINE_WORDS]
    found = {f"routine.{key}": read_words(routine.sub(key)) for key in routine.names() if key in names}
    routine.end()
    return found | {step_id: read_words(steps.sub(step_id)) for step_id in steps.names()}


def _filled(words: Words, network: str) -> Words:
    def fill(text: str) -> str:
        return text.replace("{network}", network)

    return Words(fill(words.title), fill(words.why), tuple(map(fill, words.how)), fill(words.done_when))
