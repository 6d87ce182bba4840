"""What a network is, in every language, and the owner's own figures for its limits."""

from __future__ import annotations

import pytest

from focusplan import i18n
from focusplan.domain.errors import FocusPlanError, Refused, WrongUse
from focusplan.domain.playbook import NETWORKS
from tests.playbooks.own import OWN, make_own


def limit(workspace, network="instagram", name="bio"):
    return next(one for one in workspace.networks.about(network).limits if one.id == name)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("network", NETWORKS)
def test_every_network_says_what_it_is(workspace, network, language):
    workspace.speak(language)
    view = workspace.networks.about(network)
    assert view.network == network and view.name
    assert all((view.suits, view.asks, view.needs, view.statistics, view.road)), view
    assert len(view.numbers) == 4 and len(view.comments) == 3
    assert view.limits and all(one.text != one.id and one.line and one.value == one.ours for one in view.limits)


def test_a_correction_is_kept_with_its_day_and_put_back(workspace):
    made = workspace.networks.correct_limit("instagram", "caption", "2,400")
    assert (made.value, made.ours, made.own) == ("2,400", "2,200", True)
    assert made.line == "your own figure, since 23 November 2026; ours is 2,200"
    assert limit(workspace, name="caption") == made
    assert workspace.business.note("limit.instagram.caption") == "2400"
    assert workspace.business.note("limit.instagram.caption.day") == "2026-11-23"
    assert workspace.networks.put_limit_back("instagram", "caption").own is False
    assert workspace.networks.put_limit_back("instagram", "caption") == limit(workspace, name="caption")
    assert workspace.business.note("limit.instagram.caption") == ""


def test_our_own_figure_typed_again_is_no_correction(workspace):
    workspace.networks.correct_limit("instagram", "bio", "200")
    assert not workspace.networks.correct_limit("instagram", "bio", "150").own
    assert workspace.business.note("limit.instagram.bio.day") == ""


@pytest.mark.parametrize("typed", ["1080x1440", "1080 X 1440", " 1080 × 1440 ", "1080*1440"])
def test_sizes_as_people_write_them(workspace, typed):
    assert workspace.networks.correct_limit("instagram", "post", typed).value == "1080 × 1440"


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("bio", "", "limit_characters"),
        ("bio", "a few", "limit_characters"),
        ("bio", "0", "limit_characters"),
        ("bio", "12x12", "limit_characters"),
        ("bio", "9999999", "limit_characters"),
        ("post", "1080", "limit_pixels"),
        ("post", "1080x", "limit_pixels"),
        ("post", "1x2x3", "limit_pixels"),
    ],
)
def test_what_is_no_limit_is_refused_and_nothing_changes(workspace, name, typed, code):
    with pytest.raises(WrongUse) as refused:
        workspace.networks.correct_limit("instagram", name, typed)
    assert refused.value.code == code
    assert not limit(workspace, name=name).own


def test_limits_and_networks_there_are_not(workspace):
    for deed in (
        lambda: workspace.networks.correct_limit("instagram", "soul", "1"),
        lambda: workspace.networks.put_limit_back("instagram", "soul"),
        lambda: workspace.networks.about("myspace"),
        lambda: workspace.networks.correct_limit("myspace", "bio", "1"),
    ):
        with pytest.raises(Refused):
            deed()


def test_what_another_hand_wrote_is_passed_over(workspace):
    workspace.business.write_note("limit.instagram.bio", "a few")
    assert limit(workspace).value == "150"
    workspace.business.write_note("limit.instagram.bio", "200")
    workspace.business.write_note("limit.instagram.bio.day", "soon")
    assert limit(workspace).line == "your own figure; ours is 150"


def test_closing_the_week_says_where_a_number_stands(workspace):
    for step in workspace.networks.run("google_business").steps:
        try:
            workspace.networks.step_done(step.id)
        except FocusPlanError:
            continue
    workspace.travel(workspace.today.replace(day=27))
    numbers = {one.figure: one for one in workspace.review.view().numbers[0].rows[0].figures}
    texts = dict(zip(("posts", "received"), workspace.networks.about("google_business").numbers, strict=False))
    for figure, (_label, text) in texts.items():
        assert numbers[figure].hint[1:] == text[1:]
    assert numbers["enquiries"].hint not in texts.values()


def test_refusals_call_an_own_network_by_its_name(workspace):
    from focusplan.words import sentence

    make_own(workspace.home / "playbooks")
    workspace.read_playbooks()
    with pytest.raises(FocusPlanError) as refused:
        workspace.networks.start(OWN)
    assert sentence(refused.value).startswith("Guild <b>Hall</b>")
    with pytest.raises(FocusPlanError) as refused:
        workspace.networks.take_back(OWN)
    assert "Guild <b>Hall</b>" in sentence(refused.value)


def test_reading_again_tells_only_when_something_changed(workspace):
    told = []
    workspace.on_change(told.append)
    workspace.read_playbooks()
    assert told == []
    make_own(workspace.home / "playbooks")
    workspace.read_playbooks()
    assert len(told) == 1 and OWN in workspace.catalogue
