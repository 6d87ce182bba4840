"""Every refusal has its sentence, whoever raises it."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from focusplan import i18n
from focusplan.domain import errors
from focusplan.domain.errors import (
    BadFile,
    CannotStore,
    DamagedPlan,
    InUse,
    NewerPlan,
    NoPlan,
    Refused,
    WrongUse,
)
from focusplan.domain.gate import GateClosed, Verdict
from focusplan.domain.soundness import PARTS
from focusplan.domain.weeks import Week
from focusplan.refusals import SENTENCES, WAYS, WAYS_BY_CODE
from focusplan.words import sentence, shown, state_word, ways

PACKAGE = Path(errors.__file__).resolve().parents[1]
KINDS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}
FAULT = "ProfileFault"
MAKERS = {"_stumble", "bad"}
"""Functions that are given a code and make the error."""
FAMILIES = {
    "gate_": ("active", "mastered", "beside"),
    "export_fault_": ("record", "mastery", "start", "goals", "jobs"),
    "export_part_": PARTS,
}
"""Codes put together from a state, or from what does not fit in a plan's document. (Two networks at once are
found before the faults are.)"""


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        yield file, ast.parse(file.read_text(encoding="utf-8"))


def texts(node: ast.expr) -> Iterator[str]:
    """The codes an expression can be: a text, one of two, or a family."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        start = node.values[0]
        assert isinstance(start, ast.Constant), ast.unparse(node)
        yield from (start.value + end for end in FAMILIES.get(start.value, ()))


def name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def raised() -> dict[str, str]:
    """Every code with a file that raises it."""
    found: dict[str, str] = {}
    for file, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                name = name_of(node.func)
                if name in KINDS | MAKERS:
                    found |= dict.fromkeys(texts(node.args[0]), file.name)
                if name == FAULT:
                    found |= {f"profile_{code}": file.name for code in texts(node.args[1])}
            if isinstance(node, ast.Tuple) and any(name_of(part) in KINDS for part in node.elts):
                last = node.elts[-1]
                if isinstance(last, ast.Constant) and isinstance(last.value, str):
                    found[last.value] = file.name
    return found


def test_the_search_finds_the_codes_it_is_for():
    codes = raised()
    for code in ("no_plan", "gate_active", "profile_key_missing", "line_twice", "plan_moved", "take_back_most"):
        assert code in codes
    assert len(codes) > 100


def test_every_code_that_is_raised_has_a_sentence():
    missing = {code: file for code, file in raised().items() if code not in SENTENCES}
    assert not missing, f"no sentence in focusplan/refusals.py for {missing}"


def test_no_sentence_is_left_over():
    known = {*raised(), "gate_closed", "playbook"}
    assert not sorted(set(SENTENCES) - known)


def test_ways_belong_to_codes_and_ways_that_exist():
    assert set(WAYS_BY_CODE) <= set(SENTENCES)
    offered = (PACKAGE / "services" / "roads" / "gateviews.py").read_text(encoding="utf-8")
    assert set(re.findall(r'^        "(\w+)": \(_\(', offered, re.MULTILINE)) == set(WAYS)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_filled_and_ends_as_one(code):
    fields = {name for _text, name, _form, _conversion in string.Formatter().parse(SENTENCES[code]) if name}
    said = sentence(Refused(code, **dict.fromkeys(fields, "VALUE")))
    assert "{" not in said and "…" not in said
    assert said[-1] in ".:?" or said.endswith(("VALUE", "week.pdf"))
    if fields:
        assert "VALUE" in said


def test_values_are_shown_as_people_write_them():
    assert sentence(Refused("week_closed", week=Week.parse("2026-W48"))).startswith("Week 48 of 2026 is closed")
    assert "Monday 23 November" in sentence(Refused("day_past", day=date(2026, 11, 23)))
    assert "Google Business Profile" in sentence(Refused("gate_active", network="google_business"))
    assert "E-mail newsletter" in sentence(Refused("not_active", network="newsletter"))
    assert "“" not in sentence(WrongUse("not_choice", argument="X", value="y", choices=("a", "b")))
    assert "a, b" in sentence(WrongUse("not_choice", argument="X", value="y", choices=("a", "b")))
    assert shown(1234) == "1,234"
    moved = sentence(Refused("move_not_allowed", network="x", state="mastered", wanted="parked"))
    assert "running well" in moved and "kept as it is" in moved
    assert "Set up" in sentence(Refused("stage_not_open", stage="set_up"))


def test_typed_text_is_never_read_as_a_pattern():
    assert "{week} %s <b>" in sentence(WrongUse("not_pair", value="{week} %s <b>"))


def test_a_missing_value_leaves_a_gap_and_an_unknown_code_a_plain_answer():
    assert "…" in sentence(Refused("not_active"))
    assert sentence(Refused("unheard_of")) == "That can’t be done. Nothing was changed."
    assert ways(Refused("unheard_of")) == []


def test_a_file_is_named_before_its_key():
    said = sentence(BadFile("profile_key_missing", file="bakery.toml", key="name"))
    assert said == "bakery.toml: name is missing."
    assert sentence(WrongUse("profile_key_missing", key="name")) == "name is missing."


@pytest.mark.parametrize("kind", [NoPlan, DamagedPlan, NewerPlan, InUse, CannotStore])
def test_each_kind_of_trouble_has_a_way_forward(kind):
    assert ways(kind("disk_error"))


def test_a_closed_gate_names_its_ways():
    error = GateClosed(Verdict("facebook", (), ("do_steps", "wait")))
    assert sentence(error) == "Facebook can’t be started yet."
    assert ways(error) == ["Do the next job", "Wait"]


def test_states_are_named_as_on_screen():
    assert state_word("parked") == "kept as it is"
    assert state_word("unknown") == "unknown"


def test_a_way_named_by_code_comes_before_that_of_its_kind():
    assert ways(CannotStore("disk_full")) == ["Make room on the disk, then do it again."]


def test_nothing_shames():
    words = re.compile(r"\b(streak|failed|lost|broken|behind|lazy)\b", re.IGNORECASE)
    texts_shown = [*SENTENCES.values(), *WAYS.values(), *(way for each in WAYS_BY_CODE.values() for way in each)]
    assert not [text for text in texts_shown if words.search(text)]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_sentences_can_be_said_in_every_language(language):
    i18n.use(language)
    for code, said in SENTENCES.items():
        fields = {name for _text, name, _form, _conversion in string.Formatter().parse(said) if name}
        assert "{" not in sentence(Refused(code, **dict.fromkeys(fields, "VALUE")))
