"""Reads the jobs of the five ways and their words, which are shipped beside the playbooks."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from focusplan import paths
from focusplan.domain.playbook import Words
from focusplan.domain.roadreading import Table, read_words
from focusplan.domain.roadrules import RoadFault
from focusplan.domain.ways import JOBS, WAYS, Way, WayJob, Ways
from focusplan.i18n import LANGUAGES

STRUCTURE = "ways.toml"


def load_ways(root: Path | None = None) -> Ways:
    """The shipped ways, or those in the folder `root`. ValueError names the first thing wrong in them."""
    return _load(root or paths.resources() / "playbooks" / "shared")


def words_file(language: str) -> str:
    """The file that holds the words of one language."""
    return f"ways-{language}.toml"


@lru_cache(maxsize=4)
def _load(root: Path) -> Ways:
    faults: list[RoadFault] = []
    top = Table(_parse(root / STRUCTURE), STRUCTURE, "", faults)
    for name in top.names():
        if name not in WAYS:
            top.say(name, "unknown")
    ways = {name: _way(name, top.sub(name)) for name in WAYS if name in top.names()}
    jobs = [job for way in ways.values() for job in way.jobs]
    words = {lang: _words(root, lang, jobs, faults) for lang in LANGUAGES}
    if faults:
        raise ValueError(f"{faults[0].part}: {faults[0].key}: {faults[0].code}")
    return Ways(ways, words)


def _way(name: str, row: Table) -> Way:
    jobs = []
    for line in row.rows("jobs"):
        job = WayJob(
            line.take("id", str, ""), line.take("minutes", int, 0),
            line.take("recurs", bool, False, needed=False), line.take("alone", bool, False, needed=False),
            line.take("shared", str, "", needed=False),
        )  # fmt: skip
        if not job.id.startswith(f"{JOBS}{name}-"):
            line.say("id", "foreign_step")
        line.end()
        jobs.append(job)
    way = Way(name, row.take("a_week", int, 0), tuple(jobs))
    row.end()
    return way


def _words(root: Path, lang: str, jobs: list[WayJob], faults: list[RoadFault]) -> Mapping[str, Words]:
    file = words_file(lang)
    top = Table(_parse(root / file), file, "", faults)
    shared = Table(_parse(root / f"{lang}.toml"), f"{lang}.toml", "", faults).sub("steps")
    words = {}
    for job in jobs:
        source, key = (shared, job.shared) if job.shared else (top, job.id)
        words[job.id] = read_words(source.sub(key))
    top.end()
    return words


def _parse(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))
