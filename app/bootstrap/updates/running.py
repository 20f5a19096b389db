"""Updates in the running program: nothing is loaded or looked for before it has been open for some minutes."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap.loading import load, load_here
from app.bootstrap.updates.starts import News, Starts
from app.core.clock import Clock, SystemClock
from app.core.observers import Observers
from app.core.tasks import LatestTask, TaskScope, finish

if TYPE_CHECKING:  # these load with the first look, or with the page
    from app.api.downloads import UpdateSource
    from app.bootstrap.updates.idle import Idle
    from app.bootstrap.updates.machine import Machine
    from app.bootstrap.workspace import Workspace
    from app.core.text import Text
    from app.services.updates.protected import InstallState, Outcome
    from app.services.updates.standing import Standing
    from app.services.updates.watching import UpdateWatch
    from app.views.staff.frame.window import MainWindow

GOOD_SECONDS = 20.0
"""A start went well when a page has been shown for this long."""
FIRST_SECONDS = 300.0
SPREAD_SECONDS = 900.0
"""The first look is spread over so many seconds: an office's PCs are started at the same time."""
LOOK_SECONDS = 15.0
"""Between two looks whether nobody is at the PC."""


class ProgramUpdates:
    """Implements UpdateHost. One for the program, whichever office is open."""

    def __init__(
        self,
        data: Path,
        source: str,
        window: MainWindow,
        office: Callable[[], Workspace | None],
        scope: TaskScope,
        *,
        clock: Clock = SystemClock(),
        draw: Callable[[], float] = random.random,
    ) -> None:
        """`data`: the program's folder. `source`: as the administrator typed it; empty: none."""
        self._data = data
        self.source = source
        self._window = window
        self._office = office
        self._waiting = LatestTask(scope)
        self._clock = clock
        self._draw = draw
        self._starts = Starts(data)
        self._watch: UpdateWatch | None = None
        self._observers: Observers[None] = Observers()
        self._idle: Idle | None = None
        self._offered = ""
        self.when_idle = False
        self.installs_unasked = False
        self.news = News()
        self.outcome: Outcome | None = None
        self.trouble: Text | None = None
        self.make_machine: Callable[[Path], Machine] | None = None
        """Tests have another PC."""

    @property
    def standing(self) -> Standing | None:
        """As UpdateHost."""
        return self._watch.standing if self._watch is not None else None

    @property
    def hindrance(self) -> Text:
        """As UpdateHost."""
        from app.bootstrap.updates.idle import hindrance

        return hindrance(self._window, self._office())

    def watch(self, watcher: Callable[[None], object]) -> Callable[[], None]:
        """As UpdateHost."""
        return self._observers.add(watcher)

    async def run(self) -> None:
        """Confirm the start, then look: first after some minutes, then each day."""
        await self._confirm()
        if self.source:
            await self._clock.sleep(FIRST_SECONDS + SPREAD_SECONDS * self._draw())
            await (await self._opened()).run()

    async def look(self) -> None:
        """As UpdateHost."""
        if self.source:
            await (await self._opened()).look()

    def set_when_idle(self, *, wanted: bool) -> None:
        """As UpdateHost."""
        self.when_idle, self.trouble = wanted, None
        if wanted:
            self._waiting.start(self._wait_until_idle(), "install when idle")
        self._observers.notify(None)

    def take_offer(self) -> str:
        """As UpdateHost."""
        standing = self.standing
        release = standing.release if standing is not None and standing.installer is not None else None
        version = str(release.version) if release is not None else ""
        new = version if version != self._offered else ""
        self._offered = version or self._offered
        return new

    def take_news(self) -> News:
        """As UpdateHost."""
        news, self.news = self.news, News()
        return news

    async def install(self, *, elevate: bool) -> None:
        """As UpdateHost. Raises ExplainedError."""
        from app.bootstrap.updates.idle import InTheWay
        from app.core.text import ExplainedError, msg
        from app.services.updates.requests import Wish

        self.set_when_idle(wanted=False)
        watch = await self._opened()
        release = await watch.verified()
        if release is None:
            await watch.look()
            raise ExplainedError(msg("The installer was changed or removed. It has been downloaded again."))
        if hindrance := self.hindrance:  # what was typed meanwhile counts
            raise InTheWay(hindrance)
        version, machine = str(release.version), self._machine()
        try:
            token = await asyncio.to_thread(machine.ask, Wish.INSTALL, version, elevate=elevate)
        except OSError as error:
            raise ExplainedError(msg("Updates can't be stored on this PC's disk.")) from error
        if not token:
            raise ExplainedError(
                msg("This account isn't allowed to install updates. Ask your IT support to install this one.")
            )
        if words := self._unsaved():  # Windows' answer may take as long as somebody types
            await finish(machine.take_back)
            raise InTheWay(words)
        self._starts.note_asked()
        with suppress(OSError):  # forbidden by policy: then she starts it herself
            machine.come_back(token)
        self._window.may_close = lambda: True
        self._window.close()

    def _unsaved(self) -> Text:
        """What closing would disturb. Not who else runs it: the installing process is a copy of this program too."""
        from app.bootstrap.updates.idle import unsaved

        return unsaved(self._window, self._office())

    async def _wait_until_idle(self) -> None:
        """Install as soon as nobody is at the PC, unless it isn't wanted any more."""
        from app.bootstrap.updates.idle import InTheWay
        from app.core.text import ExplainedError

        while True:
            await self._clock.sleep(LOOK_SECONDS)
            if not self.when_idle:
                return
            if self._idle is None or not self._idle.is_long or self.hindrance:
                continue
            try:
                await self.install(elevate=False)
            except InTheWay:  # somebody is back: it waits on
                self.when_idle = True
                self._observers.notify(None)
            except ExplainedError as error:
                self.trouble = error.words
                self._observers.notify(None)

    async def _confirm(self) -> None:
        """This start went well: keep this version, and tell what an update has done."""
        await self._clock.sleep(GOOD_SECONDS)
        while not self._window.has_page:
            await self._clock.sleep(GOOD_SECONDS)
        self._starts.confirm()
        self.news = self._starts.take_news()
        if self.news == News():
            return
        await load("app.bootstrap.updates.machine")
        from app.bootstrap.updates.machine import keep_version

        state = await asyncio.to_thread(keep_version, self._machine())
        self.outcome = state.outcome
        self._observers.notify(None)

    def _machine(self) -> Machine:
        from app.bootstrap.updates.machine import Machine

        return (self.make_machine or Machine)(self._data / "updates")

    async def _opened(self) -> UpdateWatch:
        if self._watch is None:
            await load(
                "app.services.updates.signature",
                "app.services.updates.watching",
                "app.bootstrap.updates.machine",
            )
            await load_here("app.bootstrap.updates.idle", "app.views.staff.frame.lock.activity")
            state, unasked = await asyncio.to_thread(_known, self._machine())
            self.outcome, self.installs_unasked = state.outcome, unasked
        if self._watch is None:  # the daily look or the button's may have made it meanwhile
            self._follow_input()
            self._watch = self._make()
            self._watch.watch(lambda _: self._observers.notify(None))
        return self._watch

    def _follow_input(self) -> None:
        from app.bootstrap.updates.idle import Idle
        from app.views.staff.frame.lock.activity import ActivityFilter

        self._idle = Idle(self._clock)
        ActivityFilter(self._idle.touch, self._window)

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
            without=lambda: self._machine().state().without,
            draw=self._draw,
        )

    def _open_source(self) -> UpdateSource:
        """Raises BadPlace, which explains itself."""
        from app.bootstrap.updates.sources import open_source
        from app.domain.updates.places import place_of

        return open_source(place_of(self.source))


def _known(machine: Machine) -> tuple[InstallState, bool]:
    """What was installed, and whether the task is there. Blocks."""
    return machine.state(), machine.installs_unasked
