"""What a day is compared with: the journal, Open Dental, one clinic; and the way from a difference to its payment."""

from __future__ import annotations

from decimal import Decimal

from app.domain.money.day_close import Origin
from app.journal.entries import WriteState
from app.services.writes.money.money_writes import NewRefund
from app.viewmodels.staff.ledger.screen import LedgerScreenViewModel
from tests.journeys.day_close.till import CASH, open_till, patients, plant, take
from tests.journeys.desk import Desks
from tests.journeys.practices import Practices


async def test_one_clinic_closes_by_itself(open_practice: Practices, open_desk: Desks) -> None:
    """A clinic's payments are compared and closed alone; the clinic is shown again after a restart."""
    served = open_practice()
    first, second = patients(served, 2)
    desk = await open_desk(served)
    plant(served, first.pat_num, "20.00", CASH, clinic=1)
    plant(served, second.pat_num, "30.00", CASH, clinic=2, splits=())
    till = await open_till(desk)
    assert till.headline == "1 difference"
    till.model.choose_clinic(1)
    await till.read()
    till.count(c2000=1)
    await desk.until(lambda: till.headline == "Everything agrees")
    till.click("Close day")
    await desk.until(lambda: till.headline == "Closed")
    till.model.choose_clinic(2)
    await till.read()
    await desk.until(lambda: till.headline == "1 difference")
    assert till.view.day.drawer.pieces[Decimal(20)].text() == ""
    till.model.choose_clinic(1)
    await till.read()
    await open_desk.leave(desk)
    again = await open_till(await open_desk(served, journal=desk.journal))
    assert again.model.day.clinic == 1
    assert again.headline == "Closed"


async def test_a_difference_leads_to_its_payment(open_practice: Practices, open_desk: Desks) -> None:
    """Show ledger selects the payment itself."""
    served = open_practice()
    first = patients(served, 1)[0]
    twins = [plant(served, first.pat_num, "45.00") for _ in range(2)]
    desk = await open_desk(served)
    till = await open_till(desk)
    till.click("Show ledger")
    await desk.until(lambda: desk.workspace.desk.screens.current == "ledger")
    ledger = desk.workspace.desk.screens.model("ledger")
    assert isinstance(ledger, LedgerScreenViewModel)
    entries = ledger.account.entries
    await desk.until(lambda: entries.row is not None)
    assert entries.row is not None
    assert entries.row.pay_num == twins[0]


async def test_what_changed_after_it_was_posted_here(open_practice: Practices, open_desk: Desks) -> None:
    """A payment deleted in Open Dental comes first, then one with another amount; a refund from here is no fault."""
    served = open_practice()
    first, second, third = patients(served, 3)
    desk = await open_desk(served)
    gone, other, back = [await take(desk, person, "50.00", CASH) for person in (first, second, third)]
    served.sql("DELETE FROM payment WHERE PayNum = ?", (gone.answer or {})["PayNum"])
    served.sql("UPDATE payment SET PayAmt = 60 WHERE PayNum = ?", (other.answer or {})["PayNum"])
    served.sql("UPDATE paysplit SET SplitAmt = 60 WHERE PayNum = ?", (other.answer or {})["PayNum"])
    client = desk.workspace.desk.parts.client
    number = (back.answer or {})["PayNum"]
    paid = next(row for row in await client.payments.list(PatNum=third.pat_num) if row.PayNum == number)
    writes = desk.workspace.desk.parts.money_writes()
    refund = await writes.refund(NewRefund(person=third, payment=paid, reason="Paid twice"))
    assert refund.state is WriteState.DONE
    till = await open_till(desk)
    wanted = [
        f"{first.display}: $50.00 was posted here, but Open Dental doesn't have it",
        f"{second.display}: $50.00 was posted here, Open Dental has $60.00",
    ]
    await desk.until(
        lambda: till.lines == wanted
    )  # once the refund's reason, which follows as a step, is sent too
    assert till.model.day.taken == 60
    facts = till.model.day.facts
    assert facts is not None
    assert [(each.amount, each.origin) for each in facts.of_day] == [
        (60, Origin.HERE),
        (50, Origin.HERE),
        (-50, Origin.HERE),
    ]
