"""A payment is refunded once, by one desk, whatever happens to the answers; the reason stands with the refund."""

from __future__ import annotations

from typing import Any

import pytest

from app.core.tasks import TaskScope
from app.journal.entries import Entry
from app.practice.server.faults import Fault
from app.services.writes.money.money_writes import CannotPost, NewRefund
from tests.practice.office_money import CASH, JON, OLD_FILLING
from tests.services.front_desk import DONE, REFUSED, UNKNOWN, Desk, Town
from tests.services.writes.money.accounts import JUNG, paying, payment_row, payments


async def paid(desk: Desk, amount: str = "50.00", **fields: Any) -> int:
    """Take a payment; returns its number."""
    entry = await desk.money.take_payment(paying(amount, **fields))
    return int((entry.answer or {})["PayNum"])


async def refund(desk: Desk, number: int, reason: str = "Paid twice") -> Entry:
    """Refund a payment as a screen shows it."""
    row = await payment_row(desk, number)
    return await desk.money.refund(NewRefund(person=JUNG, payment=row, reason=reason))


async def test_the_reason_follows_as_a_step(desk: Desk, town: Town) -> None:
    """The refund names its payment in its note, with the reason, for everyone who looks in Open Dental."""
    number = await paid(desk, note="Window")
    entry = await refund(desk, number)
    assert (entry.state, str(entry.intent.words)) == (DONE, "Refund of $50.00 posted for Jung, Jon")
    await town.in_time(lambda: desk.money.is_receiptable(entry))
    (step,) = desk.writes.steps.after(entry)
    assert step.state is DONE
    notes = payments(town)
    assert [amount for amount, _ in notes] == [50, -50]
    assert notes[1][1] == f"Paid twice (refund of payment {number}) {entry.intent.mark}"
    assert not desk.writes.can_undo(entry)


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        (Fault.TIMEOUT_AFTER, DONE),
        (Fault.TIMEOUT_BEFORE, REFUSED),
        (Fault.DROP_AFTER, DONE),
        (Fault.GARBAGE, DONE),
    ],
)
async def test_a_lost_answer_is_settled_by_what_is_new(
    desk: Desk, town: Town, fault: Fault, state: object
) -> None:
    """A new row with the opposite amount and the payment's note is the refund; it is never sent again."""
    number = await paid(desk)
    town.faults.plan("Payments.refund", fault)
    entry = await refund(desk, number)
    assert entry.state is UNKNOWN
    await town.in_time(lambda: not desk.outbox.journal.unsettled())
    settled = await desk.outbox.journal.get(entry.id)
    assert settled.state is state
    assert town.faults.seen.count("Payments.refund") == 1
    if state is DONE:
        await town.in_time(lambda: desk.money.is_receiptable(settled))
        assert [amount for amount, _ in payments(town)] == [50, -50]


async def test_a_second_refund_is_refused(desk: Desk, town: Town) -> None:
    """By the same desk or another, before and after the reason is saved; Open Dental itself would allow it."""
    number = await paid(desk)
    other = await town.desk("other")
    assert (await refund(desk, number)).state is DONE
    for each in (other, desk):
        second = await refund(each, number)
        assert (second.state, str(second.outcome)) == (
            REFUSED,
            "Not refunded: this payment was already refunded.",
        )
    assert [amount for amount, _ in payments(town)] == [50, -50]


async def test_a_refund_made_in_open_dental_counts(desk: Desk, town: Town) -> None:
    """One without our note is recognized as a copy; of two equal payments the splits tell which one it belongs to."""
    town.sql(
        "INSERT INTO payment (PatNum, PayType, PayAmt, PayDate, DateEntry, PayNote, CheckNum, BankBranch, ClinicNum)"
        f" VALUES (?, {CASH}, 25, '2026-11-23', '2026-11-23', '', '', '', 1),"
        f" (?, {CASH}, 25, '2026-11-23', '2026-11-23', '', '', '', 1)",
        JON,
        JON,
    )
    first, second = (
        row[0] for row in town.sql("SELECT PayNum FROM payment WHERE PayAmt = 25 ORDER BY PayNum")
    )
    for number, proc_num in ((first, OLD_FILLING), (second, 0)):
        town.sql(
            "INSERT INTO paysplit (PayNum, PatNum, ProcNum, SplitAmt, DatePay, DateEntry)"
            " VALUES (?, ?, ?, 25, '2026-11-23', '2026-11-23')",
            number,
            JON,
            proc_num,
        )
    await desk.client.payments.refund(PayNum=second)
    assert (await refund(desk, second)).state is REFUSED
    done = await refund(desk, first)
    assert done.state is DONE
    assert (await refund(desk, first)).state is REFUSED


async def test_what_changed_meanwhile_is_not_refunded(desk: Desk, town: Town) -> None:
    """A payment that was deleted or given another amount in Open Dental since it was shown."""
    number = await paid(desk)
    row = await payment_row(desk, number)
    town.sql("UPDATE payment SET PayAmt = 60 WHERE PayNum = ?", number)
    entry = await desk.money.refund(NewRefund(person=JUNG, payment=row, reason="Paid twice"))
    assert (entry.state, "changed" in str(entry.outcome)) == (REFUSED, True)
    town.sql("DELETE FROM payment WHERE PayNum = ?", number)
    entry = await desk.money.refund(NewRefund(person=JUNG, payment=row, reason="Paid twice"))
    assert (entry.state, "no longer" in str(entry.outcome)) == (REFUSED, True)


async def test_it_needs_a_reason_and_a_payment(desk: Desk, town: Town) -> None:
    """Without a reason, or for a refund, nothing is kept or sent."""
    number = await paid(desk)
    row = await payment_row(desk, number)
    entry = await desk.money.refund(NewRefund(person=JUNG, payment=row, reason="Paid twice"))
    town.faults.seen.clear()
    back = await payment_row(desk, (entry.answer or {})["PayNum"])
    for payment, reason in ((row, "  "), (back, "Again"), (row, "4111 1111 1111 1111")):
        with pytest.raises(CannotPost):
            await desk.money.refund(NewRefund(person=JUNG, payment=payment, reason=reason))
    assert "Payments.refund" not in town.faults.seen


async def test_two_desks_that_refund_at_once_are_told(desk: Desk, town: Town, tasks: TaskScope) -> None:
    """If neither saw the other's refund before sending, both learn of it shortly after."""
    number = await paid(desk)
    other = await town.desk("other")
    row = await payment_row(desk, number)
    new = NewRefund(person=JUNG, payment=row, reason="Paid twice")
    town.gate.wait_for(2, "/payments/Refund")
    both = [tasks.start(each.money.refund(new), "refund") for each in (desk, other)]
    await town.in_time(lambda: all(each.done() for each in both))
    assert [amount for amount, _ in payments(town)] == [50, -50, -50]
    await town.in_time(lambda: bool(desk.twins and other.twins))
    assert {each.twins[0].second for each in (desk, other)} == {True, False}
