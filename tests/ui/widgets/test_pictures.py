"""What is painted says the same as what is read out: ring, bar, squares, road, chips of parts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from focusplan.ui import palette, style
from focusplan.ui.widgets.bar import Bar
from focusplan.ui.widgets.chip import Chip
from focusplan.ui.widgets.icons import icon_pixmap
from focusplan.ui.widgets.ring import Ring
from focusplan.ui.widgets.road import Road, Stop, StopButton
from focusplan.ui.widgets.squares import GAP, SIDE, Legend, Square, WeekSquares
from focusplan.ui.widgets.stages import Stage, StageChips


def count(image: QImage, colour: str) -> int:
    """Pixels of exactly this colour."""
    wanted = QColor(colour).rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def test_a_bar_is_as_full_as_its_figure(qtbot):
    bar = Bar("bar")
    qtbot.addWidget(bar)
    bar.resize(200, 10)
    filled = []
    for value in (0, 5, 10, 25):
        bar.set(value, 10, f"{value} of 10")
        filled.append(count(bar.grab().toImage(), palette.LIGHT.accent))
    empty, half, full, over = filled
    assert empty == 0
    assert 0.45 < half / full < 0.55
    assert over == full > 1000
    assert bar.accessibleName() == "25 of 10"
    bar.set(3, 0, "no target")
    assert count(bar.grab().toImage(), palette.LIGHT.accent) == 0


def test_a_ring_fills_and_holds_its_words(qtbot, qapp):
    ring = Ring("ring")
    qtbot.addWidget(ring)
    shares = []
    for value in (0, 60, 120, 500):
        ring.set(value, 120, "", "", f"{value} of 120 minutes")
        ring.resize(ring.sizeHint())
        shares.append(count(ring.grab().toImage(), palette.LIGHT.accent))
    none, half, full, over = shares
    assert none == 0 and 0.4 < half / full < 0.62 and over == full
    small = ring.sizeHint()
    style.apply(qapp, "dark", 200)
    assert ring.sizeHint() == small * 2
    ring.set(10**7, 10**8, "10,000,000", "of 100,000,000 min", "much")
    ring.resize(ring.sizeHint())
    image = ring.grab().toImage()
    edge = [image.pixelColor(x, image.height() // 2).name() for x in (2, image.width() - 3)]
    assert palette.DARK.ink.lower() not in edge


RESULTS = ("met", "missed", "paused", "left_out", "running", "future")


def test_each_kind_of_week_looks_its_own_way(qtbot):
    squares = WeekSquares("weeks")
    qtbot.addWidget(squares)
    squares.resize(200, 40)
    pictures = {}
    for result in RESULTS:
        squares.set([Square(result, result)], result)
        pictures[result] = squares.grab().toImage()
    assert pictures["paused"] == pictures["left_out"]
    looks = [pictures[result] for result in RESULTS if result != "left_out"]
    assert all(one != other for number, one in enumerate(looks) for other in looks[number + 1 :])
    assert count(pictures["met"], palette.LIGHT.accent) > 100
    assert count(pictures["missed"], palette.LIGHT.clay) == 0


def test_squares_tell_their_week_and_sum_up(qtbot, qapp, monkeypatch):
    tips: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: tips.append(text))
    squares = WeekSquares("weeks")
    qtbot.addWidget(squares)
    squares.set([Square("met", f"Week {n}") for n in range(12)], "12 of 12 good weeks")
    squares.resize(squares.sizeHint())
    squares.show()
    assert squares.accessibleName() == "12 of 12 good weeks"
    assert "Week 0; Week 1;" in squares.accessibleDescription()
    place = QPoint((SIDE + GAP) * 3 + SIDE // 2, SIDE // 2)
    assert squares.at(place) == Square("met", "Week 3")
    assert squares.at(QPoint((SIDE + GAP) * 3 - 2, SIDE // 2)) is None
    qapp.sendEvent(squares, QHelpEvent(QEvent.Type.ToolTip, place, squares.mapToGlobal(place)))
    assert tips == ["<qt>Week 3</qt>"]
    squares.resize((SIDE + GAP) * 4, 100)
    assert squares.heightForWidth(squares.width()) > 3 * SIDE
    assert squares.at(QPoint(SIDE // 2, SIDE + GAP + SIDE // 2)) == Square("met", "Week 4")


def test_the_newest_weeks_fill_one_row_and_the_goals_own_are_never_cut(qtbot):
    squares = WeekSquares("weeks")
    qtbot.addWidget(squares)
    squares.set([Square("met", f"Week {n}") for n in range(18)], "18 weeks", least=8)
    ten = (SIDE + GAP) * 10
    squares.resize(ten, 100)
    assert squares.heightForWidth(ten) < 2 * SIDE
    assert squares.at(QPoint(SIDE // 2, SIDE // 2)) == Square("met", "Week 8")
    assert "Week 0;" in squares.accessibleDescription()
    four = (SIDE + GAP) * 4
    squares.resize(four, 100)
    assert squares.heightForWidth(four) < 3 * (SIDE + GAP)
    assert squares.at(QPoint(SIDE // 2, SIDE // 2)) == Square("met", "Week 10")


def test_the_legend_names_what_is_drawn(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)
    assert legend.accessibleName() == "kept, not kept, pause or holiday, now"


STOPS = (
    Stop("google_business", "Google Business", "running well", "mastered"),
    Stop("instagram", "Instagram", "learning now", "active", 70),
    Stop("linkedin", "LinkedIn next", "28 December at the earliest", "next"),
)


def test_the_road_is_made_of_buttons(qtbot):
    road = Road("road")
    qtbot.addWidget(road)
    road.set(STOPS, "One runs well, one is learnt")
    road.resize(900, 200)
    road.show()
    buttons = road.findChildren(StopButton)
    assert [button.accessibleName() for button in buttons] == [
        "Google Business, running well",
        "Instagram, learning now",
        "LinkedIn next, 28 December at the earliest",
    ]
    with qtbot.waitSignal(road.chosen) as heard:
        QTest.keyClick(buttons[2], Qt.Key.Key_Space)
    assert heard.args == ["linkedin"]
    assert len({button.mapTo(road, QPoint()).y() for button in buttons}) == 1


def test_a_narrow_road_goes_on_in_the_next_row(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    road = Road("road", window)
    layout = QVBoxLayout(window)
    layout.addWidget(road)
    layout.addStretch(1)
    road.set([Stop(f"n{n}", f"Network {n}", "running well", "mastered") for n in range(7)], "seven")
    window.resize(900, 700)
    window.show()
    buttons = road.findChildren(StopButton)

    def rows() -> int:
        return len({button.mapTo(road, QPoint()).y() for button in buttons})

    qtbot.waitUntil(lambda: rows() == 2)
    window.resize(380, 900)
    qtbot.waitUntil(lambda: rows() == 4)
    assert road.minimumSizeHint().width() < 200


def test_each_state_of_a_stop_looks_its_own_way(qtbot):
    pictures = []
    for state in ("mastered", "active", "next", "open"):
        button = StopButton("stop", Stop("x", "X", "line", state, 40))
        qtbot.addWidget(button)
        button.resize(button.sizeHint())
        pictures.append(button.grab().toImage())
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[number + 1 :])


def test_setting_a_road_again_leaves_nothing_of_the_old(qtbot):
    road = Road("road")
    qtbot.addWidget(road)
    road.set(STOPS, "three")
    road.set(STOPS[:1], "one")
    assert [button for button in road.findChildren(StopButton) if not button.parentWidget().isHidden()] == [
        road._places[0][1]
    ]


def test_parts_are_numbered_and_say_what_is_done(qtbot):
    chips = StageChips("parts")
    qtbot.addWidget(chips)
    for _again in range(2):
        chips.set(
            [Stage(1, "Prepare", "done"), Stage(2, "Set up", "current"), Stage(3, "Listen", "closed")],
            "part 2 of 3",
        )
    shown = [chip for chip in chips.findChildren(Chip) if not chip.isHidden()]
    assert [chip.text() for chip in shown] == ["1 Prepare ✓", "2 Set up", "3 Listen"]
    assert [chip.accessibleName() for chip in shown] == ["1 Prepare, done", "2 Set up, now", "3 Listen"]
    assert [chip.property("tone") for chip in shown] == ["accent", "solid", "neutral"]


def test_every_drawing_takes_the_colour_it_is_given(qapp):
    from focusplan import paths

    names = {file.stem for file in (paths.resources() / "icons").glob("*.svg")}
    wanted = {
        "week", "networks", "review", "comments", "house", "settings", "check", "lock", "plus", "chevron_left",
        "chevron_right", "print", "pause", "undo", "info", "logo",
    }  # fmt: skip
    assert wanted <= names
    for name in names:
        image = icon_pixmap(name, QColor("#123456"), 48).toImage()
        own = name == "logo" or name.endswith(("_grey", "_white", "_black"))
        assert own or count(image, "#123456") > 20, name
