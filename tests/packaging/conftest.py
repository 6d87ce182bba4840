"""What tests of the packages share."""

import os
import shutil

import pytest


@pytest.fixture
def needs():
    """The test command brings the tools; only pytest alone may go without them."""

    def check(tool):
        if shutil.which(tool) is None:
            assert "FOCUSPLAN_LONG" not in os.environ, f"the test command did not bring {tool}"
            pytest.skip(f"{tool} is not here; the README's test command installs it")

    return check
