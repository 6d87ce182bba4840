"""Limits of a platform's fields and pictures, and the owner's own corrections of them.

A limit is written as `150` (characters) or `1080x1350` (pixels); a correction is kept as a note so written,
beside a note with the day it was made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from focusplan.domain.playbook import Limit
from focusplan.domain.roadrules import MOST_CHARACTERS, MOST_PIXELS

_FORMS = {"characters": r"[1-9]\d{0,6}", "pixels": r"[1-9]\d{0,5}x[1-9]\d{0,5}"}


def note_key(network: str, limit: str) -> str:
    """Key of the note that holds the owner's figure."""
    return f"limit.{network}.{limit}"


def day_key(network: str, limit: str) -> str:
    """Key of the note that holds the day of the correction."""
    return f"{note_key(network, limit)}.day"


def written(limit: Limit) -> str:
    """The limit as the playbook has it."""
    return str(limit.most) if limit.kind == "characters" else f"{limit.width}x{limit.height}"


def corrected(kind: str, numbers: Sequence[int]) -> str | None:
    """These figures as a limit of this kind; None when they can't be one."""
    most, count = (MOST_CHARACTERS, 1) if kind == "characters" else (MOST_PIXELS, 2)
    if len(numbers) != count or not all(1 <= number <= most for number in numbers):
        return None
    return "x".join(map(str, numbers))


def readable(kind: str, text: str) -> bool:
    """Whether a kept text is a limit of this kind; another hand may have written it."""
    return re.fullmatch(_FORMS[kind], text, re.ASCII) is not None
