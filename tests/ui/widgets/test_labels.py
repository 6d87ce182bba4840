"""Words of people: as typed, never markup, never wider than the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan.ui.widgets.buttons import Button
from focusplan.ui.widgets.chip import Chip
from focusplan.ui.widgets.labels import ElidedLabel, PlainLabel, plain_tip

NASTY = [
    "W" * 10_000,
    "<b>bold</b> <img src='x'>",
    "Müller & Söhne",
    "مرحبا بالعالم שלום",
    "🎉👩‍👩‍👧‍👦" * 200,
    "a[*]b",
    "line one\nline two",
]


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("make", [PlainLabel, ElidedLabel, lambda text: Button(text, "any"), Chip])
def test_no_text_widens_the_window(qtbot, make, text):
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(make(text))
    assert window.minimumSizeHint().width() <= 400
    window.resize(400, 200)
    window.show()
    assert not window.grab().isNull()


@pytest.mark.parametrize("text", NASTY)
def test_labels_and_buttons_say_what_was_typed(qtbot, text):
    label, button = PlainLabel(text), Button(text, "any")
    for widget in (label, button):
        qtbot.addWidget(widget)
    assert label.text() == text
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert button.accessibleName() == text
    assert button.text() == text.replace("&", "&&")


def test_a_mnemonic_is_kept_where_it_is_wanted(qtbot):
    button = Button("&Print", "print", mnemonic=True)
    qtbot.addWidget(button)
    assert button.shortcut().toString() == "Alt+P"
    assert button.accessibleName() == "Print"
    plain = Button("&Print", "print")
    qtbot.addWidget(plain)
    assert plain.shortcut().isEmpty()


def test_a_word_without_end_takes_the_lines_it_needs(qtbot):
    label = PlainLabel("W" * 2000)
    qtbot.addWidget(label)
    narrow, wide = label.heightForWidth(200), label.heightForWidth(800)
    assert narrow > 3.5 * wide > 0
    label.resize(300, label.heightForWidth(300))
    picture = label.grab().toImage()
    last = picture.height() - label.fontMetrics().height() // 2
    ground = picture.pixelColor(picture.width() - 1, picture.height() - 1)
    assert any(picture.pixelColor(x, last) != ground for x in range(picture.width()))


def test_controls_without_a_shape_become_spaces(qtbot):
    label = PlainLabel("a\0b\tc\x1b")
    qtbot.addWidget(label)
    assert label.text() == "a b c "


def test_an_elided_line_gives_the_whole_elsewhere(qtbot):
    label = ElidedLabel("one <b>two</b> three four five six seven")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.text().endswith("…") and len(label.text()) < len(label.whole)
    assert label.accessibleName() == label.whole
    assert "&lt;b&gt;" in label.toolTip()
    label.resize(900, 20)
    assert label.text() == label.whole
    assert label.toolTip() == ""


def test_a_tip_is_never_markup():
    assert plain_tip("<script>&") == "<qt>&lt;script&gt;&amp;</qt>"
    assert len(plain_tip("x" * 5000)) < 700
    assert plain_tip("") == ""


def test_a_chip_is_short(qtbot):
    chip = Chip("x" * 100)
    qtbot.addWidget(chip)
    assert chip.text().endswith("…") and chip.sizeHint().width() < 250
    assert chip.accessibleName() == "x" * 100
    chip.set("Google", "sky")
    assert (chip.text(), chip.property("tone"), chip.toolTip()) == ("Google", "sky", "")


def test_a_button_turns_into_another_kind_and_draws_its_icon_anew(qtbot, qapp):
    from focusplan.ui import style

    button = Button("", "more", "quiet", icon="plus", spoken="More")
    qtbot.addWidget(button)
    before = button.icon().cacheKey()
    button.show()
    style.apply(qapp, "dark", 150)
    assert button.icon().cacheKey() != before
    assert button.iconSize().width() == 27
    button.set_kind("primary")
    assert button.property("kind") == "primary"
    assert button.toolTip() == plain_tip("More")


@pytest.mark.parametrize("kind", ["primary", "normal", "quiet", "link", "danger", "pill", "icon", "title"])
@pytest.mark.parametrize("appearance", ["light", "dark", "contrast"])
def test_the_focus_can_be_seen_on_every_kind(qtbot, qapp, kind, appearance):
    from focusplan.ui import style

    style.apply(qapp, appearance, 100)
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    button, other = Button("Print", "one", kind), Button("Other", "two")
    layout.addWidget(button)
    layout.addWidget(other)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    without = button.grab().toImage()
    button.setFocus()
    assert button.hasFocus()
    assert button.grab().toImage() != without
