"""Papers of one patient: appointment card, address label, chart label, route slip.

What another part of the program has read is used as it is; the rest is read when it is printed. What can't be
read is printed as it was last known, or as not available.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeVar

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.core.text import ExplainedError, join, msg
from app.domain.people.alerts import not_named, premed_words
from app.domain.printing.card import AppointmentCard, CardAppointment, card_document
from app.domain.printing.document import Document
from app.domain.printing.label import address_label, chart_label
from app.domain.printing.letterhead import Letterhead
from app.domain.printing.mailing import Mailing, given_first
from app.domain.printing.route_slip import (
    RouteSlip,
    SlipMedical,
    SlipMoney,
    SlipPlan,
    SlipRecall,
    slip_document,
)
from app.domain.schedule.columns import main_provider
from app.domain.schedule.visit import Person, Stage, Visit
from app.services.money.receipts import letterhead
from app.services.patients.page import ContactReader
from app.services.patients.parts.insurance import InsuranceReader, PatientInsurance
from app.services.patients.parts.medical import MedicalReader, PatientMedical
from app.services.patients.summary.reader import SummaryReader
from app.services.patients.summary.records import PatientSummary, SummaryAppointment, known_or_none
from app.services.schedule.rows import where_of
from app.store.lists import PRACTICE_TITLE, OfficeLists
from app.store.office import Office
from app.store.patients.parts import Ready
from app.store.patients.readers import PartReader, PatientParts
from app.wire.resources.patients import Patient
from app.wire.resources.providers import Provider

T = TypeVar("T")

HERE = frozenset({Stage.ARRIVED, Stage.SEATED, Stage.DISMISSED, Stage.BROKEN})
"""Stages of an appointment that a card leaves out: the patient has come, or it was broken."""


class PatientPapers:
    """Makes them. Every method raises the client's ApiErrors, and ExplainedError where there is nothing to print."""

    def __init__(self, client: OpenDental, office: Office, patients: PatientParts) -> None:
        self._client = client
        self._office = office
        self._patients = patients

    async def card(self, person: Person, visit: Visit | None = None) -> Document:
        """The patient's appointments from `visit` on; from now on if it is None or no longer ahead."""
        lists = self._lists
        summary = await self._known(SummaryReader, person.pat_num)
        known = known_or_none(summary.appointments) if summary is not None else None
        coming = _to_come(known.upcoming if known is not None else (), visit, self._office.clock.now())
        if not coming:
            raise ExplainedError(
                msg("{name} has no upcoming appointment.", name=person.display)
                if known is not None
                else msg("The next appointment couldn't be read.")
            )
        return card_document(
            AppointmentCard(
                letterhead=_letterhead(lists, coming[0][2]),
                patient=given_first(person.first_name, person.last_name) or person.display,
                appointments=tuple(
                    CardAppointment(start, _provider(lists, prov_num)) for start, prov_num, _ in coming
                ),
            )
        )

    async def address(self, pat_num: int) -> Document:
        """The label for a letter to the patient."""
        return address_label(_mailing(await self._row(pat_num)))

    async def guarantor_address(self, pat_num: int) -> Document:
        """The label for a letter to the guarantor."""
        row = await self._row(pat_num)
        guarantor = row.Guarantor or pat_num
        return address_label(_mailing(row if guarantor == pat_num else await self._row(guarantor)))

    async def chart(self, person: Person) -> Document:
        """The label with name, birthdate and number: what is known of the patient is enough."""
        return chart_label(person)

    async def route_slip(self, visit: Visit) -> Document:
        """One appointment's."""
        of_summary = self._known(SummaryReader, visit.pat_num)
        of_medical = self._known(MedicalReader, visit.pat_num)
        of_insurance = self._known(InsuranceReader, visit.pat_num)
        summary, medical, insurance = await asyncio.gather(of_summary, of_medical, of_insurance)
        now, lists = self._office.clock.now(), self._lists
        slip = RouteSlip(
            visit=visit,
            practice=lists.preferences.get(PRACTICE_TITLE, ""),
            where=where_of(visit, lists),
            medical=_medical(medical, now.date()),
            money=_money(summary),
            plans=_plans(insurance, now.date()),
            recalls=_recalls(summary),
            coming=_coming(summary, visit),
        )
        return slip_document(slip, now)

    @property
    def _lists(self) -> OfficeLists:
        return self._office.lists or OfficeLists()

    async def _row(self, pat_num: int) -> Patient:
        row = await self._known(ContactReader, pat_num)
        return row if row is not None else await self._client.at(Need.CLICK).patients.get(pat_num)

    async def _known(self, reader: type[PartReader[T]], pat_num: int) -> T | None:
        """A part of a patient, as fresh as it can be had; None: nothing is known of it."""
        state = self._patients.of(reader).state(pat_num)
        if isinstance(state, Ready) and not state.stale:
            return state.value
        try:
            return await reader(self._client, self._office).read(pat_num, Need.CLICK)
        except ApiError:
            return state.value if isinstance(state, Ready) else None


def _to_come(
    upcoming: Iterable[SummaryAppointment], visit: Visit | None, now: datetime
) -> list[tuple[datetime, int, int]]:
    """Start, ProvNum and OperatoryNum of the appointments on a card, by time."""
    is_here = visit is not None and (visit.start <= now or visit.stage in HERE or visit.complete)
    first = now if visit is None or is_here else visit.start
    coming = {
        each.apt_num: (each.start, each.prov_num, each.op_num)
        for each in upcoming
        if each.start >= first and not each.complete
    }
    if visit is not None and is_here:
        coming.pop(visit.apt_num, None)
    elif visit is not None:
        coming[visit.apt_num] = (visit.start, main_provider(visit), visit.op_num)
    return sorted(coming.values())


def _letterhead(lists: OfficeLists, op_num: int) -> Letterhead:
    """That of the operatory's clinic."""
    clinic_num = next((row.ClinicNum for row in lists.operatories if row.OperatoryNum == op_num), 0)
    return letterhead(lists, clinic_num)


def _provider(lists: OfficeLists, prov_num: int) -> str:
    """With first name and suffix: Susan Marr, DMD."""
    row: Provider | None = next((each for each in lists.providers if each.ProvNum == prov_num), None)
    if row is None:
        return ""
    name = given_first(row.FName, row.LName)
    return ", ".join(filter(None, (name, row.Suffix.strip()))) or row.Abbr


def _mailing(row: Patient) -> Mailing:
    found = Mailing(row.PatNum, row.FName, row.LName, row.Address, row.Address2, row.City, row.State, row.Zip)
    if not found.lines:
        raise ExplainedError(msg("{name} has no address in Open Dental.", name=found.name))
    return found


def _medical(known: PatientMedical | None, today: date) -> SlipMedical | None:
    if known is None:
        return None
    premed = premed_words(premedicate=known.premedicate)
    allergies = _distinct(row.defDescription for row in known.active_allergies())
    urgent = [known.urgent] if known.urgent else []
    return SlipMedical(
        (*([premed] if premed else []), *urgent),
        not_named(allergies, str(join(urgent))),
        _distinct(row.medName for row in known.active_medications(today)),
        _distinct(row.diseaseDefName for row in known.active_problems(today)),
    )


def _money(summary: PatientSummary | None) -> SlipMoney | None:
    money = known_or_none(summary.money) if summary is not None else None
    return SlipMoney(money.total, money.pending) if money is not None else None


def _plans(insurance: PatientInsurance | None, today: date) -> tuple[SlipPlan, ...] | None:
    if insurance is None:
        return None
    return tuple(
        SlipPlan(
            plan.coverage.CarrierName.strip(),
            plan.figures.remaining if plan.figures is not None else None,
            plan.benefits_verified,
        )
        for plan in insurance.plans
        if plan.is_active(today)
    )


def _recalls(summary: PatientSummary | None) -> tuple[SlipRecall, ...] | None:
    recalls = known_or_none(summary.recalls) if summary is not None else None
    if recalls is None:
        return None
    return tuple(SlipRecall(each.kind, each.due, each.scheduled) for each in recalls)


def _coming(summary: PatientSummary | None, visit: Visit) -> tuple[datetime, ...] | None:
    """The appointments after this one."""
    known = known_or_none(summary.appointments) if summary is not None else None
    if known is None:
        return None
    return tuple(each.start for each in known.upcoming if each.start > visit.start and not each.complete)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (name.strip() for name in names))))
