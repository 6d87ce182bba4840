"""The owner's business, as asked at the first start. Text is data: kept as typed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

KINDS = (
    "retail", "restaurant", "trades", "beauty_health", "b2b_services", "professional",
    "crafts_shop", "tourism", "culture_courses", "association", "manufacturing",
)  # fmt: skip
CUSTOMERS = ("local", "regional", "national", "international")
AUDIENCES = ("consumers", "businesses")
AIMS = ("enquiries", "loyalty", "found_locally", "online_sales", "hiring")
SPEAKERS = ("owner", "staff", "agency")
LANGUAGES = ("en", "es", "fr", "sv")
SPREADS = ("few_days", "most_days")
SITTINGS = (10, 15, 20, 30, 60)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Business:
    """Who the plan is for. Money in `currency`; `outsourcing_quote` is a month; `result_word` is empty
    when the kind's own word is used. ValueError for a kind that does not exist."""

    name: str
    kind: str
    customers: str
    audience: str
    aim: str
    language: str
    country: str
    currency: str
    speaker: str
    result_word: str = ""
    hour_value: Decimal | None = None
    outsourcing_quote: Decimal | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(self.kind)
