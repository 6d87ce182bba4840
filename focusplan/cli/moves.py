"""Commands that move a network, pause weeks, and mark jobs of a road."""

from __future__ import annotations

from focusplan.cli import typed
from focusplan.cli.answer import Answer
from focusplan.cli.invocation import Invocation
from focusplan.domain.playbook import STAGES
from focusplan.domain.weeks import Week
from focusplan.i18n import _, day_long, join
from focusplan.networkanswers import StepView
from focusplan.words import shown, state_word

MOST_MINUTES = 2400


def start(invocation: Invocation) -> Answer:
    """Through the gate; a closed one refuses with its verdict."""
    network = invocation.network()
    return _moved(invocation, network, invocation.workspace.networks.start(network))


def take_back(invocation: Invocation) -> Answer:
    """A start of the last seven days, as if it had not been."""
    network = invocation.network()
    return _moved(invocation, network, invocation.workspace.networks.take_back(network))


def park(invocation: Invocation) -> Answer:
    """Kept as it is, up to so many minutes a week."""
    network = invocation.network()
    wanted = None
    if invocation.has("minutes"):
        wanted = typed.within("--minutes", invocation.text("minutes"), 0, MOST_MINUTES)
    return _moved(invocation, network, invocation.workspace.networks.park(network, wanted))


def later(invocation: Invocation) -> Answer:
    """On the later list with a note, or off it."""
    network = invocation.network()
    note = invocation.text("note") if invocation.has("note") else None
    remove = invocation.has("remove")
    return _moved(invocation, network, invocation.workspace.networks.later(network, note, remove))


def again(invocation: Invocation) -> Answer:
    """A part of the road once more; what is done stays done."""
    network = invocation.network()
    stage = typed.choice("STAGE", invocation.text("STAGE"), STAGES)
    return _moved(invocation, network, invocation.workspace.networks.again(network, stage))


def retire(invocation: Invocation) -> Answer:
    """Closed, with why and what was learnt."""
    network = invocation.network()
    reason, learnt = invocation.text("reason"), invocation.text("learnt")
    return _moved(invocation, network, invocation.workspace.networks.retire(network, reason, learnt))


def _moved(invocation: Invocation, network: str, state: str) -> Answer:
    name = next(card.name for card in invocation.workspace.networks.cards() if card.id == network)
    line = _("{network}: {state}").format(network=name, state=state_word(state))
    return Answer({"ok": True, "network": network, "state": state}, [line])


def pause(invocation: Invocation) -> Answer:
    """Weeks from one to another, both included."""
    first, last = (typed.week(f"--{name}", invocation.text(name)) for name in ("from", "to"))
    weeks = invocation.workspace.networks.pause(first, last, invocation.text("reason"))
    return _weeks(_("Paused: {weeks}"), weeks)


def resume(invocation: Invocation) -> Answer:
    """Paused weeks that have not begun, and the running one's plan."""
    first = typed.week("--from", invocation.text("from")) if invocation.has("from") else None
    weeks = invocation.workspace.networks.resume(first)
    return _weeks(_("Taken up again: {weeks}"), weeks)


def _weeks(pattern: str, weeks: tuple[Week, ...]) -> Answer:
    return Answer({"weeks": list(weeks)}, [pattern.format(weeks=join([shown(week) for week in weeks]))])


def step_done(invocation: Invocation) -> Answer:
    """A job of a road is done, or closed since it can't be done here."""
    wanted = None
    if invocation.has("minutes"):
        wanted = typed.within("--minutes", invocation.text("minutes"), 1, 1440)
    instead = invocation.text("instead") if invocation.has("instead") else None
    return _stepped(invocation.workspace.networks.step_done(invocation.text("ID"), wanted, instead))


def step_undo(invocation: Invocation) -> Answer:
    """A job of a road is open again."""
    return _stepped(invocation.workspace.networks.step_undo(invocation.text("ID")))


def _stepped(step: StepView) -> Answer:
    if step.done and step.done_on is not None:
        line = _("Done on {day}: {title}").format(day=day_long(step.done_on), title=step.title)
    else:
        line = _("Not done: {title}").format(title=step.title)
    data = {"id": step.id, "done": step.done, "done_on": step.done_on, "instead": step.instead or None}
    return Answer(data, [line])
