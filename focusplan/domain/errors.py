"""What can be refused, as codes and values; `focusplan.words` turns each into a sentence.

The classes follow contract.md's exit codes, so that window and command line treat them alike.
"""

from __future__ import annotations

from typing import Any


class FocusPlanError(Exception):
    """Something a person can do something about. `code` names the sentence, `values` fill it."""

    exit_code = 1

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class WrongUse(FocusPlanError):
    """An argument or typed value that can't be read (exit 2)."""

    exit_code = 2


class Refused(FocusPlanError):
    """A rule of the plan says no (exit 3)."""

    exit_code = 3


class NoPlan(Refused):
    """There is no plan in the data folder yet (exit 3)."""


class CannotStore(FocusPlanError):
    """The data folder cannot be read or written (exit 4): what was not saved, what to do."""

    exit_code = 4


class DamagedPlan(FocusPlanError):
    """The plan is damaged or gone though one existed (exit 5); it is kept as it was."""

    exit_code = 5


class NewerPlan(FocusPlanError):
    """Made by a newer version (exit 6); the file stays untouched."""

    exit_code = 6


class InUse(FocusPlanError):
    """Another FocusPlan holds the plan (exit 7)."""

    exit_code = 7


class BadFile(FocusPlanError):
    """An input file was refused (exit 8): `file`, `key` or `line` in the values."""

    exit_code = 8
