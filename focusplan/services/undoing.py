"""Undo and redo: ticks, figures of open weeks, times, texts, placement, ideas, the later list, the answers
before the first post, and what was said about the business and its time."""

from __future__ import annotations

from focusplan.answers import UndoView
from focusplan.domain.deeds import Deed
from focusplan.domain.errors import Refused
from focusplan.domain.pace import Tell, quiet
from focusplan.services.care import deeds
from focusplan.services.care.deedwords import deed_words
from focusplan.services.changes import Topic
from focusplan.services.context import Context
from focusplan.services.facts import snapshot
from focusplan.services.weeks.calendar import follow

_TOUCHED = Topic.WEEK | Topic.NETWORKS | Topic.NUMBERS | Topic.REVIEW


class UndoingService:
    """What can be undone and done again, in words, and doing it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def view(self) -> UndoView:
        """What the next undo and the next redo would do."""
        with self._context.read() as work:
            facts, catalogue = snapshot(work), self._context.catalogue
            last, again = deeds.newest(work), deeds.next_again(work)
            return UndoView(
                deed_words(work, catalogue, facts, last), deed_words(work, catalogue, facts, again)
            )

    def undo(self, tell: Tell = quiet) -> str:
        """Take the last deed back; answers what it was. Refused nothing_to_undo; undo_closed and
        undo_changed, after which the deed before it is the next. Where a large import is taken back, `tell`
        hears how far it is; what it raises leaves everything as it was."""
        return self._turn(True, tell)

    def redo(self, tell: Tell = quiet) -> str:
        """Do again what was undone last. Refused nothing_to_redo, and as `undo`."""
        return self._turn(False, tell)

    def _turn(self, back: bool, tell: Tell) -> str:
        context = self._context
        with context.read() as work:
            deed = deeds.newest(work) if back else deeds.next_again(work)
            if deed is None:
                raise Refused("nothing_to_undo" if back else "nothing_to_redo")
            said = deed_words(work, context.catalogue, snapshot(work), deed)
        try:
            with context.begin() as work:
                deeds.turn(work, snapshot(work), deed, back, tell)
                follow(work, deed)
        except Refused as error:
            if error.code not in ("undo_closed", "undo_changed"):
                raise
            with context.begin() as work:
                deeds.forget(work, deed)
            context.announce(_TOUCHED)
            raise Refused(error.code, **{**error.values, "deed": said}) from error
        context.announce(_touched(deed))
        return said


def _touched(deed: Deed) -> Topic:
    """What has to be asked anew after it was turned."""
    tables = {one.table for one in deed.changes}
    if tables & {"business", "boundaries"}:
        return Topic.ALL
    return _TOUCHED | Topic.BUSINESS if "note" in tables else _TOUCHED
