"""About a network: what it is and asks, its limits to correct, and the notice about a faulty playbook."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from focusplan.ui.pages.networks import NetworksPage
from tests.playbooks.own import OWN, change, make_own
from tests.ui.driving import click, dialog, find, has, settle, words, write
from tests.ui.reach import markup
from tests.ui.test_networks_page import opened


@pytest.fixture
def page(window) -> NetworksPage:
    return opened(window)


def test_the_network_that_is_learnt_says_what_it_is(page, workspace):
    click(page, "road_about")
    shown = dialog("about_network")
    view = workspace.networks.about("google_business")
    text = words(shown)
    for said in (view.suits, view.needs, view.statistics, *(row[1] for row in (*view.numbers, *view.comments))):
        assert said in text
    assert len(view.numbers) == 4 and len(view.comments) == 3
    shown.close()


def test_one_that_is_not_in_the_plan_too(page):
    click(page, "networks_all")
    click(dialog("all_networks"), "all_tiktok_look")
    click(dialog("locked"), "locked_about")
    shown = dialog("about_network")
    assert find(shown, "about_title").text() == "About TikTok"
    shown.close()


def test_a_limit_is_corrected_and_put_back(page, workspace):
    page.moves.about("instagram")
    shown = dialog("about_network")
    assert not has(shown, "about_limit_bio_back")
    click(shown, "about_limit_bio_change")
    asked = dialog("limit")
    write(asked, "limit_value", "many")
    click(asked, "limit_yes")
    assert "no number of characters" in words(asked)
    write(asked, "limit_value", "180", enter=True)
    settle()
    assert find(shown, "about_limit_bio").text() == "Bio, characters: 180"
    line = find(shown, "about_limit_bio_line").text()
    assert line == "your own figure, since 23 November 2026; ours is 150"
    click(shown, "about_limit_bio_back")
    assert find(shown, "about_limit_bio").text() == "Bio, characters: 150"
    assert not workspace.networks.about("instagram").limits[0].own
    shown.close()


def test_a_picture_size_is_typed_as_people_write_it(page, workspace):
    page.moves.about("instagram")
    shown = dialog("about_network")
    click(shown, "about_limit_post_change")
    write(dialog("limit"), "limit_value", "1080 X 1440", enter=True)
    assert find(shown, "about_limit_post").text() == "Photo post, pixels: 1080 × 1440"
    shown.close()


def test_a_faulty_playbook_is_said_calmly_and_looked_at_again(window, workspace):
    folder = make_own(workspace.home / "playbooks")
    change(folder / "sv.toml", "needs = ", "ned = ")
    workspace.read_playbooks()
    page = opened(window)
    banner = find(page, "networks_faulty")
    assert banner.label.text() == (
        "The playbook guild_hall is left out for now. sv.toml, ned: This key is not known here."
        " Look at its spelling, or take it out."
    )
    click(page, "networks_faulty_show")
    shown = dialog("faults")
    assert str(folder) in words(shown) and "sv.toml, ned" in words(shown)
    change(folder / "sv.toml", "ned = ", "needs = ")
    click(shown, "faults_again")
    assert not has(page, "networks_faulty")
    assert OWN in workspace.catalogue


def test_a_playbook_put_there_while_the_window_is_open_is_offered(page, workspace):
    make_own(workspace.home / "playbooks")
    click(page, "networks_all")
    shown = dialog("all_networks")
    assert find(shown, f"all_{OWN}_name").text() == "Guild <b>Hall</b>"
    assert not markup(shown)
    click(shown, f"all_{OWN}_look")
    locked = dialog("locked")
    assert not markup(locked)
    about = find(locked, "locked_about", QAbstractButton)
    assert about.text() == "About Guild <b>Hall</b>…"
    about.click()
    assert not markup(dialog("about_network"))
    dialog("about_network").close()
