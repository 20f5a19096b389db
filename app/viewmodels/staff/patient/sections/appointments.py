"""The patient's appointments, past and to come."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from app.core.text import At, Shape, msg
from app.services.patients.page import AppointmentsReader, PatientAppointments
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.translation import tr
from app.wire.resources.appointments import Appointment, ApptStatus

STATUS_WORDS = {
    ApptStatus.COMPLETE: msg("Complete"),
    ApptStatus.BROKEN: msg("Broken"),
    ApptStatus.ASAP: msg("ASAP List"),
    ApptStatus.PT_NOTE: msg("Note"),
    ApptStatus.PT_NOTE_COMPLETED: msg("Note"),
}
TIMED = frozenset({ApptStatus.SCHEDULED, *STATUS_WORDS})


class AppointmentRow(Struct, frozen=True):
    """One appointment, ready to be shown.

    `tone`: "good" for one to come, "second" for a past one, "alert" for a broken one.
    """

    apt_num: int
    when: str
    what: str
    """Procedures."""
    where: str
    """Operatory and provider."""
    status: str
    tone: str


class AppointmentsSection(Section[PatientAppointments]):
    """Those to come first, soonest first; then the past ones, latest first."""

    reader = AppointmentsReader

    rows: tuple[AppointmentRow, ...] = ()

    def _fill(self, value: PatientAppointments) -> None:
        now = self.desk.now()
        timed = [row for row in value.rows if row.AptDateTime is not None and row.AptStatus in TIMED]
        coming = [row for row in timed if _is_coming(row, now)]
        past = [row for row in reversed(timed) if not _is_coming(row, now)]
        self.rows = tuple(self._row(row, now) for row in (*coming, *past))

    def _row(self, row: Appointment, now: datetime) -> AppointmentRow:
        lists = self.desk.parts.office.lists
        rooms = {each.OperatoryNum: each.Abbrev or each.OpName for each in lists.operatories} if lists else {}
        where = " · ".join(part for part in (rooms.get(row.Op, ""), row.provAbbr) if part)
        coming = _is_coming(row, now)
        status = (
            tr(STATUS_WORDS[row.AptStatus])
            if row.AptStatus in STATUS_WORDS
            else row.confirmed
            if coming
            else ""
        )
        tone = "alert" if row.AptStatus is ApptStatus.BROKEN else "good" if coming else "second"
        when = _when(row.AptDateTime, now, coming=coming) if row.AptDateTime is not None else ""
        return AppointmentRow(row.AptNum, when, row.ProcDescript.strip(), where, status, tone)


def _when(start: datetime, now: datetime, *, coming: bool) -> str:
    if start.date() == now.date():
        return tr("Today {time}", time=At(start))
    return tr(At(start, Shape.BOTH if coming else Shape.DATE))


def _is_coming(row: Appointment, now: datetime) -> bool:
    open_ones = (ApptStatus.SCHEDULED, ApptStatus.ASAP)
    return row.AptDateTime is not None and row.AptDateTime >= now and row.AptStatus in open_ones
