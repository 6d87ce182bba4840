"""A playbook as JSON and back, exactly: a running adoption keeps the version it began with in the plan."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from focusplan.domain.playbook import GoalSpec, Limit, Playbook, Routine, Step, Words


def to_json(playbook: Playbook) -> str:
    """One line of JSON with sorted keys: the same playbook gives the same text."""
    whole = replace(playbook, words=dict(playbook.words), texts=dict(playbook.texts))
    return json.dumps(asdict(whole), ensure_ascii=False, sort_keys=True, default=date.isoformat)


def from_json(text: str) -> Playbook:
    """The playbook that `to_json` wrote. Keys a later version added may be missing. ValueError, KeyError or
    TypeError when the text is something else."""
    data: dict[str, Any] = json.loads(text)
    data["checked_on"] = _day(data.get("checked_on"))
    data["steps"] = tuple(Step(**step) for step in data.get("steps", ()))
    data["countries"] = tuple(data.get("countries", ()))
    data["goals"] = tuple(GoalSpec(**goal) for goal in data.get("goals", ()))
    routine = data.get("routine")
    data["routine"] = Routine(**routine) if routine else None
    data["words"] = {
        language: {key: Words(**{**words, "how": tuple(words["how"])}) for key, words in one.items()}
        for language, one in data.get("words", {}).items()
    }
    data["limits"] = tuple(
        Limit(**{**limit, "checked_on": date.fromisoformat(limit["checked_on"])})
        for limit in data.get("limits", ())
    )
    return Playbook(**data)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
