"""Lab cases that are not back, those needed first in front."""

# words: columns and tables of the database
from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from app.api.client import OpenDental
from app.api.errors import Gone, NotFound
from app.api.need import Need
from app.domain.lists.lab import LabCaseAway
from app.services.lists.queries import ACTIVE, NEVER, PEOPLE, SCHEDULED, UNSCHEDULED
from app.store.office import Office
from app.store.queries import Questions, known_of_query
from app.wire.fields import NO_DATE_TIME
from app.wire.query_rows import day, moment, number, text
from app.wire.resources.appointments import Appointment, ApptStatus
from app.wire.resources.lab_cases import LabCase

MOST_READ, MOST_VISITS = 1000, 60
"""Cases and appointments that are read without Queries. The API can't list cases by date or status."""
OVER = frozenset({ApptStatus.COMPLETE, ApptStatus.BROKEN})
"""An appointment in one of these statuses needs no lab work any more."""


def lab_query(clinic: int) -> str:
    """The cases that are not back, of a clinic's appointments; 0: of the office."""
    own = f" AND (appointment.AptNum IS NULL OR appointment.ClinicNum = {int(clinic)})" if clinic else ""
    return (
        "SELECT labcase.LabCaseNum, labcase.AptNum, labcase.DateTimeDue, labcase.DateTimeSent, labcase.ProvNum,"  # noqa: S608  # numbers
        " labcase.Instructions, laboratory.Description AS labName, laboratory.Phone AS labPhone,"
        " appointment.AptDateTime, appointment.AptStatus, appointment.Op, appointment.ProcDescript,"
        f" appointment.ClinicNum AS AptClinic, {PEOPLE} FROM labcase"
        " INNER JOIN patient ON patient.PatNum = labcase.PatNum"
        " LEFT JOIN laboratory ON laboratory.LaboratoryNum = labcase.LaboratoryNum"
        " LEFT JOIN appointment ON appointment.AptNum = labcase.AptNum"
        f" WHERE labcase.DateTimeRecd < '{NEVER}' AND labcase.DateTimeChecked < '{NEVER}'"
        f" AND patient.PatStatus IN ({ACTIVE})"
        f" AND (appointment.AptNum IS NULL OR appointment.AptStatus IN ({SCHEDULED}, {UNSCHEDULED}, 4)){own}"
        " ORDER BY labcase.LabCaseNum"
    )


class LabCaseReader:
    """One query, in pages of 100 rows; without Queries the office's whole list, and the appointments of those away.

    Raises the client's ApiErrors.
    """

    def __init__(self, client: OpenDental, office: Office, questions: Questions) -> None:
        self._client = client
        self._office = office
        self._questions = questions

    async def read(self, clinic: int, need: Need) -> tuple[LabCaseAway, ...] | None:
        """The cases of a clinic; 0: of the office. None: without Queries they take too many requests."""
        found: list[dict[str, Any]] = []

        def take(page: list[dict[str, Any]], _unreadable: int) -> None:
            found.extend(page)
            self._office.people.learn(known_of_query(row) for row in page)

        if await self._questions.paged("lab cases", lab_query(clinic), need, take):
            return needed_first(map(_of_query, found))
        away = await self._away(need)
        if away is None:
            return None
        labs = {row.LaboratoryNum: row for row in await self._client.at(need).laboratories.list()}
        rows = []
        for case in away:
            visit = await self._visit(case.AptNum, need)
            if visit is None or (visit.AptStatus not in OVER and clinic in (0, visit.ClinicNum)):
                lab = labs.get(case.LaboratoryNum)
                rows.append(_of_rows(case, visit, lab.Description if lab else "", lab.Phone if lab else ""))
        return needed_first(rows)

    async def _away(self, need: Need) -> list[LabCase] | None:
        count, found = 0, []
        async for page in self._client.at(need).lab_cases.list().pages():
            count += len(page)
            found += [row for row in page if not row.is_back]
            unknown = sum(bool(row.AptNum) and self._office.visit_row(row.AptNum) is None for row in found)
            if count > MOST_READ or unknown > MOST_VISITS:
                return None
        return found

    async def _visit(self, apt_num: int, need: Need) -> Appointment | None:
        if not apt_num or (known := self._office.visit_row(apt_num)) is not None:
            return known if apt_num else None
        try:
            return await self._client.at(need).appointments.get(apt_num)
        except (NotFound, Gone):  # it was deleted
            return None


def needed_first(rows: Iterable[LabCaseAway]) -> tuple[LabCaseAway, ...]:
    """By appointment; those without one by the day that the laboratory promised."""

    def place(row: LabCaseAway) -> tuple[bool, datetime, date]:
        return row.at is None, row.at or NO_DATE_TIME, row.due or date.max

    return tuple(sorted(rows, key=place))


def _of_query(row: dict[str, Any]) -> LabCaseAway:
    scheduled = number(row, "AptStatus") in (SCHEDULED, 4)
    return LabCaseAway(
        lab_case_num=number(row, "LabCaseNum"),
        pat_num=number(row, "PatNum"),
        prov_num=number(row, "ProvNum"),
        laboratory=text(row, "labName"),
        lab_phone=text(row, "labPhone"),
        sent=day(row, "DateTimeSent"),
        due=day(row, "DateTimeDue"),
        instructions=text(row, "Instructions"),
        apt_num=number(row, "AptNum"),
        at=moment(row, "AptDateTime") if scheduled else None,
        op_num=number(row, "Op"),
        clinic_num=number(row, "AptClinic"),
        procedures=text(row, "ProcDescript"),
    )


def _of_rows(case: LabCase, visit: Appointment | None, laboratory: str, phone: str) -> LabCaseAway:
    scheduled = visit is not None and visit.AptStatus in (ApptStatus.SCHEDULED, ApptStatus.ASAP)
    return LabCaseAway(
        lab_case_num=case.LabCaseNum,
        pat_num=case.PatNum,
        prov_num=case.ProvNum,
        laboratory=laboratory.strip(),
        lab_phone=phone.strip(),
        sent=_day(case.DateTimeSent),
        due=_day(case.DateTimeDue),
        instructions=case.Instructions.strip(),
        apt_num=case.AptNum,
        at=visit.AptDateTime if visit is not None and scheduled else None,
        op_num=visit.Op if visit is not None else 0,
        clinic_num=visit.ClinicNum if visit is not None else 0,
        procedures=visit.ProcDescript.strip() if visit is not None else "",
    )


def _day(at: datetime | None) -> date | None:
    return at.date() if at is not None else None
