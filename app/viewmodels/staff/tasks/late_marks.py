"""The open tasks of appointments and patients, for every screen. Empty until the office's tasks are followed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.text import NO_TEXT, Text, msg
from app.viewmodels.command import CommandSpec
from app.viewmodels.staff.patient_commands import NOBODY
from app.viewmodels.staff.tasks.showing import TaskShowing
from app.viewmodels.verdict import YES, Verdict

if TYPE_CHECKING:  # the desk has them, and passes itself to them
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.tasks.marks import TaskMarks
    from app.wire.resources.tasks import Task

MARKS = "app.viewmodels.staff.tasks.marks:TaskMarks"
OF_PATIENT = CommandSpec(
    "patient.tasks",
    msg("Open this patient's tasks"),
    "Alt+F7",
    "Patient",
    "TASKS",
    word=msg("Tasks"),
    synonyms=msg("to do reminder", "search words"),
    group=1,
)
NONE = Verdict(ok=False, reason=msg("This patient has no open tasks."))


class LateMarks(QObject):
    """`changed` is emitted with the AptNums whose open tasks have changed; those of patients may have, too."""

    changed = Signal(object)

    def __init__(self, desk: DeskViewModel, showing: TaskShowing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._showing = showing
        self._marks: TaskMarks | None = None
        self.command = desk.command(OF_PATIENT, self._open_selected, self._may_open)
        for signal in (self.changed, desk.patient.changed):
            signal.connect(self.command.refresh)

    async def begin(self) -> None:
        """Follow the office's tasks, once the schedule is visible."""
        (marks,) = await self._desk.parts.load(MARKS)
        if self._marks is None:
            self._marks = marks(self._desk.parts.tasks(), self.changed.emit)
            self.changed.emit(frozenset(self._marks))

    @property
    def appointments(self) -> Mapping[int, Text]:
        """The open tasks of appointments as text, by AptNum."""
        return self._marks if self._marks is not None else {}

    def of_patient(self, pat_num: int) -> tuple[Task, ...]:
        """The open tasks of a patient and of the patient's appointments, newest first."""
        return self._marks.of_patient(pat_num) if self._marks is not None else ()

    def words_of(self, pat_num: int) -> Text:
        """The same as text; empty: none."""
        return self._marks.words_of(pat_num) if self._marks is not None else NO_TEXT

    def open_appointment(self, apt_num: int) -> None:
        """Open the only task of an appointment, or list several."""
        tasks = self._marks.of_appointment(apt_num) if self._marks is not None else ()
        self._open(tasks, lambda: self._showing.show_appointment(apt_num))

    def open_patient(self, pat_num: int) -> None:
        """Open the only task of a patient and of the patient's appointments, or list several."""
        self._open(self.of_patient(pat_num), lambda: self._showing.show_patient(pat_num))

    def close(self) -> None:
        """Stop following the tasks."""
        if self._marks is not None:
            self._marks.close()

    async def _open_selected(self) -> None:
        if (current := self._desk.patient.current) is not None:
            self.open_patient(current.pat_num)

    def _may_open(self) -> Verdict:
        current = self._desk.patient.current
        if current is None:
            return NOBODY
        return YES if self.of_patient(current.pat_num) else NONE

    def _open(self, tasks: Sequence[Task], show_all: Callable[[], None]) -> None:
        if len(tasks) == 1:
            self._showing.show(tasks[0].TaskNum)
        else:
            show_all()
