"""Rules of procedures that several resources share: fees, an appointment's description, completing."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from app.domain.schedule.increment import PREFERENCE
from app.domain.schedule.procedure_time import combined, in_slots
from app.domain.schedule.visit import SLOT_MINUTES
from app.practice.rules.balances import refresh_balances
from app.practice.schema.enums.base import APT_STATUS, PROC_STATUS, TREAT_AREA
from app.practice.schema.insurance import insplan, inssub, patplan
from app.practice.schema.office import clinic, provider
from app.practice.schema.people import patient
from app.practice.schema.procedures import fee, procedurecode, procedurelog
from app.practice.schema.schedule import appointment
from app.practice.server.audit import log
from app.practice.server.work import Row, Work

PLANNED_VISIT = APT_STATUS.number("Planned")
TREATMENT_PLANNED = PROC_STATUS.number("TP")
COMPLETE = PROC_STATUS.number("C")
GROUP_NOTE = "~GRP~"
_DIAGNOSTIC_CODES = ("DiagnosticCode", "DiagnosticCode2", "DiagnosticCode3", "DiagnosticCode4")
_L = procedurelog.c


def code_row(work: Work, code: str) -> Row | None:
    """A procedure code by its text."""
    wanted = sa.select(procedurecode).where(procedurecode.c.ProcCode == code)
    return work.connection.execute(wanted).first()


def code_of(work: Work, code_num: int) -> Row:
    """A procedure code by its number. NotFound when there is none."""
    return work.find(procedurecode, code_num, "procCode")


def plans_of(work: Work, pat_num: int) -> list[int]:
    """The patient's insurance plans, primary first."""
    wanted = (
        sa.select(inssub.c.PlanNum)
        .join(patplan, patplan.c.InsSubNum == inssub.c.InsSubNum)
        .where(patplan.c.PatNum == pat_num)
        .order_by(patplan.c.Ordinal)
    )
    return list(work.connection.execute(wanted).scalars())


def fee_for(work: Work, code_num: int, pat_num: int, prov_num: int, clinic_num: int) -> float:
    """A code's fee: from the fee schedule of the patient's plan, else the patient's own, else the provider's.

    Within a schedule, the fee for this provider in this clinic comes first, then the provider's, the
    clinic's, and the general one. A negative fee means blank.
    """
    schedule = _fee_schedule(work, pat_num, prov_num)
    wanted = (
        sa.select(fee.c.Amount)
        .where(
            fee.c.CodeNum == code_num,
            fee.c.FeeSched == schedule,
            fee.c.ProvNum.in_((0, prov_num)),
            fee.c.ClinicNum.in_((0, clinic_num)),
        )
        .order_by(fee.c.ProvNum.desc(), fee.c.ClinicNum.desc())
        .limit(1)
    )
    return max(work.connection.execute(wanted).scalar() or 0.0, 0.0)


def _fee_schedule(work: Work, pat_num: int, prov_num: int) -> int:
    plans = plans_of(work, pat_num)
    candidates = [
        sa.select(insplan.c.FeeSched).where(insplan.c.PlanNum == (plans[0] if plans else 0)),
        sa.select(patient.c.FeeSched).where(patient.c.PatNum == pat_num),
        sa.select(provider.c.FeeSched).where(provider.c.ProvNum == prov_num),
    ]
    return next((found for each in candidates if (found := work.connection.execute(each).scalar())), 0)


def add_procedure(work: Work, values: Mapping[str, Any]) -> int:
    """Insert a procedure with defaults for missing values; returns its number.

    `values` has PatNum, CodeNum, ProcStatus, ProcDate, ProvNum and ClinicNum as database values.
    """
    code = code_of(work, values["CodeNum"])
    complete = values["ProcStatus"] == COMPLETE
    usual = {
        "ProcFee": fee_for(work, code.CodeNum, values["PatNum"], values["ProvNum"], values["ClinicNum"]),
        "UnitQty": 1,
        "BaseUnits": code.BaseUnits,
        "PlaceService": _usual_place(work, values["ClinicNum"]),
        "DateTP": work.today,
        "SecDateEntry": work.now,
        "MedicalCode": code.MedicalCode,
        "RevCode": code.RevenueCodeDefault,
        **dict(zip(_DIAGNOSTIC_CODES, code.DiagnosticCodes.split(","), strict=False)),
    }
    if complete:
        usual.update({"DateEntryC": work.today, "DateComplete": work.today})
    key = work.insert(procedurelog, {**usual, **values})
    if complete:
        refresh_balances(work, [values["PatNum"]])
    return key


def _usual_place(work: Work, clinic_num: int) -> int:
    """The clinic's place of service; without a clinic the office's."""
    if clinic_num:
        wanted = sa.select(clinic.c.DefaultPlaceService).where(clinic.c.ClinicNum == clinic_num)
        return work.connection.execute(wanted).scalar() or 0
    return work.preference_number("DefaultProcedurePlaceService")


def attach_codes(work: Work, visit: Row, codes: Iterable[str]) -> None:
    """Plan these codes on an appointment as an appointment type does; codes already on it stay unchanged."""
    link = "PlannedAptNum" if visit.AptStatus == PLANNED_VISIT else "AptNum"
    held = sa.select(_L.CodeNum).where(_L[link] == visit.AptNum)
    there = set(work.connection.execute(held).scalars())
    for text in codes:
        code = code_row(work, text.strip())
        if code is None or code.CodeNum in there:
            continue
        add_procedure(
            work,
            {
                "PatNum": visit.PatNum,
                "CodeNum": code.CodeNum,
                "ProcStatus": TREATMENT_PLANNED,
                "ProcDate": work.today if link == "PlannedAptNum" else visit.AptDateTime[:10],
                "ProvNum": code.ProvNumDefault or _worker(visit, code),
                "ClinicNum": visit.ClinicNum,
                link: visit.AptNum,
            },
        )


def _worker(visit: Row, code: Row) -> int:
    return int(visit.ProvHyg if code.IsHygiene and visit.ProvHyg else visit.ProvNum)


def on_visit(work: Work, visit: Row) -> list[Row]:
    """The procedures of an appointment with their codes, in order of entry."""
    link = _L.PlannedAptNum if visit.AptStatus == PLANNED_VISIT else _L.AptNum
    wanted = (
        sa.select(
            procedurelog,
            procedurecode.c.AbbrDesc,
            procedurecode.c.TreatArea,
            procedurecode.c.ProcTime.label("CodeTime"),
        )
        .join(procedurecode, procedurecode.c.CodeNum == _L.CodeNum)
        .where(link == visit.AptNum)
        .order_by(_L.ProcNum)
    )
    return list(work.connection.execute(wanted))


def describe_visit(work: Work, apt_num: int) -> None:
    """Rewrite an appointment's ProcDescript: "Ex, #3-MOD-C2"."""
    if apt_num == 0:
        return
    visit = work.appointment(apt_num)
    words = ", ".join(_words(row) for row in on_visit(work, visit))
    if words != visit.ProcDescript:
        work.update(appointment, apt_num, {"ProcDescript": words})


def _words(row: Row) -> str:
    area = TREAT_AREA.text(row.TreatArea)
    lead = {
        "Surf": (f"#{row.ToothNum}", row.Surf),
        "Tooth": (f"#{row.ToothNum}",),
        "Quad": (row.Surf,),
        "Sextant": (f"S{row.Surf}",),
        "Arch": (row.Surf,),
        "ToothRange": (f"#{row.ToothRange}",),
    }.get(area, ())
    return "-".join(part for part in (*lead, row.AbbrDesc) if part.strip("#S"))


def pattern_of(work: Work, procedures: Iterable[Row]) -> str:
    """The combined time pattern of procedures, in slots of five minutes as an appointment has it."""
    increment = max(work.preference_number(PREFERENCE), SLOT_MINUTES)
    return combined(in_slots(row.CodeTime, increment) for row in procedures)


def complete_visit(work: Work, visit: Row) -> None:
    """Complete the treatment planned procedures of an appointment, dated on the appointment's day."""
    day = visit.AptDateTime[:10]
    planned = [row for row in on_visit(work, visit) if row.ProcStatus == TREATMENT_PLANNED]
    for row in planned:
        values = {
            "ProcStatus": COMPLETE,
            "ProcDate": day,
            "DateEntryC": work.today,
            "DateComplete": work.today,
        }
        work.update(procedurelog, row.ProcNum, values)
        log(work, "ProcComplCreate", "Procedure completed.", pat_num=row.PatNum, key=row.ProcNum)
    refresh_balances(work, {row.PatNum for row in planned})


def has_completed(work: Work, pat_num: int) -> bool:
    """Whether the patient has a completed procedure."""
    wanted = sa.select(_L.ProcNum).where(_L.PatNum == pat_num, _L.ProcStatus == COMPLETE).limit(1)
    return work.connection.execute(wanted).first() is not None


def day_of(text: str) -> datetime.date:
    """The date part of a timestamp, as the database stores it."""
    return datetime.date.fromisoformat(text[:10])
