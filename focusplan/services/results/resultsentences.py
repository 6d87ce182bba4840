"""Sentences about results: counts with their word, ranges, and a month as it can be said to a friend."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from focusplan import i18n
from focusplan.domain.money import amount
from focusplan.domain.playbook import YARDSTICK
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.statistics import Range
from focusplan.domain.weeks import Week
from focusplan.i18n import _, duration, in_a_row, ngettext, number
from focusplan.services.results.resultcosts import of_hundredths, spent_on
from focusplan.services.results.resultrows import Sums, WeekRow, of_networks, of_newsletter, sums

Words = tuple[str, str]
"""The owner's result, one and many."""
UNKNOWN = "–"


def counted(count: int, words: Words) -> str:
    """Such as `6 orders`."""
    word = words[0] if count == 1 else words[1]
    return _("{count} {results}").format(count=number(count), results=word)


def new_customers(count: int) -> str:
    """Such as `2 new customers`."""
    text = ngettext("{count} new customer", "{count} new customers", count)
    return text.format(count=number(count))


def plain_count(count: int | None) -> str:
    """A figure in a table; unknown is a dash."""
    return UNKNOWN if count is None else number(count)


def money_text(value: Decimal | None, currency: str) -> str:
    """An amount; unknown is a dash."""
    return UNKNOWN if value is None else i18n.money(value, currency)


def time_range(found: Range) -> str:
    """What one result took of the owner's time."""
    low = duration(math.floor(found.low))
    if found.high is None:
        return _("{low} of your time or more for one").format(low=low)
    high = duration(math.ceil(found.high))
    if found.single is None:
        return _("between {low} and {high} of your time each").format(low=low, high=high)
    return _("{single} of your time each, between {low} and {high}").format(
        single=duration(round(found.single)), low=low, high=high
    )


def work_range(found: Range) -> str:
    """The same for somebody else to read, whose time it is not."""
    low = duration(math.floor(found.low))
    if found.high is None:
        return _("{low} of work or more for one").format(low=low)
    high = duration(math.ceil(found.high))
    if found.single is None:
        return _("between {low} and {high} of work each").format(low=low, high=high)
    return _("{single} of work each, between {low} and {high}").format(
        single=duration(round(found.single)), low=low, high=high
    )


def money_range(found: Range, currency: str) -> str:
    """What one of them cost, from hundredths."""
    low = i18n.money(of_hundredths(found.low), currency)
    if found.high is None:
        return _("{low} or more for one").format(low=low)
    high = i18n.money(of_hundredths(found.high), currency)
    if found.single is None:
        return _("between {low} and {high} each").format(low=low, high=high)
    return _("{single} each, between {low} and {high}").format(
        single=i18n.money(of_hundredths(found.single), currency), low=low, high=high
    )


def an_hour(found: Range, words: Words) -> str:
    """How many results an hour brought."""
    high = number(found.high or 0, 1)
    return _("{low} to {high} {results}").format(low=number(found.low, 1), high=high, results=words[1])


def dates(first: Week, last: Week) -> str:
    """From the first Monday to the last Sunday."""
    start, end = first.monday, last.sunday
    if start.year != end.year:
        return f"{i18n.day_with_year(start)} – {i18n.day_with_year(end)}"
    day_first = i18n.day_and_month(end).startswith(str(end.day))
    if start.month == end.month and start.day != 1 and day_first:
        return f"{start.day}–{i18n.day_with_year(end)}"
    return f"{i18n.day_and_month(start)} – {i18n.day_with_year(end)}"


# ------------------------------------------------------------------ months


Month = tuple[int, int]
"""Year and month."""


def month_of_week(week: Week) -> Month:
    """The month a week belongs to: that of its Thursday, which holds most of its days."""
    thursday = week.monday + timedelta(days=3)
    return thursday.year, thursday.month


def month_words(month: Month, today: date) -> str:
    """The month, with its year where that is not this one."""
    name = i18n.month_name(month[1])
    if month[0] == today.year:
        return name
    return _("{month} {year}").format(month=name, year=month[0])


def friend(facts: Snapshot, rows: Sequence[WeekRow], month: Month, words: Words) -> str:
    """One sentence that can be said to a friend: hours, what they were worth, what they brought, and the
    same for e-mail."""
    mine = [row for row in rows if month_of_week(row.week) == month]
    total = sums(of_networks(mine))
    cost = spent_on(facts, total, None)
    values = {
        "month": month_words(month, facts.moment.day),
        "time": duration(total.minutes),
        "brought": brought(total, words, facts.business.currency),
    }
    if cost.hours is None:
        text = _("In {month} social media took {time} of my time and brought {brought}").format(**values)
    else:
        worth = i18n.money(cost.hours, facts.business.currency)
        text = _(
            "In {month} social media took {time} of my time, worth {money}, and brought {brought}"
        ).format(**values, money=worth)
    paper = sums(of_newsletter(mine))
    if any(row.network == YARDSTICK for row in mine):
        email = _("e-mail took {time} and brought {brought}")
        said = brought(paper, words, facts.business.currency)
        text = in_a_row(text, email.format(time=duration(paper.minutes), brought=said))
    return f"{text}."


def brought(total: Sums, words: Words, currency: str) -> str:
    """Results, customers and sales as far as they are known."""
    parts = []
    if total.results is not None:
        parts.append(counted(total.results, words))
    if total.customers is not None:
        parts.append(new_customers(total.customers))
    sales = total.figures.get("sales")
    if sales is not None:
        parts.append(_("{money} in sales").format(money=i18n.money(amount(sales), currency)))
    return i18n.join(parts) if parts else _("something nobody counted")


def months_in(rows: Sequence[WeekRow]) -> tuple[Month, ...]:
    """The months with work or figures, newest first."""
    there = {month_of_week(row.week) for row in rows if row.minutes or _told(row)}
    return tuple(sorted(there, reverse=True))


def _told(row: WeekRow) -> bool:
    """Whether a figure is known but how many follow, which says nothing of what was done."""
    return any(value is not None for name, value in row.figures.items() if name != "audience")
