"""The entries of an account as lines with a running balance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import accumulate
from typing import Any

from msgspec import Struct

from app.core.text import Words, msg
from app.domain.money.account import Account, Posting
from app.domain.money.allocation import Kind, Thing
from app.domain.money.cents import ZERO, total
from app.services.money.account.records import AccountLine
from app.services.money.account.rows import FamilyRows
from app.wire.resources.claim_procs import ClaimProc

_ORDER = {
    kind: place
    for place, kind in enumerate(
        (
            Kind.PROCEDURE,
            Kind.ADJUSTMENT,
            Kind.INSURANCE,
            Kind.WRITE_OFF,
            Kind.SPLIT,
            Kind.PLAN_CREDIT,
            Kind.PLAN_CHARGE,
        )
    )
}
"""The kinds of one day, as Open Dental's Account Module lists them."""
_WORDS: Mapping[Kind, Words] = {
    Kind.INSURANCE: msg("Insurance payment"),
    Kind.WRITE_OFF: msg("Insurance write-off"),
    Kind.PLAN_CREDIT: msg("On a payment plan"),
    Kind.PLAN_CHARGE: msg("Payment plan charge"),
}
_PREPAYMENT, _PAYMENT, _ADJUSTMENT = msg("Prepayment"), msg("Payment"), msg("Adjustment")


def in_order(postings: Iterable[Posting]) -> list[Posting]:
    """By date, then kind as Open Dental, then key."""
    return sorted(postings, key=lambda each: (each.day, _ORDER[each.kind], each.num))


def running(amounts: Iterable[Decimal], opening: Decimal = ZERO) -> list[Decimal]:
    """The balance after each amount."""
    return list(accumulate(amounts, initial=opening))[1:]


class Left(Struct, frozen=True):
    """What is still owed on something, and what insurance is expected to pay for it."""

    owed: Decimal
    pending: Decimal


def left_on(account: Account) -> dict[Thing, Left]:
    """For each procedure, adjustment and plan charge that is attached to nothing: what the patient still owes on it."""
    expected, attached = account.expected(), account.attached()
    found = {}
    for thing, head in account.heads().items():
        pending = expected.get(thing, ZERO)
        found[thing] = Left(head.amount + total(each.amount for each in attached[thing]) - pending, pending)
    return found


def lines_of(account: Account, rows: FamilyRows, opening: Decimal = ZERO) -> tuple[AccountLine, ...]:
    """All entries; `opening` is the balance before the first one."""
    names, left = _Described(rows), left_on(account)
    ordered = in_order(account.postings)
    balances = running((each.amount for each in ordered), opening)
    return tuple(
        names.line(posting, balance, left) for posting, balance in zip(ordered, balances, strict=True)
    )


class _Described:
    """What the rows say about the postings."""

    def __init__(self, rows: FamilyRows) -> None:
        self._procedures = {row.ProcNum: row for row in rows.procedures}
        self._adjustments = {row.AdjNum: row for row in rows.adjustments}
        self._splits = {row.SplitNum: row for row in rows.splits}
        self._claims: dict[int, ClaimProc] = {row.ClaimProcNum: row for row in rows.claim_procs}
        self._charges = {row.PayPlanChargeNum: row for row in rows.charges}

    def line(self, posting: Posting, balance: Decimal, left: Mapping[Thing, Left]) -> AccountLine:
        """One entry as a line."""
        charge, credit = (posting.amount, ZERO) if posting.amount >= 0 else (ZERO, -posting.amount)
        own = left.get(posting.thing) if posting.on is None else None
        return AccountLine(
            posting.day, posting.kind, posting.num, posting.patient,
            charge=charge, credit=credit, balance=balance, prov_num=posting.provider, clinic_num=posting.clinic,
            on=posting.on, plan_num=posting.plan, unearned=posting.unearned,
            owed=None if own is None else own.owed, pending=ZERO if own is None else own.pending,
            **self._facts(posting),
        )  # fmt: skip

    def _facts(self, posting: Posting) -> Mapping[str, Any]:
        if posting.kind is Kind.PROCEDURE and (done := self._procedures.get(posting.num)):
            place = done.ToothRange or done.ToothNum
            return {"code": done.procCode, "description": done.descript, "tooth": place, "surface": done.Surf}
        if posting.kind is Kind.ADJUSTMENT and (adjusted := self._adjustments.get(posting.num)):
            return {"code": "", "description": adjusted.adjType or _ADJUSTMENT, "note": adjusted.AdjNote}
        if posting.kind is Kind.SPLIT and (paid := self._splits.get(posting.num)):
            words = " ".join(filter(None, (paid.payType.strip(), paid.CheckNum.strip())))
            plain = _PREPAYMENT if posting.unearned else _PAYMENT
            return {"code": "", "description": words or plain, "pay_num": paid.PayNum}
        if posting.kind in (Kind.INSURANCE, Kind.WRITE_OFF) and (row := self._claims.get(posting.num)):
            return {"code": "", "description": _WORDS[posting.kind], "claim_num": row.ClaimNum}
        if posting.kind is Kind.PLAN_CHARGE and (due := self._charges.get(posting.num)):
            return {"code": "", "description": due.Note.strip() or _WORDS[posting.kind]}
        return {"code": "", "description": _WORDS.get(posting.kind, _PAYMENT)}
