"""The page of updates: version, where updates come from, when it was checked, and what is ready or failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.core.version import VERSION
from app.services.updates.standing import Phase, Standing
from app.viewmodels.command import CommandSpec
from app.viewmodels.staff.updates.words import looked_words, source_words, standing_words, trouble_words
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

if TYPE_CHECKING:  # the desk has the page, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.updates.host import UpdateHost

LOOK = CommandSpec("updates.look", msg("Check now"))
BUSY = (Phase.LOOKING, Phase.DOWNLOADING)
OFF = Verdict(ok=False, reason=msg("Updates are off. Your IT support can set where they come from."))
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
        self.look = desk.command(LOOK, self._look, self._may_look)
        self._unwatch = host.watch(lambda _: self._follow()) if host is not None else lambda: None

    @property
    def standing(self) -> Standing:
        """How this PC stands."""
        return (self._host.standing if self._host is not None else None) or Standing()

    @property
    def version(self) -> str:
        """The running version."""
        return tr("This is Front Desk {version}.", version=VERSION)

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
    def place(self) -> str:
        """Where the verified installer is; empty: there is none."""
        installer = self.standing.installer
        return str(installer) if installer is not None else ""

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

    def _may_look(self) -> Verdict:
        if self._host is None or not self._host.source:
            return OFF
        return LOOKING if self.standing.phase in BUSY else YES

    def _follow(self) -> None:
        self.look.refresh()
        self.changed.emit()
