"""Parts of a page that stay while what they were made of does. A part is made of an answer; what it reads of
it is remembered, so that it is made anew when one of these is another, and only then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from focusplan.ui.reading import put_away

Make = Callable[[Any], QWidget]
Parts = Mapping[str, tuple[object, Make]]
"""By name: an answer, and what makes the part of it. The part has to read all it shows from the answer."""


class Read:
    """An answer that remembers what was read of it. Looks like the answer itself."""

    def __init__(self, answer: object) -> None:
        self.__dict__["_answer"], self.__dict__["_read"] = answer, {}

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.__dict__["_answer"], name)
        self.__dict__["_read"][name] = value
        return value


@dataclass(slots=True)
class Kept:
    """A part as it stands in the page."""

    widget: QWidget
    answer: object

    def fits(self, answer: object) -> bool:
        """Whether it would be the same, made of this answer."""
        if not isinstance(self.answer, Read):
            return bool(self.answer == answer)
        read = self.answer.__dict__["_read"]
        return all(getattr(answer, name) == value for name, value in read.items())


def made(answer: object, make: Make) -> Kept:
    """A part made of this answer."""
    shown = Read(answer) if is_dataclass(answer) else answer
    return Kept(make(shown), shown)


def put_in_place(old: QWidget, new: QWidget) -> None:
    """Let a part stand where another stood, which goes once no signal of its own is running. Whoever looks
    for a control by its name finds the new one."""
    host = old.parentWidget()
    layout = host.layout() if host is not None else None
    box = _box_of(layout, old) if layout is not None else None
    assert host is not None and box is not None, "a part lies in a box"
    place = box.indexOf(old)
    share = box.stretch(place)
    old.hide()
    box.insertWidget(place, new, share)
    box.removeWidget(old)
    old.raise_()
    if not put_away(new, host):
        new.show()
    old.deleteLater()


def _box_of(layout: QLayout, part: QWidget) -> QBoxLayout | None:
    if layout.indexOf(part) >= 0 and isinstance(layout, QBoxLayout):
        return layout
    inner = (one for one in layout.children() if isinstance(one, QLayout))
    return next((found for one in inner if (found := _box_of(one, part)) is not None), None)
