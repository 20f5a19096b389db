"""Books what a row waits for, on the schedule: exactly that appointment, or what the recall asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from app.api.errors import ApiError
from app.api.need import Need
from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.lists.lab import LabCaseAway
from app.domain.schedule.visit import Person
from app.services.filling.appointments import waiting_of
from app.services.lists.rows import of_appointment
from app.services.schedule.booking_hint import hint_of_recall
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists.rows import ListRow
from app.viewmodels.staff.schedule.booking.booking import BookingViewModel
from app.viewmodels.staff.schedule.commands import MOVE
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.screens import ScreenModel
from app.viewmodels.verdict import Verdict
from app.wire.resources.appointments import Appointments
from app.wire.resources.recall_types import RecallType


class Booking(QObject):
    """An appointment that has a time is moved, one that waits gets one, and a recall becomes a new one.

    Once the panel is closed, the list is shown again, unless something else was done on the schedule meanwhile.
    """

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._list = ""
        """The screen of the list."""
        self._panel: BookingViewModel | None = None
        self._pat_num = 0
        """For whom the panel was opened; 0: the list isn't waited for any more."""
        desk.screens.shown_changed.connect(self._stay)

    def verdict(self, row: ListRow) -> Verdict:
        """Whether the key may book this."""
        found = row.candidate
        method: Callable[..., Any]
        if found is not None and found.planned:
            method = Appointments.schedule_planned
        elif row.at is not None or _apt_num(row):
            method = Appointments.update
        else:
            method = Appointments.create
        may = self._desk.parts.client.can(method)
        return Verdict(ok=may.ok, reason=may.reason)

    async def begin(self, row: ListRow, person: Person) -> None:
        """Show the schedule, with the booking panel for this row."""
        desk, found = self._desk, row.candidate or await self._needing(row.lab)
        kind = await self._recall_type(found) if found is not None and not found.apt_num else None
        office = desk.parts.office
        if (
            row.at is not None and office.age(row.at.date()) is None
        ):  # only one that is on screen can be moved
            await office.reader.open_days([row.at.date()], Need.CLICK)
        before = desk.screens.current
        self._come_back_from(await desk.screens.show(next(iter(desk.screens.specs))), before, row.pat_num)
        if row.at is not None and moves(row):
            desk.chosen.visit_asked.emit(_apt_num(row), row.at.date())
            desk.commands[MOVE.id].run()
        elif row.treatment is not None:
            desk.chosen.booking_asked.emit(person)
        elif found is not None and found.apt_num:
            desk.chosen.waiting_asked.emit(person, waiting_of(found))
        elif row.lab is not None:
            desk.chosen.booking_asked.emit(person)
        else:
            lists = office.lists
            types = lists.appointment_types if lists is not None else ()
            desk.chosen.hinted_booking_asked.emit(hint_of_recall(person, kind, types))

    def _come_back_from(self, schedule: ScreenModel, before: str, pat_num: int) -> None:
        self._list, self._pat_num = before, pat_num
        if self._panel is None and isinstance(schedule, ScheduleScreenViewModel):
            self._panel = schedule.booking
            self._panel.changed.connect(self._follow_panel)
            self._panel.finished.connect(self._come_back)

    def _follow_panel(self) -> None:
        """Somebody else is booked now."""
        panel = self._panel
        if panel is not None and panel.open:
            person = panel.state.person
            if person is None or person.pat_num != self._pat_num:
                self._stay()

    def _stay(self) -> None:
        self._pat_num = 0

    def _come_back(self) -> None:
        if self._pat_num:
            self._stay()
            self._desk.parts.scope.start(self._desk.screens.show(self._list), "back to the list")

    async def _needing(self, case: LabCaseAway | None) -> Candidate | None:
        """The appointment without a time that a lab case is for; None: there is none. Raises the client's ApiErrors."""
        if case is None or case.at is not None or not case.apt_num:
            return None
        row = await self._desk.parts.client.at(Need.CLICK).appointments.get(case.apt_num)
        return of_appointment(row, CandidateKind.UNSCHEDULED, self._desk.now().date())

    async def _recall_type(self, found: Candidate) -> RecallType | None:
        """What the recall asks for; None: it can't be read."""
        try:
            return await self._desk.parts.lists().recall_type(found.recall_type, Need.CLICK)
        except ApiError:
            return None


def moves(row: ListRow) -> bool:
    """Whether booking it moves an appointment that has a time."""
    return row.at is not None and row.treatment is None


def _apt_num(row: ListRow) -> int:
    """The appointment that the row is about; 0: none."""
    what = row.candidate or row.visit or row.lab
    return what.apt_num if what is not None else 0
