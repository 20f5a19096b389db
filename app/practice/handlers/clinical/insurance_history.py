"""ProcedureLogs: the last treatment of each insurance history category."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.practice.handlers.clinical.procedure_rows import INSURANCE_HISTORY
from app.practice.rules.procedures import add_procedure, code_row
from app.practice.rules.recalls import refresh_recalls
from app.practice.schema.enums.base import CLAIM_PROC_STATUS, PROC_STATUS
from app.practice.schema.insurance import claimproc, inssub
from app.practice.schema.people import patient
from app.practice.schema.procedures import procedurecode, procedurelog
from app.practice.server.audit import log
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.procedure_logs import InsHistCategory, ProcedureLogs

_L = procedurelog.c
_DONE = tuple(PROC_STATUS.number(word) for word in ("C", "EC", "EO"))
_QUADRANTS = {
    InsHistCategory.INS_HIST_PERIO_UR_CODES: "UR",
    InsHistCategory.INS_HIST_PERIO_UL_CODES: "UL",
    InsHistCategory.INS_HIST_PERIO_LR_CODES: "LR",
    InsHistCategory.INS_HIST_PERIO_LL_CODES: "LL",
}


@serves(ProcedureLogs.insurance_history)
def history(work: Work, given: Given) -> Outcome:
    """One row per category: the last date, "No History", or "Not Set" when the office has no codes for it."""
    return [_row(work, category, given["PatNum"]) for category in InsHistCategory]


@serves(ProcedureLogs.create_insurance_history)
def create(work: Work, given: Given) -> Outcome:
    """Enter a date: adds an existing-other procedure with the category's first code."""
    category = given["insHistPrefName"]
    codes = sorted(_codes(work, category))
    code = code_row(work, codes[0]) if codes else None
    if code is None:
        raise BadRequest("insHistPrefName is invalid: the office has set no codes for it.")
    person = work.find(patient, given["PatNum"], "Patient")
    plan = work.find(inssub, given["InsSubNum"], "InsSub")
    place = {
        "PatNum": person.PatNum,
        "ProcDate": given["ProcDate"],
        "ProvNum": person.PriProv or work.preference_number("PracticeDefaultProv"),
        "ClinicNum": person.ClinicNum,
    }
    existing = {"CodeNum": code.CodeNum, "ProcStatus": PROC_STATUS.number("EO"), "ProcFee": 0.0}
    key = add_procedure(work, {**place, **existing, "Surf": _QUADRANTS.get(category, "")})
    status = CLAIM_PROC_STATUS.number("InsHist")
    ties = {"ProcNum": key, "InsSubNum": plan.InsSubNum, "PlanNum": plan.PlanNum, "Status": status}
    work.insert(claimproc, {**place, **ties, "DateCP": given["ProcDate"]})
    refresh_recalls(work, person.PatNum)
    log(work, "ProcEdit", "Insurance history entered.", pat_num=person.PatNum, key=key)
    return work.created(INSURANCE_HISTORY, f"/procedurelogs/{key}", {"ProcNum": key})


def _codes(work: Work, category: str) -> list[str]:
    return [code.strip() for code in work.preference(category).split(",") if code.strip()]


def _row(work: Work, category: InsHistCategory, pat_num: int) -> dict[str, Any]:
    codes = _codes(work, category)
    found = {"insHistPrefName": category.value, "procDate": "Not Set", "ProcNum": 0}
    if not codes:
        return found
    wanted = (
        sa.select(_L.ProcNum, _L.ProcDate)
        .join(procedurecode, procedurecode.c.CodeNum == _L.CodeNum)
        .where(_L.PatNum == pat_num, _L.ProcStatus.in_(_DONE), procedurecode.c.ProcCode.in_(codes))
        .order_by(_L.ProcDate.desc(), _L.ProcNum.desc())
        .limit(1)
    )
    if category in _QUADRANTS:
        wanted = wanted.where(_L.Surf == _QUADRANTS[category])
    last = work.connection.execute(wanted).first()
    if last is None:
        return {**found, "procDate": "No History"}
    return {**found, "procDate": last.ProcDate, "ProcNum": last.ProcNum}
