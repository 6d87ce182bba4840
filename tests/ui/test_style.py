"""The look: contrasts of every palette, and one style sheet that Qt understands at every size."""

from __future__ import annotations

import re
from dataclasses import asdict, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from focusplan import paths, settings
from focusplan.paper.fonts import FAMILY
from focusplan.ui import palette as palettes
from focusplan.ui import style
from focusplan.ui.palette import ALL, LINES_ON, TEXT_ON, choose, contrast
from focusplan.ui.sheet import SIZES, sheet
from focusplan.ui.widgets import space


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication):
    """Each test leaves the application as light as it found it."""
    yield
    style.apply(qapp, "light", 100)


def test_contrast_is_reckoned_as_wcag_does():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("palette", ALL, ids=lambda palette: palette.name)
def test_text_and_lines_can_be_seen(palette):
    weak = [
        f"{ink} on {ground}: {contrast(getattr(palette, ink), getattr(palette, ground)):.2f}"
        for pairs, least in ((TEXT_ON, 4.5), (LINES_ON, 3.0))
        for ink, grounds in pairs.items()
        for ground in grounds
        if contrast(getattr(palette, ink), getattr(palette, ground)) < least
    ]
    assert weak == []


def test_high_contrast_reaches_seven():
    for palette in (palettes.CONTRAST, palettes.CONTRAST_DARK):
        for ink, grounds in TEXT_ON.items():
            for ground in grounds:
                assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 7, (palette.name, ink, ground)


@pytest.mark.parametrize(
    ("appearance", "dark", "high", "name"),
    [
        ("system", False, False, "light"),
        ("system", True, False, "dark"),
        ("system", False, True, "contrast"),
        ("system", True, True, "contrast_dark"),
        ("light", True, True, "light"),
        ("dark", False, True, "dark"),
        ("contrast", False, False, "contrast"),
        ("contrast", True, False, "contrast_dark"),
        ("from a newer version", True, False, "dark"),
    ],
)
def test_the_choice_of_a_palette(appearance, dark, high, name):
    assert choose(appearance, dark, high).name == name


def test_every_appearance_of_the_settings_can_be_shown(qapp):
    for appearance in settings.APPEARANCES:
        style.apply(qapp, appearance, 100)
        assert palettes.shown() in ALL


@pytest.mark.parametrize("palette", ALL, ids=lambda palette: palette.name)
def test_the_sheet_is_complete(palette):
    text = sheet(palette, 150)
    assert "@" not in text and "#check" not in text and "_grey#" not in text
    assert text.count("{") == text.count("}")
    used = set(re.findall(r"#[0-9A-Fa-f]{6}\b", text))
    assert used <= set(asdict(palette).values())


def test_lengths_follow_the_text_size_and_borders_do_not():
    normal, double = sheet(palettes.LIGHT, 100), sheet(palettes.LIGHT, 200)
    assert f"font-size: {SIZES['title']}px" in normal
    assert f"font-size: {SIZES['title'] * 2}px" in double
    assert normal.count("1px solid") == double.count("1px solid") > 0


def test_text_size_and_letters_change_live(qapp, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    space.room(layout, 10, 4, gap=6)
    button = QPushButton("Print the week", window)
    layout.addWidget(button)
    style.apply(qapp, "light", 100)
    small = button.sizeHint()
    assert button.font().family() == FAMILY
    style.apply(qapp, "light", 200)
    assert button.sizeHint().height() > 1.7 * small.height()
    margins = layout.contentsMargins()
    assert (margins.left(), margins.top(), layout.spacing()) == (20, 8, 12)
    style.apply(qapp, "light", 900)
    assert space.percent() == style.LARGEST


def test_what_was_made_before_the_first_look_gets_it_too(qapp, qtbot):
    qapp.setStyleSheet("")
    qapp.setFont(QFont("Sans Serif", 9))
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    label = QLabel("This week", window)
    label.setProperty("letters", "title")
    button = QPushButton("Print", window)
    for part in (label, button):
        layout.addWidget(part)
    window.show()
    qapp.processEvents()
    style.apply(qapp, "light", 100)
    assert {part.font().family() for part in (window, label, button)} == {FAMILY}


def _colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("appearance", ["light", "dark", "contrast"])
@pytest.mark.parametrize("make", [QCheckBox, QLineEdit, QPushButton])
def test_controls_have_a_border_that_can_be_seen(qapp, qtbot, appearance, make):
    style.apply(qapp, appearance, 100)
    control = make()
    qtbot.addWidget(control)
    control.resize(120, 44)
    assert palettes.shown().track.upper() in _colours(control.grab().toImage())


@pytest.mark.parametrize("appearance", ["light", "dark", "contrast"])
def test_a_tick_is_drawn_in_the_colour_upon_the_accent(qapp, qtbot, appearance):
    style.apply(qapp, appearance, 200)
    box = QCheckBox()
    box.setCheckState(Qt.CheckState.Checked)
    qtbot.addWidget(box)
    box.resize(60, 60)
    colours = _colours(box.grab().toImage())
    assert {palettes.shown().accent.upper(), palettes.shown().accent_ink.upper()} <= colours


RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def rules() -> list[tuple[str, dict[str, str]]]:
    """The style sheet with the palette's own names in place of colours: each selector with what it sets."""
    named = replace(palettes.LIGHT, **{name: f"@{name}" for name in COLOURS})
    found = []
    for selectors, body in RULE.findall(sheet(named, 100)):
        set_here = dict(re.findall(r"([a-z-]+):[^;@]*(@\w+)", body))
        found.append((" ".join(selectors.split()), {what: name[1:] for what, name in set_here.items()}))
    return found


COLOURS = [name for name, value in asdict(palettes.LIGHT).items() if str(value).startswith("#")]
RESTING = (":disabled",)
"""What can't be used now may be faint."""


@pytest.mark.parametrize("palette", ALL, ids=lambda palette: palette.name)
def test_every_pair_of_colours_in_the_style_sheet_can_be_seen(palette):
    """A rule that names a ground and an ink is measured as it stands, and so is a border upon its ground where the
    ground alone would not show the control. No ink stands on the colour that only divides."""
    weak, measured = [], 0
    for selector, here in rules():
        ground = here.get("background")
        if ground is None or any(state in selector for state in RESTING):
            continue
        wanted = [(here.get("color"), 4.5)]
        border = here.get("border") or here.get("border-color")
        stands_out = contrast(getattr(palette, ground), palette.card) >= 3
        if border not in (None, ground, "line") and not stands_out:
            wanted.append((border, 3.0))
        for ink, least in wanted:
            if ink is None:
                continue
            measured += 1
            reached = contrast(getattr(palette, ink), getattr(palette, ground))
            if reached < least:
                weak.append(f"{selector}: {ink} on {ground}: {reached:.2f}")
    assert measured > 20
    assert weak == []
    assert not [selector for selector, here in rules() if here.get("background") == "line" and ":" in selector.split("::")[0]]


@pytest.mark.parametrize("palette", ALL, ids=lambda palette: palette.name)
def test_inks_stand_out_on_every_ground_that_changes_under_them(palette):
    """A button while it is pressed, the words of a toast, what is chosen, and a scroll bar under the pointer."""
    pairs = [
        ("ink", "accent_soft", 4.5),
        ("clay", "accent_soft", 4.5),
        ("paper", "ink", 4.5),
        ("accent_ink", "accent", 4.5),
        ("soft", "paper", 3.0),
        ("clay", "card", 3.0),
        ("sky", "sky_soft", 3.0),
        ("clay", "clay_soft", 3.0),
        ("accent", "accent_soft", 3.0),
        ("sun", "field", 3.0),
    ]
    weak = [
        f"{ink} on {ground}: {contrast(getattr(palette, ink), getattr(palette, ground)):.2f}"
        for ink, ground, least in pairs
        if contrast(getattr(palette, ink), getattr(palette, ground)) < least
    ]
    assert weak == []


def test_every_colour_a_widget_paints_with_is_measured():
    """What widgets paint by themselves takes inks and lines that the tables of pairs know."""
    known = {*TEXT_ON, *LINES_ON, *(ground for grounds in TEXT_ON.values() for ground in grounds)}
    files = (paths.resources().parent / "focusplan" / "ui").rglob("*.py")
    used = {name for file in files for name in re.findall(r'\bcolour\("(\w+)"', file.read_text(encoding="utf-8"))}
    assert len(used) > 5
    assert used <= known
