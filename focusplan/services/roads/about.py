"""What a network is: whom it suits, what it asks, its figures, difficult comments, and its limits."""

from __future__ import annotations

import re
from datetime import date

from focusplan import i18n
from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.limits import corrected, day_key, note_key, readable, written
from focusplan.domain.plan import Note
from focusplan.domain.playbook import STAGES, Limit, Playbook
from focusplan.domain.roadrules import CRITICISM, NUMBERS
from focusplan.i18n import _, day_with_year, duration, language, minutes, ngettext, number, pgettext
from focusplan.networkanswers import AboutView, LimitView
from focusplan.playbooks import Catalogue
from focusplan.store.store import Work

_TIMES = re.compile(r"[x×*]", re.IGNORECASE)


def about(work: Work, catalogue: Catalogue, network: str) -> AboutView:
    """Everything that can be said of a network, in the language of the run. KeyError without a playbook."""
    playbook, speech = catalogue.get(network), language()
    numbers, comments = number_labels(), _comment_labels()
    return AboutView(
        network=network,
        name=catalogue.name(network),
        suits=playbook.text("suits", speech),
        asks=" ".join(filter(None, (playbook.text("asks", speech), _takes(playbook)))),
        needs=playbook.text("needs", speech),
        statistics=playbook.text("statistics", speech),
        numbers=_rows(playbook, "numbers", tuple(zip(NUMBERS, numbers, strict=True))),
        comments=_rows(playbook, "criticism", tuple(zip(CRITICISM, comments, strict=True))),
        limits=tuple(_limit(work, playbook, limit) for limit in playbook.limits),
        road=_road(playbook),
        checked_on=playbook.checked_on,
    )


def correct(work: Work, catalogue: Catalogue, network: str, limit_id: str, typed: str) -> LimitView:
    """Keep the owner's own figure for a limit; ours typed again takes the correction away. WrongUse
    limit_characters, limit_pixels; Refused no_such_limit."""
    playbook = catalogue.get(network)
    limit = _find(playbook, limit_id)
    text = corrected(limit.kind, _typed(limit.kind, typed))
    if text is None:
        raise WrongUse("limit_characters" if limit.kind == "characters" else "limit_pixels", value=typed)
    if text == written(limit):
        return put_back(work, catalogue, network, limit_id)
    work.put(Note(note_key(network, limit_id), text))
    work.put(Note(day_key(network, limit_id), work.moment.day.isoformat()))
    return _limit(work, playbook, limit)


def put_back(work: Work, catalogue: Catalogue, network: str, limit_id: str) -> LimitView:
    """The limit as the playbook has it again. Refused no_such_limit."""
    playbook = catalogue.get(network)
    limit = _find(playbook, limit_id)
    for key in (note_key(network, limit_id), day_key(network, limit_id)):
        note = work.one(Note, key=key)
        if note is not None:
            work.remove(note)
    return _limit(work, playbook, limit)


def number_labels() -> tuple[str, ...]:
    """What the figures are called here, in the order of NUMBERS."""
    return (
        pgettext("label of a number", "Posts"),
        _("Comments and messages that came"),
        _("People who saw it"),
        _("Followers"),
    )


def _comment_labels() -> tuple[str, ...]:
    return (_("How they arrive"), _("What you can hide"), _("What you can report"))


def _rows(
    playbook: Playbook, group: str, labels: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    found = ((label, playbook.text(f"{group}.{key}", language())) for key, label in labels)
    return tuple((label, text) for label, text in found if text)


def _takes(playbook: Playbook) -> str:
    """Minutes and weeks, where the road says them."""
    if not playbook.written:
        return ""
    weeks = ngettext("about {weeks} week", "about {weeks} weeks", playbook.weeks)
    text = _("To begin with {start} a week for {weeks}, afterwards {upkeep} a week.")
    return text.format(
        start=minutes(playbook.start_minutes),
        weeks=weeks.format(weeks=number(playbook.weeks)),
        upkeep=minutes(playbook.upkeep_minutes),
    )


def _road(playbook: Playbook) -> str:
    steps = [step for step in playbook.steps if step.stage in STAGES]
    if not steps:
        return ""
    text = ngettext(
        "{count} job in six parts, {time} altogether.",
        "{count} jobs in six parts, {time} altogether.",
        len(steps),
    )
    return text.format(count=number(len(steps)), time=duration(sum(step.minutes for step in steps)))


def _limit(work: Work, playbook: Playbook, limit: Limit) -> LimitView:
    ours = written(limit)
    note = work.one(Note, key=note_key(playbook.id, limit.id))
    own = note.text if note is not None and readable(limit.kind, note.text) else ""
    return LimitView(
        id=limit.id,
        kind=limit.kind,
        text=playbook.text(f"limit.{limit.id}", language()) or limit.id,
        value=_shown(own or ours),
        ours=_shown(ours),
        own=bool(own),
        line=_own_line(work, playbook, limit) if own else _line(limit),
    )


def _line(limit: Limit) -> str:
    """When and where it was seen."""
    day = day_with_year(limit.checked_on)
    if limit.seen == "official":
        return _("checked on {day} in the network’s own help").format(day=day)
    if limit.seen == "secondary":
        return _("checked on {day} in lists made by others").format(day=day)
    return _("noted on {day}; look before you rely on it").format(day=day)


def _own_line(work: Work, playbook: Playbook, limit: Limit) -> str:
    ours, note = _shown(written(limit)), work.one(Note, key=day_key(playbook.id, limit.id))
    try:
        day = day_with_year(date.fromisoformat(note.text)) if note else ""
    except ValueError:
        day = ""
    if not day:
        return _("your own figure; ours is {ours}").format(ours=ours)
    return _("your own figure, since {day}; ours is {ours}").format(day=day, ours=ours)


def _shown(text: str) -> str:
    """`1080 × 1350`: pixels are never grouped."""
    parts = text.split("x")
    return number(int(text)) if len(parts) == 1 else " × ".join(parts)


def _typed(kind: str, typed: str) -> list[int]:
    parts = [typed] if kind == "characters" else _TIMES.split(typed)
    try:
        return [i18n.parse_whole(part) for part in parts]
    except (i18n.NumberUnclear, i18n.NumberWrong):
        return []


def _find(playbook: Playbook, limit_id: str) -> Limit:
    for limit in playbook.limits:
        if limit.id == limit_id:
            return limit
    raise Refused("no_such_limit", network=playbook.id, limit=limit_id)
