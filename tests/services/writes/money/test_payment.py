"""A payment is posted once, whatever happens to the answer, and each amount goes where it was meant to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.core.tasks import TaskScope
from app.core.text import NO_TEXT
from app.journal.errors import StillSettling
from app.practice.server.faults import Fault
from tests.practice.office_money import NEW_FILLING, OLD_FILLING
from tests.services.front_desk import DONE, REFUSED, UNKNOWN, WAITING, Desk, Town
from tests.services.writes.money.accounts import paying, payments, splits

FIFTY = paying(note="By hand")
EXACT = paying(amounts=((NEW_FILLING, Decimal("30.00")), (OLD_FILLING, Decimal("20.00"))))


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
    assert sorted(splits(town)) == [(OLD_FILLING, 20), (NEW_FILLING, 30)]
    await town.in_time(lambda: town.faults.seen.count("Payments.list") == 2)
    sent = town.faults.seen[town.faults.seen.index("Payments.create") :]
    assert sorted(sent) == ["PaySplits.list", "Payments.allocate", "Payments.create", "Payments.list"]


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
    with pytest.raises(StillSettling, match=r"can't be posted again until 12:\d\d PM"):
        await desk.money.take_payment(FIFTY)
    other = await desk.money.take_payment(paying("20.00"))
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


async def test_a_waiting_payment_is_visible_and_can_be_withdrawn(
    desk: Desk, town: Town, tasks: TaskScope
) -> None:
    """While the server is down it waits on disk, is not receiptable, and is gone once it is withdrawn."""
    town.faults.unreachable = True
    task = tasks.start(desk.money.take_payment(FIFTY), "pay")
    await town.in_time(task.done)
    entry = task.result()
    assert (entry.state, desk.money.is_receiptable(entry)) == (WAITING, False)
    assert desk.writes.can_undo(entry)
    withdrawn = await desk.writes.undo(entry)
    assert (withdrawn.state, withdrawn.open) == (REFUSED, False)
    town.faults.unreachable = False
    await town.settled(desk)
    assert payments(town) == []


async def test_a_refusal_keeps_the_offices_words(desk: Desk, town: Town) -> None:
    """What the office refuses is refused, with its reason, and can be taken again."""
    entry = await desk.money.take_payment(paying("50.00", plan=77))
    assert (entry.state, "PayPlan not found" in str(entry.outcome)) == (REFUSED, True)
    assert payments(town) == []
    assert (await desk.money.take_payment(paying("50.00"))).state is DONE


async def test_a_refused_allocation_is_told(desk: Desk, town: Town) -> None:
    """The payment stays as the office split it, the step is refused with the reason, and the receipt may be printed."""
    more = paying("190.00", amounts=((NEW_FILLING, Decimal("100.00")), (OLD_FILLING, Decimal("90.00"))))
    entry = await desk.money.take_payment(more)
    await town.in_time(lambda: desk.money.is_receiptable(entry))
    (step,) = desk.writes.steps.after(entry)
    assert (entry.state, step.state, step.open) == (DONE, REFUSED, True)
    assert "less than that is owed" in str(step.outcome)
    assert sum(amount for _, amount in splits(town)) == 190


@pytest.mark.parametrize(
    ("fault", "state"),
    [(Fault.TIMEOUT_AFTER, DONE), (Fault.TIMEOUT_BEFORE, REFUSED), (Fault.GARBAGE, DONE)],
)
async def test_a_lost_allocation_is_settled_by_the_splits(
    desk: Desk, town: Town, fault: Fault, state: object
) -> None:
    """It is read back, never sent again by itself; sent again by hand it ends as wanted."""
    town.faults.plan("Payments.allocate", fault)
    entry = await desk.money.take_payment(EXACT)
    await town.in_time(lambda: desk.money.is_receiptable(entry))
    (step,) = desk.writes.steps.after(entry)
    assert step.state is state
    assert town.faults.seen.count("Payments.allocate") == 1
    if state is REFUSED:
        assert (await desk.writes.retry(step)).state is DONE
    assert sorted(splits(town)) == [(OLD_FILLING, 20), (NEW_FILLING, 30)]
    assert len(payments(town)) == 1


async def test_splits_that_someone_changed_are_not_overwritten(desk: Desk, town: Town) -> None:
    """If another user moved the payment to something else before the step, the step is refused."""
    town.faults.plan("Payments.allocate", Fault.TIMEOUT_BEFORE)
    entry = await desk.money.take_payment(EXACT)
    await town.in_time(lambda: desk.money.is_receiptable(entry))
    number = (entry.answer or {})["PayNum"]
    town.sql("UPDATE paysplit SET ProcNum = 1003 WHERE PayNum = ?", number)
    (step,) = desk.writes.steps.after(entry)
    again = await desk.writes.retry(step)
    assert (again.state, "another user" in str(again.outcome)) == (REFUSED, True)
    assert {proc for proc, _ in splits(town)} == {1003}


async def test_a_crash_between_the_two_steps_loses_none(desk: Desk, town: Town) -> None:
    """The next run sends the step that the journal still has, once."""
    desk.writes.steps.end()  # it dies before it can start the step
    entry = await desk.money.take_payment(EXACT)
    assert (entry.state, desk.writes.steps.after(entry)) == (DONE, ())
    await closed(desk)
    again = await town.desk()
    await again.outbox.resume()
    await again.writes.resume()
    await again.writes.resume()
    await town.in_time(lambda: again.money.is_receiptable(entry))
    assert town.faults.seen.count("Payments.allocate") == 1
    assert town.faults.seen.count("Payments.create") == 0
    assert sorted(splits(town)) == [(OLD_FILLING, 20), (NEW_FILLING, 30)]


async def test_a_crash_before_the_answer_is_settled_by_the_next_run(desk: Desk, town: Town) -> None:
    """A payment that was sent when the program died is found by its mark, and its step follows."""
    town.faults.plan("Payments.create", Fault.TIMEOUT_AFTER)
    entry = await desk.money.take_payment(EXACT)
    assert entry.state is UNKNOWN
    await closed(desk)
    again = await town.desk()
    await again.outbox.resume()
    await again.writes.resume()
    await town.settled(again)
    settled = await again.outbox.journal.get(entry.id)
    await town.in_time(lambda: again.money.is_receiptable(settled))
    assert (settled.state, len(payments(town))) == (DONE, 1)
    assert sorted(splits(town)) == [(OLD_FILLING, 20), (NEW_FILLING, 30)]


async def test_no_rows_at_all_are_not_believed_once(desk: Desk, town: Town) -> None:
    """A list that was emptied on its way doesn't make a posted payment count as lost."""
    town.faults.plan("Payments.create", Fault.TIMEOUT_AFTER)
    entry = await desk.money.take_payment(FIFTY)
    town.faults.plan("Payments.list", Fault.NO_ROWS)
    await town.settled(desk)
    assert (await desk.outbox.journal.get(entry.id)).state is DONE


async def test_a_late_write_is_not_posted_again_by_try_again(desk: Desk, town: Town) -> None:
    """A 504 that is written after it counted as not done: taken again, the payment that arrived is found."""
    town.faults.plan("Payments.create", Fault.TIMEOUT_LATE)
    entry = await desk.money.take_payment(FIFTY)
    await town.settled(desk)
    refused = await desk.outbox.journal.get(entry.id)
    assert refused.state is REFUSED
    await town.faults.deliver_late()
    town.faults.plan("Payments.list", Fault.NO_ROWS)
    again = await desk.writes.retry(refused)
    assert (again.state, len(payments(town))) == (DONE, 1)


async def test_one_that_a_person_decided_is_finished_without_a_receipt(desk: Desk, town: Town) -> None:
    """Its row is not known, so no step and no receipt can follow; nothing waits for them."""
    town.faults.plan("Payments.create", Fault.TIMEOUT_AFTER)
    entry = await desk.money.take_payment(EXACT)
    decided = await desk.outbox.decide(entry.id, done=True)
    assert (desk.money.is_finished(decided), desk.money.is_receiptable(decided)) == (True, False)
    assert desk.writes.steps.after(decided) == ()
    assert desk.writes.steps.left_out(entry) == NO_TEXT
    left_out = str(desk.writes.steps.left_out(decided))
    assert left_out == "Payment of $50.00 allocated for Jung, Jon: not done. Do it in Open Dental."
    done = await desk.money.take_payment(paying(amount="12.00", amounts=((NEW_FILLING, Decimal("12.00")),)))
    assert desk.writes.steps.left_out(done) == NO_TEXT


async def closed(desk: Desk) -> None:
    """The program dies."""
    await desk.outbox.close(0)
    desk.money.close()
    desk.writes.close()
    await desk.outbox.journal.store.close()
