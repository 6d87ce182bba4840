"""The first start: three screens with the keyboard, kept as they are left, one plan in the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from focusplan import i18n
from focusplan.domain.boundaries import Boundaries
from focusplan.ui import style
from focusplan.ui.dialogs.first_run import FirstRun
from focusplan.workspace import Workspace
from tests.services.conftest import MONDAY
from tests.ui.driving import click, dialog, find, settle, words, write
from tests.ui.reach import clashes, markup, unnamed, unreached


@pytest.fixture
def empty(tmp_path: Path, qapp: QApplication) -> Iterator[Workspace]:
    """A folder without a plan."""
    style.apply(qapp, "light", 100)
    made = Workspace(tmp_path / "plan", today=MONDAY)
    yield made
    made.close()


@pytest.fixture
def first(empty: Workspace, qtbot) -> FirstRun:
    made = FirstRun(empty)
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    settle()
    return made


def enter(first: FirstRun) -> None:
    """Enter, where the focus is."""
    QTest.keyClick(first.focusWidget() or first, Qt.Key.Key_Return)
    settle()


def answer_business(first: FirstRun, name: str = "Corner Bakery", typed: str = "bakery") -> None:
    write(first, "business_name", name)
    write(first, "business_typed", typed)


def test_enter_alone_leads_from_two_words_to_a_plan(first: FirstRun, empty: Workspace) -> None:
    answer_business(first)
    for _screen in range(3):
        enter(first)
    assert first.result() == FirstRun.DialogCode.Accepted
    business, view = empty.business.business(), empty.networks.view()
    assert (business.name, business.kind, business.country) == ("Corner Bakery", "restaurant", "GB")
    assert view.active is not None and view.active.network == "google_business"
    assert empty.business.boundaries() == Boundaries(
        120, 30, "few_days", {0: ((540, 600),), 2: ((540, 600),), 4: ((540, 600),)}
    )
    assert empty.start.draft() == {}


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("bakery", "restaurant"), ("panadería", "restaurant"), ("florist", "retail"), ("plumber", "trades")],
)
def test_what_you_are_is_found_by_a_word_in_any_language(first: FirstRun, typed: str, kind: str) -> None:
    answer_business(first, typed=typed)
    assert first._form.answers()["kind"] == kind


def test_a_kind_chosen_by_hand_stays(first: FirstRun) -> None:
    answer_business(first, typed="xyzzy")
    assert "kind" not in first._form.answers()
    enter(first)
    assert "What kind of business" in find(first, "first_problem").text()
    box = find(first, "business_kind")
    box.setCurrentIndex(box.findData("trades"))
    box.activated.emit(box.currentIndex())
    enter(first)
    assert first._screen == 2


def test_without_a_name_it_asks_for_one(first: FirstRun) -> None:
    click(first, "first_go_on")
    assert find(first, "first_problem").isVisible()
    assert first._screen == 1


def test_each_screen_is_kept_as_it_is_left(first: FirstRun, empty: Workspace, qtbot) -> None:
    answer_business(first)
    click(first, "first_go_on")
    write(first, "time_budget_field", "90")
    click(first, "first_go_on")
    first.reject()
    again = FirstRun(empty)
    qtbot.addWidget(again)
    assert again._screen == 3
    click(again, "first_back")
    assert find(again, "time_budget_field").text() == "90"
    click(again, "first_back")
    assert find(again, "business_name").text() == "Corner Bakery"
    assert not empty.has_plan


def test_the_language_is_switched_at_once_and_nothing_typed_is_lost(first: FirstRun) -> None:
    answer_business(first)
    box = find(first, "first_language")
    box.setCurrentIndex(box.findData("sv"))
    box.activated.emit(box.currentIndex())
    settle()
    assert i18n.language() == "sv"
    assert find(first, "business_name").text() == "Corner Bakery"
    assert find(first, "first_language").currentData() == "sv"


def test_the_budget_says_what_it_means(first: FirstRun) -> None:
    answer_business(first)
    click(first, "first_go_on")
    assert find(first, "time_budget_field").text() == "120"
    assert "2 h a week is 8 h 40 a month, about £260." in words(first)
    write(first, "time_budget_field", "240")
    assert "less than your 4 h" in words(first)
    click(first, "time_preset_after")
    assert "your 4 h fit in" in words(first)


def test_no_day_is_no_plan(first: FirstRun) -> None:
    answer_business(first)
    click(first, "first_go_on")
    for day in ("monday", "wednesday", "friday"):
        find(first, f"time_hours_{day}_on").setChecked(False)
    click(first, "first_go_on")
    assert first._screen == 2
    assert "at least one day" in find(first, "first_problem").text()


def test_under_45_minutes_nothing_is_started_and_it_says_why(first: FirstRun, empty: Workspace) -> None:
    answer_business(first)
    click(first, "first_go_on")
    write(first, "time_budget_field", "30")
    click(first, "first_go_on")
    assert "Under 45 minutes a week no new network is started" in words(first)
    assert find(first, "first_go_on").text() == "&Make my plan"
    click(first, "first_go_on")
    assert empty.networks.view().active is None
    assert empty.has_plan


def test_what_is_in_use_is_kept_with_its_minutes(first: FirstRun, empty: Workspace) -> None:
    answer_business(first)
    click(first, "first_go_on")
    click(first, "first_go_on")
    find(first, "first_has_facebook").setChecked(True)
    write(first, "first_minutes_facebook_field", "20")
    click(first, "first_go_on")
    assert [(card.id, card.parked_minutes) for card in empty.networks.view().parked] == [("facebook", 20)]


def test_another_network_can_be_chosen_first(first: FirstRun, empty: Workspace) -> None:
    answer_business(first)
    click(first, "first_go_on")
    click(first, "first_go_on")
    find(first, "first_pick_instagram").setChecked(True)
    assert find(first, "first_go_on").text() == "&Start with Instagram"
    assert not find(first, "first_pick_google_business").isChecked()
    click(first, "first_go_on")
    active = empty.networks.view().active
    assert active is not None and active.network == "instagram"


def test_all_networks_are_shown_with_reasons_and_only_those_that_can_start_can_be_chosen(
    first: FirstRun,
) -> None:
    answer_business(first)
    first._answers["budget_minutes"] = "60"
    click(first, "first_go_on")
    click(first, "first_go_on")
    click(first, "first_all")
    assert find(first, "first_pick_tiktok").isVisible()
    assert not find(first, "first_pick_tiktok").isEnabled()
    assert "80 min a week to begin, and 54 min are free" in words(first)
    assert find(first, "first_pick_nextdoor").isEnabled()


def test_the_example_is_one_press_away(first: FirstRun) -> None:
    answer_business(first)
    click(first, "first_example")
    assert first.wants_example
    assert first.workspace.start.draft()["name"] == "Corner Bakery"


def test_a_backup_can_be_put_back_instead(first: FirstRun) -> None:
    click(first, "first_backup")
    restore = dialog("restore")
    assert not find(restore, "restore_yes").isEnabled()
    restore.reject()


@pytest.mark.parametrize("screen", [1, 2, 3])
def test_every_control_is_named_and_reached(first: FirstRun, screen: int) -> None:
    answer_business(first)
    for _turn in range(screen - 1):
        click(first, "first_go_on")
    assert unnamed(first) == []
    assert unreached(first) == []
    assert clashes(first) == []
    assert markup(first) == []


@pytest.mark.parametrize("name", ["<b>Fat & Co</b>", "[*] ☕ 10 % & more", "א" * 200, "W" * 200])
def test_what_is_typed_appears_as_typed(first: FirstRun, empty: Workspace, name: str) -> None:
    find(first, "business_name").setText(name)
    QTest.keyClicks(find(first, "business_typed"), "bakery")
    for _screen in range(3):
        click(first, "first_go_on")
    assert empty.business.business().name == name
    assert first.width() <= 1024


def test_a_folder_that_cannot_be_written_is_said_and_does_not_stop(
    first: FirstRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_answers: dict[str, str]) -> None:
        raise OSError

    monkeypatch.setattr(first.workspace.start, "save_draft", full)
    answer_business(first)
    click(first, "first_go_on")
    assert first._screen == 2


def test_a_plan_that_cannot_be_made_is_said_and_loses_nothing(
    first: FirstRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    from focusplan.domain.errors import CannotStore

    def full(_profile: object) -> None:
        raise CannotStore("disk_full")

    answer_business(first)
    click(first, "first_go_on")
    click(first, "first_go_on")
    monkeypatch.setattr(first.workspace.start, "new", full)
    click(first, "first_go_on")
    assert first.isVisible() and find(first, "first_problem").text()
    assert first.workspace.start.draft()["name"] == "Corner Bakery"


def test_a_draft_that_was_tampered_with_begins_at_the_first_screen(empty: Workspace, qtbot) -> None:
    empty.start.save_draft(
        {
            "screen": "3", "name": "Corner Bakery", "kind": "circus", "language": "xx", "budget_minutes": "many",
            "hours.monday": "soon", "already.myspace": "15", "already.facebook": "-1", "unheard": "of",
        }
    )  # fmt: skip
    made = FirstRun(empty)
    qtbot.addWidget(made)
    assert made._screen == 1
    assert find(made, "business_name").text() == "Corner Bakery"
    write(made, "business_typed", "bakery")
    for _screen in range(3):
        click(made, "first_go_on")
    assert empty.has_plan
