"""The way from every screen to the tasks. Nothing of them is imported before it is first used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.tasks.late_marks import LateMarks
from app.viewmodels.staff.tasks.new.late import LateNewTask
from app.viewmodels.staff.tasks.own import OwnTasks
from app.viewmodels.staff.tasks.showing import TaskShowing

if TYPE_CHECKING:  # the desk has them, and passes itself to them
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.tasks.about import TaskAbout


class LateTasks(QObject):
    """`changed` when the number of unread tasks, or which patients and appointments have open ones, may be another."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self.apt_num = 0
        """The appointment whose tasks were asked for, or that was selected on the schedule last; 0: none."""
        showing = TaskShowing(desk)
        self.show, self.show_patient = showing.show, showing.show_patient
        self.show_appointment, self.show_view = showing.show_appointment, showing.show_view
        self.marks = LateMarks(desk, showing)
        """Which appointments and patients have open tasks."""
        self.adding = LateNewTask(desk)
        """The panel for a new task."""
        self.own = OwnTasks(desk)
        """Those of the person at the desk: unread, and the sound for new ones."""
        self.own.changed.connect(self.changed)
        self.commands: Sequence[AsyncCommand] = (self.adding.command, self.marks.command, *self.own.commands)

    @property
    def unread(self) -> int:
        """Unread tasks of the lists that the person at the desk follows."""
        return self.own.unread

    async def begin(self) -> None:
        """Follow the office's tasks, once the schedule is visible."""
        await self.own.begin()

    def new(self, about: TaskAbout) -> None:
        """Begin a new task about something, in the panel beside the current screen."""
        self.adding.begin(about)

    def close(self) -> None:
        """The desk was closed."""
        self.marks.close()
        self.adding.close()
        self.own.close()
