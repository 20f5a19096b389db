"""One call for a family: all of its appointments of a day are confirmed with one key, and undone with one."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.lists import commands
from app.viewmodels.staff.lists.rows import ListRow
from app.wire.permissions import Permission
from tests.journeys.desk import CONTROL, LEFT, Desk, Desks
from tests.journeys.lists.callers import Caller, open_lists
from tests.journeys.practices import ALL, Practices, Served

FIRST_DAY = """SELECT AptNum, PatNum FROM appointment WHERE AptStatus = 1 AND date(AptDateTime) =
 (SELECT MIN(date(AptDateTime)) FROM appointment WHERE AptStatus = 1 AND date(AptDateTime) > '2026-11-17')
 AND Confirmed IN (SELECT DefNum FROM definition WHERE Category = 2 AND ItemName IN ('Unconfirmed', 'Left message'))
 ORDER BY AptDateTime, AptNum"""


async def family_of_three(served: Served, desks: Desks) -> tuple[Desk, Caller, list[ListRow]]:
    """A desk with three of one guarantor on the first day to confirm, the first of them selected.

    They have other names and phone numbers.
    """
    found = served.sql(FIRST_DAY)
    members = {found[at][0]: found[at][1] for at in (0, 2, 5)}
    assert len(set(members.values())) == 3
    for pat_num in members.values():
        served.sql("UPDATE patient SET Guarantor = ? WHERE PatNum = ?", found[0][1], pat_num)
    desk = await desks(served)
    caller = await open_lists(desk)
    await desk.until(
        lambda: sum(row.key in members and row.family == found[0][1] for row in caller.rows) == 3
    )
    rows = [row for row in caller.rows if row.key in members]
    while caller.chosen.key != rows[0].key:
        desk.key(Qt.Key.Key_Down)
    return desk, caller, rows


def confirmed(served: Served, rows: list[ListRow]) -> list[bool]:
    """Whether each of them is confirmed in the database."""
    found = [served.sql("SELECT Confirmed FROM appointment WHERE AptNum = ?", row.key)[0][0] for row in rows]
    accepted = status_of(served, "Confirmed")
    return [number == accepted for number in found]


def status_of(served: Served, name: str) -> int:
    """The DefNum of a confirmation status."""
    ((number,),) = served.sql("SELECT DefNum FROM definition WHERE Category = 2 AND ItemName = ?", name)
    return int(number)


@pytest.mark.parametrize("permissions", [ALL, ALL - {Permission.QUERIES}], ids=["queries", "methods"])
async def test_one_key_and_one_undo(
    open_practice: Practices, open_desk: Desks, permissions: frozenset[Permission]
) -> None:
    """F confirms all of a guarantor's family on that day, each as a write of its own; Undo takes all of them back."""
    served = open_practice(on_socket=True, permissions=permissions)
    desk, caller, rows = await family_of_three(served, open_desk)
    shown = desk.texts(caller.screen.card)
    assert all(row.name in shown for row in rows)
    desk.key(Qt.Key.Key_F)
    said = await desk.told("3 confirmed: ")
    assert all(row.name in said for row in rows)
    assert caller.chosen.key not in [row.key for row in rows]
    assert confirmed(served, rows) == [True] * 3
    assert len([entry for entry in desk.entries if entry.intent.kind == "stage"]) == 3
    desk.key(Qt.Key.Key_Z, CONTROL)
    await desk.told("Undone: 3 confirmed")
    assert confirmed(served, rows) == [False] * 3


async def test_what_was_refused_is_said(open_practice: Practices, open_desk: Desks) -> None:
    """An appointment that was just broken elsewhere is told by itself; the others are confirmed, with one undo."""
    served = open_practice(on_socket=True)
    desk, caller, rows = await family_of_three(served, open_desk)
    served.sql("UPDATE appointment SET AptStatus = 5 WHERE AptNum = ?", rows[1].key)
    QTest.mouseClick(caller.screen.card.buttons[commands.FAMILY], LEFT)
    said = await desk.told("2 confirmed: ")
    assert rows[1].name not in said
    assert any(rows[1].name in line for line in desk.toasts)
    assert confirmed(served, rows) == [True, False, True]


async def test_another_desk_confirmed_one_first(open_practice: Practices, open_desk: Desks) -> None:
    """Who was just confirmed elsewhere is told by themselves, and Undo takes back only what this desk confirmed."""
    served = open_practice(on_socket=True)
    desk, _, rows = await family_of_three(served, open_desk)
    accepted = status_of(served, "Confirmed")
    served.sql("UPDATE appointment SET Confirmed = ? WHERE AptNum = ?", accepted, rows[1].key)
    desk.key(Qt.Key.Key_F)
    said = await desk.told("2 confirmed: ")
    assert rows[1].name not in said
    assert any(rows[1].name in line and "already had this" in line for line in desk.toasts)
    desk.key(Qt.Key.Key_Z, CONTROL)
    await desk.told("Undone: 2 confirmed")
    assert confirmed(served, rows) == [False, True, False]


def days_of(caller: Caller) -> list[date]:
    """The day of each row."""
    return [row.visit.start.date() for row in caller.rows if row.visit is not None]


async def test_another_day_of_the_family_is_not_passed_over(
    open_practice: Practices, open_desk: Desks
) -> None:
    """F goes on to the first row that it doesn't confirm, also if that is the family's on the next day."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    await desk.until(lambda: len(set(days_of(caller))) == 2)
    last = days_of(caller).count(days_of(caller)[0]) - 1
    rows = [caller.rows[at] for at in (0, last, last + 1)]
    await open_desk.leave(desk)
    for row in rows:
        served.sql("UPDATE patient SET Guarantor = ? WHERE PatNum = ?", rows[0].pat_num, row.pat_num)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    await desk.until(lambda: [row.family for row in caller.rows].count(rows[0].pat_num) == 3)
    while caller.chosen.key != rows[1].key:
        desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_F)
    await desk.told("2 confirmed: ")
    assert caller.chosen.key == rows[2].key


async def test_nobody_else_to_confirm(open_practice: Practices, open_desk: Desks) -> None:
    """F says why it does nothing where nobody else of the family is to be confirmed that day."""
    desk = await open_desk(open_practice(on_socket=True))
    caller = await open_lists(desk)
    await desk.until(lambda: all(row.family for row in caller.rows))
    families = [row.family for row in caller.rows]
    alone = next(row for row in caller.rows if families.count(row.family) == 1)
    while caller.chosen.key != alone.key:
        desk.key(Qt.Key.Key_Down)
    assert not caller.screen.card.buttons[commands.FAMILY].isEnabled()
    desk.key(Qt.Key.Key_F)
    await desk.told("Nobody else in this family")
    assert caller.chosen.key == alone.key
    visit = next(row.visit for row in caller.rows if row.key == alone.key)
    assert visit is not None
    assert visit.stage is Stage.UNCONFIRMED
