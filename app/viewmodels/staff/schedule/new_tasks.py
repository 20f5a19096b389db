"""New tasks from the schedule: about an appointment, or to fill free time."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from PySide6.QtCore import QObject

from app.core.text import At, Shape, msg
from app.domain.schedule.gaps import gap_at
from app.domain.schedule.visit import Visit
from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.commands import FILL_TASK, NEW_TASK
from app.viewmodels.staff.schedule.free_time import FreeTime
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.state import ScheduleView
from app.viewmodels.staff.schedule.visit_rules import NOTHING_SELECTED
from app.viewmodels.staff.tasks.about import TaskAbout, TaskOrigin
from app.viewmodels.translation import tr, typed
from app.viewmodels.verdict import Verdict

NO_TIME = Verdict(ok=False, reason=msg("Click free time in the schedule first."))
A_MINUTE = timedelta(minutes=1)


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
        self._desk.tasks.new(about_visit(visit))

    async def _fill(self) -> None:
        if (about := self._gap()) is not None:
            self._desk.tasks.new(about)

    def _gap(self) -> TaskAbout | None:
        """The free time that is selected, in words; of a week only its beginning is known."""
        grid, at = self._schedule.grid, self._free_time.at
        if at is None or grid is None:
            return None
        start, op_num = at
        length, where = "", ""
        if self._schedule.view is ScheduleView.DAY and op_num is not None:
            midnight = datetime.combine(start.date(), time())
            gap = gap_at(grid, op_num, (start - midnight) // A_MINUTE)
            if gap is None:
                return None
            start, length = midnight + gap[0] * A_MINUTE, tr("{n} min", n=gap[1] - gap[0])
            where = next((typed(each.title) for each in grid.columns if each.key == op_num), "")
        places = ", ".join(filter(None, (tr(At(start, Shape.BOTH)), length, where)))
        return TaskAbout(text=tr("Fill {time}", time=places), origin=TaskOrigin.GAP)

    def _subject(self) -> tuple[int | None, Visit | None]:
        visit = self._schedule.selected
        return (visit.apt_num if visit is not None else None), visit

    def _may_write(self) -> Verdict:
        return (
            self._desk.tasks.adding.command.verdict
            if self._schedule.selected is not None
            else NOTHING_SELECTED
        )

    def _may_fill(self) -> Verdict:
        return self._desk.tasks.adding.command.verdict if self._gap() is not None else NO_TIME


def about_visit(visit: Visit) -> TaskAbout:
    """An appointment as a task names it; one that the office doesn't have yet has only its patient."""
    if visit.unsent or visit.person is None:
        return TaskAbout(visit.person, origin=TaskOrigin.APPOINTMENT)
    words = tr("{day}, {time}", day=At(visit.start, Shape.MONTH_DAY), time=At(visit.start))
    return TaskAbout(visit.person, visit.apt_num, words, origin=TaskOrigin.APPOINTMENT)
