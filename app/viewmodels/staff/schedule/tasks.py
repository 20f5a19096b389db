"""The open tasks of the schedule's appointments: their texts, and the way to them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from app.core.text import Words, msg
from app.domain.schedule.tile import TASKS, CardRow
from app.domain.schedule.visit import Visit
from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.commands import TASK
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.visit_rules import NOTHING_SELECTED
from app.viewmodels.verdict import YES, Verdict

NO_TASK = Verdict(ok=False, reason=msg("This appointment has no open task."))


class ScheduleTasks(QObject):
    """`changed` is emitted with the AptNums whose open tasks have changed; those of patients may have too."""

    changed = Signal(object)

    def __init__(
        self, schedule: ScheduleViewModel, desk: DeskViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._schedule = schedule
        self._marks = desk.tasks.marks
        self.command = AsyncCommand(
            TASK, desk.parts.scope, self._open, self._may_open, desk.fail, self, about=self._subject
        )
        """Opens the tasks of the selected appointment."""
        self._marks.changed.connect(self.changed)
        for signal in (schedule.selection_changed, self.changed):
            signal.connect(self.command.refresh)

    @property
    def texts(self) -> Mapping[int, Words]:
        """The open tasks of appointments as text, by AptNum, as far as known."""
        return self._marks.appointments

    def rows_of(self, pat_num: int) -> tuple[CardRow, ...]:
        """The row with a patient's open tasks; none without any."""
        words = self._marks.words_of(pat_num)
        return (CardRow(TASKS, words),) if words else ()

    def open(self, apt_num: int) -> None:
        """Show the tasks of an appointment: the only one open, several in a list."""
        self._marks.open_appointment(apt_num)

    async def _open(self, visit: Visit) -> None:
        self.open(visit.apt_num)

    def _may_open(self) -> Verdict:
        visit = self._schedule.selected
        if visit is None:
            return NOTHING_SELECTED
        return YES if visit.apt_num in self.texts else NO_TASK

    def _subject(self) -> tuple[int | None, Visit | None]:
        visit = self._schedule.selected
        return (visit.apt_num if visit is not None else None), visit
