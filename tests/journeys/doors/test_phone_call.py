"""A phone system that starts the program with the caller's number."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.journeys.desk import Desk
from tests.journeys.doors.asking import LISTED, Outside, numbers
from tests.journeys.patient.test_new_patient import panel_of
from tests.support.kinds import the


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


async def test_another_country(outside: Outside) -> None:
    """A number of another country is found as it is stored there and as it is dialed there."""
    desk = outside.desk
    first, second = numbers(desk.served, most=2)
    for pat_num, stored in ((first, "+49 30 5550142"), (second, "030 5550142")):
        desk.served.sql("UPDATE patient SET WirelessPhone = '' WHERE WirelessPhone LIKE '%5550142'")
        desk.served.sql("UPDATE patient SET WirelessPhone = ? WHERE PatNum = ?", stored, pat_num)
        outside.ask(phone="+49305550142")
        await outside.shown(pat_num)


async def test_nobody(outside: Outside) -> None:
    """An unknown number begins a new patient; what is entered there stays until one click for the next call."""
    desk = outside.desk
    call_from(desk, "(971)555-0142")
    outside.ask(phone="9715550142")
    form = await panel_of(desk)
    await desk.told("Call from (971) 555-0142: not a patient yet.")
    assert the(QLineEdit, form.entries["WirelessPhone"]).text() == "(971) 555-0142"
    form.entries["LName"].setFocus()
    desk.type("Quillfeather")
    call_from(desk, "(971)555-0143")
    outside.ask(phone="9715550143")
    await desk.told("Call from (971) 555-0143: not a patient yet.")
    assert the(QLineEdit, form.entries["LName"]).text() == "Quillfeather"
    await desk.push("Show")
    await desk.until(lambda: the(QLineEdit, form.entries["WirelessPhone"]).text() == "(971) 555-0143")
    assert the(QLineEdit, form.entries["LName"]).text() == ""
    assert form.isVisible()
