"""What may take long says so and can be stopped: the plan as one file, and taking a large import back."""

from __future__ import annotations

from datetime import date

import pytest

from focusplan.domain.readings import FileFigures
from focusplan.services.files import filedeeds
from focusplan.services.files.fileweeks import FileChanges
from focusplan.ui import progress
from focusplan.ui.progress import Stopped, when_long


def test_what_is_short_makes_no_window(window, monkeypatch):
    monkeypatch.setattr(progress, "Progress", None)
    assert when_long(window, "One moment", lambda _tell: "done") == "done"


def test_what_is_long_is_shown_and_can_be_stopped(window, monkeypatch):
    seen = []

    def stop(self, done, whole):
        seen.append((done, whole))
        raise Stopped

    monkeypatch.setattr(progress.Progress, "tell", stop)
    assert when_long(window, "One moment", lambda tell: tell(3, 9)) is None
    assert seen == [(3, 9)]


def test_a_stopped_document_leaves_no_file(workspace, tmp_path):
    def stop(_done, _whole):
        raise Stopped

    with pytest.raises(Stopped):
        workspace.exports.to_json(tmp_path / "plan.json", stop)
    assert not (tmp_path / "plan.json").exists()


def test_taking_an_import_back_tells_how_far_it_is_and_stopped_changes_nothing(workspace):
    day = date(2026, 11, 23)
    rows = [FileFigures("instagram", "post", f"p{n}", day, day, "{}", day) for n in range(12_000)]
    packed = filedeeds.written([FileChanges("instagram", rows, [])])
    with workspace._store.begin(workspace.moment()) as work:
        work.put_all(rows, FileFigures)
    told = []

    def stop(done, whole):
        told.append(done / whole)
        if done / whole > 0.5:
            raise Stopped

    with pytest.raises(Stopped), workspace._store.begin(workspace.moment()) as work:
        filedeeds.turned(work, packed, frozenset(), stop)
    assert told == sorted(told) and len(told) > 3
    with workspace._store.read(workspace.moment()) as work:
        assert len(list(work.file_figures("instagram", date.min, date.max))) == 12_000
