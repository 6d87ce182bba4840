"""How far long work is, told part by part."""

from __future__ import annotations

from focusplan.domain.pace import quiet, stretch


def test_a_part_takes_the_whole_from_its_beginning_to_its_end():
    heard: list[float] = []
    part = stretch(lambda done, whole: heard.append(done / whole), 20, 60)
    for done in (0, 5, 10, 11):
        part(done, 10)
    part(0, 0)
    assert heard == [0.2, 0.4, 0.6, 0.6, 0.2]


def test_nobody_has_to_wait():
    assert quiet(1, 2) is None
