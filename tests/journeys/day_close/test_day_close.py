"""Closing the day at a desk: planted faults are listed, a clean day closes with few clicks."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from app.bootstrap.screens import DAY_CLOSE
from app.core.text import msg
from app.domain.money.doubts import Doubt
from app.domain.people.rights import Demand
from app.journal.entries import WriteState
from app.practice.server.faults import Fault
from app.services.people.authority import Approval, NotAllowed
from app.services.writes.money.money_writes import CannotPost, NewPayment
from app.views.staff.day_close.screen import DayCloseScreen
from app.views.staff.frame.window import SMALLEST
from app.wire.permissions import Permission
from tests.journeys.day_close.till import CASH, CHECK, open_till, patients, plant, take
from tests.journeys.desk import Desk, Desks
from tests.journeys.practices import ALL, TODAY, Practices
from tests.support.jumping_clock import JumpingClock

YESTERDAY = TODAY - datetime.timedelta(days=1)


class Nobody:
    """An authority that allows nothing."""

    def check(self, demands: Sequence[Demand], approval: Approval | None = None) -> None:
        """Refuse it."""
        raise NotAllowed(msg("You may not close the day."), demands, second=False)


async def test_planted_faults_are_listed_and_nothing_else(open_practice: Practices, open_desk: Desks) -> None:
    """A twin, a payment without splits, wrong splits, an unknown payment and 5.00 too little cash: exactly these."""
    served = open_practice(on_socket=True)
    first, second, third, fourth, fifth, sixth = patients(served, 6)
    desk = await open_desk(served)
    await take(desk, first, "80.00", CASH)
    await take(desk, second, "125.50", CHECK)
    served.faults.plan("Payments.create", Fault.TIMEOUT_LATE)
    await take(desk, third, "60.00")
    for _ in range(2):
        plant(served, fourth.pat_num, "45.00")
    plant(served, fifth.pat_num, "200.00", splits=())
    plant(served, sixth.pat_num, "150.00", CHECK, splits=("100.00", "40.00"))
    plant(served, sixth.pat_num, "999.00", day=YESTERDAY)
    till = await open_till(desk)
    till.count(c5000=1, c2000=1, c500=1)
    till.model.day.drawer.type_checks("275.50")
    till.model.day.drawer.type_cards("290")
    await desk.turn()
    assert till.lines == [
        f"Payment of $60.00 posted for {third.display}: sent, but not confirmed yet",
        f"{fourth.display}: 2 payments of $45.00",
        f"{sixth.display}: the splits of $150.00 add up to $140.00",
        f"{fifth.display}: $200.00 has no splits",
        "Cash is $5.00 short",
    ]
    assert till.headline == "5 differences"
    assert "4 payments entered in Open Dental: $440.00" in till.seen()
    till.click("Settle")
    await desk.turn()
    assert "Needs attention" in desk.texts()
    await served.faults.deliver_late()
    unknown = next(entry for entry in desk.entries if entry.state is WriteState.UNKNOWN)
    desk.workspace.desk.attention.check(unknown.id)
    await desk.until(
        lambda: not any("not confirmed" in line for line in till.lines)
    )  # compared again by itself
    assert till.lines[-1] == "The terminal has $60.00 less than was posted"


async def test_a_clean_day_closes_with_one_click(open_practice: Practices, open_desk: Desks) -> None:
    """Besides the counts it takes one click on the rail and one on Close day; it stays closed after a restart."""
    served = open_practice(on_socket=True)
    first, second = patients(served, 2)
    desk = await open_desk(served)
    await take(desk, first, "80.00", CASH)
    await take(desk, second, "125.50", CHECK)
    till = await open_till(desk)
    till.count(c2000=4)
    for _ in range(11):  # from the 20s to the checks
        desk.key(Qt.Key.Key_Return)
    desk.type("125.5")
    await desk.turn()
    assert till.headline == "Everything agrees"
    till.click("Close day")
    await desk.told("The day is closed.")
    await desk.until(lambda: till.headline == "Closed")
    assert till.clicks == 1
    assert "Closed by Ana" in till.seen()
    assert till.view.day.drawer.cards.isReadOnly()
    await open_desk.leave(desk)
    again = await open_till(await open_desk(served, journal=desk.journal))
    assert again.headline == "Closed"
    assert again.view.day.drawer.checks.text() == "125.50"
    again.click("Reopen")
    await again.desk.until(lambda: again.headline == "Everything agrees")


async def test_differences_need_a_reason(open_practice: Practices, open_desk: Desks) -> None:
    """With differences the reason is asked for, kept, and shown; Esc keeps the day open and what was counted."""
    served = open_practice()
    desk = await open_desk(served)
    plant(served, patients(served, 1)[0].pat_num, "20.00", CASH)
    till = await open_till(desk)
    till.count(c1000=1)
    await desk.turn()
    till.click("Close day")
    await desk.until(till.view.day.why.isVisible)
    desk.key(Qt.Key.Key_Escape)
    assert till.headline == "1 difference"
    till.click("Close day")
    await desk.until(till.view.day.why.field.hasFocus)
    desk.key(Qt.Key.Key_Return)
    await desk.told("Type why")
    desk.type("4111 1111 1111 1111")
    desk.key(Qt.Key.Key_Return)
    await desk.told("looks like a card number")
    till.view.day.why.field.selectAll()
    desk.type("10.00 is missing")
    desk.key(Qt.Key.Key_Return)
    await desk.until(lambda: till.headline == "Closed")
    assert "1 difference was left. 10.00 is missing" in till.seen()


async def test_toasts_leave_the_drawer_free(desk: Desk) -> None:
    """In a small window a toast is beside the form in which the drawer is counted, not over it."""
    desk.window.resize(*SMALLEST)
    await desk.frame.desk.screens.show(DAY_CLOSE)
    screen = desk.frame.view
    assert isinstance(screen, DayCloseScreen)
    desk.model.desk.notices.say("Ana took a payment", undo=lambda: None)
    await desk.turn()
    toast, drawer = desk.toast("Ana took"), screen.day.drawer
    assert not toast.geometry().intersects(QRect(drawer.mapTo(desk.frame, QPoint()), drawer.size()))


async def test_without_the_right_the_day_stays_open(open_practice: Practices, open_desk: Desks) -> None:
    """The service refuses, whatever the buttons allow, and the reason is told."""
    served = open_practice()
    desk = await open_desk(served)
    till = await open_till(desk)
    desk.workspace.desk.parts.writes.authority = Nobody()
    till.click("Close day")
    await desk.told("You may not close the day.")
    assert till.headline == "Nothing was taken on this day"


async def test_without_queries_it_says_what_it_cant_see(open_practice: Practices, open_desk: Desks) -> None:
    """The journal and the day's payments are compared; that splits and adjustments can't be seen is said."""
    served = open_practice(permissions=ALL - {Permission.QUERIES})
    first, second = patients(served, 2)
    desk = await open_desk(served)
    await take(desk, first, "80.00", CASH)
    for _ in range(2):
        plant(served, second.pat_num, "45.00", splits=())
    till = await open_till(desk)
    await desk.until(lambda: till.lines == [f"{second.display}: 2 payments of $45.00"])
    assert "The splits of payments can't be checked: the key lacks Queries." in till.seen()
    assert "Adjustments are not listed" in till.seen()


async def test_the_server_is_off(open_practice: Practices, open_desk: Desks) -> None:
    """Shown is what this PC knows; it can be counted, not closed; when the server is back it is compared."""
    served = open_practice()
    first = patients(served, 1)[0]
    desk = await open_desk(served)
    await take(desk, first, "80.00", CASH)
    served.faults.unreachable = True
    await take(desk, first, "15.00", CASH)
    till = await open_till(desk)
    assert till.headline == "Can't be compared now"
    assert "Shown is what this PC knows." in till.seen()
    assert f"Payment of $80.00 posted for {first.display}" in till.seen()
    assert "Open Dental\n" not in till.seen(till.view.day)  # no zeros where nothing could be read
    assert not till.view.day.sheet.isEnabled()
    assert till.lines == [f"Payment of $15.00 posted for {first.display}: not sent yet"]
    till.count(c2000=4)
    assert not till.view.day.close_day.isEnabled()
    served.faults.unreachable = False
    await till.again()
    assert till.view.day.drawer.pieces[Decimal(20)].text() == "4"
    assert till.model.day.money is not None
    assert till.model.day.money.why is None


async def test_past_midnight_the_counted_day_stays(open_practice: Practices, open_desk: Desks) -> None:
    """A count begun at 11:59 PM goes on after midnight; a payment that straddled it is neither missing nor foreign."""
    clock = JumpingClock.starting_at(datetime.datetime.combine(TODAY, datetime.time(23, 55)))
    served = open_practice(clock=clock)
    first = patients(served, 1)[0]
    desk = await open_desk(served)
    entry = await take(desk, first, "80.00", CASH)
    tomorrow = TODAY + datetime.timedelta(days=1)
    served.sql(
        "UPDATE payment SET DateEntry = ?, PayDate = ? WHERE PayNum = ?",
        tomorrow.isoformat(),
        tomorrow.isoformat(),
        (entry.answer or {})["PayNum"],
    )
    till = await open_till(desk)
    till.count(c2000=4)
    await desk.turn()
    assert till.lines == ["Cash is $80.00 over"]  # Open Dental has it on the next day
    clock.jump_to(datetime.datetime.combine(tomorrow, datetime.time(0, 20)))
    await desk.workspace.desk.screens.show("schedule")
    await open_till(desk)
    assert till.model.day.day == TODAY
    desk.key(Qt.Key.Key_Escape)
    till.model.choose_day(None)
    await till.read()
    assert till.model.day.day == tomorrow
    assert till.lines == []
    assert "other Front Desk" not in till.seen()


async def test_a_payment_on_a_closed_day_is_asked_about(open_practice: Practices, open_desk: Desks) -> None:
    """Once today is closed, another payment of today is a question; answered, it is posted and listed again."""
    served = open_practice()
    first = patients(served, 1)[0]
    desk = await open_desk(served)
    till = await open_till(desk)
    till.click("Close day")
    await desk.until(lambda: till.headline == "Closed")
    new = NewPayment(person=first, amount=Decimal("15.00"))
    writes = desk.workspace.desk.parts.money_writes()
    await desk.until(lambda: bool(writes.payment_cautions(new)))
    assert [each.doubt for each in writes.payment_cautions(new)] == [Doubt.CLOSED]
    with pytest.raises(CannotPost):
        await writes.take_payment(new)
    await writes.take_payment(new, answered=[Doubt.CLOSED])
    await till.again()
    assert till.model.day.taken == 15
    assert till.headline == "Closed"
