"""What makes a playbook sound, as rules on the finished value; each breach is a code with its figures.

The reader (`focusplan.playbooks`) finds wrong syntax and types; here stand the bounds and the words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from focusplan.domain.playbook import COVERS, EXTRA_STAGES, GOAL_KINDS, STAGES, GoalSpec, Playbook, Words

CLOSING_MINUTES = 10
STEP_PART = 10
"""The smallest start holds closing the week, answering, one post and this much of a step."""

STEP_MINUTES = (5, 60)
STEPS_A_STAGE = (4, 7)
DEEPEN_STEPS = (3, 5)
HOW_LINES = (2, 5)
TITLE_LENGTH = 60
NAME_LENGTH = 60
TEXT_LENGTH = 220
MOST_WORDS = 79
LEAST_K = 3
MOST_N = 12
ROUTINE_WORDS = ("routine.post", "routine.answer", "routine.watch", "routine.upkeep", "routine.invite")
_NAMES = ("name", "name_short")
CARD_TEXTS = ("name", "name_short", "suits")
NUMBERS = ("posts", "received", "reach", "audience")
CRITICISM = ("arrives", "hide", "report")
ROAD_TEXTS = (
    "asks", "needs", "statistics", *(f"numbers.{key}" for key in NUMBERS),
    *(f"criticism.{key}" for key in CRITICISM),
)  # fmt: skip
MUST_COVER = ("two_step", "recovery")
MOST_TARGET = 1000
BOUNDS = {
    "version": (1, 9999), "start_minutes": (1, 600), "upkeep_minutes": (1, 600), "weeks": (1, 260),
}  # fmt: skip
"""What the numbers of a written road may be; start and upkeep are minutes a week."""
ROUTINE_BOUNDS = {
    "post_minutes": (1, 600), "answer_minutes": (1, 600), "answer_sittings": (1, 7),
    "post_every_weeks": (1, 4), "watch_minutes": (0, 60),
}  # fmt: skip
MOST_CHARACTERS = 1_000_000
MOST_PIXELS = 100_000
_STEP_NAME = re.compile(r"[a-z0-9_-]{1,120}")
_LIMIT_NAME = re.compile(r"[a-z0-9_]{1,60}")
_WEEKLY = re.compile(r"(answer|upkeep|post-\d+)")
"""How the ids of weekly jobs go on after the network's id."""


@dataclass(frozen=True, slots=True)
class RoadFault:
    """A breach: `part` is `road` or a language; `key` names the place in that file; `values` fill the
    sentence that `code` stands for."""

    part: str
    key: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)


def road_faults(
    playbook: Playbook, languages: Collection[str], kinds: Collection[str]
) -> Iterator[RoadFault]:
    """Every breach of this playbook, structure first, then the words language by language."""
    yield from _fit(playbook, kinds)
    yield from _text("road", "name", playbook.name, NAME_LENGTH)
    yield from _numbers(playbook)
    yield from _limits(playbook)
    if playbook.written:
        yield from _steps(playbook)
        yield from _covered(playbook)
        yield from _goals(playbook)
        yield from _start(playbook)
    for language in languages:
        yield from _texts(playbook, language)
        yield from _words(playbook, language)


def word_count(words: Words) -> int:
    """Words of a step as a person reads them: title, why, how and done when together."""
    return len(" ".join((words.title, words.why, *words.how, words.done_when)).split())


def _fit(playbook: Playbook, kinds: Collection[str]) -> Iterator[RoadFault]:
    for kind, value in playbook.fit.items():
        if kind not in kinds:
            yield RoadFault("road", f"fit.{kind}", "unknown_kind", {"kind": kind})
        elif not 0 <= value <= 3:
            yield _range("road", f"fit.{kind}", value, 0, 3)
    for kind in kinds:
        if kind not in playbook.fit:
            yield RoadFault("road", f"fit.{kind}", "missing")


def _numbers(playbook: Playbook) -> Iterator[RoadFault]:
    """Bounds of whole numbers; of a card without a road they may be 0."""
    for key, (least, most) in BOUNDS.items():
        yield from _within(key, getattr(playbook, key), least if playbook.written else 0, most)
    for key, bounds in ROUTINE_BOUNDS.items() if playbook.routine else ():
        yield from _within(f"routine.{key}", getattr(playbook.routine, key), *bounds)


def _limits(playbook: Playbook) -> Iterator[RoadFault]:
    counts = Counter(limit.id for limit in playbook.limits)
    for limit in playbook.limits:
        place = f"limits.{limit.id}"
        if not _LIMIT_NAME.fullmatch(limit.id):
            yield RoadFault("road", place, "step_name")
        if limit.kind == "characters":
            yield from _within(f"{place}.most", limit.most, 1, MOST_CHARACTERS)
        else:
            yield from _within(f"{place}.width", limit.width, 1, MOST_PIXELS)
            yield from _within(f"{place}.height", limit.height, 1, MOST_PIXELS)
    for limit_id, count in counts.items():
        if count > 1:
            yield RoadFault("road", f"limits.{limit_id}", "duplicate_limit")


def _within(key: str, value: int, least: int, most: int) -> Iterator[RoadFault]:
    if not least <= value <= most:
        yield _range("road", key, value, least, most)


def _steps(playbook: Playbook) -> Iterator[RoadFault]:
    counts = Counter(step.id for step in playbook.steps)
    for step_id, count in counts.items():
        if count > 1:
            yield RoadFault("road", step_id, "duplicate_step")
    for step in playbook.steps:
        if not step.id.startswith(f"{playbook.id}-"):
            yield RoadFault("road", step.id, "foreign_step", {"start": f"{playbook.id}-"})
        elif not _STEP_NAME.fullmatch(step.id):
            yield RoadFault("road", step.id, "step_name")
        elif _WEEKLY.fullmatch(step.id.removeprefix(f"{playbook.id}-")):
            yield RoadFault("road", step.id, "weekly_step")
        if not STEP_MINUTES[0] <= step.minutes <= STEP_MINUTES[1]:
            yield _range("road", f"{step.id}.minutes", step.minutes, *STEP_MINUTES)
        if step.stage not in (*STAGES, *EXTRA_STAGES):
            yield RoadFault("road", f"{step.id}.stage", "unknown_stage", {"stage": step.stage})
    for stage in STAGES:
        yield from _stage(playbook, stage, STEPS_A_STAGE)
        if not any(step.required for step in playbook.steps_of(stage)):
            yield RoadFault("road", stage, "none_required")
    yield from _stage(playbook, "deepen", DEEPEN_STEPS)


def _covered(playbook: Playbook) -> Iterator[RoadFault]:
    """Safe access and calm: each by a step of the road, what is vital by a required one."""
    for cover in COVERS:
        steps = [step for step in playbook.steps if step.covers == cover]
        if not steps:
            yield RoadFault("road", f"steps.covers.{cover}", "not_covered", {"cover": cover})
        elif cover in MUST_COVER and not any(step.required for step in steps):
            yield RoadFault("road", steps[0].id, "must_be_required", {"cover": cover})


def _stage(playbook: Playbook, stage: str, bounds: tuple[int, int]) -> Iterator[RoadFault]:
    count = len(playbook.steps_of(stage))
    if not bounds[0] <= count <= bounds[1]:
        yield RoadFault("road", stage, "stage_count", {"count": count, "least": bounds[0], "most": bounds[1]})


def _goals(playbook: Playbook) -> Iterator[RoadFault]:
    for goal_id in GOAL_KINDS:
        if playbook.goal(goal_id) is None:
            yield RoadFault("road", f"goals.{goal_id}", "missing")
    for goal in playbook.goals:
        yield from _goal(goal)


def _goal(goal: GoalSpec) -> Iterator[RoadFault]:
    place = f"goals.{goal.id}"
    outcome = goal.kind == "outcome"
    if not LEAST_K <= goal.n <= MOST_N:
        yield _range("road", f"{place}.n", goal.n, LEAST_K, MOST_N)
    if (goal.k is None) is not outcome:
        yield RoadFault("road", f"{place}.k", "unwanted" if outcome else "missing")
    elif goal.k is not None and not LEAST_K <= goal.k <= goal.n:
        yield _range("road", f"{place}.k", goal.k, LEAST_K, goal.n)
    if goal.default is None:
        if not outcome:
            yield RoadFault("road", f"{place}.default", "missing")
    elif not goal.least <= goal.default <= goal.most:
        yield _range("road", f"{place}.default", goal.default, goal.least, goal.most)
    yield from _within(f"{place}.most", goal.most, 1, MOST_TARGET)
    if not 1 <= goal.least <= goal.most:
        yield _range("road", f"{place}.least", goal.least, 1, goal.most)


def _start(playbook: Playbook) -> Iterator[RoadFault]:
    if playbook.routine is None:
        yield RoadFault("road", "routine", "missing")
        return
    least = CLOSING_MINUTES + playbook.routine.answer_minutes + playbook.routine.post_minutes + STEP_PART
    if playbook.start_minutes < least:
        values = {"value": playbook.start_minutes, "least": least}
        yield RoadFault("road", "start_minutes", "start_too_small", values)


def _texts(playbook: Playbook, language: str) -> Iterator[RoadFault]:
    texts = playbook.texts.get(language, {})
    fits = [f"fit.{kind}" for kind in playbook.fit]
    limits = [f"limit.{limit.id}" for limit in playbook.limits]
    wanted = [*CARD_TEXTS, *fits, *limits, *(ROAD_TEXTS if playbook.written else ())]
    yield from _same_keys(language, wanted, texts)
    for key, text in texts.items():
        yield from _text(language, key, text, NAME_LENGTH if key in _NAMES else TEXT_LENGTH)


def _words(playbook: Playbook, language: str) -> Iterator[RoadFault]:
    words = playbook.words.get(language, {})
    wanted = [step.id for step in playbook.steps]
    yield from _same_keys(language, [*wanted, *ROUTINE_WORDS] if playbook.written else wanted, words)
    for key, one in words.items():
        yield from _step_words(language, key, one, full=not key.startswith("routine."))


def _same_keys(language: str, wanted: Collection[str], found: Mapping[str, object]) -> Iterator[RoadFault]:
    for key in wanted:
        if key not in found:
            yield RoadFault(language, key, "no_words")
    for key in found:
        if key not in wanted:
            yield RoadFault(language, key, "unknown_words")


def _step_words(language: str, key: str, words: Words, *, full: bool) -> Iterator[RoadFault]:
    """`full`: a step, which needs every part; routine jobs need a title and a why only."""
    yield from _text(language, f"{key}.title", words.title, TITLE_LENGTH)
    yield from _text(language, f"{key}.why", words.why, TEXT_LENGTH)
    for number, line in enumerate(words.how, start=1):
        yield from _text(language, f"{key}.how.{number}", line, TEXT_LENGTH)
    if full:
        yield from _text(language, f"{key}.done_when", words.done_when, TEXT_LENGTH)
        if not HOW_LINES[0] <= len(words.how) <= HOW_LINES[1]:
            values = {"count": len(words.how), "least": HOW_LINES[0], "most": HOW_LINES[1]}
            yield RoadFault(language, f"{key}.how", "how_lines", values)
    if word_count(words) > MOST_WORDS:
        yield RoadFault(language, key, "too_many_words", {"count": word_count(words), "most": MOST_WORDS})


_NO_LETTERS = ("Cc", "Zl", "Zp")
"""Unicode's control characters and line breaks."""


def _text(language: str, key: str, text: str, most: int) -> Iterator[RoadFault]:
    if not text.strip():
        yield RoadFault(language, key, "empty")
    elif any(unicodedata.category(letter) in _NO_LETTERS for letter in text):
        yield RoadFault(language, key, "control")
    elif len(text) > most:
        yield RoadFault(language, key, "too_long", {"count": len(text), "most": most})


def _range(part: str, key: str, value: int, least: int, most: int) -> RoadFault:
    return RoadFault(part, key, "out_of_range", {"value": value, "least": least, "most": most})
