"""A printed week typed back: understood first, kept only as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from focusplan.answers import PaperAnswer
from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.evidence import LARGEST, Evidence, with_figures
from focusplan.domain.money import amount, hundredths
from focusplan.domain.paperline import PaperLine, letters, parse
from focusplan.domain.pauses import closed
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.timelog import beyond
from focusplan.domain.weekitems import Item
from focusplan.i18n import (
    NumberWrong,
    _,
    duration,
    join,
    language,
    minutes,
    money,
    ngettext,
    parse_amount,
)  # fmt: skip
from focusplan.playbooks import Catalogue
from focusplan.services.results.resultwords import result_words
from focusplan.services.weeks import recording, ticking
from focusplan.services.weeks.planning import planned
from focusplan.services.weeks.tallies import keep_tally
from focusplan.services.weeks.weekviews import counted_network
from focusplan.services.weeks.weekwords import understood
from focusplan.store.store import Work


def understand(work: Work, catalogue: Catalogue, facts: Snapshot, line: str) -> PaperAnswer:
    """What the line says, checked against the plan; writes nothing. WrongUse where it stumbled; Refused
    no_such_job, week_future, week_closed, no_network."""
    read = parse(line, facts.week, letters(language()))
    ticking.refuse_unless_open(facts, read.week)
    jobs = _named(work, catalogue, facts, read)
    tallies = _tallies(read)
    network = counted_network(facts)
    own = sum(_own(job, read) for job in jobs if not job.person)
    extra = beyond(read.altogether or 0, own, recording.paper_minutes(work, read.week))
    if network is None and (tallies or extra):
        raise Refused("no_network")
    if network is not None and tallies:
        late = closed(read.week, facts.pauses, facts.moment.day)
        row = work.one(Evidence, network=network, week=read.week, late=late)
        with_figures(row or Evidence(network, read.week, late), tallies, facts.moment.day)
    spent = max(read.altogether, own) if read.altogether is not None else own if jobs else None
    text = understood(_said(catalogue, facts, read, tallies, spent))
    return PaperAnswer(read.week, read.done, spent, extra, tallies, network, text)


def keep(work: Work, catalogue: Catalogue, facts: Snapshot, line: str) -> PaperAnswer:
    """Understand the line and store it: jobs, minutes, tallies."""
    answer = understand(work, catalogue, facts, line)
    read = parse(line, facts.week, letters(language()))
    if answer.done:
        ticking.tick(work, catalogue, answer.week, answer.done, read.taken)
    if answer.network is not None and answer.extra:
        recording.log_from_paper(work, facts, answer.network, answer.week, answer.extra)
    if answer.network is not None and answer.tallies:
        recording.record(work, facts, answer.network, answer.week, answer.tallies)
        keep_tally(work, answer.network, answer.week, answer.tallies)
    return replace(answer, stored=True)


def _named(work: Work, catalogue: Catalogue, facts: Snapshot, read: PaperLine) -> list[Item]:
    plan = planned(work, catalogue, facts, read.week)
    if plan.paused and read.done:
        raise Refused("week_paused", week=read.week)
    known = {item.number: item for item in plan.items}
    missing = [number for number in read.done if number not in known]
    if missing:
        raise Refused("no_such_job", number=missing[0], week=read.week)
    return [known[number] for number in read.done]


def _own(job: Item, read: PaperLine) -> int:
    """Minutes of one of the owner's jobs: those of the line, else what was said before, else the estimate."""
    return read.taken.get(job.number, job.minutes if job.taken is None else job.taken)


def _tallies(read: PaperLine) -> dict[str, int]:
    """Figures by name; money in hundredths, read as the place writes it."""
    tallies = dict(read.counts)
    if read.sales:
        sales = hundredths(_money(read.sales))
        if sales > LARGEST:
            raise WrongUse("figure_range", figure="sales", value=sales, most=LARGEST)
        tallies["sales"] = sales
    return tallies


def _money(typed: str) -> Decimal:
    """An amount in the place's form; WrongUse number_wrong where it can't be read or is unclear."""
    try:
        return parse_amount(typed)
    except NumberWrong as error:
        raise WrongUse("number_wrong", typed=typed, text=str(error)) from None


def _said(
    catalogue: Catalogue, facts: Snapshot, read: PaperLine, tallies: dict[str, int], spent: int | None
) -> Iterable[str]:
    """The pieces of the sentence that says what was understood."""
    if read.week != facts.week:
        yield _("week {week}").format(week=read.week.number)
    if read.done:
        jobs = join([_numbered(number, read) for number in read.done])
        text = ngettext("job {jobs} done", "jobs {jobs} done", len(read.done))
        yield text.format(jobs=jobs)
    if spent is not None and read.altogether is not None:
        yield _("{time} altogether").format(time=duration(spent))
    one, many = result_words(catalogue, facts.business)
    for figure, value in tallies.items():
        yield _tally_text(figure, value, one, many, facts.business.currency)


def _numbered(number: int, read: PaperLine) -> str:
    if number not in read.taken:
        return str(number)
    return _("{number} ({minutes})").format(number=number, minutes=minutes(read.taken[number]))


def _tally_text(figure: str, value: int, one: str, many: str, currency: str) -> str:
    if figure == "sales":
        return _("{money} of sales").format(money=money(amount(value), currency))
    if figure == "enquiries":
        return f"{value} {one if value == 1 else many}"
    texts = {
        "posts": ngettext("{count} post", "{count} posts", value),
        "received": ngettext("{count} message received", "{count} messages received", value),
        "answered_in_time": ngettext("{count} answered in time", "{count} answered in time", value),
        "customers": ngettext("{count} new customer", "{count} new customers", value),
    }
    return texts[figure].format(count=value)
