"""What a deed was, in a few words that follow *Undo:*."""

from __future__ import annotations

from focusplan.domain.deeds import Change, Deed
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.weekitems import Item
from focusplan.domain.weeks import Week
from focusplan.i18n import _, language, minutes, ngettext, number, week_range
from focusplan.playbooks import Catalogue
from focusplan.services.care.deeds import ROWS
from focusplan.services.facts import playbook_of
from focusplan.services.readying.readinesskeeping import KEYS
from focusplan.services.readying.readinessviews import PREFIX
from focusplan.services.readying.readinesswords import question_title
from focusplan.services.roads.roadwork import find_step
from focusplan.services.weeks.jobwords import JobWords
from focusplan.store.store import Work

LONGEST = 60
"""Letters of a title or an idea that are shown."""


def deed_words(work: Work, catalogue: Catalogue, facts: Snapshot, deed: Deed | None) -> str:
    """Such as `tick of Post on Instagram`; empty without a deed."""
    if deed is None:
        return ""
    jobs = [change for change in deed.changes if change.table == "item"]
    if deed.code == "tick" and len(jobs) > 1:
        return ngettext("{count} tick", "{count} ticks", len(jobs)).format(count=number(len(jobs)))
    text = _texts().get(deed.code)
    if text is None:
        return _("the last change")
    values = {"job": "", "network": "", "week": "", "minutes": "", "idea": "", "question": _question(deed)}
    values["job"] = _job(work, catalogue, facts, deed)
    for change in deed.changes:
        row = change.row
        if isinstance(row.get("network"), str):
            values["network"] = catalogue.name(str(row["network"]))
        if change.table in ("item", "evidence"):
            values["week"] = week_range(Week(int(row["week"] or 0)).monday)
        if change.table == "idea":
            values["idea"] = _short(str(row["text"]))
        if change.table == "time_entry":
            values["minutes"] = minutes(int(row["minutes"] or 0))
    rows = [catalogue.name(str(change.row["network"])) for change in deed.changes if change.table == ROWS]
    if rows:
        values["network"] = ", ".join(rows)
    return text.format(**values)


def _texts() -> dict[str, str]:
    return {
        "tick": _("tick of {job}"),
        "untick": _("{job}, open again"),
        "minutes": _("minutes of {job}"),
        "paper": _("the line from paper"),
        "move": _("another day for {job}"),
        "put_off": _("later for {job}"),
        "drop": _("{job}, let go"),
        "shorten": _("less time for {job}"),
        "split": _("{job} in two parts"),
        "part": _("part of {job}"),
        "person": _("who does {job}"),
        "came_up": _("what came up: {job}"),
        "smaller": _("how much time this week has"),
        "result": _("one more result"),
        "import": _("numbers from a file, {network}"),
        "record": _("numbers of {network}, {week}"),
        "time": _("{minutes} on {network}"),
        "phone": _("minutes on the phone"),
        "costs": _("a monthly cost"),
        "unsourced": _("what came from nobody knows where"),
        "idea_add": _("a new idea: {idea}"),
        "idea_edit": _("the words of an idea"),
        "idea_move": _("the order of the ideas"),
        "idea_remove": _("off the list: {idea}"),
        "shared": _("whose post it is"),
        "before_post": _("a tick before posting"),
        "also_used": _("also used on {network}"),
        "sentence": _("your own sentence"),
        "texts": _("your answers"),
        "people": _("the list of people"),
        "step": _("tick of {job}"),
        "step_undo": _("{job}, open again"),
        "later": _("the later list: {network}"),
        "business": _("what you said about your business"),
        "hours": _("your time and your hours"),
        "holiday": _("which holidays you work on"),
        "answer": _("your answer: {question}"),
        "way": _("the way you go"),
        "still_true": _("that the answers are still true"),
        "not_now": _("to be asked again later"),
    }


def _question(deed: Deed) -> str:
    """The question before the first post whose answer was changed; empty where none was."""
    changed = {str(one.key.get("key")).removeprefix(PREFIX) for one in deed.changes if one.table == "note"}
    changed |= {"pay"} if deed.of("business") else set()
    return next((question_title(one) for one, keys in KEYS.items() if changed & {one, *keys}), "")


def _job(work: Work, catalogue: Catalogue, facts: Snapshot, deed: Deed) -> str:
    """The title of the job that was changed first, in the language of now."""
    step = deed.of("step")
    if step is not None and deed.code.startswith("step"):
        return _step_title(work, catalogue, facts, step)
    change = deed.of("item")
    item = work.one(Item, id=change.key["id"]) if change is not None else None
    if item is None:
        return ""
    words = JobWords.of(work, catalogue, facts, item.week, ())
    return _short(words.job(item).title)


def _step_title(work: Work, catalogue: Catalogue, facts: Snapshot, change: Change) -> str:
    run, step = find_step(facts, str(change.key["step"]))
    return _short(playbook_of(work, catalogue, run).words_of(step.step, language()).title)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
