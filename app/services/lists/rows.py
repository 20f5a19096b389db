"""Candidates from the rows that the API returns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.lists.contact import Contact
from app.domain.schedule.pattern import clean, minutes_of
from app.wire.lenient import Misread, read_date
from app.wire.resources.appointments import Appointment, ApptPriority, ApptStatus
from app.wire.resources.recall_types import RecallType
from app.wire.resources.recalls import RecallListRow

KINDS = {
    ApptStatus.UNSCHED_LIST: CandidateKind.UNSCHEDULED,
    ApptStatus.PLANNED: CandidateKind.PLANNED,
}
"""The list that a status puts an appointment on."""
SCHEDULED = frozenset({ApptStatus.SCHEDULED, ApptStatus.ASAP})


def of_appointment(row: Appointment, kind: CandidateKind, today: date) -> Candidate:
    """An appointment as a row of this list."""
    pattern = clean(row.Pattern)
    return Candidate(
        kind=kind,
        pat_num=row.PatNum,
        apt_num=row.AptNum,
        minutes=minutes_of(pattern),
        pattern=pattern,
        pattern_secondary=row.PatternSecondary,
        prov_num=row.ProvNum,
        prov_hyg=row.ProvHyg,
        is_hygiene=row.IsHygiene,
        op_num=row.Op,
        clinic_num=row.ClinicNum,
        appointment_type_num=row.AppointmentTypeNum,
        procedures=row.ProcDescript.strip(),
        since=waits_since(row.AptStatus, row.AptDateTime, row.DateTStamp, row.SecDateTEntry, today),
        at=row.AptDateTime if row.AptStatus in SCHEDULED else None,
        planned=row.AptStatus is ApptStatus.PLANNED,
        asap=row.Priority is ApptPriority.ASAP,
        note=row.Note.strip(),
        status=row.UnschedStatus,
    )


def waits_since(
    status: ApptStatus,
    at: datetime | None,
    changed: datetime | None,
    entered: datetime | None,
    today: date,
) -> date | None:
    """Since when an appointment waits: an unscheduled one since its old date, or since it was canceled ahead of it.

    All others wait since they were entered.
    """
    if status is ApptStatus.UNSCHED_LIST and at is not None:
        if at.date() <= today:
            return at.date()
        return min(changed.date(), today) if changed is not None else today
    return entered.date() if entered is not None else None


def of_recall(row: RecallListRow, types: Mapping[str, RecallType]) -> Candidate:
    """A row of Open Dental's recall list. `types` are by folded description."""
    kind = types.get(row.Type.strip().casefold())
    pattern = clean(kind.TimePattern) if kind is not None else ""
    return Candidate(
        kind=CandidateKind.RECALL,
        pat_num=row.PatNum,
        recall_type_num=kind.RecallTypeNum if kind is not None else 0,
        recall_type=row.Type.strip(),
        minutes=minutes_of(pattern),
        pattern=pattern,
        is_hygiene=True,
        clinic_num=row.ClinicNum,
        procedures=kind.Procedures.strip() if kind is not None else "",
        since=_day(row.DueDate),
        last_contact=_day(row.LastRemind),
        attempts=row.NumRemind,
        note=row.Note.strip(),
        status_name=row.Status.strip(),
        reminded=Contact(_day(row.LastRemind), row.NumRemind),
    )


def list_of(row: Appointment, kind: CandidateKind, today: date) -> bool:
    """Whether an appointment is on this list."""
    if kind is CandidateKind.ASAP:
        coming = (
            row.AptStatus in SCHEDULED and row.AptDateTime is not None and row.AptDateTime.date() >= today
        )
        return row.Priority is ApptPriority.ASAP and (coming or row.AptStatus in KINDS)
    return KINDS.get(row.AptStatus) is kind


def _day(text: str) -> date | None:
    try:
        return read_date(text) if text.strip() else None
    except Misread:
        return None
