"""InsVerifies."""

from __future__ import annotations

import operator

import sqlalchemy as sa

from app.practice.rules.verifications import verify as write_down
from app.practice.schema.benefits import insverify
from app.practice.schema.insurance import insplan, patplan
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.older import required_until
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.ins_verifies import InsVerifies, InsVerify, VerifyTypes

_V = insverify.c
ROWS = Listing(
    name="InsVerify",
    columns=lambda: columns_of(InsVerify, insverify),
    source=insverify,
    filters={
        "InsVerifyNum": Filter(_V.InsVerifyNum),
        "VerifyType": Filter(_V.VerifyType),
        "FKey": Filter(_V.FKey),
        "SecDateTEdit": Filter(_V.SecDateTEdit, operator.gt),
    },
    order=(_V.InsVerifyNum,),
)


@serves(InsVerifies.get)
def get(work: Work, given: Given) -> Outcome:
    """One verification."""
    return work.one(ROWS, "InsVerify", given)


@serves(InsVerifies.list)
def list_(work: Work, given: Given) -> Outcome:
    """Verifications by type, key, and time of change."""
    if "FKey" in given and "VerifyType" not in given:
        raise BadRequest("VerifyType is required with FKey.")
    return work.page(ROWS, given)


@serves(InsVerifies.verify)
def verify(work: Work, given: Given) -> Outcome:
    """Store a verification; the previous values go to the history."""
    required_until(work, given, "24.1.17", "DateLastVerified")
    kind, key = given["VerifyType"], given["FKey"]
    pat_num = _check_key(work, kind, key)
    values = for_columns(insverify, given, ("DateLastVerified", "DefNum", "Note"))
    number = write_down(work, kind, key, values)
    log(work, "InsuranceVerification", "Insurance verified.", pat_num=pat_num, key=number)
    return work.one(ROWS, "InsVerify", {"InsVerifyNum": number})


def _check_key(work: Work, kind: str, key: int) -> int:
    """The patient whose eligibility it is, 0 for a plan. BadRequest for an unknown key."""
    enrolled = kind == VerifyTypes.PATIENT_ENROLLMENT
    wanted = sa.select(patplan.c.PatNum).where(patplan.c.PatPlanNum == key)
    if not enrolled:
        wanted = sa.select(sa.literal(0)).where(insplan.c.PlanNum == key)
    pat_num = work.connection.execute(wanted).scalar()
    if pat_num is None:
        column = "patplan.PatPlanNum" if enrolled else "insplan.PlanNum"
        raise BadRequest(f"FKey is invalid: there is no such {column}.")
    if pat_num:
        refuse_deleted_patient(work, pat_num)
    return int(pat_num)
