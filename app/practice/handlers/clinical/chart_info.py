"""The Patient Info of the Chart Module: labels and values, in the module's order."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from app.practice.schema.attached import refattach
from app.practice.schema.columns import NO_DATE
from app.practice.schema.enums.clinical import PROBLEM_STATUS
from app.practice.schema.histories import allergy, allergydef, disease, diseasedef, medication, medicationpat
from app.practice.schema.insurance import carrier, insplan, inssub, patplan
from app.practice.schema.office import definition, provider
from app.practice.schema.patient_extras import patrestriction
from app.practice.schema.people import patientnote
from app.practice.schema.referrals import referral
from app.practice.server.formats import net_format
from app.practice.server.work import Row, Work

Line = tuple[str, str]
_REFERRED_FROM = 1
"""`refattach.RefType`."""
_SCHEDULING = 1
"""`patrestriction.PatRestrictType`; there is only one."""
_P, _M = medicationpat.c, medication.c


def patient_info(work: Work, person: Row) -> Iterator[Line]:
    """Every line for one patient."""
    notes = _notes(work, person.PatNum)
    plans = _plans(work, person.PatNum)
    yield "Age", _age(person.Birthdate, work.today)
    yield "ABC0", person.CreditType
    yield "Billing Type", _text(work, definition.c.ItemName, definition.c.DefNum == person.BillingType)
    yield "Referred From", _referred_from(work, person.PatNum)
    yield "Date First Visit", _american(person.DateFirstVisit)
    yield "Prov. (Pri, Sec)", ", ".join(_abbreviations(work, person))
    yield "Pri Ins", plans[0] if plans else ""
    yield "Sec Ins", plans[1] if len(plans) > 1 else ""
    # The source of payment (SOP) belongs to electronic health records, which the practice does not keep.
    yield "Payor Types", ""
    if person.Premed:
        yield "Premedicate", ", ".join(_before_visits(work, person.PatNum))
    yield from _each_or_none("Problem", "Problems", _problems(work, person.PatNum))
    yield "Med Urgent", person.MedUrgNote
    yield "Medical Summary", notes.Medical if notes else ""
    yield "Service Notes", notes.Service if notes else ""
    yield from _each_or_none("Medication", "Medications", _medications(work, person.PatNum))
    yield from _each_or_none("Allergy", "Allergies", _allergies(work, person.PatNum))
    restrictions = _restrictions(work, person.PatNum)
    yield from (("Pat Restrictions", words) for words in restrictions or ["None"])


def _each_or_none(one: str, many: str, entries: Iterable[Line]) -> Iterator[Line]:
    """One line per entry, with its name in the label; a single line "None" when there are none."""
    found = [(f"{one} - {name}", content) for name, content in entries]
    yield from found or [(many, "None")]


def _age(born: str, today: datetime.date) -> str:
    if born == NO_DATE:
        return ""
    day = datetime.date.fromisoformat(born)
    return str(today.year - day.year - ((today.month, today.day) < (day.month, day.day)))


def _american(day: str) -> str:
    return "" if day == NO_DATE else net_format(datetime.datetime.fromisoformat(day), "M/d/yyyy")


def _text(work: Work, column: sa.Column[str], where: sa.ColumnElement[bool]) -> str:
    return work.connection.execute(sa.select(column).where(where).limit(1)).scalar() or ""


def _notes(work: Work, pat_num: int) -> Row | None:
    wanted = sa.select(patientnote).where(patientnote.c.PatNum == pat_num)
    return work.connection.execute(wanted).first()


def _abbreviations(work: Work, person: Row) -> list[str]:
    found = (
        _text(work, provider.c.Abbr, provider.c.ProvNum == num) for num in (person.PriProv, person.SecProv)
    )
    return [text for text in found if text]


def _plans(work: Work, pat_num: int) -> list[str]:
    """The carriers of the patient's insurance plans, primary first."""
    wanted = (
        sa.select(sa.func.coalesce(carrier.c.CarrierName, ""))
        .select_from(patplan)
        .join(inssub, inssub.c.InsSubNum == patplan.c.InsSubNum)
        .join(insplan, insplan.c.PlanNum == inssub.c.PlanNum)
        .outerjoin(carrier, carrier.c.CarrierNum == insplan.c.CarrierNum)
        .where(patplan.c.PatNum == pat_num)
        .order_by(patplan.c.Ordinal)
    )
    return list(work.connection.execute(wanted).scalars())


def _referred_from(work: Work, pat_num: int) -> str:
    wanted = (
        sa.select(referral.c.LName, referral.c.FName)
        .join(refattach, refattach.c.ReferralNum == referral.c.ReferralNum)
        .where(refattach.c.PatNum == pat_num, refattach.c.RefType == _REFERRED_FROM)
        .order_by(refattach.c.ItemOrder, refattach.c.RefAttachNum)
        .limit(1)
    )
    row = work.connection.execute(wanted).first()
    return ", ".join(part for part in row if part) if row else ""


def _problems(work: Work, pat_num: int) -> list[Line]:
    wanted = (
        sa.select(diseasedef.c.DiseaseName, disease.c.PatNote)
        .join(diseasedef, diseasedef.c.DiseaseDefNum == disease.c.DiseaseDefNum)
        .where(disease.c.PatNum == pat_num, disease.c.ProbStatus != PROBLEM_STATUS.number("Resolved"))
        .order_by(disease.c.ProbStatus, diseasedef.c.ItemOrder, disease.c.DiseaseNum)
    )
    return [(row.DiseaseName, row.PatNote) for row in work.connection.execute(wanted)]


def _present(work: Work, pat_num: int) -> list[sa.ColumnElement[bool]]:
    """The patient's current medications: not stopped, or stopped today or later."""
    going_on = sa.or_(_P.DateStop == NO_DATE, _P.DateStop >= work.today.isoformat())
    return [_P.PatNum == pat_num, going_on]


def _medications(work: Work, pat_num: int) -> list[Line]:
    generic = medication.alias("generic")
    wanted = (
        sa.select(
            sa.func.coalesce(_M.MedName, _P.MedDescript).label("Name"),
            generic.c.MedName.label("Generic"),
            _P.PatNote,
        )
        .select_from(medicationpat)
        .outerjoin(medication, _M.MedicationNum == _P.MedicationNum)
        .outerjoin(generic, generic.c.MedicationNum == _M.GenericNum)
        .where(*_present(work, pat_num))
        .order_by(_M.MedName, _P.MedicationPatNum)
    )
    rows = work.connection.execute(wanted).all()
    return [
        (f"{row.Name}({row.Generic})" if row.Generic not in (None, row.Name) else row.Name, row.PatNote)
        for row in rows
    ]


def _before_visits(work: Work, pat_num: int) -> list[str]:
    """Premedication is known only from the medication's note; there is no column for it."""
    wanted = (
        sa.select(_M.MedName)
        .join(medicationpat, _P.MedicationNum == _M.MedicationNum)
        .where(*_present(work, pat_num), _P.PatNote.like("%before%"))
        .order_by(_M.MedName)
    )
    return list(work.connection.execute(wanted).scalars())


def _allergies(work: Work, pat_num: int) -> list[Line]:
    wanted = (
        sa.select(allergydef.c.Description, allergy.c.Reaction)
        .join(allergydef, allergydef.c.AllergyDefNum == allergy.c.AllergyDefNum)
        .where(allergy.c.PatNum == pat_num, allergy.c.StatusIsActive == 1)
        .order_by(allergydef.c.Description, allergy.c.AllergyNum)
    )
    return [(row.Description, row.Reaction) for row in work.connection.execute(wanted)]


def _restrictions(work: Work, pat_num: int) -> list[str]:
    c = patrestriction.c
    wanted = sa.select(c.PatRestrictType).where(c.PatNum == pat_num).order_by(c.PatRestrictionNum)
    kinds = work.connection.execute(wanted).scalars()
    return ["Appointment Scheduling" for kind in kinds if kind == _SCHEDULING]
