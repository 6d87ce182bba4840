"""Sentences about a week: what is the owner's, what the plan has to say, and how the sheet is typed back."""

from __future__ import annotations

from collections.abc import Iterable

from focusplan.domain.boundaries import Boundaries
from focusplan.domain.paperline import printed_letter
from focusplan.domain.weekclaims import PlanNote
from focusplan.domain.weeks import Week
from focusplan.i18n import (
    _,
    day_name,
    duration,
    heading,
    join,
    language,
    minutes,
    ngettext,
    pgettext,
    time_of_day,
)
from focusplan.playbooks import Catalogue
from focusplan.services.readying.waywords import minimal_why, way_note

EVENING = 18 * 60
WEEKEND = (5, 6)
LETTERS = ("posts", "received", "answered_in_time", "enquiries", "customers", "sales")


def hours_text(boundaries: Boundaries, weekday: int) -> str:
    """The allowed time of a weekday, `09:00–12:00, 14:00–17:00`; empty when it is protected."""
    spans = boundaries.hours.get(weekday, ())
    return ", ".join(f"{time_of_day(start)}–{time_of_day(end)}" for start, end in spans)


def yours(boundaries: Boundaries) -> str:
    """What is the owner's own: evenings, protected days, the weekend."""
    kept = [day for day in range(7) if day not in boundaries.weekdays]
    words = []
    if all(spans[-1][1] <= EVENING for spans in boundaries.hours.values() if spans):
        words.append(_("evenings"))
    whole_weekend = all(day in kept for day in WEEKEND)
    words += [day_name(day) for day in kept if not (whole_weekend and day in WEEKEND)]
    if whole_weekend:
        words.append(_("the weekend"))
    return heading(", ".join(words))


def paper_line(week: Week, numbers: Iterable[int]) -> str:
    """An example of the line to type back, with this week's number and the language's own letters."""
    shown = [str(number) for number in numbers][:2] or ["1"]
    result = printed_letter("enquiries", language())
    return f"W{week.number}: {' '.join(shown)} / 0:45 / {result}2"


def letters_line(result_many: str) -> str:
    """What each letter of the line stands for."""
    names = {
        "posts": _("posts"),
        "received": _("messages received"),
        "answered_in_time": _("answered in time"),
        "enquiries": result_many,
        "customers": _("new customers"),
        "sales": _("takings"),
    }
    pairs = (f"{printed_letter(figure, language())} {names[figure]}" for figure in LETTERS)
    return " · ".join(pairs)


def boxes(result_many: str) -> tuple[str, ...]:
    """Labels of the number boxes on the sheet."""
    return (
        _("Messages received"),
        _("Answered in time"),
        heading(result_many),
        _("New customers"),
        _("Takings"),
    )


def note_text(catalogue: Catalogue, note: PlanNote) -> str:
    """A note of the plan as one or two sentences."""
    maker = _NOTES.get(note.code)
    return maker(catalogue, note) if maker else way_note(note)


def _minimal(_catalogue: Catalogue, _note: PlanNote) -> str:
    return minimal_why("budget")


def _half(_catalogue: Catalogue, _note: PlanNote) -> str:
    return _("This week is planned at half size, to find your way back.")


def _holiday(_catalogue: Catalogue, _note: PlanNote) -> str:
    return _("There is a public holiday on one of your days this week, so less is planned, or nothing. "
             "Settings has the holidays, if you work then.")  # fmt: skip


def _smaller(_catalogue: Catalogue, note: PlanNote) -> str:
    return _("You have less time this week: {minutes} are planned at most.").format(
        minutes=duration(int(note.values["minutes"]))
    )


def _first_week(_catalogue: Catalogue, _note: PlanNote) -> str:
    return _("The week had already begun, so less is planned.")


def _crisis(_catalogue: Catalogue, _note: PlanNote) -> str:
    return _("Planned posts wait until the difficult days are over.")


def _hours_small(_catalogue: Catalogue, note: PlanNote) -> str:
    return _("Your hours hold {room} a week; your time allows {plannable}.").format(
        room=minutes(int(note.values["room"])), plannable=minutes(int(note.values["plannable"]))
    )


def _no_step(_catalogue: Catalogue, _note: PlanNote) -> str:
    return _("There was no room for a step of the road this week.")


def _same_day(catalogue: Catalogue, note: PlanNote) -> str:
    return _("Two posts stand on one day: schedule the second in {network} itself.").format(
        network=catalogue.get(str(note.values["network"])).name
    )


def _put_off(_catalogue: Catalogue, note: PlanNote) -> str:
    count = int(note.values["count"])
    return ngettext(
        "{count} job no longer fits this week and waits under Later.",
        "{count} jobs no longer fit this week and wait under Later.",
        count,
    ).format(count=count)


def _fewer_posts(catalogue: Catalogue, note: PlanNote) -> str:
    wanted = int(note.values["wanted"])
    text = ngettext(
        "Your goal is {wanted} post a week on {network}; there is room for {planned}. About {minutes} are "
        "missing: fewer posts, more time, or someone who helps.",
        "Your goal is {wanted} posts a week on {network}; there is room for {planned}. About {minutes} are "
        "missing: fewer posts, more time, or someone who helps.",
        wanted,
    )
    return text.format(
        wanted=wanted,
        network=catalogue.get(str(note.values["network"])).name,
        planned=note.values["planned"],
        minutes=minutes(int(note.values["minutes"])),
    )


def _no_room(catalogue: Catalogue, note: PlanNote) -> str:
    network, kind = str(note.values["network"]), str(note.values["kind"])
    jobs = {
        "close": _("closing the week"),
        "answer": _("answering"),
        "upkeep": _("looking after it"),
        "newsletter": _("the newsletter"),
        "parked": _("what is kept as it is"),
        "own": _("what came up"),
    }
    needed = minutes(int(note.values["minutes"]))
    if network and kind in ("answer", "upkeep"):
        text = pgettext("a job of a network", "{network}: {job}")
        job = text.format(network=catalogue.name(network), job=jobs[kind])
    else:
        job = jobs[kind]
    return _("No room this week: {job}, {minutes}.").format(job=job, minutes=needed)


_NOTES = {
    "minimal": _minimal, "half": _half, "smaller": _smaller,
    "holiday": _holiday, "first_week": _first_week, "crisis": _crisis,
    "hours_small": _hours_small, "no_step": _no_step, "same_day": _same_day, "put_off": _put_off,
    "fewer_posts": _fewer_posts, "no_room": _no_room,
}  # fmt: skip


def understood(parts: Iterable[str]) -> str:
    """What a paper line was understood to say, in one sentence."""
    known = [part for part in parts if part]
    return _("Understood: {what}.").format(what=join(known))
