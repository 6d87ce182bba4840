"""The whole plan as one JSON document and back.

The form, version 1: `format` and `version` name it, `schema` is the number of the data file's tables. Then
one section for each table, by its name: an object for what there is one of (plan, clock, business,
boundaries), else a list of rows in the order of their keys. A row has the table's columns. Days are
`2026-11-23`, weeks `2026-W48`, moments UTC with their offset, money a text with two decimals, hours
`{"monday": ["09:00-12:00"]}`; null is unknown. A record's `data` and a pinned road's `body` are the texts
that were kept, letter by letter. The same plan gives the same bytes: nothing says when or where
they were written.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, get_type_hints

from focusplan.domain.errors import BadFile, NewerPlan
from focusplan.domain.pace import Tell, quiet
from focusplan.exports.values import back, money_back, money_text, plain

FORMAT = "focusplan-plan"
VERSION = 1
LARGEST = 200_000_000
"""Bytes; ten years of a busy plan are a twentieth of that."""

_AT_ONCE = 1_000
"""Rows between two words about how far it is."""

SINGLE = ("plan", "clock", "business", "boundaries")
"""Sections that are one object."""

_MONEY = (("evidence", "sales"),)
"""Columns that hold hundredths of the currency."""

Facts = Mapping[str, Sequence[Any]]
"""The facts of each section, in order."""


def marked(head: bytes) -> bool:
    """Whether these bytes begin or hold a document of this form."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and f'"{FORMAT}"'.encode() in head


def written(facts: Facts, schema: int, tell: Tell = quiet) -> bytes:
    """The document, each row on a line of its own. `tell` hears of the rows that are written."""
    head = {"format": FORMAT, "version": VERSION, "schema": schema}
    parts = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
    whole, done = sum(len(rows) for rows in facts.values()), 0
    for name, rows in facts.items():
        parts.append(f"{_json(name)}: {_section(name, rows, partial(_beat, tell, done, whole))}")
        done += len(rows)
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _beat(tell: Tell, before: int, whole: int, done: int) -> None:
    tell(before + done, whole)


def _section(name: str, facts: Sequence[Any], heard: Callable[[int], object]) -> str:
    rows = []
    for number, fact in enumerate(facts):
        if number % _AT_ONCE == 0:
            heard(number)
        rows.append(_json(_row(name, fact)))
    if name in SINGLE:
        return rows[0] if rows else "null"
    return "[\n" + ",\n".join(rows) + "\n]" if rows else "[]"


def _row(name: str, fact: Any) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for field in dataclasses.fields(fact):
        value = getattr(fact, field.name)
        row[field.name] = money_text(value) if (name, field.name) in _MONEY else plain(value)
    return row


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def read(file: str, content: bytes, kinds: Mapping[str, type[Any]], schema: int) -> dict[str, list[Any]]:
    """The facts in a document, by section. `kinds`: the fact of each section; `schema`: the newest there is.

    BadFile (export_syntax, export_other, export_section, export_key, export_value), each naming `file` and
    where; NewerPlan for one of a later version.
    """
    data = _loaded(file, content)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise BadFile("export_other", file=file)
    numbers = [data.pop("version", None), data.pop("schema", None)]
    del data["format"]
    if any(type(number) is not int or number < 1 for number in numbers):
        raise BadFile("export_value", file=file, key="version")
    if numbers[0] > VERSION or numbers[1] > schema:
        raise NewerPlan("newer_plan", version=numbers[1], newest=schema)
    unknown = [name for name in data if name not in kinds]
    if unknown:
        raise BadFile("export_section", file=file, key=unknown[0][:80])
    return {name: _facts(file, name, kind, data.get(name)) for name, kind in kinds.items()}


def _loaded(file: str, content: bytes) -> Any:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadFile("export_syntax", file=file, line=line) from None
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number, parse_float=_no_number)
    except json.JSONDecodeError as error:
        raise BadFile("export_syntax", file=file, line=error.lineno) from None
    except (ValueError, RecursionError):
        raise BadFile("export_syntax", file=file, line=1) from None


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """A key that is there twice says two things."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(key)
        found[key] = value
    return found


def _no_number(text: str) -> Any:
    raise ValueError(text)


def _facts(file: str, name: str, kind: type[Any], section: Any) -> list[Any]:
    rows = section if name not in SINGLE else [section]
    if section is None:
        rows = []
    if not isinstance(rows, list) or (name in SINGLE and not rows):
        raise BadFile("export_key", file=file, key=name)
    hints = get_type_hints(kind)
    return [_fact(file, name, place, kind, hints, row) for place, row in enumerate(rows)]


def _fact(file: str, name: str, place: int, kind: type[Any], hints: Mapping[str, Any], row: Any) -> Any:
    where = name if name in SINGLE else f"{name}[{place}]"
    if not isinstance(row, dict):
        raise BadFile("export_value", file=file, key=where)
    fields = {field.name: field for field in dataclasses.fields(kind)}
    foreign = [key for key in row if key not in fields]
    if foreign:
        raise BadFile("export_section", file=file, key=f"{where}.{foreign[0][:80]}")
    values: dict[str, Any] = {}
    for key, field in fields.items():
        if key in row:
            values[key] = _value(file, f"{where}.{key}", (name, key), hints[key], row[key])
        elif field.default is dataclasses.MISSING:
            raise BadFile("export_key", file=file, key=f"{where}.{key}")
    try:
        return kind(**values)
    except ValueError:
        raise BadFile("export_value", file=file, key=where) from None


def _value(file: str, where: str, column: tuple[str, str], hint: Any, value: Any) -> Any:
    try:
        return money_back(value) if column in _MONEY else back(hint, value)
    except (ValueError, KeyError, ArithmeticError):
        raise BadFile("export_value", file=file, key=where) from None
