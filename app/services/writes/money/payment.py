"""Taking a payment. It is found by the mark in its note, and the office is never asked twice to post it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from msgspec import Struct

from app.core.text import NO_TEXT, Dollars, Text, msg
from app.domain.money.cents import cents
from app.domain.people.rights import Demand, Right
from app.domain.schedule.visit import Person
from app.journal.entries import Intent, Wire
from app.services.writes.again import ANSWERED, EQUALS
from app.services.writes.money.allocation import allocate_intent
from app.services.writes.money.posting import SINCE, NewPosting, amount_of, demands_of
from app.services.writes.steps import with_steps
from app.wire.codec import wire_row, wire_value
from app.wire.endpoint import Sender
from app.wire.resources.payments import Payments


class NewPayment(Struct, frozen=True, kw_only=True):
    """A payment to take."""

    person: Person
    amount: Decimal
    """In US dollars, more than 0."""
    pay_type: int = 0
    """A definition of category 10; 0: the office's preference."""
    day: date | None = None
    """Its PayDate; None: today."""
    check_number: str = ""
    bank_branch: str = ""
    note: str = ""
    clinic: int | None = None
    """None: the patient's."""
    only_patient: bool = False
    """Pay the patient's own charges only, not those of the family."""
    prepayment: bool = False
    """All of it becomes unearned income."""
    unallocated: bool = False
    """As `prepayment`, not attached to a provider; needs 25.4.42."""
    procedures: tuple[int, ...] = ()
    """Pay these ProcNums, the oldest first."""
    amounts: tuple[tuple[int, Decimal], ...] = ()
    """Pay these ProcNums with exactly these amounts, which add up to `amount`; needs 25.1.11."""
    plan_charges: tuple[tuple[int, Decimal], ...] = ()
    """The same for charges of dynamic plans, by PayPlanChargeNum, beside `amounts`; needs 25.2.45.

    It is posted as a prepayment first: else the office would pay other charges until the amounts are set.
    """
    plan: int = 0
    """Pay the charges of this dynamic plan first; with `prepayment` its future charges."""
    equals: tuple[int, ...] = ()
    """PayNums of equal payments that the user has seen: this is another one."""


async def payments_since(office: Sender, intent: Intent) -> list[Wire]:
    """The patient's payments entered on the intent's first day or later."""
    since = date.fromisoformat(intent.context[SINCE])
    pat_num = int(intent.arguments.get("PatNum") or intent.context["PatNum"])
    return [wire_row(row) for row in await Payments(office).list(PatNum=pat_num, DateEntry=since)]


def _equal(row: Wire, intent: Intent) -> Text:
    """A payment of the same amount for the same day."""
    amount = amount_of(row, "PayAmt")
    if amount != amount_of(intent.arguments, "PayAmt") or row["PayDate"] != intent.arguments["PayDate"]:
        return NO_TEXT
    return msg(
        "Payment not posted: a payment of {amount} was posted for this patient in the meantime. "
        "If this is a second one, take it again.",
        amount=Dollars(amount),
    )


class TakePayment(NewPosting):
    """An equal payment of today that the user hasn't seen stops it: another desk may have taken the same money."""

    initials_in = "PayNote"

    def demands(self, intent: Intent, today: date) -> Sequence[Demand]:
        """The right to take payments."""
        amount, day = amount_of(intent.arguments, "PayAmt"), intent.arguments["PayDate"]
        return demands_of(intent, Right.PAYMENT, amount, day, today)


TAKE_PAYMENT = TakePayment(
    "payment",
    Payments.create,
    key="PayNum",
    mark="PayNote",
    not_done=msg("Payment not posted"),
    reads=payments_since,
    like=_equal,
)


def payment_intent(
    new: NewPayment, today: date, *, initials: str = "", answered: Sequence[str] = ()
) -> Intent:
    """Post a payment, and allocate it in a second step where the amounts are exact."""
    amount, person = cents(new.amount), new.person
    note = " ".join(filter(None, (new.note.strip(), initials)))
    optional: dict[str, Any] = {
        "PayType": new.pay_type,
        "CheckNum": new.check_number.strip(),
        "BankBranch": new.bank_branch.strip(),
        "isPatientPreferred": new.only_patient,
        "isPrepayment": new.prepayment or bool(new.plan_charges),
        "isUnallocatedPrepayment": new.unallocated,
        "procNums": [] if new.plan_charges else [number for number, _ in new.amounts] or list(new.procedures),
        "payPlanNum": new.plan,
    }
    given = {name: wire_value(value) for name, value in optional.items() if value}
    if new.clinic is not None:
        given["ClinicNum"] = new.clinic
    intent = TAKE_PAYMENT.intent(
        subject=payment_subject(person.pat_num, amount),
        arguments={
            "PayAmt": wire_value(amount),
            "PatNum": person.pat_num,
            "PayDate": wire_value(new.day or today),
            "PayNote": note,
            **given,
        },
        context={
            SINCE: wire_value(today - timedelta(days=1)),
            EQUALS: list(new.equals),
            ANSWERED: list(answered),
        },
        words=msg("Payment of {amount} posted for {name}", amount=Dollars(amount), name=person.display),
        whose=person.display,
    )
    exact = allocate_intent(person, amount, new.amounts, new.plan_charges)
    return with_steps(intent, exact) if exact is not None else intent


def payment_subject(pat_num: int, amount: Decimal) -> str:
    """Payments with the same subject block each other while one of them is unknown."""
    return f"payment:{pat_num}:{cents(amount)}"
