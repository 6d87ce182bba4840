"""The gate's answer in plain words: each condition with its figures, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from focusplan.domain.gate import Condition, Part, Verdict
from focusplan.domain.snapshot import Snapshot
from focusplan.i18n import _, day_long, day_with_year, join, ngettext, week_range
from focusplan.networkanswers import ConditionView, PartView, VerdictView, WayView
from focusplan.playbooks import Catalogue
from focusplan.services.results.resultwords import result_words


def verdict_view(facts: Snapshot, catalogue: Catalogue, verdict: Verdict) -> VerdictView:
    """A verdict for people. The condition's figures are those of the rules, untouched."""
    name = catalogue.name(verdict.network)
    shown = tuple(_condition(facts, catalogue, one) for one in verdict.conditions)
    return VerdictView(
        network=verdict.network,
        name=name,
        open=verdict.open,
        conditions=shown,
        ways=tuple(way_view(way) for way in verdict.ways),
        earliest=verdict.earliest,
        summary=_summary(verdict, name, shown),
    )


def _summary(verdict: Verdict, name: str, shown: tuple[ConditionView, ...]) -> str:
    if verdict.open:
        return _("{network} can be started now.").format(network=name)
    first = next(one.text for one in shown if not one.met)
    if verdict.earliest is None:
        return first
    week = week_range(verdict.earliest.monday)
    return f"{first} " + _("If all goes well, it opens in the week of {week}.").format(week=week)


def _condition(facts: Snapshot, catalogue: Catalogue, one: Condition) -> ConditionView:
    names = join([catalogue.name(network) for network in one.networks])
    text, action, way = _WORDS[one.id](one, names)
    parts = tuple(_part(facts, catalogue, part) for part in one.parts)
    return ConditionView(one.id, one.met, text, one.figure, one.target, action, way, parts)


_Told = tuple[str, str, str]
"""The text, what to do next, and the id of the way there."""


def _active_done(one: Condition, names: str) -> _Told:
    if one.why == "none_active":
        return _("No network is being learnt at the moment."), "", ""
    if one.why == "mastered_now":
        return _("{network} runs well.").format(network=names), "", ""
    if one.why == "illegal":
        text = _("The plan and its record of decisions don't agree about {networks}.").format(networks=names)
        return text, _("Look at Settings: the program offers to put this right."), "repair"
    text = _("{network} is still being learnt: {figure} of {target} things it needs to run well are there.")
    steps = next(part for part in one.parts if part.id == "steps")
    if not steps.met:
        action, way = _("Do the next job of its road."), "do_steps"
    else:
        action, way = _("Keep its goals, and fill in the numbers when you close the week."), "record"
    return text.format(network=names, figure=one.figure, target=one.target), action, way


def _upkeep_held(one: Condition, names: str) -> _Told:
    if one.why == "none_mastered":
        return _("There is nothing to look after yet."), "", ""
    if one.met:
        return _("What runs well is looked after."), "", ""
    text = _("{networks} needs looking after again: three of the last four weeks are asked.")
    return text.format(networks=names), _("Do its small weekly job, or ask less of it."), "record"


def _time_free(one: Condition, names: str) -> _Told:
    if one.why == "not_written":
        text = _("The road for {network} is not written yet.").format(network=names)
        return text, _("Put it on your later list; it stays there."), "later"
    if one.why == "small_budget":
        text = _("Under 45 minutes a week the plan looks after what exists, and nothing new is started.")
        return text, _("Give the plan more time, if you want."), "budget"
    text = _("{figure} minutes a week are free; {network} needs at least {target}.")
    action, way = ("", "") if one.met else (_("Give the plan more time, or keep less going."), "budget")
    return text.format(figure=one.figure, network=names, target=one.target), action, way


def _reviewed(one: Condition, names: str) -> _Told:
    if one.week is None:
        return _("There is no week to close yet."), "", ""
    week = week_range(one.week.monday)
    if one.met:
        return _("The week of {week} is closed.").format(week=week), "", ""
    text = _("The week of {week} is not closed yet.").format(week=week)
    return text, _("Close the week; it takes ten minutes at most."), "review"


def _wind_down(one: Condition, names: str) -> _Told:
    if one.day is None:
        return _("Nothing is being closed down."), "", ""
    day = day_long(one.day)
    if one.why == "days":
        text = _("{network} was closed; from {day} on the next one can start.")
        return text.format(network=names, day=day), _("Nothing to do but wait."), "wait"
    text = ngettext(
        "{network} was closed; {figure} of {target} last job is done.",
        "{network} was closed; {figure} of {target} last jobs are done.",
        one.target or 0,
    )
    text = text.format(network=names, figure=one.figure, target=one.target)
    return text, _("Do its last jobs; the next one can start from {day} on.").format(day=day), "wind_down"


def _clock(one: Condition, names: str) -> _Told:
    if one.day is None:
        return _("Today's date is right."), "", ""
    if one.why == "behind":
        day = day_with_year(one.day)  # a clock is often wrong by the year
        text = _("The plan has already stood at {day}, so today's date may be wrong.").format(day=day)
        return text, _("Look at the computer's date, and say whether today is right."), "clock"
    day = day_long(one.day)
    text = _("You said that today's date is right; the next network waits until {day}.").format(day=day)
    return text, _("Nothing to do but wait."), "wait"


_WORDS: Mapping[str, Callable[[Condition, str], _Told]] = {
    "active_done": _active_done,
    "upkeep_held": _upkeep_held,
    "time_free": _time_free,
    "reviewed": _reviewed,
    "wind_down": _wind_down,
    "clock": _clock,
}


def _part(facts: Snapshot, catalogue: Catalogue, part: Part) -> PartView:
    figure, target = part.figure or 0, part.target or 0
    if part.id == "steps":
        text = ngettext(
            "{done} of {all} job of the road done", "{done} of {all} jobs of the road done", target
        ).format(done=figure, all=target)
    elif part.id == "enquiries":
        text = _outcome(facts, catalogue, part)
    else:
        about = {"posts": _("posts"), "answers": _("answers")}[part.id]
        text = ngettext(
            "{about}: {kept} good week, {needed} are needed",
            "{about}: {kept} good weeks, {needed} are needed",
            figure,
        ).format(about=about, kept=figure, needed=target)
    return PartView(part.id, part.met, part.figure, part.target, text)


def _outcome(facts: Snapshot, catalogue: Catalogue, part: Part) -> str:
    many = result_words(catalogue, facts.business)[1]
    figure = part.figure or 0
    if part.target is None:
        return _("{results}: {count} counted so far").format(results=many, count=figure)
    return _("{results}: {count} so far, {target} are needed").format(
        results=many, count=figure, target=part.target
    )


def way_view(way: str) -> WayView:
    """A way forward, with what it leads to in one sentence."""
    return WayView(way, *_ways()[way])


def _ways() -> Mapping[str, tuple[str, str]]:
    return {
        "do_steps": (_("Do the next job"), _("Each job brings the next part of the road nearer.")),
        "record": (_("Fill in the numbers"), _("A week counts as soon as its numbers are there.")),
        "adjust": (_("Change a goal"), _("Harder from next Monday, easier from the Monday after a week.")),
        "pause": (_("Pause some weeks"), _("Paused weeks count neither for nor against you.")),
        "again": (_("Take a part again"), _("What is done stays done.")),
        "hand_over": (_("Hand work over"), _("Someone else does the jobs; the goals stay.")),
        "retire": (_("Close the network"), _("You keep what you learnt, and the time is free for another.")),
        "take_back": (_("Take back the start"), _("It is as if it had not been started; nothing waits.")),
        "later": (_("Put it on your later list"), _("It waits there with your notes.")),
        "wait": (_("Wait"), _("It opens by itself when the day has come.")),
        "review": (_("Close the week"), _("Ten minutes at most; one review covers earlier weeks too.")),
        "budget": (_("Give the plan more time"), _("The week is planned anew with it.")),
        "park_less": (_("Spend less on what is kept as it is"), _("Those minutes are free at once.")),
        "wind_down": (_("Do the last jobs"), _("After them and seven days the next one can start.")),
        "clock": (_("Say whether today is right"), _("The next network then waits for seven days.")),
        "repair": (_("Put the plan right"), _("What was changed is written into the record of decisions.")),
    }
