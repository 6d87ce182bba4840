"""When a reason counts as one real sentence."""

from __future__ import annotations

SHORTEST = 8
"""Characters a reason has at least; it also has at least two words."""


def is_sentence(text: str) -> bool:
    """Whether this says at least a few words."""
    words = text.split()
    return len(words) >= 2 and len(" ".join(words)) >= SHORTEST
