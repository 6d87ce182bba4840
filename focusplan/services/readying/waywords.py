"""The five ways in words: their names, what each is in one sentence, and what a week says of its way."""

from __future__ import annotations

from focusplan.domain.weekclaims import PlanNote
from focusplan.i18n import _, pgettext


def way_name(way: str) -> str:
    """A way as a title."""
    return {
        "start": pgettext("one of five ways", "Start"),
        "prepare_first": pgettext("one of five ways", "Prepare first"),
        "minimal": pgettext("one of five ways", "Keep it minimal"),
        "learn": pgettext("one of five ways", "Learn it first"),
        "hand_over": pgettext("one of five ways", "Let someone else do it"),
    }.get(way, way)


def way_sentence(way: str) -> str:
    """What a way means for the weeks, in one sentence."""
    return {
        "start": _("You learn one network step by step, as its road says."),
        "prepare_first": _("Only jobs of preparing and setting up; posts wait until nothing is missing."),
        "minimal": _("You look after what exists for the customers you have: one small job a week."),
        "learn": _("One lesson a week of fifteen to thirty minutes; what exists is looked after."),
        "hand_over": _("You find somebody, brief them, and check their work for ten minutes a week."),
    }.get(way, "")


def way_note(note: PlanNote) -> str:
    """What a week says of its way; empty for any other note."""
    if note.code == "way_minimal":
        return minimal_why(str(note.values["why"]))
    if note.code == "way_through":
        return next_step(str(note.values["way"]))
    if note.code == "no_way_job":
        return _("There was no room for this week’s small job.")
    return {
        "way_prepare_first": _("You chose to prepare first, so no posts are planned yet."),
        "way_learn": _("You chose to learn first: one lesson a week, and what exists is looked after."),
        "way_hand_over": _("You chose to let someone else do it; your own goals stay as they are."),
    }.get(note.code, "")


def minimal_why(why: str) -> str:
    """Why a plan is the minimal one."""
    return {
        "chosen": _("You chose the minimal plan: what exists is looked after, and nothing new is started."),
        "budget": _("Under 45 minutes a week there is time to look after what exists, and nothing new is "
                    "started. More minutes in Settings change that."),
        "time": _("No network that suits you fits into your time, so this plan looks after what exists. "
                  "More minutes in Settings change that."),
        "nothing_learnt": _("No network is being learnt, so this plan looks after what exists. Networks "
                            "shows what you could start."),
    }.get(why, "")  # fmt: skip


def next_step(way: str) -> str:
    """What comes next when every job of a way is done."""
    return {
        "prepare_first": _("These jobs are done: you could start now."),
        "minimal": _("The small jobs are done; a short look each week remains."),
        "learn": _("All lessons are done: you could start now."),
        "hand_over": _("It is handed over; a short check each week remains."),
    }.get(way, "")
