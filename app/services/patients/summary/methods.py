"""The parts of the patient's summary as ordinary methods of the API read them, one request each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.api.client import OpenDental
from app.api.need import Need
from app.domain.schedule.pattern import clean, shown_minutes
from app.services.patients.summary.records import (
    PHONE_FIELDS,
    FamilyMember,
    SummaryAlerts,
    SummaryAppointment,
    SummaryAppointments,
    SummaryMoney,
    SummaryPerson,
    SummaryPopup,
    SummaryRecall,
    person_of,
    phones_of,
)
from app.services.patients.waiting import waiting_of
from app.wire.resources.appointments import Appointment, ApptStatus
from app.wire.resources.chart_modules import PatientInfoRow
from app.wire.resources.patients import Patient
from app.wire.resources.popups import EnumPopupLevel

SHOWN = frozenset({ApptStatus.SCHEDULED, ApptStatus.ASAP, ApptStatus.COMPLETE})
PREMEDICATE, MED_URGENT, ALLERGY, NO_ALLERGIES = (
    "Premedicate",
    "Med Urgent",
    "Allergy - ",
    "Allergies",
)  # words: labels of Open Dental
"""Labels of the Chart Module's Patient Info."""


class SummaryMethods:
    """Each method reads one group of fields, and raises the client's ApiErrors."""

    def __init__(self, client: OpenDental) -> None:
        self._client = client

    async def person(self, pat_num: int, need: Need) -> SummaryPerson:
        """The patient's row."""
        return summary_person(await self._client.at(need).patients.get(pat_num))

    async def appointments(self, pat_num: int, now: datetime, need: Need) -> SummaryAppointments:
        """Today's and later ones, and the last completed one."""
        rows = await self._client.at(need).appointments.list(PatNum=pat_num)
        return appointments_of(rows, now)

    async def money(self, pat_num: int, need: Need) -> SummaryMoney:
        """The family's aging."""
        aging = await self._client.at(need).account_modules.aging(pat_num)
        return SummaryMoney(aging.Total, aging.InsEst)

    async def recalls(self, pat_num: int, need: Need) -> tuple[SummaryRecall, ...]:
        """Those that are not disabled, without the names of their types."""
        rows = await self._client.at(need).recalls.list(PatNum=pat_num)
        return tuple(
            SummaryRecall(row.RecallTypeNum, "", row.DateDue, row.DateScheduled)
            for row in rows
            if not row.IsDisabled
        )

    async def alerts(self, pat_num: int, need: Need) -> SummaryAlerts:
        """From the Chart Module's Patient Info; the allergies' own list where it doesn't show them."""
        client = self._client.at(need)
        lines = await client.chart_modules.patient_info(pat_num)
        if (shown := alerts_of(lines)) is not None:
            return shown
        allergies = await client.allergies.list(PatNum=pat_num)
        names = (row.defDescription.strip() for row in allergies if row.StatusIsActive)
        return SummaryAlerts(
            any(line.Field == PREMEDICATE for line in lines) or None,
            (await client.patient_notes.get(pat_num)).Medical.strip(),
            tuple(dict.fromkeys(filter(None, names))),
        )

    async def popups(self, pat_num: int, now: datetime, need: Need) -> tuple[SummaryPopup, ...]:
        """Those that are not disabled. The answer may have relatives' own ones too, which are left out."""
        rows = await self._client.at(need).popups.list(PatNum=pat_num)
        return tuple(
            SummaryPopup(row.PopupNum, row.PatNum, row.Description.strip())
            for row in rows
            if (row.DateTimeDisabled is None or row.DateTimeDisabled > now)
            and (row.PatNum == pat_num or row.PopupLevel is not EnumPopupLevel.PATIENT)
        )

    async def family(self, guarantor: int, need: Need) -> tuple[FamilyMember, ...]:
        """All members of the guarantor's family."""
        rows = await self._client.at(need).patients.simple(Guarantor=guarantor)
        return tuple(
            FamilyMember(
                summary_person(row).person, str(row.PatStatus), row.EstBalance, row.FamFinUrgNote.strip()
            )
            for row in rows
        )


def summary_person(row: Patient) -> SummaryPerson:
    """The fields of a patient's row that the summary has."""
    phones = phones_of((name, getattr(row, name)) for name in PHONE_FIELDS)
    return SummaryPerson(
        person_of(row.PatNum, (row.LName, row.FName, row.Preferred), row.Birthdate, phones),
        str(row.PatStatus),
        str(row.Gender),
        phones,
        row.Email,
        row.Language,
        row.ClinicNum,
        row.Guarantor,
        row.SuperFamily,
    )


def appointments_of(rows: Iterable[Appointment], now: datetime) -> SummaryAppointments:
    """The summary of all appointments of a patient."""
    known = list(rows)
    found = sorted(
        (made for row in known if (made := appointment_of(row)) is not None), key=lambda each: each.start
    )
    past = [each for each in found if each.complete and each.start <= now]
    return SummaryAppointments(
        tuple(each for each in found if each.start.date() >= now.date()),
        past[-1] if past else None,
        waiting_of(known),
    )


def appointment_of(row: Appointment) -> SummaryAppointment | None:
    """One appointment; None for one that takes no time, such as a broken one."""
    if row.AptDateTime is None or row.AptStatus not in SHOWN:
        return None
    return SummaryAppointment(
        row.AptNum,
        row.AptDateTime,
        shown_minutes(clean(row.Pattern)),
        row.Op,
        row.ProvNum,
        row.ProcDescript.strip(),
        row.AptStatus is ApptStatus.COMPLETE,
    )


def alerts_of(rows: Iterable[PatientInfoRow]) -> SummaryAlerts | None:
    """The alerts among the lines of the Patient Info; None where the office has hidden these lines."""
    found = [(row.Field.strip(), row.Content.strip()) for row in rows]
    labels = {label for label, _ in found}
    allergies = [label.removeprefix(ALLERGY) for label, _ in found if label.startswith(ALLERGY)]
    if MED_URGENT not in labels or not (allergies or NO_ALLERGIES in labels):
        return None
    medical = next(content for label, content in found if label == MED_URGENT)
    return SummaryAlerts(PREMEDICATE in labels, medical, tuple(dict.fromkeys(allergies)))
