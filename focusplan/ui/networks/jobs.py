"""The road being walked: its parts, the jobs of one of them, and what comes next."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusplan.i18n import _, duration, ngettext
from focusplan.networkanswers import RunView, StepView
from focusplan.ui.networks.steprow import StepRow
from focusplan.ui.parts import button, column, label
from focusplan.ui.widgets.card import Card, Line
from focusplan.ui.widgets.flow import FlowLayout
from focusplan.ui.widgets.fold import Fold

Ticked = Callable[[str, bool], object]
Ask = Callable[[StepView], object]


class Jobs(QWidget):
    """The jobs of one part: those to do, and those that are done folded into one line."""

    def __init__(
        self, steps: Iterable[StepView], tick: Ticked, instead: Ask, unfolded: bool = False,
        answer: Callable[[str], object] = lambda _step: None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.setObjectName("jobs")
        self._column: QVBoxLayout = column(gap=2)
        self.setLayout(self._column)
        steps = tuple(steps)
        self._done = [step for step in steps if step.done]
        self._rows: dict[str, StepRow] = {}
        self._instead = {step.id: step for step in steps}
        self._tick, self._ask, self._answer = tick, instead, answer
        if self._done:
            self._fold(unfolded)
        for step in steps:
            if not step.done:
                self._add(step)

    @property
    def unfolded(self) -> bool:
        """Whether the jobs that are done are shown one by one."""
        return bool(self._done) and not self._folded.body.isHidden()

    def open_rows(self) -> tuple[str, ...]:
        """The jobs whose details are shown."""
        return tuple(name for name, made in self._rows.items() if made.opened)

    def open_again(self, names: Iterable[str]) -> None:
        """Show these details, as they were before painting anew."""
        for name in names:
            if name in self._rows:
                self._rows[name].open_details()

    def _fold(self, unfolded: bool) -> None:
        text = ngettext("✓ {count} job done · {time}", "✓ {count} jobs done · {time}", len(self._done))
        time = duration(sum(step.minutes for step in self._done))
        self._folded = Fold("jobs_done", text.format(count=len(self._done), time=time), indent=6)
        self._column.addWidget(self._folded)
        self._column.addWidget(Line())
        for step in self._done:
            self._add(step, self._folded)
        self._folded.set_shown(unfolded)

    def _add(self, step: StepView, fold: Fold | None = None) -> None:
        made = StepRow(step)
        made.ticked.connect(self._tick)
        made.instead.connect(self._instead_of)
        made.answer.connect(self._answer)
        self._rows[step.id] = made
        if fold is not None:
            fold.add(made)
        else:
            self._column.addWidget(made)

    def _instead_of(self, name: str) -> None:
        self._ask(self._instead[name])


def road_card(
    run: RunView, stage: str, chips: QWidget, jobs: Jobs, see: Callable[[str], object]
) -> Card:
    """The parts of the road, the jobs of `stage`, and what the next part holds; `see` shows another part."""
    card = Card("road_jobs")
    card.setAccessibleName(_("The road for {name}").format(name=run.name))
    card.add(chips)
    shown = next((one for one in run.stages if one.id == stage), None)
    if shown is not None:
        text = ngettext("{part}: {done} of {all} job done", "{part}: {done} of {all} jobs done", shown.total)
        text = text.format(part=shown.title, done=shown.done, all=shown.total)
        card.add(label(text, "heading", "road_stage"))
        if shown.state == "closed":
            card.add(label(_("These jobs open when the part before is done."), "soft", "road_closed"))
    card.add(jobs)
    if run.then_line and stage == run.stage:
        following = next((one for one in run.stages if one.state == "closed"), None)
        line = FlowLayout(gap=4)
        line.addWidget(label(run.then_line, "small", "road_then"))
        if following is not None:
            spoken = _("See the jobs of {part}").format(part=following.title)
            seen = button("road_then_see", _("See them"), lambda: see(following.id), "link", spoken)
            line.addWidget(seen)
        card.add(line)
    return card


def wind_down_card(run: RunView, jobs: Jobs) -> Card:
    """The last jobs of a network that was closed."""
    card = Card("wind_down", _("Closing {name} tidily").format(name=run.name))
    card.add(label(_("After these jobs and seven days the next network can open."), "soft"))
    card.add(jobs)
    return card
