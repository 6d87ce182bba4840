"""The jobs of the five ways, as they are shipped."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from focusplan import paths
from focusplan.domain.roadrules import (
    HOW_LINES,
    MOST_WORDS,
    STEP_MINUTES,
    TEXT_LENGTH,
    TITLE_LENGTH,
    word_count,
)
from focusplan.domain.ways import WAYS, Way, WayJob, open_jobs
from focusplan.i18n import LANGUAGES
from focusplan.playbooks import load_catalogue
from focusplan.ways import load_ways

_WAYS = load_ways()
_JOBS = [job for way in _WAYS.ways.values() for job in way.jobs]
_FORBIDDEN = {
    "en": ("streak", "fail", "lost", "broken", "behind", "lazy"),
    "es": ("racha", "fracas", "perdid", "roto", "atrasad", "perez"),
    "fr": ("échec", "échou", "perdu", "cassé", "en retard", "paress"),
    "sv": ("svit", "misslyck", "förlor", "trasig"),
}


def test_every_way_but_starting_has_jobs_and_one_that_comes_back() -> None:
    assert set(_WAYS.ways) == set(WAYS) - {"start"}
    for way in _WAYS.ways.values():
        assert way.a_week >= 1
        assert sum(job.recurs for job in way.jobs) == 1
    assert sum(not job.recurs for job in _WAYS.get("learn").jobs) >= 12
    assert all(15 <= job.minutes <= 30 for job in _WAYS.get("learn").jobs)
    assert all(job.minutes <= 15 for job in _WAYS.get("minimal").jobs)


def test_the_ids_are_unique_and_no_step_of_a_road_has_them() -> None:
    ids = [job.id for job in _JOBS]
    steps = {step.id for playbook in load_catalogue() for step in playbook.steps}
    assert len(set(ids)) == len(ids)
    assert not steps & set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_job_reads_as_a_step_does(language: str) -> None:
    for job in _JOBS:
        words, english = _WAYS.words[language][job.id], _WAYS.words["en"][job.id]
        assert STEP_MINUTES[0] <= job.minutes <= STEP_MINUTES[1], job.id
        assert 0 < len(words.title) <= TITLE_LENGTH, job.id
        assert words.why.endswith(".") and all(line[-1] in ".?!" for line in words.how), job.id
        assert not words.done_when.endswith("."), job.id
        assert HOW_LINES[0] <= len(words.how) == len(english.how) <= HOW_LINES[1], job.id
        assert all(len(text) <= TEXT_LENGTH for text in (words.why, *words.how, words.done_when)), job.id
        assert word_count(words) <= MOST_WORDS, job.id
        said = " ".join((words.title, words.why, *words.how, words.done_when)).lower()
        assert "{" not in said and not [word for word in _FORBIDDEN[language] if word in said], job.id


def test_a_way_with_a_job_nobody_knows_is_refused_by_name(tmp_path: Path) -> None:
    root = tmp_path / "shared"
    shutil.copytree(paths.resources() / "playbooks" / "shared", root)
    file = root / "ways.toml"
    file.write_text(file.read_text("utf-8").replace("way-learn-short", "way-learn-unknown"), "utf-8")
    with pytest.raises(ValueError, match="way-learn-unknown"):
        load_ways(root)


def test_what_recurs_waits_for_the_jobs_before_it() -> None:
    way = Way("x", 1, (WayJob("a", 10), WayJob("b", 10, alone=True), WayJob("r", 5, recurs=True), WayJob("c", 10)))
    assert [job.id for job in open_jobs(way, (), alone=True).once] == ["a", "b", "c"]
    assert not open_jobs(way, ("a",), alone=True).weekly
    asked = open_jobs(way, ("a",), alone=False)
    assert [job.id for job in asked.weekly] == ["r"] and not asked.through
    assert open_jobs(way, ("a", "c"), alone=False).through
