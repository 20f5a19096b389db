"""What a receipt says, from a payment's row and the account that shows where it went."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import msgspec

from app.core.text import NO_TEXT, Words, join, msg
from app.domain.money.allocation import Kind, Thing
from app.domain.money.cents import ZERO, cents, total
from app.domain.printing.letterhead import Letterhead, letterhead_of
from app.domain.printing.receipt import Applied, Receipt
from app.journal.entries import Entry
from app.services.money.account.records import AccountLine, FamilyAccount
from app.store.lists import OfficeLists
from app.wire.codec import decode_one
from app.wire.resources.payments import Payment

_MARK = re.compile(r"\bFD-[A-Z2-7]{8}\b")
"""As `services/writes/create.py` makes them."""


def letterhead(lists: OfficeLists | None, clinic_num: int) -> Letterhead:
    """The practice's, or that of the clinic where the money was taken."""
    if lists is None:
        return Letterhead()
    clinic = next((row for row in lists.clinics if row.ClinicNum == clinic_num), None)
    return letterhead_of(lists.preferences, clinic)


def payment_of(entry: Entry) -> Payment | None:
    """The payment that a journal entry posted; None while it has no answer."""
    return decode_one(msgspec.json.encode(entry.answer), Payment) if entry.answer else None


def receipt_of(
    row: Payment,
    family: FamilyAccount | None,
    head: Letterhead,
    patient: str,
    *,
    method: str = "",
    taken_by: str = "",
    tendered: Decimal = ZERO,
    copy: bool = False,
) -> Receipt:
    """The receipt of a payment. Without an account that has it, what it pays and the balance are left out.

    `method`: the name of its type, where the row doesn't have it.
    """
    known = family if family is not None and is_on(family, row.PayNum) else None
    mark = _MARK.search(row.PayNote)
    day = row.PayDate or row.DateEntry
    if day is None:
        raise ValueError("a payment without a date")
    return Receipt(
        letterhead=head,
        patient=patient,
        day=day,
        amount=cents(row.PayAmt),
        method=row.payType or method,
        check=row.CheckNum.strip(),
        bank=row.BankBranch.strip(),
        reference=mark.group() if mark is not None else "",
        taken_by=taken_by,
        applied=tuple(_applied(known, row)) if known is not None else (),
        tendered=tendered,
        balance=known.account.balance if known is not None else None,
        pending=known.account.pending if known is not None else ZERO,
        copy=copy,
    )


def is_on(family: FamilyAccount, pay_num: int) -> bool:
    """Whether an account has a payment."""
    return any(each.pay_num == pay_num for each in family.payments)


def named(line: AccountLine) -> Words:
    """A line as a patient reads it: its code, its description and its tooth."""
    return join([line.code, line.description, f"#{line.tooth}" if line.tooth else NO_TEXT])


def _applied(family: FamilyAccount, row: Payment) -> Iterator[Applied]:
    lines = {line.thing: line for line in family.lines}
    parts = [line for line in family.lines if line.kind is Kind.SPLIT and line.pay_num == row.PayNum]
    for part in parts:
        yield Applied(
            _day(lines, part.on),
            family.names.get(part.pat_num, ""),
            _what(lines, part),
            part.credit - part.charge,
        )
    if rest := cents(row.PayAmt) - total(part.credit - part.charge for part in parts):
        yield Applied(None, "", msg("Another family's account"), rest)


def _what(lines: dict[Thing, AccountLine], part: AccountLine) -> Words:
    on = lines.get(part.on) if part.on is not None else None
    if on is not None:
        return named(on)
    return msg("Prepayment") if part.unearned else msg("On account")


def _day(lines: dict[Thing, AccountLine], thing: Thing | None) -> date | None:
    on = lines.get(thing) if thing is not None else None
    return on.day if on is not None else None
