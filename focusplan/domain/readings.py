"""Figures from the platforms' own files: what may be added up, and what becomes of them in a week.

A row of a file is one post, one day, one week or one whole period. Counts of posts and days are added up to
weeks; people who saw something never are, since they are the same people from day to day; a figure of a
longer period is never split. Rows are kept with their keys, so that a file that comes again adds nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from focusplan.domain.evidence import FIGURES, Evidence, figures_of
from focusplan.domain.weeks import Week

Figure = int | float
Span = tuple[date, date]

PEOPLE = ("reach",)
"""Figures that count people and can't be added up."""
STATES = ("followers_total", "audience", "recipients")
"""Figures that stand at a moment: of several the latest holds."""
ORDER = (
    "posts", "views", "video_views", "reach", "interactions", "comments", "shares", "saves", "link_clicks",
    "clicks", "profile_visits", "calls", "directions", "messages", "bookings", "food_orders", "menu_clicks",
    "hotel_bookings", "new_followers", "followers_total", "audience", "watch_hours", "recipients", "opens",
    "unique_opens", "unique_clicks", "unsubscribes", "received", "answered_in_time", "enquiries", "customers",
    "sales",
)  # fmt: skip
"""Every metric, in the order in which they are shown."""
POSTS = "content"
"""The kind of rows of which each is a post, or an answer or a story that is none."""
_ONE_POST = '"posts":1'
TYPED = "typed"
"""The kind of rows from our own template."""
ISSUES = "issues"
"""The kind of rows of which each is an issue of the newsletter."""
_AT_ONCE = 5_000
"""Rows whose figures are read together."""
_FULL_WEEK = timedelta(days=6)


@dataclass(slots=True)
class FileFigures:
    """The figures of one row of an imported file. `kind` and `item` name it within its network: a post by the
    platform's own id; `figures` is a JSON object of metrics. No names, no texts of people.

    Never changed once it is made, though not frozen: a file makes two hundred thousand of them, and freezing
    would take longer than reading them.
    """

    network: str
    kind: str
    item: str
    first: date
    last: date
    figures: str
    read_on: date

    @property
    def values(self) -> dict[str, Figure]:
        """The metrics by name."""
        found: dict[str, Figure] = json.loads(self.figures)
        return found


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure of a period, both days included."""

    metric: str
    first: date
    last: date
    value: Figure

    @property
    def week(self) -> Week | None:
        """The week it is of; None for any other period."""
        return whole_week(self.first, self.last)


@dataclass(frozen=True, slots=True)
class WeekChange:
    """What the files do to one figure of a week: `old` is what the plan shows now, None where unknown.
    `ticked`: that was ticked, not typed. `part`: the files hold a part of the week only. `late`: the week is
    closed. `taken` is False where a smaller figure of a part of a week is left out."""

    network: str
    week: Week
    figure: str
    old: int | None
    new: int | None
    late: bool = False
    part: bool = False
    ticked: bool = False
    taken: bool = True


def as_text(values: Mapping[str, Figure]) -> str:
    """Metrics as they are kept, in the order of their names."""
    return json.dumps(values, sort_keys=True, separators=(",", ":"))


def merged(old: FileFigures | None, new: FileFigures) -> FileFigures:
    """A row that is there already with what a later file says of it: the later file wins, and what it does
    not hold stays. The very same row where it says nothing new."""
    if old is None or old.figures == new.figures:
        return old or new
    both = as_text({**old.values, **new.values})
    return old if both == old.figures else replace(new, figures=both)


def whole_week(first: date, last: date) -> Week | None:
    """The week these days are, from its Monday to its Sunday; None for any other span."""
    exact = first.weekday() == 0 and last - first == _FULL_WEEK
    return Week.of(first) if exact else None


def week_in(row: FileFigures) -> Week | None:
    """The week a row lies in; None where it reaches over more than one."""
    return _week_between(row.first, row.last)


@lru_cache(maxsize=10_000)
def _week_between(first: date, last: date) -> Week | None:
    week = Week.of(first)
    return week if week == Week.of(last) else None


def readings(
    rows: Iterable[FileFigures], beat: Callable[[int], object] = lambda _count: None
) -> tuple[Reading, ...]:
    """The figures of these rows: by weeks where the rows lie in weeks, else by their own periods. `beat` is
    told now and then how many rows were added since."""
    spans: dict[Span, _Span] = {}
    for days, some in _by_days(rows).items():
        week = week_in(some[0])
        span = spans.setdefault((week.monday, week.sunday) if week else days, _Span({}, {}, {}))
        whole = week is None or whole_week(*days) is not None
        for start in range(0, len(some), _AT_ONCE):
            text = ",".join([row.figures for row in some[start : start + _AT_ONCE]])
            span.add(days[1], json.loads(f"[{text}]"), whole)
            beat(min(_AT_ONCE, len(some) - start))
    made = (
        Reading(metric, first, last, round(value, 4))
        for (first, last), span in spans.items()
        for metric, value in span.known().items()
    )
    return tuple(sorted(made, key=lambda one: (one.first, one.last, _place(one.metric))))


def _by_days(rows: Iterable[FileFigures]) -> dict[Span, list[FileFigures]]:
    found: dict[Span, list[FileFigures]] = {}
    for row in rows:
        days = (row.first, row.last)
        if days in found:
            found[days].append(row)
        else:
            found[days] = [row]
    return found


@dataclass
class _Span:
    """What is known of a week or a longer period: sums, states with their day, and counts of people."""

    sums: dict[str, Figure]
    states: dict[str, tuple[date, Figure]]
    people: dict[str, list[Figure]]

    def add(self, last: date, rows: Sequence[Mapping[str, Figure]], whole: bool) -> None:
        """The figures of rows that end on the same day; people count only in rows of the whole span."""
        for metric in {metric for values in rows for metric in values}:
            found = [values[metric] for values in rows if metric in values]
            if metric in STATES:
                if metric not in self.states or self.states[metric][0] <= last:
                    self.states[metric] = (last, found[-1])
            elif metric in PEOPLE:
                if whole:
                    self.people.setdefault(metric, []).extend(found)
            else:
                self.sums[metric] = self.sums.get(metric, 0) + sum(found)

    def known(self) -> dict[str, Figure]:
        """Every figure; people only where one row says it all."""
        states = {metric: value for metric, (_day, value) in self.states.items()}
        people = {metric: values[0] for metric, values in self.people.items() if len(values) == 1}
        return {**self.sums, **states, **people}


def _place(metric: str) -> int:
    return ORDER.index(metric) if metric in ORDER else len(ORDER)


def week_figures(rows: Iterable[FileFigures]) -> dict[str, int]:
    """What all rows of one network in one week say of the figures a plan keeps. A platform's own file comes
    before what was written into the template."""
    own: list[FileFigures] = []
    typed: list[FileFigures] = []
    posts = 0
    for row in rows:
        if row.kind == POSTS:
            posts += _ONE_POST in row.figures
        else:
            (typed if row.kind == TYPED else own).append(row)
    return {**_figures(typed), **_figures(own), **({"posts": posts} if posts else {})}


def _figures(rows: Iterable[FileFigures]) -> dict[str, int]:
    rows = tuple(rows)
    found = {one.metric: one.value for one in readings(rows)}
    issues = [row for row in rows if row.kind == ISSUES]
    if len(issues) == 1 and "unique_clicks" in found:
        found["reach"] = found["unique_clicks"]
    for state in ("followers_total", "recipients"):
        if state in found:
            found["audience"] = found[state]
    return {name: int(found[name]) for name in FIGURES if name in found and found[name] >= 0}


def covers(week: Week, first: date, last: date) -> bool:
    """Whether files that reach from `first` to `last` hold the whole week."""
    return first <= week.monday and week.sunday <= last


def change(
    row: Evidence, figure: str, new: int | None, ticked: int | None, part: bool, kept: int | None
) -> WeekChange | None:
    """What a figure from files does to what is held; None where it is that already. `kept`: what files said
    of it before, `ticked`: posts that were ticked, `new`: None where files no longer say anything. In a part
    of a week a figure that is smaller than what was typed or ticked is left out; what the owner typed over an
    earlier figure of a file is never taken away."""
    held = figures_of(row)[figure]
    only_ticked = held is None and figure == "posts" and bool(ticked)
    old = ticked if only_ticked else held
    if held == new or (new is None and held != kept):
        return None
    smaller = new is not None and part and old is not None and new < old and old != kept
    return WeekChange(row.network, row.week, figure, old, new, row.late, part, only_ticked, taken=not smaller)
