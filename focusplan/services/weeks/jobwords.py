"""Items of a week as jobs in words, from the playbooks and the owner's own texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from focusplan.answers import Job
from focusplan.domain.adoption import StepState
from focusplan.domain.pauses import closed
from focusplan.domain.plan import Idea, Note
from focusplan.domain.playbook import YARDSTICK, Playbook, Words
from focusplan.domain.road import open_steps
from focusplan.domain.snapshot import Snapshot
from focusplan.domain.ways import is_way_job
from focusplan.domain.weekitems import LEFT_OFTEN, SHARED, Item, adds_a_post, step_of, ticked
from focusplan.domain.weeks import Week
from focusplan.i18n import _, day_name, join, language
from focusplan.playbooks import Catalogue
from focusplan.services.facts import playbook_of
from focusplan.services.roads import besides
from focusplan.services.weeks.postnotes import BEFORE, all_marks
from focusplan.store.store import Work
from focusplan.ways import load_ways

WHEN_THEN = "when_then"
"""Key of the owner's own when-then sentence."""
WATCH_EVERY = 2
"""Weeks between two looks for one's own name."""
INVITE_EVERY = 4
"""Weeks between two invitations to take part."""


@dataclass(slots=True)
class JobWords:
    """Makes jobs of one week's items. `ideas`: the unused ones, which the open posts take in turn."""

    facts: Snapshot
    week: Week
    playbooks: Mapping[str, Playbook]
    names: Mapping[str, str]
    steps: Mapping[str, StepState]
    ideas: Mapping[int, str] = field(default_factory=dict)
    when_then: str = ""
    marks: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, work: Work, catalogue: Catalogue, facts: Snapshot, week: Week, items: Iterable[Item]
    ) -> JobWords:
        """Everything the words need, read once."""
        shown = tuple(items)
        named = {one.network for one in facts.adoptions} | {item.network for item in shown if item.network}
        runs = [run for run in (facts.current(one.network) for one in facts.adoptions) if run is not None]
        own = work.one(Note, key=WHEN_THEN)
        return cls(
            facts=besides.with_road(work, catalogue, facts),
            week=week,
            playbooks={run.network: playbook_of(work, catalogue, run) for run in runs},
            names={network: catalogue.name(network) for network in named},
            steps={step.step: step for step in facts.steps},
            ideas=_taken_in_turn(work.all(Idea), shown),
            when_then=own.text if own and own.text.strip() else default_when_then(facts, week),
            marks=all_marks(work),
        )

    def job(self, item: Item) -> Job:
        """The item as a person sees it."""
        words = self._words(item)
        active = self.facts.active
        learnt = active is not None and active.network == item.network
        name = self.names.get(item.network or "", "")
        over = closed(self.week, self.facts.pauses, self.facts.moment.day)
        return Job(
            number=item.number,
            id=step_of(item.key) if item.kind == "step" else item.key,
            kind=item.kind,
            network=item.network,
            network_name=name,
            title=_in_parts(words.title, item),
            day=item.day,
            minutes=item.minutes,
            done=item.done and not item.void,
            taken=item.taken,
            person=item.person,
            why=words.why,
            how=words.how,
            done_when=words.done_when,
            note=self._note(item),
            carried=item.carried,
            offer=item.carried >= LEFT_OFTEN and not item.done,
            can_tick=self.week <= self.facts.week and not over,
            can_drop=not item.done and self.can_drop(item) and not over,
            can_move=not item.done and self.week >= self.facts.week,
            chip="" if learnt or not name else name,
            shared=item.kind == "post" and item.note == SHARED,
            checks=tuple(one for one in BEFORE if one in self.marks.get(item.id, ())),
            also=self._also(item),
        )

    def can_drop(self, item: Item) -> bool:
        """Only posts, optional steps and what came up can be let go."""
        step = self.steps.get(step_of(item.key))
        optional = item.kind == "step" and (step is None or not step.required and step.stage != "wind_down")
        return item.kind in ("post", "own") or optional

    def _also(self, item: Item) -> tuple[tuple[str, str, bool], ...]:
        """Where else a ticked post may be used: on what runs well."""
        if not ticked(item) or not adds_a_post(item):
            return ()
        kept = self.marks.get(item.id, ())
        well = [run.network for run in self.facts.in_state("mastered") if run.network != item.network]
        return tuple((network, self.names.get(network, network), network in kept) for network in well)

    def _words(self, item: Item) -> Words:
        if item.kind == "own":
            return Words(item.title)
        if item.kind == "close":
            return _closing()
        if item.kind == "parked":
            return self._parked()
        if item.kind == "newsletter":
            return self._newsletter()
        if item.kind == "step" and is_way_job(item.key):
            return load_ways().words_of(step_of(item.key), language())
        playbook = self.playbooks.get(item.network or "")
        if playbook is None:
            return Words(item.key)
        return self._from_playbook(item, playbook)

    def _from_playbook(self, item: Item, playbook: Playbook) -> Words:
        if item.kind == "post" and item.note == SHARED:
            return _shared(self.names.get(item.network or "", ""))
        if item.kind == "step":
            return playbook.words_of(step_of(item.key), language())
        words = playbook.words_of(f"routine.{item.kind}", language())
        first = item.key in (f"{item.network}-answer", f"{item.network}-post-1")
        if item.kind == "answer" and first and self.week.index % WATCH_EVERY == 0:
            return _beside(words, playbook.words_of("routine.watch", language()))
        if item.kind == "post" and first and self.week.index % INVITE_EVERY == 1:
            return _beside(words, playbook.words_of("routine.invite", language()))
        if item.kind == "upkeep":
            return self._with_further(words, playbook)
        return words

    def _parked(self) -> Words:
        names = [self.names[run.network] for run in self.facts.in_state("parked")]
        title = _("Look after {networks}").format(networks=join(names))
        return Words(
            title if names else _("Look after what is there"),
            _("These networks are kept as they are: answered, and posted to as before."),
            (_("Answer what came in."), _("Post only if something is ready anyway.")),
            _("nobody who wrote waits for an answer"),
        )

    def _with_further(self, words: Words, playbook: Playbook) -> Words:
        """Upkeep, with the next of the further jobs of a network that runs well."""
        run = self.facts.current(playbook.id)
        further = open_steps(run, self.facts.steps_of(run), {}) if run and run.state == "mastered" else ()
        if not further:
            return words
        title = playbook.words_of(further[0].step, language()).title
        return _beside(words, Words(_("If there is time: {job}").format(job=title)))

    def _newsletter(self) -> Words:
        """The issue, and the next job of its road while one is open."""
        playbook = self.playbooks.get(YARDSTICK)
        if playbook is None:
            return Words(_("Work on the newsletter"))
        words = playbook.words_of("routine.post", language())
        step = besides.next_step(self.facts)
        if not step:
            return words
        title = playbook.words_of(step, language()).title
        return _beside(words, Words(_("Next on its road: {job}").format(job=title)))

    def _note(self, item: Item) -> str:
        if item.kind == "post":
            return item.title or self.ideas.get(item.number, "")
        return self.when_then if item.kind == "close" else ""


def default_when_then(facts: Snapshot, week: Week) -> str:
    """A when-then sentence until the owner writes their own."""
    days = [day for day in week.days if facts.boundaries.room(day)]
    if not days:
        return ""
    return _("When {weekday}’s work is done, I sit down with this sheet.").format(
        weekday=day_name(days[-1].weekday())
    )


def marked_next(jobs: Iterable[Job]) -> tuple[Job, ...]:
    """The jobs with the one to do now marked: the first undone one, by day and number."""
    ordered = sorted(jobs, key=lambda job: job.number)
    waiting = [job for job in ordered if job.day is not None and not job.done]
    first = min(waiting, key=lambda job: (job.day, job.number), default=None)
    return tuple(replace(job, is_next=True) if job is first else job for job in ordered)


def _taken_in_turn(ideas: Iterable[Idea], items: Iterable[Item]) -> Mapping[int, str]:
    """The idea of each open post, by its number: each takes the next unused one."""
    unused = [idea.text for idea in ideas if idea.used_on is None]
    posts = [item for item in items if adds_a_post(item) and not item.done and not item.dropped]
    ordered = sorted(posts, key=lambda item: (item.day is None, item.day or item.week.monday, item.number))
    return {item.number: text for item, text in zip(ordered, unused, strict=False)}


def _in_parts(title: str, item: Item) -> str:
    if item.parts <= 1:
        return title
    return _("{title}, part {part} of {parts}").format(title=title, part=item.part, parts=item.parts)


def _beside(words: Words, more: Words) -> Words:
    """A routine job with what is added to it every few weeks, at most five lines of how."""
    return replace(words, how=(*words.how[:4], more.title))


def _shared(network: str) -> Words:
    return Words(
        _("Share someone else’s post on {network}, with your own sentence").format(network=network),
        _("What a neighbour or a supplier shows well serves your customers too."),
        (
            _("Choose a post that your customers gain by."),
            _("Write one sentence about it that only you can say."),
            _("Name whoever made it."),
        ),
        _("It is out, with your sentence and their name."),
    )


def _closing() -> Words:
    return Words(
        _("Close the week"),
        _("Ten minutes now keep the next week clear."),
        (_("Tick what is done."), _("Write down the numbers."), _("Decide on one thing.")),
        _("the one decision is made"),
    )
