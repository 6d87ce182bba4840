"""The whole program without a screen: store, playbooks and services, wired once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from focusplan import i18n, paths
from focusplan.domain.clock import behind
from focusplan.domain.errors import CannotStore, DamagedPlan, FocusPlanError, NewerPlan, NoPlan, Refused
from focusplan.domain.plan import ClockMark, Moment, Plan
from focusplan.playbooks import Catalogue, load_catalogue
from focusplan.services.business import BusinessService
from focusplan.services.changes import Topic
from focusplan.services.context import Context
from focusplan.services.networks import NetworksService
from focusplan.services.readiness import ReadinessService
from focusplan.services.reminding import RemindingService
from focusplan.services.roads.ownplaybooks import completed
from focusplan.services.session import SessionService
from focusplan.services.undoing import UndoingService
from focusplan.services.week import WeekService
from focusplan.store.lock import ask_to_raise, asked_to_raise
from focusplan.store.store import Store

if TYPE_CHECKING:
    from focusplan.services.arriving import ArrivalService
    from focusplan.services.exporting import ExportService
    from focusplan.services.ideas import IdeasService
    from focusplan.services.importing import ImportService
    from focusplan.services.people import PeopleService
    from focusplan.services.reached import ReachedService
    from focusplan.services.resultspage import ResultsService
    from focusplan.services.review import ReviewService
    from focusplan.services.safekeeping import SafekeepingService
    from focusplan.services.start import StartService
    from focusplan.services.trying import TryingService


class Workspace:
    """One plan in one folder. `today` (practice plans only) puts the clock at noon of that day."""

    def __init__(self, home: Path | None = None, *, today: date | None = None, language: str | None = None):
        self.home = paths.data_home(home)
        self._today = today
        self._listeners: list[Callable[[Topic], None]] = []
        self._store = Store(self.home)
        context = Context(self._store, self._read_catalogue(), self.moment, self._announce)
        self._context = context
        self.week = WeekService(context)
        self.networks = NetworksService(context)
        self.business = BusinessService(context)
        self.readiness = ReadinessService(context)
        self.undoing = UndoingService(context)
        self.session = SessionService(context)
        self.reminding = RemindingService(context)
        self._language = language
        self.trouble: FocusPlanError | None = None
        """Why the plan in the folder can't be opened; its backups can still be looked at and restored."""
        try:
            plan = self._plan()
        except (DamagedPlan, NewerPlan, CannotStore) as error:
            self.trouble, plan = error, None
        self._complete_catalogue()
        if today is not None and plan is not None and not plan.practice:
            self.close()
            raise Refused("today_real")
        self.speak()

    # ---- services that the first week needs not wait for ----------------------------------------
    @cached_property
    def start(self) -> StartService:
        """The first start."""
        from focusplan.services.start import StartService

        return StartService(self._context, self.home)

    @cached_property
    def reached(self) -> ReachedService:
        """Goals week by week, and the page of a network that runs well."""
        from focusplan.services.reached import ReachedService

        return ReachedService(self._context)

    @cached_property
    def review(self) -> ReviewService:
        """Closing weeks."""
        from focusplan.services.review import ReviewService

        return ReviewService(self._context)

    @cached_property
    def results(self) -> ResultsService:
        """Time against results."""
        from focusplan.services.resultspage import ResultsService

        return ResultsService(self._context)

    @cached_property
    def trying(self) -> TryingService:
        """Experiments."""
        from focusplan.services.trying import TryingService

        return TryingService(self._context)

    @cached_property
    def importing(self) -> ImportService:
        """Numbers from a platform's file."""
        from focusplan.services.importing import ImportService

        return ImportService(self._context)

    @cached_property
    def people(self) -> PeopleService:
        """Whom jobs are given to."""
        from focusplan.services.people import PeopleService

        return PeopleService(self._context)

    @cached_property
    def safekeeping(self) -> SafekeepingService:
        """Copies, checks, the clock."""
        from focusplan.services.safekeeping import SafekeepingService

        return SafekeepingService(self._context)

    @cached_property
    def exports(self) -> ExportService:
        """Everything out."""
        from focusplan.services.exporting import ExportService

        return ExportService(self._context)

    @cached_property
    def arrivals(self) -> ArrivalService:
        """Everything in."""
        from focusplan.services.arriving import ArrivalService

        return ArrivalService(self._context, self.home)

    @cached_property
    def ideas(self) -> IdeasService:
        """The list of ideas."""
        from focusplan.services.ideas import IdeasService

        return IdeasService(self._context)

    # ---- the plan -------------------------------------------------------------------------------
    @property
    def today(self) -> date:
        """The local day the plan stands at."""
        return self.moment().day

    @property
    def practice(self) -> bool:
        """Whether the plan is a practice plan; False when there is none."""
        plan = self._plan()
        return plan is not None and plan.practice

    @property
    def has_plan(self) -> bool:
        """Whether the folder holds a plan. DamagedPlan or NewerPlan when it can't be opened."""
        return self._plan() is not None

    def moment(self) -> Moment:
        """Now, or noon of the day a practice plan was put at."""
        if self._today is None:
            local = datetime.now().astimezone()
        else:
            local = datetime.combine(self._today, time(12)).astimezone()
        offset = local.utcoffset() or timedelta()
        return Moment(local.astimezone(UTC), local.date(), int(offset.total_seconds() // 60))

    def travel(self, day: date) -> None:
        """Put the clock of a practice plan at noon of another day. Refused on a real one."""
        plan = self._plan()
        if plan is not None and not plan.practice:
            raise Refused("today_real")
        self._today = day

    def speak(self, language: str | None = None) -> None:
        """Use this language, else the one asked for at the start, else the plan's, else the system's."""
        self._language = language or self._language
        country = None
        chosen = self._language
        with suppress(FocusPlanError):
            business = self.business.business()
            chosen, country = chosen or business.language, business.country
        i18n.use(chosen or i18n.system_language(), country)

    def clock_wrong(self) -> bool:
        """Whether the clock is so far behind the latest action that the owner should be asked."""
        if self._plan() is None:
            return False
        with self._context.read() as work:
            mark = work.one(ClockMark)
        return mark is not None and behind(mark, self.moment())

    def keep_plans(self, at_once: bool) -> None:
        """Whether a week that is planned by being looked at is stored at once. The window waits with the
        first one until it is shown, since writing needs more of the program; what is done in it stores it."""
        self._context.keeps_plans = at_once
        if at_once:
            with suppress(FocusPlanError):
                self.week.view()

    def on_change(self, listener: Callable[[Topic], None]) -> None:
        """Call this after each commit with the topics it touched."""
        self._listeners.append(listener)

    def hold(self, kind: str) -> None:
        """Be the one writer of this folder from now on: `window` or `command`. InUse names the holder."""
        self._store.hold(kind)

    def asked_to_raise(self) -> bool:
        """Whether a second start asked for this window; asking takes the wish away."""
        return asked_to_raise(self.home)

    def ask_to_raise(self) -> None:
        """Ask the window that holds this folder to come to the front."""
        ask_to_raise(self.home)

    def close(self) -> None:
        """Let go of the file and its lock."""
        self._store.close()

    @property
    def catalogue(self) -> Catalogue:
        """Every network: ours, the owner's own, and what the plan holds besides."""
        return self._context.catalogue

    def read_playbooks(self) -> None:
        """Read the owner's own playbooks again, since a folder may have been put there, mended or taken
        away; tells only when something is different now."""
        before = self._context.catalogue
        self._context.catalogue = self._read_catalogue()
        self._complete_catalogue()
        if self._context.catalogue != before:
            self._announce(Topic.ALL)

    def _read_catalogue(self) -> Catalogue:
        return load_catalogue(own=paths.own_playbooks(self.home))

    def _complete_catalogue(self) -> None:
        """Add what only the plan holds; a plan that can't be read adds nothing."""
        with suppress(FocusPlanError), self._context.read() as work:
            self._context.catalogue = completed(work, self._context.catalogue)

    def _plan(self) -> Plan | None:
        try:
            with self._context.read() as work:
                return work.one(Plan)
        except NoPlan:
            return None

    def _announce(self, topic: Topic) -> None:
        if Topic.ALL in topic:
            self._complete_catalogue()
        if topic & (Topic.BUSINESS | Topic.LANGUAGE):
            self.speak()
        for listener in list(self._listeners):
            listener(topic)
