"""Plans of every released schema are led to the present one, after a copy, with everything in them.

One file of each schema lies in `old/`. When a step is added to focusplan/store/schema.py, the file of the schema
before it is made first: `python -m tests.store.test_old`. The rules are part of a schema: changing one of them
is a new step as well, even if it changes no table.
"""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

import pytest

from focusplan.domain.adoption import Adoption, StepState
from focusplan.domain.evidence import Evidence
from focusplan.domain.ledger import Entry, first_break
from focusplan.domain.plan import Plan
from focusplan.domain.weeks import Week
from focusplan.store import schema
from focusplan.store.copies import copies
from focusplan.store.store import Store
from tests.store.plans import BOUNDARIES, MONDAY, grown, noon

OLD = Path(__file__).parent / "old"
FILES = sorted(OLD.glob("schema_*.db.gz"))


def test_there_is_a_file_of_every_schema() -> None:
    assert [path.name for path in FILES] == [f"schema_{n}.db.gz" for n in range(1, schema.NEWEST + 1)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_it_opens_with_everything_in_it(file: Path, tmp_path: Path) -> None:
    (tmp_path / "plan.db").write_bytes(gzip.decompress(file.read_bytes()))
    number = int(file.name.removeprefix("schema_").partition(".")[0])
    store = Store(tmp_path)
    with store.read(noon(MONDAY)) as work:
        assert not store.schema_changed, "a rule changed without a new step"
        work.look_through()
        assert work.one(Plan) == Plan("11111111-2222", False, MONDAY, MONDAY)
        assert work.one(type(BOUNDARIES)) == BOUNDARIES
        assert [run.state for run in work.all(Adoption)] == ["active"]
        assert sum(step.done_on is not None for step in work.all(StepState)) == 6
        weeks = [row.week for row in work.all(Evidence)]
        assert weeks == [Week.of(MONDAY) + 1, Week.of(MONDAY) + 2]
        assert first_break(work.all(Entry)) is None
    assert [copy.reason for copy in copies(tmp_path)] == ["step"] * (schema.NEWEST - number)
    store.close()


def _make() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = grown(Path(folder) / "plan", weeks=2)
        store.close()
        OLD.mkdir(exist_ok=True)
        content = gzip.compress(store.path.read_bytes(), mtime=0)
        (OLD / f"schema_{schema.NEWEST}.db.gz").write_bytes(content)


if __name__ == "__main__":
    _make()
