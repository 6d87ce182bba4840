"""What needs not be made again is not: pages that nothing changed, drawings, lines of text. Counts, no seconds."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan.ui.main_window import MainWindow
from focusplan.ui.places import PLACES
from focusplan.ui.widgets import icons
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.labels import PlainLabel, looks
from focusplan.ui.widgets.timebox import DAY, STEP, TimeBox
from tests.ui.driving import settle


def asked(window: MainWindow, place: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows each time the page of this place asks its service."""
    page, times = window._pages[place], []
    refresh = page.refresh
    monkeypatch.setattr(page, "refresh", lambda: (times.append(place), refresh()))
    return times


@pytest.mark.parametrize("place", PLACES)
def test_coming_back_to_a_page_asks_nothing(
    window: MainWindow, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = "networks" if place == "week" else "week"
    for one in (place, other):
        window.go(one)
        settle()
    times = asked(window, place, monkeypatch)
    window.go(place)
    settle()
    assert not times


def test_a_page_that_was_left_asks_anew_after_a_change(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go("networks")
    settle()
    times = asked(window, "week", monkeypatch)
    window._opened.workspace.week.add_result()
    settle()
    assert not times
    window.go("week")
    settle()
    assert times


def test_what_was_opened_by_hand_is_shut_when_the_week_is_come_back_to(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window._pages["week"]
    page.shown.opened.add(99)
    times = asked(window, "week", monkeypatch)
    window.go("networks")
    window.go("week")
    settle()
    assert page.shown.opened == set()
    assert times


def test_another_hour_is_said_when_the_week_is_come_back_to(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window._pages["week"]
    window.go("networks")
    times, hour = asked(window, "week", monkeypatch), page._hour()
    monkeypatch.setattr(page, "_hour", lambda: (hour + 1) % 24)
    window.go("week")
    settle()
    assert times


def test_a_drawing_is_painted_once_for_each_look(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.go("networks")
    settle()
    painted: list[str] = []
    monkeypatch.setattr(icons, "paint_icon", lambda painter, name, rect, ink: painted.append(name))
    first, again = icons.icon_of("undo"), icons.icon_of("undo")
    icons.icon_of("check", "clay")
    assert Counter(painted)["undo"] <= 3
    assert first.cacheKey() == again.cacheKey()


def test_a_text_is_broken_into_lines_once_for_a_width(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    text = PlainLabel("Some words that need more than one line when there is little room for them")
    asked: list[int] = []
    real = PlainLabel._height_at
    monkeypatch.setattr(
        PlainLabel, "_height_at", lambda self, width: asked.append(width) or real(self, width)
    )
    for _time in range(3):
        assert text.heightForWidth(80) > text.heightForWidth(400)
    assert asked == [80, 400]
    tall = text.heightForWidth(80)
    text.setText("Short")
    assert text.heightForWidth(80) < tall
    text.setText("Some words that need more than one line when there is little room for them")
    text.show()
    settle()
    before = text.heightForWidth(80)
    looks(text, letters="title")
    assert text.heightForWidth(80) > before
    text.close()


def test_rows_are_reckoned_once_until_a_part_changes(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    host = QWidget()
    flow = FlowLayout(host)
    parts = [PlainLabel(f"Part {number}") for number in range(6)]
    for part in parts:
        flow.addWidget(part)
    host.show()
    settle()
    asked: list[int] = []
    real = FlowLayout._place
    monkeypatch.setattr(
        FlowLayout, "_place", lambda self, rect, move: asked.append(rect.width()) or real(self, rect, move)
    )
    flow.invalidate()
    high = [flow.heightForWidth(60) for _time in range(3)]
    assert len(asked) == 1 and len(set(high)) == 1
    least = flow.minimumSize()
    for part in parts[1:]:
        part.hide()
    assert flow.heightForWidth(60) < high[0]
    parts[0].setMinimumSize(QSize(300, 10))
    assert flow.minimumSize().width() > least.width()
    host.close()


def test_a_flow_within_another_layout_hears_of_its_parts(qapp: object) -> None:
    host = QWidget()
    column, flow = QVBoxLayout(host), FlowLayout()
    column.addLayout(flow)
    part = PlainLabel("a")
    flow.addWidget(part)
    host.show()
    settle()
    before = flow.minimumSize().width()
    part.setMinimumWidth(250)
    settle()
    assert flow.minimumSize().width() > before
    host.close()


def test_a_box_of_times_knows_how_wide_it_is(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    box = TimeBox(0, DAY - STEP)
    before = box.sizeHint()
    read: list[int] = []
    monkeypatch.setattr(TimeBox, "itemText", lambda self, n: read.append(n) or "00:00")
    assert box.sizeHint() == before
    assert not read
