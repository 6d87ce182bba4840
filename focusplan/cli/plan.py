"""Commands that make a plan, show where it stands, and change its profile."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from focusplan import paths
from focusplan.answers import Badge, WeekView
from focusplan.cli import typed
from focusplan.cli.answer import Answer
from focusplan.cli.invocation import Invocation
from focusplan.cli.profilefile import profile_from
from focusplan.domain.errors import Refused
from focusplan.i18n import _, day_long, heading, minutes, ngettext
from focusplan.networkanswers import VerdictView
from focusplan.words import shown
from focusplan.workspace import Workspace


def new(invocation: Invocation) -> Answer:
    """A plan from a profile file, with its first network where the gate lets it start."""
    practice = invocation.has("practice")
    if invocation.today is not None and not practice:
        raise Refused("today_real")
    if invocation.workspace.has_plan:
        raise Refused("plan_exists")
    profile = profile_from(Path(invocation.text("PROFILE.toml")), invocation.workspace.catalogue.ids)
    started = invocation.workspace.start.new(profile, practice=practice)
    data, lines = _status(invocation.workspace)
    why = _why_not(invocation.workspace, profile.first_network) if started is None else []
    return Answer({"ok": True, **data, "not_started": why}, [_("The plan is made."), *why, *lines])


def _why_not(workspace: Workspace, wanted: str | None) -> list[str]:
    """What keeps the network shut that the profile named."""
    if wanted is None:
        return []
    return [one.text for one in workspace.networks.gate(wanted).conditions if not one.met]


def demo_plan(invocation: Invocation) -> Answer:
    """A practice year; without --data in the folder beside the plan's."""
    from focusplan import demo

    weeks = demo.WEEKS
    if invocation.has("weeks"):
        weeks = typed.within("--weeks", invocation.text("weeks"), 0, demo.MOST_WEEKS)
    home = invocation.home if invocation.has_own_folder else paths.practice_home(invocation.home)
    today = invocation.today or date.today()
    try:
        workspace = demo.make(home, today, weeks=weeks, language=invocation.fallback_language)
    except Refused as refused:
        raise Refused("plan_exists") if refused.code == "today_real" else refused from None
    try:
        data, lines = _status(workspace)
    finally:
        workspace.close()
    made = ngettext(
        "A practice plan of {weeks} week is made:", "A practice plan of {weeks} weeks is made:", weeks
    )
    made = made.format(weeks=weeks)
    return Answer({"ok": True, **data, "folder": str(home)}, [made, str(home), *lines])


def status(invocation: Invocation) -> Answer:
    """Business, active network and part, this week's budget, review due, gate."""
    return Answer(*_status(invocation.workspace))


def change(invocation: Invocation) -> Answer:
    """Profile keys, all or none."""
    pairs = typed.pairs(invocation.words("KEY=VALUE"))
    invocation.workspace.business.change(pairs)
    said, empty = _("{key} is now {value}."), _("{key} is empty now.")
    lines = [(said if value else empty).format(key=key, value=value) for key, value in pairs.items()]
    return Answer({"ok": True, "changed": pairs}, lines)


def _status(workspace: Workspace) -> tuple[dict[str, Any], list[str]]:
    week, verdict = workspace.week.view(), workspace.networks.view().verdict
    business, wrong = workspace.business.business(), workspace.clock_wrong()
    data = {
        "business": business.name,
        "language": business.language,
        "today": workspace.today,
        "week": week.week,
        "practice": workspace.practice,
        "active": _badge(week.active) if week.active else None,
        "budget": week.budget,
        "planned": week.planned,
        "minutes_done": week.minutes_done,
        "paused": week.paused,
        "review_due": week.review_due,
        "gate": _gate(verdict) if verdict else None,
        "clock_confirmed": not wrong,
    }
    lines = [_heading(business.name, workspace), _learning(week.active), _minutes(week)]
    if wrong:
        lines.append(
            _("The plan was used on a later day before. If today is right: focusplan clock --confirm")
        )
    if week.review_due:
        lines.append(heading(_("{week} waits to be closed.").format(week=shown(week.review_due))))
    if verdict:
        lines.append(verdict.summary)
    return data, lines


def _badge(badge: Badge) -> dict[str, Any]:
    return {
        "network": badge.network, "name": badge.name, "stage": badge.stage, "steps_done": badge.steps_done,
        "steps_total": badge.steps_total,
    }  # fmt: skip


def _gate(verdict: VerdictView) -> dict[str, Any]:
    return {"network": verdict.network, "open": verdict.open, "earliest_week": verdict.earliest}


def _learning(badge: Badge | None) -> str:
    if badge is None:
        return _("No network is being learnt.")
    said = _("Learning now: {network}, part {number} of 6, {part}; {done} of {total} jobs of the road done.")
    return said.format(
        network=badge.name, number=badge.stage_number, part=badge.stage_title, done=badge.steps_done,
        total=badge.steps_total,
    )  # fmt: skip


def _minutes(week: WeekView) -> str:
    if week.paused:
        return _("This week is paused.")
    said = _("This week: {planned} of {budget} minutes planned, {done} spent.")
    return said.format(planned=week.planned, budget=week.budget, done=minutes(week.minutes_done))


def _heading(name: str, workspace: Workspace) -> str:
    pattern = _("{business}, {day} (practice plan)") if workspace.practice else _("{business}, {day}")
    return pattern.format(business=name, day=day_long(workspace.today))
