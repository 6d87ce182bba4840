"""The rules that stand in the schema itself."""

from __future__ import annotations

RULES: tuple[str, ...] = ()
"""Views and triggers, in the order they are laid."""
