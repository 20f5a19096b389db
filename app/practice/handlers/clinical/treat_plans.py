"""TreatPlans: treatment plans."""

from __future__ import annotations

import operator

import sqlalchemy as sa

from app.practice.handlers.clinical.chart_rows import changeable, take_away
from app.practice.handlers.clinical.signatures import signature
from app.practice.handlers.clinical.treat_plan_copies import copy_procedures, subscribes_to_discount
from app.practice.schema.charting import proctp, treatplan, treatplanattach
from app.practice.schema.columns import NO_TIME
from app.practice.schema.enums.clinical import TREAT_PLAN_STATUS, TREAT_PLAN_TYPE
from app.practice.schema.enums.papers import SHEET_FIELD_TYPE
from app.practice.schema.sheets import sheetfielddef
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns, yes_no
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.treat_plans import TreatPlan, TreatPlans

_P, _SF = treatplan.c, sheetfielddef.c
_DEFAULT_SHEET = "SheetsDefaultTreatmentPlan"
"""The preference with the SheetDefNum of the office's treatment plan sheet; 0: Open Dental's own."""
_PRACTICE_BOX = SHEET_FIELD_TYPE.number("SigBoxPractice")
SAVED = TREAT_PLAN_STATUS.number("Saved")
INACTIVE = TREAT_PLAN_STATUS.number("Inactive")
ROWS = Listing(
    name="TreatPlan",
    columns=lambda: columns_of(
        TreatPlan,
        treatplan,
        {
            "isSigned": yes_no(sa.func.length(_P.Signature)),
            "isSignedPractice": yes_no(sa.func.length(_P.SignaturePractice)),
        },
    ),
    source=treatplan,
    filters={
        "TreatPlanNum": Filter(_P.TreatPlanNum),
        "PatNum": Filter(_P.PatNum),
        "SecDateTEdit": Filter(_P.SecDateTEdit, operator.gt),
        "TPStatus": Filter(_P.TPStatus),
    },
    order=(_P.TreatPlanNum,),
)
_BOUND = ("DateTP", "Heading", "Note", "ResponsParty", "TPType")
"""The text that both signatures refer to."""
_SIGNERS = (
    ("isSigned", "Signature", "DateTSigned", "SignatureText"),
    ("isSignedPractice", "SignaturePractice", "DateTPracticeSigned", "SignaturePracticeText"),
)
"""For patient and practice: the field that signs, and the signature's columns."""


@serves(TreatPlans.list)
def list_(work: Work, given: Given) -> Outcome:
    """The plans that match all filters; SecDateTEdit: changed after that time."""
    return work.page(ROWS, given)


@serves(TreatPlans.create)
def create(work: Work, given: Given) -> Outcome:
    """Add an Inactive plan without procedures."""
    kind = "Discount" if subscribes_to_discount(work, given["PatNum"]) else "Insurance"
    values = {
        "Heading": "Inactive Treatment Plan",
        "Note": work.preference("TreatmentPlanNote"),
        "TPType": TREAT_PLAN_TYPE.number(kind),
        **for_columns(treatplan, given, ("PatNum", "Heading", "Note", "TPType")),
    }
    key = _insert(work, {**values, "TPStatus": INACTIVE})
    return _answer_created(work, "Treatment plan created.", given["PatNum"], key)


@serves(TreatPlans.create_saved)
def create_saved(work: Work, given: Given) -> Outcome:
    """Save a plan as it is: a new unsigned one with copies of the procedures."""
    plan = changeable(work, treatplan, given["TreatPlanNum"], "TreatPlan")
    if plan.TPStatus == SAVED:
        raise BadRequest("TreatPlanNum is invalid: the treatment plan must be Active or Inactive.")
    values = {
        "PatNum": plan.PatNum,
        "Heading": plan.Heading,
        "Note": plan.Note,
        "ResponsParty": plan.ResponsParty,
        "TPType": plan.TPType,
        **for_columns(treatplan, given, ("Heading", "UserNumPresenter")),
    }
    key = _insert(work, {**values, "TPStatus": SAVED, "DateTP": work.today})
    copy_procedures(work, plan, key)
    return _answer_created(work, "Treatment plan saved.", plan.PatNum, key)


@serves(TreatPlans.update)
def update(work: Work, given: Given) -> Outcome:
    """Change a plan, sign it, or clear a signature. Signed content changes only together with its signatures."""
    plan = changeable(work, treatplan, given["TreatPlanNum"], "TreatPlan")
    if plan.TPStatus != SAVED:
        if "DateTP" in given:
            raise BadRequest("DateTP is invalid: it can only be set when TPStatus is Saved.")
        if given.get("isSigned") or given.get("isSignedPractice"):
            raise BadRequest("Only a treatment plan with the TPStatus Saved can be signed.")
    _refuse_without_field(work, given)
    texts = tuple(text for _, _, _, text in _SIGNERS)
    values = for_columns(treatplan, given, (*_BOUND, *texts))
    _refuse_signed(plan, given, values)
    for sign, mark, moment, _ in _SIGNERS:
        if sign in given:
            values[mark] = signature(work) if given[sign] else ""
            values[moment] = work.now if given[sign] else NO_TIME
    work.update(treatplan, plan.TreatPlanNum, {**values, "SecDateTEdit": work.now})
    signs = given.keys() & {sign for sign, *_ in _SIGNERS}
    permission = "TreatPlanSign" if signs else "TreatPlanEdit"
    log(work, permission, "Treatment plan changed.", pat_num=plan.PatNum, key=plan.TreatPlanNum)
    signal(work, "TPModule", key=plan.PatNum)
    return work.one(ROWS, "TreatPlan", {"TreatPlanNum": plan.TreatPlanNum})


@serves(TreatPlans.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete an unsigned plan, with its copies or links to procedures."""
    plan = changeable(work, treatplan, given["TreatPlanNum"], "TreatPlan")
    refuse_if_signed(plan, "The treatment plan is signed and cannot be deleted.")
    for table in (proctp, treatplanattach):
        rows = sa.delete(table).where(table.c.TreatPlanNum == plan.TreatPlanNum)
        work.connection.execute(rows)
    take_away(work, treatplan, plan.TreatPlanNum)
    log(work, "TreatPlanEdit", "Treatment plan deleted.", pat_num=plan.PatNum, key=plan.TreatPlanNum)
    signal(work, "TPModule", key=plan.PatNum)
    return None


def refuse_if_signed(plan: Row, explanation: str) -> None:
    """BadRequest for a plan signed by the patient or the practice."""
    if plan.Signature or plan.SignaturePractice:
        raise BadRequest(explanation)


def _refuse_signed(plan: Row, given: Given, values: Given) -> None:
    """BadRequest for changing signed content without clearing or renewing the signature in the same request."""
    for sign, mark, _, text in _SIGNERS:
        if not getattr(plan, mark) or sign in given:
            continue
        changed = [name for name in (*_BOUND, text) if name in values and values[name] != getattr(plan, name)]
        if changed:
            raise BadRequest(f"The treatment plan is signed: {changed[0]} cannot change.")


def _refuse_without_field(work: Work, given: Given) -> None:
    """BadRequest for a signature or typed name that the office's own treatment plan sheet has no field for.

    Without a sheet of its own an office uses Open Dental's, whose layout isn't documented: it takes all of them.
    """
    number = work.preference_number(_DEFAULT_SHEET)
    wanted = sa.select(_SF.FieldName, _SF.FieldType).where(_SF.SheetDefNum == number)
    fields = list(work.connection.execute(wanted)) if number else []
    if not fields:
        return
    names = {each.FieldName for each in fields}
    for text in ("SignatureText", "SignaturePracticeText"):
        if text in given and text not in names:
            raise BadRequest(f"{text} is invalid: the treatment plan sheet has no field {text}.")
    if "isSignedPractice" in given and _PRACTICE_BOX not in {each.FieldType for each in fields}:
        raise BadRequest("isSignedPractice is invalid: the treatment plan sheet has no SigBoxPractice.")


def _insert(work: Work, values: Given) -> int:
    return work.insert(treatplan, {**values, "SecDateEntry": work.today, "SecDateTEdit": work.now})


def _answer_created(work: Work, words: str, pat_num: int, key: int) -> Outcome:
    log(work, "TreatPlanEdit", words, pat_num=pat_num, key=key)
    signal(work, "TPModule", key=pat_num)
    return work.created(ROWS, f"/treatplans?PatNum={pat_num}", {"TreatPlanNum": key})
