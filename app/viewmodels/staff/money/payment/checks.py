"""What is wrong with a payment before it is posted, and what is posted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from app.core.text import Text, join, msg
from app.domain.money.allocation import Kind, Thing
from app.domain.money.cautions import Around, Equal
from app.domain.money.pay_methods import Method
from app.domain.money.preview import Way
from app.services.writes.money.money_writes import NewPayment
from app.viewmodels.staff.money.payment.draft import read_typed
from app.viewmodels.staff.money.payment.state import PaymentState

Field = str | Thing
"""A field by its name, or that of a ticked procedure or plan charge."""


class Wrong(Struct, frozen=True):
    """What has to be changed, and in which field."""

    field: Field
    words: Text


def what_is_wrong(state: PaymentState, today: date, *, exact: bool) -> Wrong | None:
    """The first thing that keeps a payment from being posted; None: it can be posted."""
    draft = state.draft
    if draft.typed.value is None:
        return Wrong("amount", draft.typed.problem or msg("Enter the amount first."))
    if state.is_loading:
        return Wrong("amount", msg("The account is still loading. Try again in a moment."))
    if state.types and not draft.pay_type:
        return Wrong("type", msg("Choose how it is paid."))
    if problem := draft.paid_on(today).problem:
        return Wrong("day", join([problem]))
    ticks = _wrong_ticks(state, exact=exact) if draft.way is Way.PROCEDURES else None
    return ticks or _wrong_cash(state)


def _wrong_cash(state: PaymentState) -> Wrong | None:
    text = state.draft.tendered
    if state.method is not Method.CASH or not text.strip():
        return None
    given = read_typed(text)
    if given.value is None:
        return Wrong("tendered", given.problem)
    return (
        Wrong("tendered", msg("This is less than the amount.")) if given.value < state.draft.value else None
    )


def _wrong_ticks(state: PaymentState, *, exact: bool) -> Wrong | None:
    draft = state.draft
    if not draft.exact:
        return Wrong("exact", msg("Tick what is paid."))
    if not exact:
        return None
    for thing, text in draft.exact.items():
        if (typed := read_typed(text)).value is None:
            return Wrong(thing, typed.problem or msg("Enter an amount, or remove the tick."))
    if state.preview is not None and state.preview.excess:
        return Wrong(state.preview.excess[0], msg("Less than that is owed on this."))
    if draft.ticked != draft.value:
        return Wrong("exact", msg("The ticked amounts must add up to the payment."))
    return None


def new_payment(state: PaymentState, today: date, *, exact: bool) -> NewPayment:
    """What is posted."""
    draft, person = state.draft, state.person
    assert person is not None  # noqa: S101 # the panel is open
    method = state.method
    reference = draft.reference.strip() if method is Method.CARD else ""
    note = join([draft.note.strip(), msg("Ref. {number}", number=reference) if reference else ""], " · ")
    picks = draft.way is Way.PROCEDURES
    amounts = draft.amounts(Kind.PROCEDURE) if picks else ()
    return NewPayment(
        person=person,
        amount=draft.value,
        pay_type=draft.pay_type,
        day=draft.paid_on(today).value,
        check_number=draft.check.strip() if method is Method.CHECK else "",
        bank_branch=draft.bank.strip() if method is Method.CHECK else "",
        note=str(note),
        only_patient=draft.way is Way.PATIENT,
        prepayment=draft.way is Way.PREPAYMENT,
        procedures=() if exact else tuple(number for number, _ in amounts),
        amounts=amounts if exact else (),
        plan_charges=draft.amounts(Kind.PLAN_CHARGE) if picks and exact else (),
        plan=draft.plan if draft.way is Way.PLAN else 0,
    )


def around_payment(state: PaymentState, owed: Decimal | None, today: date) -> Around:
    """What is known around a payment: what it can pay, and equal ones of today."""
    family, person = state.family, state.person
    payments = family.payments if family is not None else ()
    pat_num = person.pat_num if person is not None else 0
    equal = tuple(
        Equal(each.pay_num)
        for each in payments
        if each.day == today and each.amount == state.draft.value and each.payer == pat_num
    )
    unticked = state.draft.way is Way.PROCEDURES and not state.draft.exact  # it is not known yet what it pays
    return Around(today=today, owed=None if unticked else owed, equal=equal)
