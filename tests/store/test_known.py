"""What was read once is not read again, and yet never shown when it is no longer so."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from focusplan.domain.errors import Refused
from focusplan.domain.pauses import Pause
from focusplan.domain.plan import Idea, Note
from focusplan.domain.weeks import Week
from focusplan.store.known import MOST_ANSWERS, Known
from focusplan.store.store import Store
from tests.store.plans import MONDAY, new_plan, noon

NOW = noon(MONDAY)
WEEK = Week.of(MONDAY)
DAY = timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Any:
    made = new_plan(tmp_path / "plan")
    yield made
    made.close()


@pytest.fixture
def said(store: Store) -> list[str]:
    """The questions the file was asked since."""
    heard: list[str] = []
    with store.read(NOW) as work:
        work._driver.set_trace_callback(lambda told: heard.append(told) if "SELECT" in told else None)
    return heard


def notes(store: Store) -> dict[str, str]:
    with store.read(NOW) as work:
        return {note.key: note.text for note in work.all(Note)}


def test_the_same_question_is_read_once(store: Store, said: list[str]) -> None:
    for _time in range(3):
        with store.read(NOW) as work:
            assert work.all(Note) == []
            assert work.one(Note, key="a") is None
            assert work.notes("a") == []
            assert work.ticks() == {}
    assert len(said) == 4


def test_questions_of_other_values_are_other_questions(store: Store) -> None:
    with store.begin(NOW) as work:
        for text, used in (("a", MONDAY), ("b", None), ("c", MONDAY + DAY)):
            work.add(Idea(0, text, used))
    for _time in range(2):
        with store.read(NOW) as work:
            assert [one.text for one in work.all(Idea, used_on=MONDAY)] == ["a"]
            assert [one.text for one in work.all(Idea, used_on=None)] == ["b"]
            assert [one.text for one in work.all(Idea, used_on=None, text="c")] == []
            assert [one.text for one in work.between(Idea, "used_on", MONDAY, MONDAY + DAY)] == ["a", "c"]
            assert work.between(Idea, "used_on", MONDAY + DAY * 2, MONDAY + DAY * 9) == []
            assert work.one(Idea, text="z") is None


def test_what_was_answered_can_be_changed_by_who_asked_without_harm(store: Store) -> None:
    with store.begin(NOW) as work:
        work.add(Note("a", "1"))
    with store.read(NOW) as work:
        work.all(Note).clear()
        with pytest.raises(TypeError):
            work.ticks()["x"] = None  # type: ignore[index]
    with store.read(NOW) as work:
        assert len(work.all(Note)) == 1
        assert work.ticks() == {}


def test_a_change_of_our_own_is_seen_at_once_and_by_the_next(store: Store) -> None:
    assert notes(store) == {}
    with store.begin(NOW) as work:
        assert work.all(Note) == []
        work.put(Note("a", "1"))
        assert [note.text for note in work.all(Note)] == ["1"]
        work.put(Note("a", "2"))
        assert [note.text for note in work.all(Note)] == ["2"]
    assert notes(store) == {"a": "2"}
    with store.begin(NOW) as work:
        work.remove(Note("a", "2"))
    assert notes(store) == {}
    with store.begin(NOW) as work:
        work.put_all([Note("b", "3")], Note)
    assert notes(store) == {"b": "3"}
    with store.begin(NOW) as work:
        work.lay("note", {"key": "b"}, "put", {"key": "b", "text": "4"})
    assert notes(store) == {"b": "4"}


def test_tables_that_were_not_written_are_not_read_again(store: Store, said: list[str]) -> None:
    with store.read(NOW) as work:
        work.all(Pause)
    with store.begin(NOW) as work:
        work.put(Note("a", "1"))
    said.clear()
    with store.read(NOW) as work:
        work.all(Pause)
        work.all(Note)
    assert [told.split("FROM ")[1].split()[0] for told in said] == ['"note"']


def test_what_is_taken_back_was_never_known(store: Store) -> None:
    assert notes(store) == {}

    class Stop(Exception):
        pass

    with pytest.raises(Stop), store.begin(NOW) as work:
        work.put(Note("a", "1"))
        assert len(work.all(Note)) == 1
        raise Stop
    assert notes(store) == {}


def test_what_is_refused_leaves_what_was_known(store: Store) -> None:
    with store.begin(NOW) as work:
        work.add(Pause(WEEK, False, MONDAY))
    with pytest.raises(Refused), store.begin(NOW) as work:
        work.put(Note("a", "1"))
        work.remove(Pause(WEEK, False, MONDAY))
    with store.read(NOW) as work:
        assert [one.week for one in work.all(Pause)] == [WEEK]
    assert notes(store) == {}


def test_a_change_by_another_program_is_seen(store: Store) -> None:
    assert notes(store) == {}
    with closing(sqlite3.connect(store.path)) as other:
        with other:
            other.execute("INSERT INTO note VALUES ('a', '1')")
        assert notes(store) == {"a": "1"}
        with other:
            other.execute("UPDATE note SET text='2'")
        assert notes(store) == {"a": "2"}


def test_rules_that_are_not_ours_may_write_along(store: Store) -> None:
    """A trigger of somebody else's writes to a table that our own unit never named."""
    assert notes(store) == {}
    with closing(sqlite3.connect(store.path)) as other, other:
        other.execute(
            "CREATE TRIGGER strange AFTER INSERT ON idea BEGIN INSERT INTO note VALUES ('x', '1'); END"
        )
    assert notes(store) == {}
    with store.begin(NOW) as work:
        work.lay("idea", {"id": 1}, "add", {"id": 1, "text": "t", "used_on": None})
    assert notes(store) == {"x": "1"}


def test_another_file_in_its_place_is_read_anew(store: Store, tmp_path: Path) -> None:
    with store.begin(NOW) as work:
        work.put(Note("a", "1"))
    assert notes(store) == {"a": "1"}
    store.close()
    with closing(sqlite3.connect(store.path)) as other, other:
        other.execute("DELETE FROM note")
    assert notes(store) == {}


def test_only_so_much_is_kept() -> None:
    known = Known()
    for number in range(MOST_ANSWERS + 5):
        known.keep("note", number, (number,), 1)
    assert known.get("note", 0) is None
    assert known.get("note", MOST_ANSWERS + 4) == (MOST_ANSWERS + 4,)
    known.keep("note", "long", (1,), 10**6)
    assert known.get("note", "long") is None
