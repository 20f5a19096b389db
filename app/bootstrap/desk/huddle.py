"""The readiness of the office's days, loaded when first used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from app.bootstrap.desk.task_keeping import keep_tasks
from app.bootstrap.loading import load

if TYPE_CHECKING:
    from app.bootstrap.session import Reading
    from app.core.clock import Clock
    from app.services.huddle.huddle import OfficeHuddle
    from app.store.patients.readers import PatientParts
    from app.viewmodels.staff.desk import DeskViewModel


class LateHuddle:
    """Makes it with the first call, and closes it if it was made."""

    def __init__(self, reading: Reading, patients: PatientParts, clock: Clock) -> None:
        self._reading = reading
        self._patients = patients
        self._clock = clock

    def __call__(self) -> OfficeHuddle:
        """The same object each time."""
        return self._made

    def close(self) -> None:
        """Stop following the office."""
        if "_made" in self.__dict__:
            self._made.close()

    @cached_property
    def _made(self) -> OfficeHuddle:
        from app.services.huddle.huddle import OfficeHuddle

        return OfficeHuddle(self._reading.client, self._reading.office, self._patients, self._clock)


async def keep_behind(desk: DeskViewModel, shown: Callable[[], Sequence[date]]) -> None:
    """What comes behind everything else: the tasks, alerts of waits, and today's readiness before the office opens."""
    await keep_tasks(desk, shown)
    desk.waiting.begin()
    await load("app.services.huddle.ahead")
    from app.services.huddle.ahead import HuddleAhead

    await HuddleAhead(desk.parts.huddle(), desk.parts.clock).keep()
