"""Commands for networks: the catalogue, the gate, the moves, pauses, goals and the jobs of a road."""

from __future__ import annotations

from typing import Any

from focusplan.answers import GoalView
from focusplan.cli import typed
from focusplan.cli.answer import Answer, table
from focusplan.cli.invocation import Invocation
from focusplan.domain.errors import FocusPlanError
from focusplan.domain.playbook import GOAL_KINDS
from focusplan.i18n import _, minutes
from focusplan.networkanswers import GoalChange, NetworkCard, PartView, RunView, StepView, VerdictView
from focusplan.words import shown, state_word

MOST_TARGET = 1000


def networks(invocation: Invocation) -> Answer:
    """All networks with state and fit, best first, with reasons."""
    cards = invocation.workspace.networks.cards()
    data = [
        {
            "id": card.id, "name": card.name, "state": card.state, "fit": card.fit, "rank": card.rank,
            "reason": card.reason, "start_minutes": card.start_minutes, "upkeep_minutes": card.upkeep_minutes,
            "weeks": card.weeks, "startable": card.startable, "written": card.written, "note": card.note,
            "asks": card.asks, "ruled_out": card.ruled_out,
        }
        for card in cards
    ]  # fmt: skip
    rows = [
        (card.id, _state(card), "●" * card.fit + "○" * (3 - card.fit), _reason(card))
        for card in cards
    ]
    return Answer({"networks": data}, table(rows))


def _reason(card: NetworkCard) -> str:
    """The reasons, and what it asks where they don't say so."""
    return card.reason if card.ruled_out == "time" else f"{card.reason} {card.asks}".strip()


def _state(card: NetworkCard) -> str:
    """Nothing is said of a network that is not in the plan."""
    return "" if card.state == "none" else state_word(card.state)


def gate(invocation: Invocation) -> Answer:
    """The verdict: open or not, both exit 0."""
    verdict = invocation.workspace.networks.gate(invocation.network())
    data = {
        "network": verdict.network,
        "open": verdict.open,
        "conditions": [
            {
                "id": each.id,
                "met": each.met,
                "text": each.text,
                "figure": each.figure,
                "target": each.target,
                "next_action": each.next_action,
                "parts": [_part_data(part) for part in each.parts],
            }
            for each in verdict.conditions
        ],
        "ways_forward": [way.text for way in verdict.ways],
        "ways": [{"id": way.id, "text": way.text, "consequence": way.consequence} for way in verdict.ways],
        "earliest_week": verdict.earliest,
        "summary": verdict.summary,
        "usual": verdict.usual,
        "learnt": verdict.learnt,
    }
    return Answer(data, _verdict_lines(verdict))


def _part_data(part: PartView) -> dict[str, Any]:
    return {
        "id": part.id, "met": part.met, "figure": part.figure, "target": part.target, "text": part.text,
    }  # fmt: skip


def _verdict_lines(verdict: VerdictView) -> list[str]:
    said = [each.text for each in verdict.conditions]
    lines = [] if verdict.summary in said else [verdict.summary]
    for each in verdict.conditions:
        lines.append(f"  {'✓' if each.met else '·'} {each.text}")
        lines += [f"      {'✓' if part.met else '·'} {part.text}" for part in each.parts if part.text]
        if not each.met and each.next_action:
            lines.append(f"    → {each.next_action}")
    lines += [one for one in (verdict.usual, *verdict.learnt) if one]
    if not verdict.open and verdict.earliest is not None:
        lines.append(_("It can open in {week} if all goes well.").format(week=shown(verdict.earliest)))
    if not verdict.open and verdict.ways:
        lines.append(_("What you can do:"))
        lines += [f"  – {way.text}" for way in verdict.ways]
    return lines


def closed_gate(invocation: Invocation, error: FocusPlanError) -> tuple[str, list[str]]:
    """A refused start in the gate's own words: why, and the ways forward."""
    verdict = invocation.workspace.networks.gate(str(error.values["network"]))
    unmet = [each.text for each in verdict.conditions if not each.met]
    further = [text for text in dict.fromkeys(unmet) if not verdict.summary.startswith(text)]
    return " ".join([verdict.summary, *further]), [way.text for way in verdict.ways]


def goal(invocation: Invocation) -> Answer:
    """A change of a goal, or the withdrawal of one that is not in force yet."""
    network = invocation.network()
    name = typed.choice("GOAL", invocation.text("GOAL"), tuple(GOAL_KINDS))
    reason, verbs = invocation.text("reason"), invocation.workspace.networks
    if invocation.has("withdraw"):
        return _changed(verbs.withdraw_goal(network, name, reason))
    target = typed.within("--target", invocation.text("target"), 0, MOST_TARGET)
    return _changed(verbs.change_goal(network, name, target, reason))


def _changed(made: GoalChange) -> Answer:
    data = {"network": made.network, "goal": made.goal, "old": made.old, "new": made.new, "from": made.starts}
    return Answer({**data, "easier": made.easier}, [made.text])


def steps(invocation: Invocation) -> Answer:
    """The road of any network: its jobs and goals."""
    run = invocation.workspace.networks.run(invocation.network())
    data = {
        "network": run.network,
        "version": run.version,
        "steps": [_step_data(step) for step in run.steps],
        "goals": [_goal_data(each) for each in run.goals],
    }
    return Answer(data, _run_lines(run))


def _step_data(step: StepView) -> dict[str, Any]:
    return {
        "id": step.id, "stage": step.stage, "title": step.title, "why": step.why, "how": list(step.how),
        "done_when": step.done_when, "minutes": step.minutes, "required": step.required, "done": step.done,
        "done_on": step.done_on, "instead": step.instead or None, "open": step.open,
    }  # fmt: skip


def _goal_data(each: GoalView) -> dict[str, Any]:
    upcoming = each.next_target is not None and each.next_from is not None
    return {
        "id": each.id, "kind": each.kind, "text": each.text, "target": each.target, "least": each.least,
        "most": each.most, "k": each.k, "n": each.n, "held": each.held, "kept": each.kept, "line": each.line,
        "next": {"target": each.next_target, "from": each.next_from} if upcoming else None,
        "suggestion": each.suggestion,
        "weeks": [{"week": square.week, "result": square.result} for square in each.weeks],
    }  # fmt: skip


def _run_lines(run: RunView) -> list[str]:
    lines = [run.name]
    titles = {stage.id: stage.title for stage in run.stages}
    for stage in dict.fromkeys(step.stage for step in run.steps):
        lines.append(titles.get(stage) or {"deepen": _("Further"), "wind_down": _("After closing")}[stage])
        rows = [
            ("  ✓" if step.done else "  ·", step.id, minutes(step.minutes), step.title)
            for step in run.steps
            if step.stage == stage
        ]
        lines += table(rows)
    lines += [f"{each.text}: {each.line}" if each.line else each.text for each in run.goals]
    return lines
