"""The rule of the gate as it stands in the file itself: views that judge, triggers that refuse.

Whatever client changes the data, two networks are never active and no mastery is unearned, as long as it
leaves triggers on. The same rules are said for people in `focusplan.domain`; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import Connection

from focusplan.store import gate_facts, gate_runs
from focusplan.store.columns import Kept
from focusplan.store.gate_views import VIEWS
from focusplan.store.phrases import trigger
from focusplan.store.tables import TABLES


def _typed(table: str, event: str) -> str:
    """Every column holds its kind of value, also for a client that has switched CHECKs off."""
    found = next(one for one in TABLES.values() if one.name == table)
    rules = {}
    for column in found.columns:
        assert isinstance(column.type, Kept)
        new = f'NEW."{column.name}"'
        rule = column.type.check(new)
        rules[column.name] = f"{new} IS NULL OR ({rule})" if column.nullable else rule
    return trigger(table, event, rules, "kinds")


UNJUDGED = ("file_figures",)
"""Tables no rule looks at, and into which many rows come at once: their CHECKs are enough."""

_KINDS = tuple(
    _typed(str(table.name), event)
    for table in TABLES.values()
    if table.name not in UNJUDGED
    for event in ("INSERT", "UPDATE")
)

RULES = (*VIEWS, *_KINDS, *gate_facts.RULES, *gate_runs.RULES)
"""Views and triggers, in the order they are laid."""

INDEXES = (
    "CREATE UNIQUE INDEX one_active ON adoption ((1)) WHERE state='active'",
    "CREATE UNIQUE INDEX one_run ON adoption (network) WHERE state<>'retired'",
    'CREATE UNIQUE INDEX item_key ON item (week, "key")',
    "CREATE UNIQUE INDEX item_number ON item (week, number)",
)
"""Written out, since the text in the file must not change with a library's way of writing it."""


def lift_rules(connection: Connection) -> None:
    """Take away every view, trigger and index; the data stay as they are."""
    found = connection.exec_driver_sql(
        "SELECT type, name FROM sqlite_master WHERE type IN ('view','trigger') OR type='index' AND sql<>''"
    ).all()
    for kind, name in found:
        quoted = str(name).replace('"', '""')
        connection.exec_driver_sql(f'DROP {kind} "{quoted}"')


def lay_rules(connection: Connection) -> None:
    """Lay the rules anew, in the place of whatever views, triggers and indexes there are."""
    lift_rules(connection)
    for statement in (*INDEXES, *RULES):
        connection.exec_driver_sql(statement)
