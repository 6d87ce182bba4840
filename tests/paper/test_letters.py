"""Letters stay letters on paper: a font's own arrows, crosses and marks would be copied as something else."""

from __future__ import annotations

import pytest

from focusplan.paper.checklist import checklist_pdf
from tests.paper.reading import text_of
from tests.paper.sheets import WEEK, around, job


@pytest.mark.parametrize("typed", ["a -> b <- c => d", "10x20 and 3 x 4", "(1) at 9:30 -- or 5=25"])
def test_what_a_font_likes_to_join_is_copied_as_typed(tmp_path, typed):
    week = around({0: [job(1, WEEK.days[0], title=typed)]})
    assert typed in text_of(checklist_pdf(week), tmp_path)
