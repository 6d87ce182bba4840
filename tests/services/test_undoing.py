"""Undo and redo: what the owner did is taken back row by row, also after a restart, by the same rules."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focusplan.domain.deeds import MOST, PLACED
from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.weekclaims import GONE
from focusplan.domain.weeks import Week
from focusplan.services.changes import Topic
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY, make_profile

TABLES = ("item", "evidence", "idea", "time_entry", "step", "adoption", "note", "business", "boundaries")


def rows(workspace: Workspace) -> dict[str, list[Any]]:
    """Everything that can be undone, as it stands in the file. Where planning puts what nobody has touched
    is no deed; a job of one's own that was let go again counts as not there, since its number was given."""
    found: dict[str, list[Any]] = {}
    with closing(sqlite3.connect(workspace.home / "plan.db")) as connection:
        connection.row_factory = sqlite3.Row
        for table in TABLES:
            read = [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
            found[table] = [row for row in (_plain(table, one) for one in read) if row is not None]
    return found


def _plain(table: str, row: dict[str, Any]) -> dict[str, Any] | None:
    if table == "note" and row["key"].startswith(("undo.", "redo.")):
        return None
    left = {"made_on"}
    if table == "item":
        if row["kind"] == "own" and row["dropped"] or row["note"] == GONE:
            return None
        if not row["done"] and not row["by_hand"]:
            left |= PLACED - {"by_hand"}
            if not row["dropped"] and not row["title"] and not row["person"]:
                return None
    return {key: value for key, value in row.items() if key not in left}


def do(workspace: Workspace, action: tuple[str, int, int]) -> None:
    """One deed out of every kind there is; what a rule refuses does nothing."""
    what, pick, amount = action
    week, networks = workspace.week, workspace.networks
    present = Week.of(workspace.today)
    ideas = [idea.id for idea in week.ideas()]
    verbs = {
        "tick": lambda: week.tick(None, pick, minutes=amount if amount % 2 else None),
        "ticks": lambda: week.tick_many(None, [pick, pick + 1]),
        "untick": lambda: week.untick(None, [pick]),
        "minutes": lambda: week.set_minutes(None, pick, amount),
        "paper": lambda: week.paper(f"{pick} / 2:{amount:02} / p{amount} e2"),
        "move": lambda: week.move(None, pick, present.days[amount % 7]),
        "put_off": lambda: week.put_off(None, pick),
        "drop": lambda: week.drop(None, pick),
        "shorten": lambda: week.shorten(None, pick, amount),
        "split": lambda: week.split(None, pick),
        "came_up": lambda: week.came_up("A gift basket", amount + 1, done=bool(pick % 2)),
        "result": lambda: week.add_result(1 if amount % 3 else -1),
        "record": lambda: week.record("instagram", present - pick % 3, {"posts": amount, "reach": None}),
        "time": lambda: week.log_time("facebook", amount + 1),
        "idea": lambda: week.add_idea(f"An idea {amount}"),
        "idea_remove": lambda: week.remove_idea(ideas[pick % len(ideas)]) if ideas else None,
        "sentence": lambda: week.write_when_then(f"When it is {amount}, I sit down."),
        "later": lambda: networks.later(("tiktok", "facebook")[pick % 2], note=f"note {amount}"),
        "not_later": lambda: networks.later(("tiktok", "facebook")[pick % 2], remove=True),
        "step": lambda: networks.step_done(_step(workspace, pick), minutes=amount),
        "step_undo": lambda: networks.step_undo(_step(workspace, pick)),
        "business": lambda: workspace.business.change({"name": f"Bakery {amount}", "country": ("SE", "FR")[pick % 2]}),
        "hours": lambda: workspace.business.change(
            {"budget_minutes": str(60 + amount), "hours.tuesday": "09:00-11:00", "hour_value": "20"}),
        "holiday": lambda: workspace.business.work_on_holidays(bool(amount % 2)),
        "answer": lambda: workspace.readiness.answer("say", {f"say.{1 + pick % 3}": f"Bread {amount}"}),
        "quote": lambda: workspace.readiness.answer("pay", {"pay": "yes", "quote": str(amount)}),
        "way": lambda: workspace.readiness.choose(("minimal", "learn", "start")[pick % 3]),
        "still_true": lambda: workspace.readiness.still_true("yes", f"It is {amount}"),
        "not_now": workspace.readiness.not_now,
    }  # fmt: skip
    try:
        verbs[what]()
    except (Refused, WrongUse) as refused:
        assert refused.code != "schema_rule", refused.values


def _step(workspace: Workspace, pick: int) -> str:
    steps = workspace.networks.run("google_business").steps
    return steps[pick % 6].id


KINDS = ("tick", "ticks", "untick", "minutes", "paper", "move", "put_off", "drop", "shorten", "split", "came_up",
         "result", "record", "time", "idea", "idea_remove", "sentence", "later", "not_later", "step", "step_undo", "business", "hours",
         "holiday", "answer", "quote", "way", "still_true", "not_now")
actions = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(1, 9), st.integers(0, 40)), min_size=1, max_size=14
)


def undo_all(workspace: Workspace) -> int:
    count = 0
    while workspace.undoing.view().undo:
        workspace.undoing.undo()
        count += 1
    return count


@settings(max_examples=30)
@given(actions=actions, days=st.integers(0, 3))
def test_undo_all_is_the_plan_before_and_redo_all_the_plan_after(actions, days):
    with tempfile.TemporaryDirectory() as home:
        workspace = Workspace(Path(home) / "plan", today=MONDAY)
        workspace.start.new(make_profile(), practice=True)
        workspace.week.view()
        workspace.travel(MONDAY + timedelta(days=2))
        workspace.week.view()
        before = rows(workspace)
        for action in actions:
            do(workspace, action)
        after = rows(workspace)
        workspace.travel(MONDAY + timedelta(days=2 + days % 2))
        count = undo_all(workspace)
        undone = rows(workspace)
        for table in TABLES:
            assert undone[table] == before[table], table
        for _each in range(count):
            workspace.undoing.redo()
        assert not workspace.undoing.view().redo
        assert rows(workspace) == after
        workspace.close()


# ---------------------------------------------------------------- one by one


def test_it_is_said_what_will_be_undone_also_after_a_restart(workspace):
    job = workspace.week.view().items[0]
    assert (workspace.undoing.view().undo, workspace.undoing.view().redo) == ("", "")
    workspace.week.tick(None, job.number)
    assert workspace.undoing.view().undo == f"tick of {job.title}"
    workspace.close()
    again = Workspace(workspace.home, today=MONDAY)
    assert again.undoing.undo() == f"tick of {job.title}"
    assert not again.week.view().items[0].done
    assert again.undoing.view().redo == f"tick of {job.title}"
    again.close()


def test_a_new_deed_forgets_what_could_be_done_again(workspace):
    workspace.week.add_idea("Bread at dawn")
    workspace.undoing.undo()
    workspace.week.add_result()
    with pytest.raises(Refused) as refused:
        workspace.undoing.redo()
    assert refused.value.code == "nothing_to_redo"
    assert workspace.undoing.view().undo == "one more result"


def test_a_figure_typed_over_another_comes_back_as_it_was(workspace):
    workspace.week.record("google_business", None, {"posts": 2, "received": 3})
    workspace.week.record("google_business", None, {"posts": 5})
    workspace.undoing.undo()
    workspace.undoing.undo()
    workspace.undoing.redo()
    held = workspace.week.record("google_business", None, {})
    assert (held.posts, held.received) == (2, 3)


def test_figures_of_a_week_that_has_closed_stay_and_the_deed_before_is_next(workspace):
    workspace.week.add_idea("Bread at dawn")
    workspace.week.record("google_business", None, {"posts": 2})
    workspace.travel(MONDAY + timedelta(days=30))
    with pytest.raises(Refused) as refused:
        workspace.undoing.undo()
    assert refused.value.code == "undo_closed"
    assert "Google" in refused.value.values["deed"]
    assert workspace.undoing.undo() == "a new idea: Bread at dawn"
    assert workspace.week.ideas() == ()


def test_what_was_changed_elsewhere_since_stays(workspace):
    idea = workspace.week.add_idea("Bread at dawn")
    with closing(sqlite3.connect(workspace.home / "plan.db")) as other:
        other.execute("UPDATE idea SET text='Bread at noon' WHERE id=?", (idea.id,))
        other.commit()
    with pytest.raises(Refused) as refused:
        workspace.undoing.undo()
    assert refused.value.code == "undo_changed"
    assert workspace.undoing.view().undo == ""
    assert [one.text for one in workspace.week.ideas()] == ["Bread at noon"]


def test_starts_pauses_and_reviews_are_no_deeds_to_undo(workspace):
    workspace.week.view()
    present = Week.of(MONDAY)
    workspace.networks.pause(present + 1, present + 1)
    workspace.networks.retire("google_business", "No time.", "Mornings work.")
    workspace.networks.park("facebook", 10)
    assert workspace.undoing.view().undo == ""


def test_a_network_put_on_the_later_list_and_started_since_stays(workspace):
    workspace.networks.later("facebook", note="for the summer")
    workspace.networks.park("facebook", 10)
    with pytest.raises(Refused):
        workspace.undoing.undo()
    assert next(card for card in workspace.networks.cards() if card.id == "facebook").state == "parked"


def test_what_was_let_go_by_mistake_pushes_out_what_took_its_room(workspace):
    before = workspace.week.view()
    job = next(one for one in before.items if one.can_drop)
    workspace.week.drop(None, job.number)
    workspace.week.view()
    workspace.undoing.undo()
    after = workspace.week.view()
    assert [(one.number, one.day) for one in after.items] == [(one.number, one.day) for one in before.items]


def test_what_was_said_about_the_business_comes_back_also_after_a_restart_and_with_its_holidays(workspace):
    days = [one.day for one in workspace.business.holidays()]
    workspace.business.change({"country": "SE", "name": "Bageri"})
    assert [one.day for one in workspace.business.holidays()] != days
    workspace.close()
    again = Workspace(workspace.home, today=MONDAY)
    heard = []
    again.on_change(heard.append)
    assert again.undoing.view().undo == "what you said about your business"
    again.undoing.undo()
    assert (again.business.business().name, again.business.business().country) == ("Corner Bakery", "GB")
    assert [one.day for one in again.business.holidays()] == days
    assert heard[-1] == Topic.ALL
    again.undoing.redo()
    assert again.business.business().country == "SE"
    again.close()


def test_only_what_was_changed_goes_back(workspace):
    workspace.business.change({"budget_minutes": "90", "hour_value": "20"})
    workspace.business.change({"result_word": "booking"})
    workspace.business.change({"language": "sv"})
    workspace.undoing.undo()
    assert workspace.business.business().language == "sv"
    assert workspace.business.boundaries().budget == 90
    workspace.undoing.undo()
    assert workspace.business.boundaries().budget == 120
    assert str(workspace.business.business().hour_value) == "30.00"


def test_an_answer_before_the_first_post_is_named_and_taken_back_with_its_idea(workspace):
    workspace.readiness.answer("say", {"say.1": "Rye from one field"})
    workspace.readiness.choose("minimal")
    assert workspace.undoing.undo() == "the way you go"
    assert workspace.readiness.view().chosen == "start"
    assert workspace.undoing.undo() == "your answer: What you can say"
    assert workspace.week.ideas() == ()
    workspace.undoing.redo()
    assert [one.text for one in workspace.week.ideas()] == ["Rye from one field"]


def test_only_so_many_deeds_are_remembered(workspace):
    for number in range(MOST + 3):
        workspace.week.add_idea(f"Idea {number}")
    assert undo_all(workspace) == MOST
    assert [one.text for one in workspace.week.ideas()] == ["Idea 0", "Idea 1", "Idea 2"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_deed_has_words_of_its_own(workspace, kind):
    workspace.week.view()
    for first in ("tick", "step", "idea", "later"):
        do(workspace, (first, 3, 5))
    do(workspace, (kind, 3, 5))
    said = workspace.undoing.view().undo
    assert said and said != "the last change" and "{" not in said
