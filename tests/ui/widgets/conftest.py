"""Every part is looked at in the program's own look."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from focusplan.ui import style


@pytest.fixture(autouse=True)
def look(qapp: QApplication):
    """Light at 100 % before and after each test."""
    style.apply(qapp, "light", 100)
    yield
    style.apply(qapp, "light", 100)
