"""The list of ideas and what belongs to a post."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from focusplan import demo
from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.evidence import Evidence
from focusplan.domain.weeks import Week
from focusplan.workspace import Workspace

TODAY = date(2026, 11, 23)


def texts(workspace):
    return [idea.text for idea in workspace.ideas.view().waiting]


@pytest.fixture
def three(workspace):
    return [workspace.ideas.add(text).id for text in ("Bread", "Cake", "Tea")]


def test_ideas_are_said_differently_moved_and_taken_off(workspace, three):
    workspace.ideas.edit(three[1], "  A  cake ")
    place = workspace.ideas.move(three[2], -1)
    assert texts(workspace) == ["Bread", "Tea", "A cake"] and place == three[1]
    assert workspace.ideas.move(three[0], -1) == three[0]
    workspace.ideas.remove(three[0])
    assert texts(workspace) == ["Tea", "A cake"]
    for _each in range(3):
        workspace.undoing.undo()
    assert texts(workspace) == ["Bread", "Cake", "Tea"]


@pytest.mark.parametrize(("text", "code"), [("  ", "title_empty"), ("x" * 4001, "title_long")])
def test_an_idea_is_one_line_of_some_length(workspace, three, text, code):
    with pytest.raises(WrongUse) as wrong:
        workspace.ideas.edit(three[0], text)
    assert wrong.value.code == code


def test_an_idea_that_is_gone_is_said(workspace, three):
    workspace.ideas.remove(three[0])
    with pytest.raises(Refused) as refused:
        workspace.ideas.move(three[0], 1)
    assert refused.value.code == "no_such_idea"


# ---------------------------------------------------------------- posts


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A lived-in plan with a network that runs well and one that is posted to, made once."""
    home = tmp_path_factory.mktemp("posting") / "plan"
    demo.make(home, TODAY, weeks=24, language="en").close()
    return home


@pytest.fixture
def posting(made, tmp_path):
    shutil.copytree(made, tmp_path / "posting")
    workspace = Workspace(tmp_path / "posting", today=TODAY)
    yield workspace
    workspace.close()


def a_post(workspace, done=False):
    return next(job for job in workspace.week.view().items if job.kind == "post" and job.done == done)


def test_a_used_idea_says_when(posting):
    posting.ideas.add("The very next one")
    job = a_post(posting)
    posting.week.tick(None, job.number)
    assert posting.ideas.view().used[0].used_on == posting.today


def test_someone_elses_post_is_a_kind_of_post(posting):
    job = a_post(posting)
    posting.ideas.share(None, job.number, True)
    posting.week.view()
    shared = next(one for one in posting.week.view().items if one.number == job.number)
    assert shared.shared and "someone else" in shared.title and shared.how != job.how
    before = posting.undoing.view().undo
    assert before == "whose post it is"
    day = next(one.day for one in posting.week.view().days if one.day >= posting.today and one.room)
    try:
        posting.week.move(None, job.number, day)
    except Refused:
        posting.week.put_off(None, job.number)
    assert next(one for one in posting.week.view().items if one.number == job.number).shared
    posting.ideas.share(None, job.number, False)
    assert next(one for one in posting.week.view().items if one.number == job.number).title == job.title


def test_the_two_ticks_before_posting_are_kept_and_not_asked_for(posting):
    job = a_post(posting)
    posting.ideas.check(None, job.number, "own", True)
    posting.ideas.check(None, job.number, "gain", True)
    assert a_post(posting).checks == ("gain", "own")
    posting.ideas.check(None, job.number, "own", False)
    assert a_post(posting).checks == ("gain",)
    with pytest.raises(WrongUse):
        posting.ideas.check(None, job.number, "fun", True)


def test_a_post_also_used_counts_for_the_upkeep_there_with_five_minutes(posting):
    job = a_post(posting)
    posting.week.tick(None, job.number)
    posting.week.view()
    done = next(one for one in posting.week.view().items if one.number == job.number)
    network, _name, used = done.also[0]
    assert not used
    minutes, before = posting.week.view().minutes_done, posts(posting, network)
    posting.ideas.also_used(None, job.number, network)
    assert posts(posting, network) == before + 1
    assert posting.week.view().minutes_done == minutes + 5
    with pytest.raises(Refused) as refused:
        posting.ideas.also_used(None, job.number, network)
    assert refused.value.code == "also_used_already"
    posting.undoing.undo()
    assert posting.week.view().minutes_done == minutes
    assert next(one for one in posting.week.view().items if one.number == job.number).also[0][2] is False


def posts(workspace, network):
    with workspace._context.read() as work:
        row = work.one(Evidence, network=network, week=Week.of(workspace.today), late=False)
        ticks = work.ticks().get((network, Week.of(workspace.today)))
    return row.posts if row and row.posts is not None else ticks.posts if ticks else 0


def test_only_ticked_posts_and_networks_that_run_well(posting):
    job = a_post(posting)
    with pytest.raises(Refused) as refused:
        posting.ideas.also_used(None, job.number, "google_business")
    assert refused.value.code == "job_not_done"
    posting.week.tick(None, job.number)
    with pytest.raises(Refused) as refused:
        posting.ideas.also_used(None, job.number, "tiktok")
    assert refused.value.code == "not_mastered"
    other = next(one for one in posting.week.view().items if one.kind != "post")
    with pytest.raises(Refused) as refused:
        posting.ideas.share(None, other.number, True)
    assert refused.value.code == "not_a_post"
