"""The last resort: logged without anything of the owner's, told once, and refusals said as refusals."""

from __future__ import annotations

import logging
import sys

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from focusplan.domain.errors import Refused
from focusplan.ui import errors
from focusplan.ui.errors import ask, report, say, tell, watch

SECRET = "Corner Bakery 0171-555"


@pytest.fixture
def watched(tmp_path, monkeypatch):
    """The handler in place, its log file at hand; all as before afterwards."""
    log = logging.getLogger("focusplan")
    before = list(log.handlers)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    watch(tmp_path / "log" / "focusplan.log")
    yield tmp_path / "log" / "focusplan.log"
    for handler in log.handlers[:]:
        if handler not in before:
            handler.close()
            log.removeHandler(handler)


def mishap():
    try:
        name = SECRET
        raise ValueError(f"could not read {name}")
    except ValueError:
        return sys.exc_info()


def test_the_unexpected_is_logged_without_anything_of_the_owners(watched, said, qapp):
    sys.excepthook(*mishap())
    text = watched.read_text(encoding="utf-8")
    assert "ValueError" in text and "mishap" in text
    assert SECRET not in text and "could not read" not in text and str(watched.parent.parent) not in text
    assert len(said) == 1 and SECRET not in said[0]


def test_a_second_mishap_while_the_first_is_told_opens_no_second_dialog(watched, qapp, monkeypatch):
    shown = []

    def tell_and_stumble(box):
        shown.append(box.text())
        sys.excepthook(*mishap())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", tell_and_stumble)
    sys.excepthook(*mishap())
    assert len(shown) == 1
    assert watched.read_text(encoding="utf-8").count("ValueError") == 2


def test_the_report_can_be_copied(watched, qapp, monkeypatch):
    def copy(box):
        next(button for button in box.buttons() if button.objectName() == "report_copy").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", copy)
    sys.excepthook(*mishap())
    assert "ValueError" in QApplication.clipboard().text() and SECRET not in QApplication.clipboard().text()


def test_a_refusal_that_nobody_caught_is_still_said_as_one(watched, said, qapp):
    try:
        raise Refused("no_network")
    except Refused:
        sys.excepthook(*sys.exc_info())
    assert len(said) == 1 and "wrong inside" not in said[0]
    assert not watched.exists() or not watched.read_text()


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path, monkeypatch, said, qapp):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    blocked = tmp_path / "file"
    blocked.write_text("")
    log = logging.getLogger("focusplan")
    before = list(log.handlers)
    watch(blocked / "below" / "focusplan.log")
    sys.excepthook(*mishap())
    log.handlers[:] = before
    assert len(said) == 1


def test_ctrl_c_ends_the_program_as_ever(watched, said, monkeypatch):
    passed = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *what: passed.append(what[0]))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert passed == [KeyboardInterrupt] and not said


def test_the_report_names_places_and_no_values():
    kind, _error, trace = mishap()
    text = report(kind, trace)
    assert "test_errors.py" in text and "FocusPlan" in text and SECRET not in text


def test_messages_are_plain_text_and_not_endless(said, qapp, monkeypatch):
    boxes = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: boxes.append((box.textFormat(), box.text(), box.informativeText())) or 0)
    tell(None, "<b>" + "x" * 5000, "y" * 5000)
    say(None, Refused("title_long", most=4000))
    assert boxes[0][0].name == "PlainText" and boxes[0][1].startswith("<b>")
    assert all(len(text) <= 600 for box in boxes for text in box[1:])


@pytest.mark.parametrize("answer", ["message_yes", "message_cancel"])
def test_a_question_is_answered_by_its_named_button_and_enter_means_no(qapp, monkeypatch, answer):
    pressed = []

    def press(box):
        assert box.defaultButton().objectName() == "message_cancel"
        button = next(one for one in box.buttons() if one.objectName() == answer)
        pressed.append(button.text())
        button.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    assert ask(None, "Really?", "", "Yes & go") is (answer == "message_yes")
    assert pressed


def test_nothing_is_told_where_there_is_no_application(watched, monkeypatch, said):
    monkeypatch.setattr(errors.QApplication, "instance", lambda: None)
    sys.excepthook(*mishap())
    assert not said and "ValueError" in watched.read_text(encoding="utf-8")


def test_a_message_wears_our_clothes(qapp, monkeypatch):
    seen = []

    def look(box):
        words = box.findChild(QLabel, "qt_msgbox_label")
        seen.extend([(one.objectName(), one.icon().isNull()) for one in box.buttons()])
        seen.append((words.property("strong"), box.layout().contentsMargins().left() > 12))
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    tell(None, "Something", "more")
    assert seen == [("message_ok", True), (True, True)]
