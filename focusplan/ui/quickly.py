"""What keeps the start short: nothing here changes what the program does."""

from __future__ import annotations

import gc
import sys


def hurry() -> None:
    """To be called before anything of the window is imported. Until `settle`, nothing looks for waste: what
    is loaded at the start stays.

    PySide reads the source of every module that is imported after it, to find out whether it uses PySide's
    switch for other names. This program does not; for the database library alone that costs a tenth of a
    second and twenty megabytes. Where PySide works otherwise, nothing is done about it.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401 - makes the module below

    feature = sys.modules.get("shibokensupport.feature")
    if callable(getattr(feature, "_mod_uses_pyside", None)):
        feature._mod_uses_pyside = _uses_no_switch  # type: ignore[union-attr]


def settle() -> None:
    """The start is over. What was loaded until now is not looked through for waste again."""
    gc.freeze()
    gc.enable()


def _uses_no_switch(_module: object) -> bool:
    return False
