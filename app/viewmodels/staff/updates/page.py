"""The page of updates: version, where updates come from, when it was checked, and what is ready or failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.text import NO_TEXT, msg
from app.core.version import VERSION
from app.services.updates.standing import Phase, Standing
from app.viewmodels.command import CommandSpec
from app.viewmodels.staff.updates.words import (
    looked_words,
    outcome_words,
    source_words,
    standing_words,
    trouble_words,
)
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

if TYPE_CHECKING:  # the desk has the page, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.updates.host import UpdateHost

LOOK = CommandSpec("updates.look", msg("Check now"))
WHEN_IDLE = CommandSpec("updates.when_idle", msg("Install when idle"))
INSTALL = CommandSpec("updates.install", msg("Install now"))
NOT_READY = Verdict(ok=False, reason=msg("No update is ready."))
BUSY = (Phase.LOOKING, Phase.DOWNLOADING)
OFF = Verdict(ok=False, reason=msg("Updates are off. Your IT support can set where they come from."))
CLOSES = msg("Front Desk will close and reopen within a few minutes.")
WAITS = msg(
    "It will be installed when nobody has used this PC for 15 minutes and nothing is waiting to be sent."
)
ASKS = msg("Windows will ask for an administrator.")
ASKS_FIRST = Verdict(
    ok=False, reason=msg("On this PC, Windows asks for an administrator first. Choose Install now.")
)
NO_WAY_BACK = msg(
    "The installer of this version isn't available, so the update can't be undone automatically."
)
LOOKING = Verdict(ok=False, reason=msg("Front Desk is checking for updates."))


class UpdatesViewModel(QObject):
    """`changed`: what is shown may have changed. `finished`: the page was closed."""

    changed = Signal()
    finished = Signal()

    def __init__(self, desk: DeskViewModel, host: UpdateHost | None) -> None:
        super().__init__(desk)
        self._clock = desk.parts.clock
        self._host = host
        self.is_open = False
        self.version = tr("This is Front Desk {version}.", version=VERSION)
        self.look = desk.command(LOOK, self._look, self._may_look)
        self.wait = desk.command(WHEN_IDLE, self._wait, lambda: _may_wait(self, host))
        self.install = desk.command(INSTALL, self._install, self._may_install)
        self._unwatch = host.watch(lambda _: self._follow()) if host is not None else lambda: None

    @property
    def standing(self) -> Standing:
        """How this PC stands."""
        return (self._host.standing if self._host is not None else None) or Standing()

    @property
    def source(self) -> str:
        """Where updates come from."""
        return tr(source_words(self._host.source if self._host is not None else ""))

    @property
    def looked(self) -> str:
        """When the source last answered; empty: never, or not since it is known."""
        return tr(looked_words(self.standing, self._clock))

    @property
    def sentence(self) -> str:
        """What is going on; empty while updates are off."""
        if self._host is None or not self._host.source:
            return ""
        return " ".join(
            tr(each) for each in (standing_words(self.standing), trouble_words(self.standing)) if each
        )

    @property
    def plan(self) -> str:
        """What installing means, or what it waits for; empty while nothing is ready."""
        if self._host is None or not self.is_ready:
            return ""
        if self._host.when_idle:
            words = [WAITS, self._host.hindrance]
        elif self._host.trouble:
            words = [self._host.trouble]
        else:
            words = [
                NO_TEXT if self._host.installs_unasked else ASKS,
                CLOSES,
                NO_TEXT if self.standing.can_go_back else NO_WAY_BACK,
            ]
        return " ".join(tr(each) for each in words if each)

    @property
    def result(self) -> str:
        """How the last installation ended, if it did not go well."""
        return tr(outcome_words(self._host.outcome)) if self._host is not None else ""

    @property
    def is_ready(self) -> bool:
        """Whether a version can be installed."""
        return self.standing.installer is not None

    @property
    def waits(self) -> bool:
        """Whether it is installed as soon as nobody is at the PC."""
        return self._host is not None and self._host.when_idle

    @property
    def news(self) -> tuple[str, ...]:
        """What is new in the version that is offered, one line each."""
        release = self.standing.release
        return release.notes if release is not None else ()

    def begin(self) -> None:
        """The page is shown."""
        self.is_open = True
        self._follow()

    def leave(self) -> None:
        """The page is not shown any more."""
        self.is_open = False

    def dismiss(self) -> None:
        """Close the page."""
        self.leave()
        self.finished.emit()

    def close(self) -> None:
        """The desk was closed."""
        self._unwatch()

    async def _look(self) -> None:
        if self._host is not None:
            await self._host.look()

    async def _wait(self) -> None:
        if self._host is not None:
            self._host.set_when_idle(wanted=not self._host.when_idle)

    async def _install(self) -> None:
        if self._host is not None:
            await self._host.install(elevate=True)

    def _may_install(self) -> Verdict:
        if self._host is None or not self.is_ready:
            return NOT_READY
        why = self._host.hindrance
        return Verdict(ok=False, reason=why) if why else YES

    def _may_look(self) -> Verdict:
        if self._host is None or not self._host.source:
            return OFF
        return LOOKING if self.standing.phase in BUSY else YES

    def _follow(self) -> None:
        for command in (self.look, self.wait, self.install):
            command.refresh()
        self.changed.emit()


def _may_wait(page: UpdatesViewModel, host: UpdateHost | None) -> Verdict:
    if host is None or not page.is_ready:
        return NOT_READY
    return YES if host.installs_unasked else ASKS_FIRST
