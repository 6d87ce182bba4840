"""One command being run: what was typed, and the plan it is about."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from focusplan import i18n, paths, settings
from focusplan.cli import typed
from focusplan.cli.grammar import Call

if TYPE_CHECKING:
    from focusplan.workspace import Workspace


class Invocation:
    """One command being run. The workspace is opened when it is first asked for."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._workspace: Workspace | None = None
        chosen = settings.load()
        data = call.overall.get("data")
        folder = str(data) if data else chosen.data_folder
        self.home = paths.data_home(Path(folder) if folder else None)
        self.has_own_folder = bool(data)
        today = call.overall.get("today")
        self.today: date | None = typed.today("--today", str(today)) if today is not None else None
        language = call.overall.get("language")
        if language is not None:
            typed.choice("--language", str(language), i18n.LANGUAGES)
        self.language = str(language) if language else None
        self.for_people = not call.json
        self.fallback_language = self.language or chosen.language or i18n.system_language()
        i18n.use(self.fallback_language)

    @property
    def workspace(self) -> Workspace:
        """The plan of this run, opened once; its language and place are in use from then on."""
        return self.open()

    def open(self) -> Workspace:
        """The same, for where only its language is wanted."""
        if self._workspace is None:
            from focusplan.workspace import Workspace

            self._workspace = Workspace(self.home, today=self.today, language=self.language)
            if self._workspace.trouble is not None or not self._workspace.has_plan:
                i18n.use(self.fallback_language)
        return self._workspace

    def close(self) -> None:
        """Let go of the plan."""
        if self._workspace is not None:
            self._workspace.close()

    def text(self, name: str) -> str:
        """The word typed for this argument or option; empty where none was."""
        found = self._call.given.get(name, "")
        return found if isinstance(found, str) else ""

    def network(self) -> str:
        """The id typed for the argument NETWORK: one of ours, or of the owner's own playbooks."""
        return typed.network(self.text("NETWORK"), self.workspace.catalogue.ids)

    def words(self, name: str) -> list[str]:
        """The words typed for an argument that takes many."""
        found = self._call.given.get(name, [])
        return found if isinstance(found, list) else []

    def has(self, name: str) -> bool:
        """Whether the option was typed at all."""
        return name in self._call.given
