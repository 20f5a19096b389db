"""Reads the lab work of the shown appointments in the background, for the marks on their tiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.tasks import LatestTask
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.state import Ready, ScheduleView

if TYPE_CHECKING:  # it loads once the schedule is read
    from app.services.visits.lab_reader import LabReader

READER = "app.services.visits.lab_reader:LabReader"
AGAIN_SECONDS = 601.0
"""A little longer than what was read counts as new."""


class LabMarks(QObject):
    """Skips past days. Where each appointment takes a request, it reads those of a day but not of a week."""

    def __init__(self, desk: DeskViewModel, schedule: ScheduleViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._schedule = schedule
        self._reader: LabReader | None = None
        self._task = LatestTask(desk.parts.scope)
        self._asked: frozenset[int] = frozenset()
        self._view = ScheduleView.DAY
        schedule.state_changed.connect(self._follow)

    def _follow(self) -> None:
        state = self._schedule.state
        if not isinstance(state, Ready) or state.coming:
            return
        today = self._desk.now().date()
        wanted = frozenset(
            each.visit.apt_num
            for each in state.grid.visits
            if each.visit.apt_num > 0 and not each.visit.is_note and each.visit.start.date() >= today
        )
        if wanted - self._asked or state.view is not self._view:
            self._asked, self._view = wanted, state.view
            self._task.start(self._read(sorted(wanted), one_by_one=state.view is ScheduleView.DAY), "labs")

    async def _read(self, apt_nums: list[int], *, one_by_one: bool) -> None:
        """Read them, and again as long as they are shown: no event reports a case that came back."""
        parts = self._desk.parts
        if self._reader is None:
            (reader,) = await parts.load(READER)
            self._reader = reader(parts.client, parts.office)
        await self._reader.read(self._reader.due(apt_nums), one_by_one=one_by_one)
        while True:
            await parts.clock.sleep(AGAIN_SECONDS)
            await self._reader.read(self._reader.due_again(apt_nums), one_by_one=one_by_one)
