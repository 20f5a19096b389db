"""Updates in the running program: nothing is loaded or looked for before it has been open for some minutes."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap.loading import load
from app.core.clock import Clock, SystemClock
from app.core.observers import Observers

if TYPE_CHECKING:  # these load with the first look, or with the page
    from app.api.downloads import UpdateSource
    from app.services.updates.standing import Standing
    from app.services.updates.watching import UpdateWatch

FIRST_SECONDS = 300.0
SPREAD_SECONDS = 900.0
"""The first look is spread over so many seconds: an office's PCs are started at the same time."""


class ProgramUpdates:
    """Implements UpdateHost. One for the program, whichever office is open."""

    def __init__(
        self,
        data: Path,
        source: str,
        *,
        clock: Clock = SystemClock(),
        draw: Callable[[], float] = random.random,
    ) -> None:
        """`data`: the program's folder. `source`: as the administrator typed it; empty: none."""
        self._data = data
        self.source = source
        self._clock = clock
        self._draw = draw
        self._watch: UpdateWatch | None = None
        self._observers: Observers[Standing] = Observers()
        self._offered = ""

    @property
    def standing(self) -> Standing | None:
        """As UpdateHost."""
        return self._watch.standing if self._watch is not None else None

    def watch(self, watcher: Callable[[Standing], object]) -> Callable[[], None]:
        """As UpdateHost."""
        return self._observers.add(watcher)

    async def run(self) -> None:
        """Look quietly, first after some minutes, then each day; returns at once without a source."""
        if self.source:
            await self._clock.sleep(FIRST_SECONDS + SPREAD_SECONDS * self._draw())
            await (await self._opened()).run()

    async def look(self) -> None:
        """As UpdateHost."""
        if self.source:
            await (await self._opened()).look()

    def take_offer(self) -> str:
        """As UpdateHost."""
        standing = self.standing
        release = standing.release if standing is not None and standing.installer is not None else None
        version = str(release.version) if release is not None else ""
        new = version if version != self._offered else ""
        self._offered = version or self._offered
        return new

    async def _opened(self) -> UpdateWatch:
        if self._watch is None:
            await load("app.services.updates.signature", "app.services.updates.watching")
            self._watch = self._make()
            self._watch.watch(self._observers.notify)
        return self._watch

    def _make(self) -> UpdateWatch:
        from app.bootstrap.updates.this_pc import installed_kind
        from app.core.version import VERSION
        from app.domain.updates.release_keys import RELEASE_KEYS
        from app.domain.updates.versions import Version
        from app.services.updates.signature import check_signature
        from app.services.updates.state import UpdateMemory
        from app.services.updates.watching import Pc, UpdateWatch

        return UpdateWatch(
            Pc(Version.of(VERSION), installed_kind(), self._data / "updates"),
            self._open_source,
            UpdateMemory(self._data / "updates.json"),
            lambda content, signed: check_signature(content, signed, RELEASE_KEYS),
            self._clock,
            draw=self._draw,
        )

    def _open_source(self) -> UpdateSource:
        """Raises BadPlace, which explains itself."""
        from app.bootstrap.updates.sources import open_source
        from app.domain.updates.places import place_of

        return open_source(place_of(self.source))
