"""A practice plan in a real file, on a fixed day."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from focusplan import demo
from focusplan.domain.boundaries import Boundaries
from focusplan.domain.business import Business
from focusplan.domain.profile import Profile
from focusplan.workspace import Workspace

MONDAY = date(2026, 11, 23)
GROWN = date(2027, 3, 17)


def make_profile(**changes: Any) -> Profile:
    """A bakery with two hours a week on three mornings that starts with Google Business Profile."""
    business = Business(
        name="Corner Bakery", kind="restaurant", customers="local", audience="consumers", aim="enquiries",
        language="en", country="GB", currency="GBP", speaker="owner", hour_value=Decimal("30.00"),
    )  # fmt: skip
    hours = dict.fromkeys((0, 2, 4), ((540, 720),))
    values: dict[str, Any] = {
        "business": business,
        "boundaries": Boundaries(budget=120, longest_sitting=30, spread="few_days", hours=hours),
        "first_network": "google_business",
    }
    return Profile(**{**values, **changes})


@pytest.fixture
def profile() -> Profile:
    return make_profile()


@pytest.fixture
def workspace(tmp_path: Path, profile: Profile) -> Iterator[Workspace]:
    """The bakery's practice plan, begun on Monday 23 November 2026."""
    made = Workspace(tmp_path / "plan", today=MONDAY)
    made.start.new(profile, practice=True)
    yield made
    made.close()


@pytest.fixture(scope="session")
def _grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixteen weeks of the practice bakery, made once."""
    home = tmp_path_factory.mktemp("grown") / "plan"
    demo.make(home, GROWN, weeks=16, language="en").close()
    return home


@pytest.fixture
def grown(_grown: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A practice plan with a network that runs well, another being learnt, a pause, reviews and ticks."""
    shutil.copytree(_grown, tmp_path / "grown")
    made = Workspace(tmp_path / "grown", today=GROWN)
    yield made
    made.close()
