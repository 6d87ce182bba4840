"""What is answered about results: frozen, complete, in the language of the run, the same for page and PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from focusplan.answers import WeekSquare
from focusplan.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class Tile:
    """A large figure with its name above and what it means below."""

    id: str
    title: str
    figure: str
    line: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A week, or a month where the period is long. `value` None: unknown. `state`: empty, running or paused.
    `shown`: the value as it stands above its bar; `when`: the dates in words."""

    label: str
    when: str
    value: int | None
    shown: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars with a title, what their axis counts, and the sentence that says the same."""

    id: str
    title: str
    axis: str
    bars: tuple[Bar, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the heads of the columns, and rows of texts; `note` says how it is to be read."""

    id: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal of a network over the weeks shown. `changes`: each change of its target in words."""

    id: str
    network: str
    text: str
    line: str
    weeks: tuple[WeekSquare, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SuggestionLine:
    """A suggestion: `label` one word, `rule` the rule and the figures it comes from. `place`: where it can be
    done, `try` for the page Try something, empty where there is nothing to do."""

    id: str
    kind: str
    network: str
    label: str
    text: str
    rule: str
    place: str


@dataclass(frozen=True, slots=True)
class ClosedWeekLine:
    """A closed week with what the owner wrote of it, such as `What worked: …`."""

    week: Week
    when: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """The question after 13 (26) active weeks. `number`: which asking this is."""

    network: str
    name: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class WayLine:
    """One of the four ways: its month in words, and when it pays against doing it oneself."""

    id: str
    name: str
    time: str
    money: str
    together: str
    sentence: str


@dataclass(frozen=True, slots=True)
class OwnCost:
    """Ads or tools (`kind`) of one network alone, a month; `text` says so."""

    network: str
    kind: str
    amount: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class CostsForm:
    """What the card of costs shows: amounts a month in force now, None where nothing was said. `own`: those
    of single networks; `networks`: the ones that may have some, as id and name."""

    currency: str
    hour_value: Decimal | None
    quote: Decimal | None
    ads: Decimal | None
    tools: Decimal | None
    email: Decimal | None
    own: tuple[OwnCost, ...]
    networks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ResultsView:
    """The whole page. `period`: 4, 13, 26, 52, all or own. `empty`: why there is nothing to show yet; then
    only the head and the costs are shown."""

    business: str
    today: date
    practice: bool
    period: str
    first: Week
    last: Week
    dates: str
    empty: str
    tiles: tuple[Tile, ...]
    charts: tuple[Chart, ...]
    sold: Table
    costs: Table
    newsletter: str
    unknown: str
    ways: tuple[WayLine, ...]
    break_even: str
    balance: tuple[str, ...]
    goals: tuple[GoalLine, ...]
    months: tuple[str, ...]
    suggestions: tuple[SuggestionLine, ...]
    question: Question | None
    tried: tuple[str, ...]
    closed: tuple[ClosedWeekLine, ...]
    review_due: Week | None
    result_many: str
    form: CostsForm
    unsourced: tuple[int | None, int | None]
    """Results and customers of the running week whose source nobody knows."""


@dataclass(frozen=True, slots=True)
class TrialLine:
    """A trial as it stands. `state`: running, ended or decided."""

    id: int
    network: str
    change: str
    measure: str
    when: str
    line: str
    state: str


@dataclass(frozen=True, slots=True)
class ComparisonLine:
    """A comparison as it stands. `counts`: how often each was seen and acted on so far."""

    id: int
    title: str
    counts: tuple[int, int, int, int]
    first: str
    other: str
    what: str
    line: str
    open: bool


@dataclass(frozen=True, slots=True)
class TryingView:
    """Try something: what runs, what was tried, and the networks it can be tried on as id and name."""

    trials: tuple[TrialLine, ...]
    comparisons: tuple[ComparisonLine, ...]
    networks: tuple[tuple[str, str], ...]
    measures: tuple[tuple[str, str], ...]
    first: tuple[tuple[str, str], ...]
    """Weeks a trial may begin in, as code and words."""


@dataclass(frozen=True, slots=True)
class PartnerField:
    """A line the owner may tick for somebody else's page; `text` is what it would say."""

    id: str
    name: str
    text: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class PartnerView:
    """A month for a partner or an accountant: every line there could be, of which only ticked ones print."""

    business: str
    today: date
    practice: bool
    month: str
    title: str
    dates: str
    months: tuple[tuple[str, str], ...]
    fields: tuple[PartnerField, ...]
