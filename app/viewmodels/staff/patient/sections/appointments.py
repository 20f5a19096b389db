"""The patient's appointments: to be booked, to come, and past; and on request who changed them."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from app.core.text import At, Shape, Text, msg
from app.services.patients.page import AppointmentsReader, PatientAppointments
from app.services.patients.parts.history import AppointmentHistory, HistoryReader
from app.services.patients.waiting import WaitingAppointment, waiting_of
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.asked_part import AskedPart
from app.viewmodels.staff.patient.people import person_of
from app.viewmodels.staff.patient.sections.appointment_history import HistoryLine, history_lines
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.staff.patient_commands import BOOK
from app.viewmodels.translation import tr, typed
from app.wire.resources.appointments import Appointment, ApptStatus

STATUS_WORDS = {
    ApptStatus.COMPLETE: msg("Complete"),
    ApptStatus.BROKEN: msg("Broken"),
    ApptStatus.ASAP: msg("ASAP List"),
    ApptStatus.PT_NOTE: msg("Note"),
    ApptStatus.PT_NOTE_COMPLETED: msg("Note"),
}
TIMED = frozenset({ApptStatus.SCHEDULED, *STATUS_WORDS})
FEW_PAST = 4
"""Past ones that are shown without being asked for."""


class AppointmentRow(Struct, frozen=True):
    """One appointment, ready to be shown.

    `tone`: "good" for one to come, "second" for a past one, "alert" for a broken one, "pending" for one to book.
    """

    apt_num: int
    when: str
    """For one without a time, what it is: planned, unscheduled."""
    what: str
    """Procedures."""
    where: str
    """Operatory and provider."""
    status: str
    tone: str
    waiting: WaitingAppointment | None = None
    """Set for one that can be booked."""
    start: datetime | None = None
    history: tuple[HistoryLine, ...] = ()
    """Who changed it, newest first; only while it is asked for."""


class AppointmentsSection(Section[PatientAppointments]):
    """Those to come, soonest first; those to book; then the past ones, latest first."""

    reader = AppointmentsReader

    rows: tuple[AppointmentRow, ...] = ()
    more = 0
    """How many past ones are not shown."""

    def __init__(self, desk: DeskViewModel) -> None:
        self._all = False
        self.history_of: int | None = None
        """The AptNum whose history is shown."""
        super().__init__(desk)
        self.history: AskedPart[AppointmentHistory] = AskedPart(desk, HistoryReader, self)
        self.history.changed.connect(self._update)
        self.action = desk.commands[BOOK.id]

    def show(self, pat_num: int | None) -> None:
        """Show this patient's."""
        if pat_num != self.pat_num:
            self._all = False
            self.show_history(None)
        super().show(pat_num)

    @property
    def why_not_book(self) -> str:
        """Why those that wait can't be booked; empty: they can."""
        return typed(self.action.verdict.reason) if self.action is not None else ""

    def show_all(self, *, shown: bool) -> None:
        """Show all past ones, or only the latest."""
        self._all = shown
        self._update()

    def show_history(self, apt_num: int | None) -> None:
        """Show who changed an appointment; None: nobody's."""
        self.history_of = apt_num
        self.history.ask(self.pat_num if apt_num is not None else None)
        self._update()

    def open(self, row: AppointmentRow) -> None:
        """Book it, or show it on its day of the schedule."""
        desk = self.desk
        person = person_of(desk, self.pat_num or 0)

        async def work() -> None:
            await desk.screens.show(next(iter(desk.screens.specs)))
            if row.waiting is not None:
                desk.chosen.waiting_asked.emit(person, row.waiting)
            elif row.start is not None:
                desk.chosen.visit_asked.emit(row.apt_num, row.start.date())

        desk.parts.scope.start(work(), "open appointment")

    def close(self) -> None:
        """Stop following the parts."""
        super().close()
        self.history.close()

    def _fill(self, value: PatientAppointments) -> None:
        now = self.desk.now()
        timed = [row for row in value.rows if row.AptDateTime is not None and row.AptStatus in TIMED]
        coming = [row for row in timed if _is_coming(row, now)]
        past = [row for row in reversed(timed) if not _is_coming(row, now)]
        shown = past if self._all else past[:FEW_PAST]
        self.more = len(past) - len(shown)
        rooms = _Rooms(self.desk)
        waiting = [_to_book(each, rooms) for each in waiting_of(value.rows)]
        self.rows = (
            *(self._row(row, now, rooms) for row in coming),
            *waiting,
            *(self._row(row, now, rooms) for row in shown),
        )

    def _row(self, row: Appointment, now: datetime, rooms: _Rooms) -> AppointmentRow:
        coming = _is_coming(row, now)
        status = tr(STATUS_WORDS[row.AptStatus]) if row.AptStatus in STATUS_WORDS else ""
        tone = "alert" if row.AptStatus is ApptStatus.BROKEN else "good" if coming else "second"
        asked = self.history.value if row.AptNum == self.history_of else None
        return AppointmentRow(
            row.AptNum,
            _when(row.AptDateTime, now, coming=coming) if row.AptDateTime is not None else "",
            row.ProcDescript.strip(),
            rooms.where(row.Op, row.provAbbr),
            status or (row.confirmed if coming else ""),
            tone,
            start=row.AptDateTime,
            history=history_lines(asked.of(row.AptNum), asked.users, rooms.names) if asked else (),
        )


class _Rooms:
    """The names of operatories and providers."""

    def __init__(self, desk: DeskViewModel) -> None:
        lists = desk.parts.office.lists
        self.names = (
            {each.OperatoryNum: each.Abbrev or each.OpName for each in lists.operatories} if lists else {}
        )
        self._providers = {each.ProvNum: each.Abbr for each in lists.providers} if lists else {}

    def where(self, op_num: int, provider: str) -> str:
        """Operatory and provider."""
        return " · ".join(part for part in (self.names.get(op_num, ""), provider) if part)

    def provider(self, prov_num: int) -> str:
        """A provider's abbreviation."""
        return self._providers.get(prov_num, "")


def _to_book(waiting: WaitingAppointment, rooms: _Rooms) -> AppointmentRow:
    kind: Text = msg("Planned") if waiting.planned else msg("Unscheduled")
    minutes = tr("{n} min", n=waiting.minutes)
    return AppointmentRow(
        waiting.apt_num,
        tr(kind),
        waiting.procedures or waiting.note,
        " · ".join(part for part in (minutes, rooms.provider(waiting.provider)) if part),
        "",
        "pending",
        waiting,
    )


def _when(start: datetime, now: datetime, *, coming: bool) -> str:
    if start.date() == now.date():
        return tr("Today {time}", time=At(start))
    return tr(At(start, Shape.BOTH if coming else Shape.DATE))


def _is_coming(row: Appointment, now: datetime) -> bool:
    open_ones = (ApptStatus.SCHEDULED, ApptStatus.ASAP)
    return row.AptDateTime is not None and row.AptDateTime >= now and row.AptStatus in open_ones
