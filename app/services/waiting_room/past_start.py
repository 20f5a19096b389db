"""Who still waits ten minutes past the start, told when it happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from app.core.clock import Clock
from app.core.observers import Observers
from app.core.tasks import LatestTask, TaskScope
from app.domain.schedule.visit import Stage, Visit
from app.domain.waiting_room.waits import is_due, tell_at
from app.services.schedule.grids import all_visits
from app.store.changes import Change
from app.store.office import Office


class PastStart:
    """Follows today's appointments and the clock until it is closed."""

    def __init__(self, office: Office, clock: Clock, scope: TaskScope) -> None:
        self._office = office
        self._clock = clock
        self._scope = scope
        self._waiting = LatestTask(scope)
        self._observers = Observers[tuple[Visit, ...]]()
        self._known: set[tuple[int, datetime]] = set()
        """Whose wait was told, by AptNum and time."""
        self._unwatch = office.watch(self._follow)
        self.due: Mapping[int, Visit] = {}
        """By AptNum."""
        self._look()

    def watch(self, watcher: Callable[[tuple[Visit, ...]], object]) -> Callable[[], None]:
        """Call back when others wait, with those that have just begun to. Returns a function that unsubscribes."""
        return self._observers.add(watcher)

    def close(self) -> None:
        """Stop watching."""
        self._unwatch()
        self._waiting.cancel()

    def _look(self) -> None:
        now = self._clock.now()
        arrived = {visit.apt_num: tell_at(visit) for visit in self._arrived()}
        due = {visit.apt_num: visit for visit in self._arrived() if arrived[visit.apt_num] <= now}
        known = {(apt_num, arrived[apt_num]) for apt_num in due}
        news = tuple(
            visit
            for visit in due.values()
            if (visit.apt_num, arrived[visit.apt_num]) not in self._known and is_due(visit, now)
        )
        self._known = known | {each for each in self._known if each[1].date() == now.date()}
        if due != self.due:
            self.due = due
            self._observers.notify(news)
        later = [at for at in arrived.values() if at > now]
        if later:
            self._waiting.start(self._wait(min(later)), "next wait past the start")
        else:
            self._waiting.cancel()

    def _arrived(self) -> Iterator[Visit]:
        for visit in all_visits(self._office, self._clock.now().date()):
            if visit.stage is Stage.ARRIVED and not (visit.provisional or visit.complete or visit.is_note):
                yield visit

    def _follow(self, change: Change) -> None:
        if change.concerns((self._clock.now().date(),)):
            self._look()

    async def _wait(self, until: datetime) -> None:
        await self._clock.sleep((until - self._clock.now()).total_seconds())
        self._scope.start(self._look_soon(), "look for waits")

    async def _look_soon(self) -> None:
        """In a task of its own: looking again ends the one that waits."""
        self._look()
