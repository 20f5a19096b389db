"""Deposits and the call list at a desk, by keyboard."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from tests.journeys.day_close.till import CASH, CHECK, Till, open_till, patients, take
from tests.journeys.desk import Desks
from tests.journeys.practices import Practices


async def promised_to(till: Till) -> list[int]:
    """The guarantors with a promise in a desk's call list; open promises are at its end."""
    till.model.open_tab("close.collections")
    await till.desk.until(lambda: till.model.collections.found is not None)
    found = till.model.collections.found
    assert found is not None
    assert found.rows[-1].promise is not None
    return [row.pat_num for row in found.rows if row.promise is not None]


async def test_a_deposit_is_made_of_what_is_ticked(open_practice: Practices, open_desk: Desks) -> None:
    """Cash and checks are ticked; Space unticks one; Ctrl+Alt+D makes the deposit, which then holds exactly these."""
    served = open_practice(on_socket=True)
    served.sql("UPDATE payment SET DepositNum = 1")
    served.sql("UPDATE claimpayment SET DepositNum = 1")
    first, second, third = patients(served, 3)
    desk = await open_desk(served)
    made = [await take(desk, first, "80.00", CASH), await take(desk, second, "125.50", CHECK)]
    await take(desk, third, "33.00")
    till = await open_till(desk)
    desk.key(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    await desk.until(lambda: till.model.deposit.found is not None)
    await desk.turn()
    assert [line.ticked for line in till.model.deposit.table.model.rows] == [True, True]
    assert "205.50" in till.seen(till.view.deposit)
    await desk.until(till.view.deposit.pane.table.hasFocus)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Space)
    await desk.turn()
    assert "125.50" not in till.seen(till.view.deposit.slip)
    desk.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    await desk.told("Deposit of $80.00 made.")
    await desk.until(lambda: till.model.deposit.made is not None)
    numbers = [(entry.answer or {})["PayNum"] for entry in made]
    held = dict(served.sql("SELECT PayNum, DepositNum FROM payment WHERE PayNum IN (?, ?)", *numbers))
    assert held[numbers[1]] == 0 < held[numbers[0]]
    assert not till.view.deposit.slip.make.isEnabled()
    assert till.view.deposit.slip.print.isEnabled()


async def test_an_older_office_gets_no_empty_deposit(open_practice: Practices, open_desk: Desks) -> None:
    """Where the API attaches no payments, no deposit is made: the slip can be printed, and the way is told."""
    desk = await open_desk(open_practice(version="25.1"))
    till = await open_till(desk)
    till.model.open_tab("close.deposits")
    await desk.until(lambda: bool(till.model.deposit.chosen))
    assert not till.view.deposit.slip.make.isEnabled()
    assert "Manage, Deposits" in till.seen(till.view.deposit.slip)
    assert till.view.deposit.slip.print.isEnabled()


async def test_a_promise_by_keyboard(
    open_practice: Practices, open_desk: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Down, Enter, the amount, Enter, the day, Enter: a commlog that another desk lists as the promise."""
    dialed: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: dialed.append(url.toString()))
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    till = await open_till(desk)
    desk.key(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    await desk.until(lambda: till.model.collections.found is not None)
    await desk.turn()
    view = till.view.collections
    await desk.until(view.pane.table.hasFocus)
    desk.key(Qt.Key.Key_Down)
    first, second = till.model.collections.table.model.rows[:2]
    assert till.model.collections.chosen == second
    view.family.call.click()
    assert dialed == ["tel:" + "".join(filter(str.isdigit, second.phone))]
    desk.key(Qt.Key.Key_Return)
    await desk.until(view.family.amount.hasFocus)
    desk.type("50")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    assert "Type by when" in till.seen(view.family)
    desk.type("12/5")
    assert "Sat, Dec 5, 2026" in till.seen(view.family)
    desk.key(Qt.Key.Key_Return)
    await desk.told("Commlog added for ")
    await desk.until(view.pane.table.hasFocus)
    assert till.model.collections.chosen == till.model.collections.table.model.rows[2]
    await desk.ten_seconds_later()
    assert served.sql("SELECT Note FROM commlog ORDER BY CommlogNum DESC LIMIT 1") == [
        ("Promised 50.00 by Dec 5, 2026.",)
    ]
    other = await open_till(await open_desk(served))
    assert await promised_to(other) == [second.pat_num]
    assert first.promise is None


async def test_a_card_number_is_in_no_promise(open_practice: Practices, open_desk: Desks) -> None:
    """No field of a promise takes it, and the reason is told."""
    desk = await open_desk(open_practice())
    till = await open_till(desk)
    till.model.open_tab("close.collections")
    await desk.until(lambda: till.model.collections.found is not None)
    family = till.view.collections.family
    await desk.until(family.note.isEnabled)
    for field in (family.amount, family.by, family.note):
        field.setFocus()
        field.selectAll()
        desk.type("4111 1111 1111 1111")
        assert field.text() == "4111 1111 1111 111"
        assert "looks like a card number" in till.seen(family)


async def test_filters_of_the_call_list(open_practice: Practices, open_desk: Desks) -> None:
    """Each filter leaves exactly the families it names, and the total is theirs."""
    desk = await open_desk(open_practice())
    till = await open_till(desk)
    till.model.open_tab("close.collections")
    model = till.model.collections
    await desk.until(lambda: model.found is not None)
    found = model.found
    assert found is not None
    model.set_least("500")
    assert {row.pat_num for row in model.table.model.rows} == {
        row.pat_num for row in found.rows if row.aging.BalTotal >= 500
    }
    assert model.total == sum(row.aging.BalTotal for row in found.rows if row.aging.BalTotal >= 500)
    model.set_least("")
    model.choose(bucket=90)
    assert all(row.aging.BalOver90 > 0 for row in model.table.model.rows)
    today = desk.workspace.desk.now().date()
    month = today - datetime.timedelta(days=30)
    model.choose(bucket=0, silent=30)
    assert {row.pat_num for row in model.table.model.rows} == {
        row.pat_num for row in found.rows if row.last_contact is None or row.last_contact <= month
    }
