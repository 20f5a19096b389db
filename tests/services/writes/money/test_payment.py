"""A payment is posted once, whatever happens to the answer, and each amount goes where it was meant to."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from app.core.tasks import TaskScope
from app.domain.schedule.visit import Person
from app.journal.errors import StillSettling
from app.practice.server.faults import Fault
from app.services.writes.money.money_writes import NewPayment
from tests.practice.office_money import CASH, JON, NEW_FILLING, OLD_FILLING
from tests.services.front_desk import DONE, REFUSED, UNKNOWN, WAITING, Desk, Town

JUNG = Person(JON, "Jung", "Jon")
FIFTY = NewPayment(person=JUNG, amount=Decimal("50.00"), pay_type=CASH, note="By hand")
EXACT = NewPayment(
    person=JUNG,
    amount=Decimal("50.00"),
    pay_type=CASH,
    amounts=((NEW_FILLING, Decimal("30.00")), (OLD_FILLING, Decimal("20.00"))),
)


def payments(town: Town) -> list[tuple[Any, ...]]:
    """The amounts and notes of the payments made at the desk."""
    return town.sql(
        "SELECT PayAmt, PayNote FROM payment WHERE PatNum = ? AND PayNum > 1 ORDER BY PayNum", JON
    )


def splits(town: Town) -> list[tuple[Any, ...]]:
    """What the payments made at the desk pay."""
    return town.sql(
        "SELECT ProcNum, SplitAmt FROM paysplit WHERE PatNum = ? AND PayNum > 1 ORDER BY ProcNum", JON
    )


async def test_it_is_posted_once_with_its_mark(desk: Desk, town: Town) -> None:
    """One read before the POST and none after it; the mark stands behind the note."""
    town.faults.seen.clear()
    entry = await desk.money.take_payment(FIFTY)
    assert (entry.state, str(entry.intent.words)) == (DONE, "Payment of $50.00 posted for Jung, Jon")
    assert payments(town) == [(50, f"By hand {entry.intent.mark}")]
    assert town.faults.seen.count("Payments.create") == 1
    assert town.faults.seen.index("Payments.create") == len(town.faults.seen) - 1
    assert desk.money.is_receiptable(entry)


async def test_exact_amounts_follow_in_a_second_step(desk: Desk, town: Town) -> None:
    """The POST is followed by one PUT; the receipt waits for both."""
    entry = await desk.money.take_payment(EXACT)
    assert (entry.state, desk.money.is_receiptable(entry)) == (DONE, False)
    await town.in_time(lambda: desk.money.is_receiptable(entry))
    (step,) = desk.writes.steps.after(entry)
    assert (step.intent.step_of, step.state) == (entry.id, DONE)
    assert splits(town) == [(OLD_FILLING, 20), (NEW_FILLING, 30)]
    assert town.faults.seen.count("Payments.allocate") == 1


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        (Fault.TIMEOUT_AFTER, DONE),
        (Fault.TIMEOUT_BEFORE, REFUSED),
        (Fault.DROP_AFTER, DONE),
        (Fault.DROP_BEFORE, REFUSED),
        (Fault.GARBAGE, DONE),
        (Fault.SERVER_ERROR, REFUSED),
    ],
)
async def test_a_lost_answer_is_settled_by_the_mark(
    desk: Desk, town: Town, fault: Fault, state: object
) -> None:
    """It is unknown, blocks the same amount for the same patient only, and is settled by reading, never sent again."""
    town.faults.plan("Payments.create", fault)
    entry = await desk.money.take_payment(FIFTY)
    assert entry.state is UNKNOWN
    assert not desk.money.is_receiptable(entry)
    with pytest.raises(StillSettling):
        await desk.money.take_payment(FIFTY)
    other = await desk.money.take_payment(NewPayment(person=JUNG, amount=Decimal("20.00"), pay_type=CASH))
    assert other.state is DONE
    await town.settled(desk)
    settled = await desk.outbox.journal.get(entry.id)
    assert settled.state is state
    assert [amount for amount, _ in payments(town)] == ([50, 20] if state is DONE else [20])
    assert town.faults.seen.count("Payments.create") == 2
    assert desk.money.is_receiptable(settled) is (state is DONE)


async def test_a_double_click_is_one_payment(desk: Desk, town: Town, tasks: TaskScope) -> None:
    """The same payment requested twice at once is one, though each got its own mark."""
    town.faults.unreachable = True
    first, second = (tasks.start(desk.money.take_payment(FIFTY), "pay") for _ in range(2))
    await town.in_time(lambda: first.done() and second.done())
    assert (first.result().id, first.result().state) == (second.result().id, WAITING)
    town.faults.unreachable = False
    await town.settled(desk)
    assert len(payments(town)) == 1
