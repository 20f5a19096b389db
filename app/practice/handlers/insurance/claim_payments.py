"""ClaimPayments: insurance checks, for one claim or several."""

from __future__ import annotations

import operator
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.practice.rules.balances import refresh_balances
from app.practice.rules.claims import (
    PREAUTH,
    awaits_payment,
    changeable_claim,
    pay,
    procs_on,
    take_off_payment,
)
from app.practice.rules.insurance import carrier_of, total
from app.practice.schema.catalog import deposit
from app.practice.schema.claims import claimpayment, eobattach
from app.practice.schema.insurance import claimproc
from app.practice.schema.office import definition
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.references import first_definition
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import ShortMoneyText, for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.claim_payments import ClaimPayment, ClaimPayments

_P, _D = claimpayment.c, definition.c
PAYMENT_TYPES, PAYMENT_GROUPS, AUTO_DEPOSITS = 32, 40, 48
ROWS = Listing(
    name="ClaimPayment",
    columns=lambda: columns_of(
        ClaimPayment,
        claimpayment,
        {
            "CheckAmt": ShortMoneyText(_P.CheckAmt),
            "payType": name_behind(_P.PayType, _D.DefNum, _D.ItemName),
            "payGroup": name_behind(_P.PayGroup, _D.DefNum, _D.ItemName),
        },
    ),
    source=claimpayment,
    filters={
        "ClaimPaymentNum": Filter(_P.ClaimPaymentNum),
        "SecDateTEdit": Filter(_P.SecDateTEdit, operator.ge),
    },
    order=(_P.ClaimPaymentNum,),
)
_SENT = (
    "CheckAmt", "CheckDate", "CheckNum", "BankBranch", "Note", "ClinicNum", "CarrierName", "DateIssued", "PayType",
    "PayGroup",
)  # fmt: skip


@serves(ClaimPayments.get)
def get(work: Work, given: Given) -> Outcome:
    """One payment."""
    return work.one(ROWS, "ClaimPayment", given)


@serves(ClaimPayments.list)
def list_(work: Work, given: Given) -> Outcome:
    """All payments, or those changed at or after a time."""
    return work.page(ROWS, given)


@serves(ClaimPayments.create)
def create(work: Work, given: Given) -> Outcome:
    """Finalize one claim: the check amount is the sum of its unpaid claimprocs, to the cent."""
    if work.preference("ClaimPaymentBatchOnly") == "1":
        raise BadRequest("The office finalizes insurance payments in batches only.")
    claims = [changeable_claim(work, given["claimNum"])]
    rows = procs_on(work, claims[0].ClaimNum)
    if given["CheckAmt"] != _unpaid(rows):
        raise BadRequest("CheckAmt does not match the total of eligible ClaimProcs.")
    usual = {"ClinicNum": claims[0].ClinicNum}
    key = _insert(work, given, claims, usual, partial=False)
    return work.created(ROWS, f"/claimpayments/{key}", {"ClaimPaymentNum": key})


@serves(ClaimPayments.create_batch)
def create_batch(work: Work, given: Given) -> Outcome:
    """Finalize several claims; a different amount makes it a partial payment."""
    claims = [changeable_claim(work, number) for number in dict.fromkeys(given["claimNums"])]
    if not claims:
        raise BadRequest("claimNums is required.")
    rows = [row for each in claims for row in procs_on(work, each.ClaimNum)]
    key = _insert(work, given, claims, {}, partial=given["CheckAmt"] != _unpaid(rows))
    if work.preference("ShowAutoDeposit") == "1":
        _deposit(work, key, given)
    return work.created(ROWS, f"/claimpayments/{key}", {"ClaimPaymentNum": key})


@serves(ClaimPayments.update)
def update(work: Work, given: Given) -> Outcome:
    """Change a payment's descriptive fields and amount; one that doesn't add up becomes partial."""
    key = work.find(claimpayment, given["ClaimPaymentNum"], "ClaimPayment").ClaimPaymentNum
    values = for_columns(claimpayment, given, _SENT)
    if "CheckAmt" in given:
        paid = total(row.InsPayAmt for row in _attached(work, key))
        values["IsPartial"] = int(given["CheckAmt"] != paid)
    work.update(claimpayment, key, values)
    log(work, "InsPayEdit", "Insurance payment changed.", key=key)
    return work.one(ROWS, "ClaimPayment", {"ClaimPaymentNum": key})


@serves(ClaimPayments.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one without EOB and deposit; its claimprocs can go on another payment."""
    before = work.find(claimpayment, given["ClaimPaymentNum"], "ClaimPayment")
    key = before.ClaimPaymentNum
    eobs = sa.select(eobattach.c.EobAttachNum).where(eobattach.c.ClaimPaymentNum == key)
    if before.DepositNum or work.connection.execute(eobs.limit(1)).first() is not None:
        raise BadRequest("The payment cannot be deleted: an EOB or a deposit is attached to it.")
    take_off_payment(work, _attached(work, key))
    work.connection.execute(sa.delete(claimpayment).where(_P.ClaimPaymentNum == key))
    log(work, "InsPayEdit", "Insurance payment deleted.", key=key)
    return None


def _attached(work: Work, key: int) -> list[Row]:
    """The claimprocs on a payment."""
    return list(work.connection.execute(sa.select(claimproc).where(claimproc.c.ClaimPaymentNum == key)))


def _unpaid(rows: list[Row]) -> Decimal:
    return total(row.InsPayAmt for row in rows if row.ClaimPaymentNum == 0)


def _insert(work: Work, given: Given, claims: list[Row], usual: dict[str, Any], *, partial: bool) -> int:
    """Insert a payment and attach the claims' received procedures. BadRequest when there are none."""
    rows = [row for each in claims for row in procs_on(work, each.ClaimNum)]
    if not any(map(awaits_payment, rows)) or any(row.Status == PREAUTH for row in rows):
        raise BadRequest("No procedure of the claim is received and awaits a payment.")
    payer = carrier_of(work, claims[0].PlanNum)
    values = {
        "CheckDate": work.today,
        "CarrierName": payer.CarrierName if payer is not None else "",
        "PayType": first_definition(work, PAYMENT_TYPES),
        "PayGroup": first_definition(work, PAYMENT_GROUPS),
        "IsPartial": int(partial),
        **usual,
        **for_columns(claimpayment, given, _SENT),
    }
    key = work.insert(claimpayment, values)
    payment = work.find(claimpayment, key, "ClaimPayment")
    for each in claims:
        pay(work, [row for row in rows if row.ClaimNum == each.ClaimNum and awaits_payment(row)], payment)
    refresh_balances(work, {each.PatNum for each in claims})  # a check dated later counts from that day on
    log(work, "InsPayCreate", "Insurance payment created.", pat_num=claims[0].PatNum, key=key)
    return key


def _deposit(work: Work, key: int, given: Given) -> None:
    """The deposit that the office's preference creates with each batch, for its first bank account."""
    account = first_definition(work, AUTO_DEPOSITS)
    values = {"DateDeposit": work.today, "Amount": float(given["CheckAmt"]), "DepositAccountNum": account}
    work.update(claimpayment, key, {"DepositNum": work.insert(deposit, values)})
