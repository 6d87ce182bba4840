"""Paper needs Qt, but no screen."""

import pytest


@pytest.fixture(autouse=True)
def qt(qapp):
    """One application for all tests of the process, widgets included, whichever test comes first."""
    return qapp
