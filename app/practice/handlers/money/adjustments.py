"""Adjustments: discounts and additional charges."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from app.domain.money.cents import cents
from app.practice.rules.balances import refresh_balances
from app.practice.rules.money_rules import amount_sent, refuse_future
from app.practice.schema.attached import adjustment
from app.practice.schema.office import definition, provider
from app.practice.schema.people import patient
from app.practice.schema.procedures import procedurelog
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.adjustments import Adjustment, Adjustments

_A = adjustment.c
_PLUS, _MINUS, _DISCOUNT_PLAN = "+", "-", "dp"
"""The ItemValue of an adjustment type: + or -."""
ROWS = Listing(
    name="Adjustment",
    columns=lambda: columns_of(
        Adjustment,
        adjustment,
        {"adjType": name_behind(_A.AdjType, definition.c.DefNum, definition.c.ItemName)},
    ),
    source=adjustment,
    filters={name: Filter(_A[name]) for name in ("AdjNum", "PatNum", "AdjType", "ProcNum")},
    order=(_A.AdjNum,),
)
_SENT = ("PatNum", "AdjType", "AdjDate", "ProvNum", "ProcNum", "ClinicNum", "ProcDate", "AdjNote")
_CHANGED = ("AdjDate", "AdjType", "ProvNum", "AdjNote", "ProcNum", "ClinicNum")


@serves(Adjustments.list)
def list_(work: Work, given: Given) -> Outcome:
    """A patient's adjustments, optionally of one type or procedure."""
    return work.page(ROWS, given)


@serves(Adjustments.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one. The amount's sign follows the type."""
    person = work.find(patient, given["PatNum"], "Patient")
    amount = amount_sent(given, "AdjAmt")
    refuse_future(work, given["AdjDate"], "AdjDate")
    _check_sign(_sign_of(work, given["AdjType"]), amount, {_PLUS: 1, _MINUS: -1})
    values = {
        "ProvNum": person.PriProv or work.preference_number("PracticeDefaultProv"),
        "ClinicNum": person.ClinicNum,
        "ProcDate": _procedure_date(work, given, person.PatNum) or work.today,
        **for_columns(adjustment, given, _SENT),
        "AdjAmt": float(amount),
        "DateEntry": work.today,
        "SecDateTEdit": work.now,
    }
    key = work.insert(adjustment, values)
    _finish(work, person.PatNum, key, "AdjustmentCreate", "Adjustment created.")
    return work.created(ROWS, f"/adjustments?PatNum={person.PatNum}", {"AdjNum": key})


@serves(Adjustments.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one; attaching it to a procedure sets the procedure's date."""
    before = work.find(adjustment, given["AdjNum"], "Adjustment")
    refuse_deleted_patient(work, before.PatNum)
    amount = amount_sent(given, "AdjAmt") if "AdjAmt" in given else cents(before.AdjAmt)
    if "AdjDate" in given:
        refuse_future(work, given["AdjDate"], "AdjDate")
    if "AdjType" in given or "AdjAmt" in given:
        _check_type(work, before, given.get("AdjType", before.AdjType), amount)
    if given.get("ProvNum") and work.find(provider, given["ProvNum"], "Provider").IsHidden:
        raise BadRequest("ProvNum is invalid: the provider is hidden.")
    values = {**for_columns(adjustment, given, _CHANGED), "SecDateTEdit": work.now}
    if "AdjAmt" in given:
        values["AdjAmt"] = float(amount)
    if (date := _procedure_date(work, given, before.PatNum)) is not None:
        values["ProcDate"] = date
    work.update(adjustment, before.AdjNum, values)
    _finish(work, before.PatNum, before.AdjNum, "AdjustmentEdit", "Adjustment changed.")
    return work.one(ROWS, "Adjustment", {"AdjNum": before.AdjNum})


def _check_type(work: Work, before: Row, adj_type: int, amount: Decimal) -> None:
    """BadRequest when the new amount's sign does not match the new type."""
    if _sign_of(work, before.AdjType) == _DISCOUNT_PLAN and adj_type != before.AdjType:
        raise BadRequest("AdjType is invalid: a discount plan adjustment keeps its type.")
    signs = {_PLUS: 1, _MINUS: -1}
    if adj_type == before.AdjType:
        signs[_DISCOUNT_PLAN] = -1
    _check_sign(_sign_of(work, adj_type), amount, signs)


def _sign_of(work: Work, adj_type: int) -> str:
    return str(work.find(definition, adj_type, "Definition").ItemValue) if adj_type else ""


def _check_sign(value: str, amount: Decimal, signs: dict[str, int]) -> None:
    if value not in signs:
        raise BadRequest("AdjType is invalid: its ItemValue must be + or -.")
    if amount * signs[value] <= 0:
        wanted = "positive" if signs[value] > 0 else "negative"
        raise BadRequest(f"AdjAmt must be {wanted} for this AdjType.")


def _procedure_date(work: Work, given: Given, pat_num: int) -> datetime.date | None:
    """The date of the procedure that a request attaches; None without one."""
    if not given.get("ProcNum"):
        return None
    row: Any = work.find(procedurelog, given["ProcNum"], "Procedure")
    if row.PatNum != pat_num:
        raise BadRequest("ProcNum is invalid: the procedure is another patient's.")
    return datetime.date.fromisoformat(row.ProcDate)


def _finish(work: Work, pat_num: int, key: int, permission: str, words: str) -> None:
    refresh_balances(work, [pat_num])
    log(work, permission, words, pat_num=pat_num, key=key)
    signal(work, "AccModule", key=pat_num, key_type="PatNum")
