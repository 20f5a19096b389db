"""What this desk has open, told to the hub, and who else has the same patient open."""

from __future__ import annotations

from collections.abc import Callable, Collection

from app.api.errors import ApiError
from app.api.hub.link import HubLink, HubRefused
from app.core.clock import Clock
from app.core.observers import Observers
from app.core.tasks import LatestTask, TaskScope
from app.wire.hub.office import OPENED, Opened, OpenElsewhere, Place

REST_SECONDS = 0.3
"""Whoever steps through the schedule opens nobody."""
BRIEF_SECONDS = 5.0


class DeskPresence:
    """`show` what is open; `again` when the stream tells of the same patient, or is back; `away` when it has ended."""

    def __init__(self, link: HubLink, clock: Clock, scope: TaskScope) -> None:
        self._link = link
        self._clock = clock
        self._telling = LatestTask(scope)
        self._opened = Opened()
        self._observers = Observers[None]()
        self.elsewhere: tuple[OpenElsewhere, ...] = ()
        """The other desks that have this patient open."""

    def watch(self, watcher: Callable[[], object]) -> Callable[[], None]:
        """Call back when `elsewhere` has changed. Returns a function that unsubscribes."""
        return self._observers.add(lambda _: watcher())

    @property
    def pat_num(self) -> int:
        """The patient that is open here; 0: none."""
        return self._opened.pat_num

    def show(self, pat_num: int, places: Collection[Place], who: str) -> None:
        """This desk has this patient open there now; 0: none."""
        opened = Opened(pat_num=pat_num, places=tuple(sorted(places)), who=who)
        if opened == self._opened:
            return
        if pat_num != self._opened.pat_num:
            self._set(())
        self._opened = opened
        self._telling.start(self._tell(REST_SECONDS), "presence")

    def again(self) -> None:
        """Tell and ask again."""
        self._telling.start(self._tell(0.0), "presence")

    def away(self) -> None:
        """The hub can't be reached: nobody knows who has what open."""
        self._set(())

    async def _tell(self, rest: float) -> None:
        if rest:
            await self._clock.sleep(rest)
        opened = self._opened
        try:
            answer = await self._link.call(OPENED, opened, timeout=BRIEF_SECONDS)
        except (ApiError, HubRefused):
            self._set(())
            return
        if opened == self._opened:
            self._set(answer.desks)

    def _set(self, elsewhere: tuple[OpenElsewhere, ...]) -> None:
        if elsewhere != self.elsewhere:
            self.elsewhere = elsewhere
            self._observers.notify(None)
