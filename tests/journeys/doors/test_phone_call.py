"""A phone system that starts the program with the caller's number."""

from __future__ import annotations

import pytest

from tests.journeys.desk import Desk
from tests.journeys.doors.asking import LISTED, Outside, numbers
from tests.journeys.test_booking import somebody


@pytest.fixture
def outside(desk: Desk) -> Outside:
    """The phone system."""
    return Outside(desk)


def call_from(desk: Desk, number: str, *pat_nums: int) -> None:
    """Give patients this number, and nobody else."""
    for field in ("HmPhone", "WkPhone", "WirelessPhone"):
        desk.served.sql(f"UPDATE patient SET {field} = '' WHERE {field} LIKE '%555-0142%'")
    for pat_num in pat_nums:
        desk.served.sql("UPDATE patient SET WirelessPhone = ? WHERE PatNum = ?", number, pat_num)


async def test_one_patient(outside: Outside) -> None:
    """The patient with the number is shown, however it is stored; those who left only if there is nobody else."""
    desk = outside.desk
    first, second, gone = numbers(desk.served, most=3)
    desk.served.sql("UPDATE patient SET PatStatus = 3 WHERE PatNum = ?", gone)
    for pat_num, stored, others in (
        (first, "(971)555-0142", ()),
        (second, "1-971-555-0142 x12", (gone,)),
        (gone, "555-0142", ()),
    ):
        call_from(desk, stored, pat_num, *others)
        outside.ask(phone="9715550142")
        await outside.shown(pat_num)
        assert desk.toasts == []


async def test_a_family(outside: Outside) -> None:
    """For a number that several of a family have, the guarantor is shown, with the family in the strip."""
    desk = outside.desk
    command = (
        "SELECT Guarantor FROM patient WHERE PatStatus = 0 GROUP BY Guarantor HAVING count(*) = 3 LIMIT 1"
    )
    head = desk.served.sql(command)[0][0]
    members = numbers(desk.served, f"Guarantor = {head}")
    call_from(desk, "(971)555-0142", *members)
    outside.ask(phone="9715550142")
    await outside.shown(head)
    await desk.told("Call from (971) 555-0142: the family of")


async def test_several_patients(outside: Outside) -> None:
    """For a number that different families have, the search lists them."""
    desk = outside.desk
    several = numbers(desk.served, f"{LISTED} AND PatNum = Guarantor", 3)
    call_from(desk, "(971)555-0142", *several)
    outside.ask(phone="9715550142")
    find = desk.frame.desk.find
    await desk.until(lambda: {row.pat_num for row in find.state.rows} == set(several))
    await desk.until(desk.find_field._list.isVisible)
    assert desk.frame.desk.patient.current is None


async def test_nobody(outside: Outside) -> None:
    """An unknown number opens the search, which finds nobody; the old patient stays while something is entered."""
    desk = outside.desk
    call_from(desk, "(971)555-0142")
    outside.ask(phone="9715550142")
    await desk.until(lambda: "No patients found" in desk.frame.desk.find.state.words)
    assert desk.find_field.text() == "(971) 555-0142"
    desk.find_field.clear()
    desk.book_for(somebody(desk))
    outside.ask(phone="9715550142")
    await desk.told("Call from (971) 555-0142: not a patient yet.")
    assert desk.frame.panel.has_page
