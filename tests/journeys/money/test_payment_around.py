"""What is around a payment: the lock, the notes before it, and the right to take one."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.services.people.secrets import SecretsInMemory
from app.viewmodels.staff.selected_patient import Origin
from app.wire.permissions import Permission
from tests.journeys.desk import CONTROL, Desks
from tests.journeys.money.test_payment import buttons_of, opened
from tests.journeys.people.hands import ANA_PIN, enter, locked
from tests.journeys.practices import ALL, Practices
from tests.support.owing import owing, payments


async def test_locked_and_unlocked(open_practice: Practices, open_desk: Desks) -> None:
    """The lock hides the amount and the name, and keeps what was typed; unlocked, the amount has the focus again."""
    served = open_practice()
    served.secrets = SecretsInMemory()
    desk = await open_desk(served)
    page, pat_num = await opened(desk)
    desk.type("20.50")
    await desk.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    await locked(desk.workspace)
    assert not page.isVisible() or page.visibleRegion().isEmpty()
    await enter(desk.workspace, ANA_PIN)
    await desk.until(page.isVisible)
    assert page.amount.text() == "20.50"
    await desk.until(page.amount.hasFocus)
    assert payments(served, pat_num) == []


async def test_first_of_all(open_practice: Practices, open_desk: Desks) -> None:
    """The urgent financial note and what is prepaid stand above the amount, before money is asked for."""
    served = open_practice()
    pat_num = owing(served)
    served.sql("UPDATE patient SET FamFinUrgNote = 'Collections: payment in full' WHERE PatNum = ?", pat_num)
    client = served.elsewhere()
    await client.payments.create(PatNum=pat_num, PayAmt=Decimal("33.00"), isPrepayment=True)
    desk = await open_desk(served)
    page, _ = await opened(desk)
    texts = desk.texts(page).split("\n")
    for words in ("Collections: payment in full", "Unearned (prepaid): $33.00"):
        label = next(each for each in page.findChildren(QLabel) if each.text() == words)
        assert label.mapTo(page, label.rect().bottomLeft()).y() < page.amount.mapTo(page, QPoint()).y()
    assert any("Family owes" in each for each in texts)


async def test_without_the_right(open_practice: Practices, open_desk: Desks) -> None:
    """A key that may not take payments has no Pay button, and Ctrl+T says why."""
    desk = await open_desk(open_practice(permissions=ALL - {Permission.PAYMENTS}))
    desk.frame.desk.patient.select(owing(desk.served), Origin.SEARCH)
    await desk.until(lambda: desk.frame.desk.strip.model is not None)
    await desk.turn(10)
    assert buttons_of(desk.window, "Pay") == []
    await desk.press(Qt.Key.Key_T, CONTROL)
    assert "Payments" in await desk.told("ermission")


async def test_tab_goes_down_the_panel(open_practice: Practices, open_desk: Desks) -> None:
    """Tab stops at offers, types, fields and each procedure to tick from top to bottom, and at the buttons last."""
    desk = await open_desk(open_practice())
    page, _ = await opened(desk)
    titles = [page.split.way.itemText(at) for at in range(page.split.way.count())]
    page.split.way.activated.emit(titles.index("Chosen procedures"))
    await desk.turn()
    first, second = list(page.split.ticks.boxes)[:2]
    page.split.ticks.boxes[first].click()
    page.amount.setFocus()
    stops: list[QWidget] = []
    while page.isAncestorOf(stop := desk.focus()) and stop not in stops:
        stops.append(stop)
        await desk.press(Qt.Key.Key_Tab)
    ticks = page.split.ticks
    assert stops[-2:] == [page.cancel, page.post]
    wanted = (page.offers.buttons[0], page.method.types.buttons[0], page.method.note, page.split.way)
    places = [
        stops.index(each) for each in (*wanted, ticks.boxes[first], ticks.fields[first], ticks.boxes[second])
    ]
    assert places == sorted(places)


async def test_a_type_leads_to_its_field(open_practice: Practices, open_desk: Desks) -> None:
    """After Cash comes the cash given, after Check its number; Enter in either goes on to Post."""
    desk = await open_desk(open_practice())
    page, _ = await opened(desk)
    desk.type("20")
    method = page.method
    for title, field in (
        ("Cash", method.tendered),
        ("Check", method.check),
        ("Credit card", method.reference),
    ):
        desk.press_button(title, page)
        await desk.until(lambda field=field: desk.focus() is field)
    desk.press_button("Cash", page)
    desk.type("50")
    assert "30.00" in desk.texts(page).split("\n")
    await desk.press(Qt.Key.Key_Return)
    await desk.until(page.post.hasFocus)


async def test_nothing_is_ticked_yet(open_practice: Practices, open_desk: Desks) -> None:
    """While no procedure is ticked, nobody is told that the payment is too much; Enter asks to tick one."""
    desk = await open_desk(open_practice())
    page, _ = await opened(desk)
    desk.type("20")
    titles = [page.split.way.itemText(at) for at in range(page.split.way.count())]
    page.split.way.activated.emit(titles.index("Chosen procedures"))
    await desk.turn()
    assert "more than what is owed" not in desk.texts(page)
    await desk.press(Qt.Key.Key_Return)
    assert "Tick what is paid." in desk.texts(page)
