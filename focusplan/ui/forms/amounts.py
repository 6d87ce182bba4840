"""Amounts as people type and read them."""

from __future__ import annotations

from decimal import Decimal

from focusplan import i18n

_CENTS = Decimal("0.01")


def read_amount(text: str) -> Decimal | None:
    """An amount as the place writes it; None when it is empty or can't be read."""
    try:
        return i18n.parse_amount(text) if text.strip() else None
    except i18n.NumberWrong:
        return None


def amount_problem(text: str) -> str:
    """Why an amount can't be read, in one sentence; empty when it can or nothing is typed."""
    try:
        if text.strip():
            i18n.parse_amount(text)
    except i18n.NumberWrong as wrong:
        return str(wrong)
    return ""


def stored_amount(value: Decimal | None) -> str:
    """An amount in the profile's form; empty for none."""
    return "" if value is None else str(value.quantize(_CENTS))


def shown_amount(stored: str) -> str:
    """A stored amount as the place writes it, without decimals where there are none."""
    if not stored:
        return ""
    value = Decimal(stored)
    return i18n.number(value, 0 if value == value.to_integral_value() else 2)


def whole_money(value: Decimal, currency: str) -> str:
    """An amount without its zero decimals."""
    text = i18n.money(value, currency)
    for zeros in (".00", ",00"):
        text = text.replace(zeros, "")
    return text
