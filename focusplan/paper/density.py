"""How close a week stands on the page: large for a few jobs, closer for many, never too small for a pen."""

from __future__ import annotations

from dataclasses import dataclass

FEW = 8
"""So many jobs at most are printed in the largest form."""
ONE_PAGE = 14
"""So many jobs at most are brought onto one page where their texts allow it."""


@dataclass(frozen=True)
class Density:
    """Letters in points, boxes and rows in millimetres. `beside`: the day stands left of its jobs. `asks`: a
    post has its two questions with a box each."""

    title: float
    detail: float
    heading: float
    box: float
    row: float
    gap: float
    beside: bool = False
    asks: bool = False


@dataclass(frozen=True)
class Lower:
    """The part below the fold: height of the number boxes and of a writing line, writing lines at least.
    `beside`: ideas stand right of the goals instead of below them."""

    boxes: float
    line: float
    lines: int
    beside: bool = False


LARGE = Density(title=15, detail=10.5, heading=14, box=8, row=12, gap=4.5)
LARGE_CLOSE = Density(title=15, detail=10, heading=13, box=8, row=12, gap=2.5)
LARGE_BESIDE = Density(title=15, detail=10, heading=12, box=8, row=12, gap=1.2, beside=True)
MIDDLE = Density(title=13, detail=10, heading=13, box=7, row=10.5, gap=3.5)
SMALL = Density(title=12, detail=9.5, heading=12, box=6, row=8.8, gap=2)
BESIDE = Density(title=12, detail=9.5, heading=12, box=6, row=8.8, gap=1.2, beside=True)

ROOMY = Lower(boxes=20, line=8, lines=2)
CLOSE = Lower(boxes=14, line=7, lines=2, beside=True)


def choices(jobs: int) -> tuple[tuple[Density, Lower], ...]:
    """The forms to try, best first; the first that needs one page is taken, else the first of all."""
    if jobs <= FEW:
        return (LARGE, ROOMY), (LARGE_CLOSE, ROOMY), (LARGE_CLOSE, CLOSE), (LARGE_BESIDE, CLOSE)
    if jobs <= ONE_PAGE:
        return (MIDDLE, ROOMY), (MIDDLE, CLOSE), (SMALL, ROOMY), (SMALL, CLOSE), (BESIDE, CLOSE)
    return ((MIDDLE, ROOMY),)
