"""New tasks from the schedule: about an appointment, or to fill free time."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.core.later import load_name
from app.core.text import msg
from app.domain.schedule.visit import Visit
from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.commands import FILL_TASK, NEW_TASK
from app.viewmodels.staff.schedule.free_time import FreeTime
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.visit_rules import NOTHING_SELECTED
from app.viewmodels.translation import typed
from app.viewmodels.verdict import Verdict

ABOUT_VISIT = "app.viewmodels.staff.schedule.task_abouts:about_visit"
ABOUT_FREE_TIME = "app.viewmodels.staff.schedule.task_abouts:about_free_time"
NO_TIME = Verdict(ok=False, reason=msg("Select free time in the schedule first."))
TAKEN = msg("This time isn't free. Select free time in the schedule first.")


class NewScheduleTasks(QObject):
    """Begins them in the panel for a new task."""

    def __init__(
        self, desk: DeskViewModel, schedule: ScheduleViewModel, free_time: FreeTime, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._schedule = schedule
        self._free_time = free_time
        self.commands = [
            AsyncCommand(
                NEW_TASK, desk.parts.scope, self._about, self._may_write, desk.fail, self, about=self._subject
            ),
            desk.command(FILL_TASK, self._fill, self._may_fill),
        ]
        schedule.selection_changed.connect(self.commands[0].refresh)

    async def _about(self, visit: Visit) -> None:
        self._desk.tasks.new(load_name(ABOUT_VISIT)(visit))

    async def _fill(self) -> None:
        about = load_name(ABOUT_FREE_TIME)(self._schedule, self._free_time.at)
        if about is None:
            self._desk.warn(typed(TAKEN))
        else:
            self._desk.tasks.new(about)

    def _subject(self) -> tuple[int | None, Visit | None]:
        visit = self._schedule.selected
        return (visit.apt_num if visit is not None else None), visit

    def _may_write(self) -> Verdict:
        return self._desk.tasks.adding.verdict() if self._schedule.selected is not None else NOTHING_SELECTED

    def _may_fill(self) -> Verdict:
        return self._desk.tasks.adding.verdict() if self._free_time.at is not None else NO_TIME
