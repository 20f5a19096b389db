"""What is posted appears in the ledger in place; what isn't known to be posted stands below it and doesn't count."""

from __future__ import annotations

from decimal import Decimal

from app.domain.schedule.visit import Person
from app.practice.server.faults import Fault
from app.services.writes.money.payment import NewPayment
from app.viewmodels.staff.ledger.rows import LedgerRow
from tests.journeys.desk import Desk
from tests.journeys.ledger.book import Ledger, busiest, open_ledger

AMOUNT = Decimal("12.34")


def payment(desk: Desk, pat_num: int) -> NewPayment:
    """A small payment of a patient."""
    person = desk.frame.desk.chosen.person() or Person(pat_num, "", "")
    return NewPayment(person=person, amount=AMOUNT, only_patient=True)


def waiting(ledger: Ledger) -> list[LedgerRow]:
    """The rows below the account."""
    return [row for row in ledger.rows if row.balance is None]


async def test_a_payment_appears_in_place(desk: Desk) -> None:
    """A posted payment is one more row at the end: the selected row, the scroll position and all other rows stay."""
    pat_num = busiest(desk)
    ledger = await open_ledger(desk, pat_num)
    view, entries = ledger.view.table.view, ledger.model.account.entries
    before = ledger.rows
    await ledger.select(before[8])
    view.verticalScrollBar().setValue(60)
    resets: list[str] = []
    fewest: list[int] = []
    entries.table.model.layoutChanged.connect(lambda: fewest.append(len(ledger.rows)))
    entries.table.model.rowsRemoved.connect(lambda *_: fewest.append(len(ledger.rows)))
    entries.table.model.modelReset.connect(lambda: resets.append("reset"))
    await desk.frame.desk.parts.money_writes().take_payment(payment(desk, pat_num))
    await desk.until(lambda: len(ledger.rows) == len(before) + 1 and not waiting(ledger))
    assert ledger.rows[: len(before)] == before
    new = ledger.rows[-1]
    assert (new.amount, new.balance) == (-AMOUNT, (before[-1].balance or Decimal(0)) - AMOUNT)
    assert new.balance == ledger.money("SELECT EstBalance FROM patient WHERE PatNum = ?", pat_num)
    assert entries.selected == before[8].key
    assert view.selectionModel().currentIndex().row() == 8
    assert (view.verticalScrollBar().value(), resets) == (60, [])
    assert set(fewest) <= {len(before)}  # the waiting row gives way to the posted one, once
    assert len(fewest) == 1


async def test_a_waiting_payment_is_visible_and_does_not_count(desk: Desk) -> None:
    """The server is off: the payment stands below the account as not sent, whatever the filter; then it is posted."""
    pat_num = busiest(desk)
    ledger = await open_ledger(desk, pat_num)
    before, figures = ledger.rows, ledger.model.account.figures
    desk.served.faults.unreachable = True
    await desk.frame.desk.parts.money_writes().take_payment(payment(desk, pat_num))
    await desk.until(lambda: bool(waiting(ledger)))
    assert ledger.rows[:-1] == before
    row = ledger.rows[-1]
    assert (row.amount, str(row.what)) == (-AMOUNT, "Payment: Not sent yet")
    assert ledger.model.account.figures == figures
    ledger.model.own_commands[2].run()  # open charges only
    await desk.turn()
    assert waiting(ledger) == [row]
    ledger.model.own_commands[2].run()
    await desk.turn()
    desk.served.faults.unreachable = False
    await desk.until(lambda: not waiting(ledger) and len(ledger.rows) == len(before) + 1)


async def test_an_unknown_payment_says_that_it_is_checked(desk: Desk) -> None:
    """The answer is lost: the payment stands below the account as being checked, then on it, once."""
    pat_num = busiest(desk)
    ledger = await open_ledger(desk, pat_num)
    before = ledger.rows
    seen: list[str] = []
    desk.frame.desk.parts.journal.watch(lambda _: seen.extend(str(row.what) for row in waiting(ledger)))
    desk.served.faults.plan("Payments.create", Fault.DROP_AFTER)
    await desk.frame.desk.parts.money_writes().take_payment(payment(desk, pat_num))
    await desk.until(lambda: not waiting(ledger) and len(ledger.rows) == len(before) + 1)
    assert "Payment: Checking whether it was saved…" in seen
    assert seen[-1] == "Payment: Saved, updating…"
    assert (
        desk.served.sql("SELECT COUNT(*) FROM payment WHERE PatNum = ? AND PayAmt = ?", pat_num, 12.34)[0][0]
        == 1
    )
