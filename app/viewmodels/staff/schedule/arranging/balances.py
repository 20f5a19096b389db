"""The family balances on tiles, where a view shows them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel

READ = "app.services.schedule.saved_views.balances:family_balances"
AMOUNT = "app.viewmodels.amounts:amount"
QUESTIONS = "app.store.queries:Questions"
FRESH_SECONDS = 300.0
"""A balance is read again after so long."""


class FamilyBalances(QObject):
    """Reads the balances of the patients on the grid, once each in five minutes. `changed` follows `texts`."""

    changed = Signal()

    def __init__(self, schedule: ScheduleViewModel, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._schedule = schedule
        self._parts = parts
        self._wanted = False
        self._reading = LatestTask(parts.scope)
        self._is_reading = False
        self._read_at: dict[int, float] = {}
        self.texts: Mapping[int, str] = {}
        """By PatNum."""
        schedule.state_changed.connect(self._follow)

    def want(self, wanted: bool) -> None:  # a switch
        """Begin or stop to show balances."""
        self._wanted = wanted
        if wanted:
            self._follow()
        else:
            self._reading.cancel()
            self._is_reading = False

    def _follow(self) -> None:
        """Read what is missing. A request under way is not repeated: a week's days arrive one by one."""
        if self._wanted and not self._is_reading and self._missing():
            self._is_reading = True
            self._reading.start(self._read(), "family balances")

    def _missing(self) -> list[int]:
        grid, now = self._schedule.grid, self._parts.clock.monotonic()
        shown = (
            {placed.visit.pat_num for placed in grid.visits if not placed.visit.is_note} if grid else set()
        )
        return sorted(
            each for each in shown if now - self._read_at.get(each, -FRESH_SECONDS) >= FRESH_SECONDS
        )

    async def _read(self) -> None:
        questions, read, amount = await self._parts.load(QUESTIONS, READ, AMOUNT)
        while asked := self._missing():
            try:
                found = await read(questions(self._parts.client), asked, Need.SCREEN)
            except ApiError:
                break  # the line stays empty: a balance that isn't known is not shown
            now = self._parts.clock.monotonic()
            self._read_at.update(dict.fromkeys(asked, now))
            if found:
                self.texts = {**self.texts, **{pat_num: amount(owed) for pat_num, owed in found.items()}}
                self.changed.emit()
        self._is_reading = False
