"""Commands for the week: its jobs, what came on paper, numbers, minutes, closing it, results, the sheet."""

from __future__ import annotations

from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

from focusplan import i18n
from focusplan.answers import Job, WeekView
from focusplan.cli import typed
from focusplan.cli.answer import Answer, money, table
from focusplan.cli.invocation import Invocation
from focusplan.cli.outfile import write_pdf
from focusplan.domain.evidence import COUNTS, Evidence
from focusplan.domain.weeks import Week
from focusplan.i18n import _, day_medium, duration, heading, minutes, number, week_range
from focusplan.resultanswers import ResultsView
from focusplan.words import shown

DECISIONS = ("keep", "change", "stop")
PAPERS = ("A4", "Letter")
MOST_MINUTES = 1440


def _week(invocation: Invocation, name: str = "week") -> Week | None:
    """The week typed for an option, or for the place W."""
    if not invocation.has(name):
        return None
    return typed.week(name if name == "W" else f"--{name}", invocation.text(name))


def _or_present(invocation: Invocation, week: Week | None) -> Week:
    return week or Week.of(invocation.workspace.today)


def week(invocation: Invocation) -> Answer:
    """The jobs of a week, this one by default."""
    view = invocation.workspace.week.view(_week(invocation, "W"))
    return Answer(_week_data(view), _week_lines(view))


def _week_data(view: WeekView) -> dict[str, Any]:
    return {
        "week": view.week, "budget": view.budget, "reserve": view.reserve, "planned": view.planned,
        "paused": view.paused, "protected": list(view.protected), "minutes_done": view.minutes_done,
        "closed": view.closed, "items": [_item_data(job) for job in view.items], "notes": list(view.notes),
    }  # fmt: skip


def _item_data(job: Job) -> dict[str, Any]:
    return {
        "number": job.number, "id": job.id, "kind": job.kind, "network": job.network, "title": job.title,
        "day": job.day, "minutes": job.minutes, "done": job.done, "taken": job.taken,
        "person": job.person or None,
    }  # fmt: skip


def _week_lines(view: WeekView) -> list[str]:
    title = _("Week {week}, {days}").format(week=view.week.number, days=week_range(view.week.monday))
    if view.paused:
        return [title, _("This week is paused.")]
    said = _("{planned} of {budget} minutes planned")
    lines = [title, said.format(planned=number(view.planned), budget=number(view.budget))]
    for day in view.days:
        if day.jobs:
            lines += [heading(day_medium(day.day)), *table(_job_row(job) for job in day.jobs)]
    if view.put_off:
        lines += [_("Put off, for no day yet"), *table(_job_row(job) for job in view.put_off)]
    if not view.items:
        lines.append(_("No jobs this week."))
    lines += view.notes
    if view.yours:
        lines.append(_("Yours: {times}").format(times=view.yours))
    return lines


def _job_row(job: Job) -> tuple[str, ...]:
    box = "[x]" if job.done else "[ ]"
    return (f"  {box}", str(job.number).rjust(2), minutes(job.minutes), job.title)


def move(invocation: Invocation) -> Answer:
    """A job of the week to another day of it."""
    wanted = typed.within("NUMBER", invocation.text("NUMBER"), 1, 999)
    day = typed.day("DAY", invocation.text("DAY"))
    at = _or_present(invocation, _week(invocation))
    invocation.workspace.week.move(at, wanted, day)
    line = _("Job {number} is now on {day}.").format(number=wanted, day=i18n.day_long(day))
    return Answer({"ok": True, "week": at, "number": wanted, "day": day}, [line])


def untick(invocation: Invocation) -> Answer:
    """Jobs of a week are open again."""
    wanted = typed.numbers("NUMBERS", invocation.words("NUMBERS"))
    at = _or_present(invocation, _week(invocation))
    invocation.workspace.week.untick(at, wanted)
    line = _("Open again: {numbers}").format(numbers=i18n.join([str(each) for each in wanted]))
    return Answer({"ok": True, "week": at, "numbers": wanted}, [line])


def tick(invocation: Invocation) -> Answer:
    """The line that came back on paper; shows what was understood."""
    made = invocation.workspace.week.paper(" ".join(invocation.words("LINE")))
    tallies = {key: money(value) if key == "sales" else value for key, value in made.tallies.items()}
    data = {"week": made.week, "done": list(made.done), "minutes": made.minutes, "tallies": tallies}
    return Answer(data, [made.text])


def record(invocation: Invocation) -> Answer:
    """Figures of a network's week; answers the evidence now held."""
    network = invocation.network()
    at = _or_present(invocation, _week(invocation))
    figures = typed.figures(invocation.words("KEY=VALUE"))
    held = invocation.workspace.week.record(network, at, figures)
    counts = not (held.late or held.outside or held.void)
    data = {"network": network, "week": at, "counts": counts, **_evidence(held)}
    known = [f"{key}={value}" for key, value in _evidence(held).items() if value is not None]
    lines = [_("{week}: {figures}").format(week=heading(shown(at)), figures=", ".join(known) or "–")]
    if held.late:
        lines.append(_("That week is closed: the numbers are kept and shown, and do not count for a goal."))
    elif held.outside:
        lines.append(_("Kept as extra: this network is not being learnt or looked after in that week."))
    return Answer(data, lines)


def _evidence(held: Evidence) -> dict[str, Any]:
    return {**{name: getattr(held, name) for name in COUNTS}, "sales": money(held.sales)}


def spent(invocation: Invocation) -> Answer:
    """A time entry."""
    network = invocation.network()
    amount = typed.within("MINUTES", invocation.text("MINUTES"), 1, MOST_MINUTES)
    at = typed.moment("--at", invocation.text("at")) if invocation.has("at") else None
    entry = invocation.workspace.week.log_time(network, amount, at, invocation.text("note"))
    local = entry.at.astimezone(timezone(timedelta(minutes=entry.offset)))
    said = _("{duration} noted for {day}.")
    said = said.format(duration=duration(entry.minutes), day=i18n.day_long(entry.day))
    data = {"network": network, "minutes": entry.minutes, "at": local.isoformat(timespec="seconds")}
    return Answer({**data, "week": entry.week, "outside_hours": entry.outside}, [said])


def reviewed(invocation: Invocation) -> Answer:
    """Closes a week with one decision."""
    at = _week(invocation, "W")
    decision = typed.choice("--decide", invocation.text("decide"), DECISIONS)
    closed = invocation.workspace.review.close(at, decision, invocation.text("text"))
    line = heading(_("{week} is closed. Thank you.").format(week=shown(closed)))
    told = invocation.workspace.review.closed(closed)
    easier = [{"network": one.network, "goal": one.goal, "text": one.text} for one in told.easier]
    said = [line, told.balance, told.still, *(one.text for one in told.easier)]
    data = {"week": closed, "decide": decision, "balance": told.balance, "easier": easier}
    return Answer(data, [one for one in said if one])


def review(invocation: Invocation) -> Answer:
    """The results of some weeks."""
    first, last = _week(invocation, "from"), _week(invocation, "to")
    results = invocation.workspace.review.results(first, last)
    rows = [("", "", _("minutes"), *_figure_words().values())]
    for row in results["weeks"]:
        cells = [row["network"], row["minutes"], *(row.get(key) for key in _figure_words())]
        rows.append((str(row["week"]), *("–" if cell is None else str(cell) for cell in cells)))
    if len(rows) == 1:
        lines = [_("Nothing has been noted for these weeks yet.")]
    else:
        told = [*reversed(results["months"]), *results["suggestions"]]
        lines = [*table(rows), *_money_lines(invocation, results), *(one["text"] for one in told)]
    if invocation.has("pdf"):
        results["file"] = _print_results(invocation, results)
        lines.append(_("The results are printed to {file}.").format(file=results["file"]))
    return Answer(results, lines)


def _results_view(invocation: Invocation, results: dict[str, Any]) -> ResultsView:
    """The page of the same weeks."""
    first, last = (Week.parse(str(results[end])) for end in ("from", "to"))
    return invocation.workspace.results.view(first=first, last=last)


def _money_lines(invocation: Invocation, results: dict[str, Any]) -> list[str]:
    """What the weeks cost, and what is known of where results came from; for people alone."""
    if not invocation.for_people:
        return []
    view = _results_view(invocation, results)
    if view.empty:
        return []
    rows = [i18n.told(name, text) for name, text in view.costs.rows]
    return [*rows, view.costs.note, view.newsletter, view.unknown, *view.balance]


def _print_results(invocation: Invocation, results: dict[str, Any]) -> str:
    """The same weeks as a PDF; answers where it lies."""
    paper = i18n.paper_size()
    if invocation.has("paper"):
        paper = typed.choice("--paper", invocation.text("paper"), PAPERS)
    view = _results_view(invocation, results)
    from focusplan.paper.results import results_pdf

    file = Path(invocation.text("pdf"))
    write_pdf(file, results_pdf(view, paper))
    return str(file)


def _figure_words() -> dict[str, str]:
    return {
        "posts": _("posts"),
        "received": _("received"),
        "answered_in_time": _("answered in time"),
        "reach": _("people who saw it"),
        "enquiries": _("results"),
        "customers": _("customers"),
        "sales": _("sales"),
    }


def checklist(invocation: Invocation) -> Answer:
    """The printable week as a PDF file."""
    wanted = ""
    if invocation.has("paper"):
        wanted = typed.choice("--paper", invocation.text("paper"), PAPERS)
    at = _week(invocation)
    person = invocation.text("person") if invocation.has("person") else None
    sheet = invocation.workspace.week.sheet(at, person)
    paper = wanted or i18n.paper_size()
    from focusplan.paper.checklist import checklist_pdf

    file = Path(invocation.text("pdf"))
    write_pdf(file, checklist_pdf(sheet, paper, invocation.has("wall")))
    data = {"ok": True, "file": str(file), "week": sheet.week.week, "paper": paper}
    return Answer(data, [_("The week is printed to {file}.").format(file=str(file))])
