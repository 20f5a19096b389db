"""Recalls GET List: which patients it has, and its format."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, good, refused


async def listed(desk: Desk, **query: Any) -> list[int]:
    """The patients on the list."""
    return [row["PatNum"] for row in await desk.rows("/recalls/List", **query)]


async def test_a_line_in_words(desk: Desk) -> None:
    """Dates are M/d/yyyy, the age is text, the contact is the patient's preferred method."""
    cara, ann = await desk.rows("/recalls/List")
    assert ann == {
        "DueDate": "11/2/2026", "PatNum": office.ANN, "Patient": "Berg, Ann", "Age": "46", "Type": "Prophy",
        "Interval": "6m1d", "NumRemind": "", "LastRemind": "", "Contact": "Hm:", "Status": "To call",
        "ClinicNum": 1, "Note": "",
    }  # fmt: skip
    assert (cara["DueDate"], cara["Patient"], cara["Note"]) == ("10/1/2026", "Diaz, 'Coco' Cara", "Mornings")
    assert (cara["Age"], cara["Status"], cara["Contact"]) == ("0", "", "Hm:541-555-0199")


@pytest.mark.parametrize(
    ("method", "contact"),
    [
        ("WirelessPh", "Cell:(541)555-0101"),
        ("TextMessage", "Text:(541)555-0101"),
        ("Email", "ann@example.com"),
        ("WkPhone", "Wk:"),
        ("Mail", "Mail:, Salem,  "),
        ("DoNotCall", "DoNotCall"),
    ],
)
async def test_the_contact(desk: Desk, method: str, contact: str) -> None:
    """The preferred recall method has its number or address."""
    good(await desk.put(f"/patients/{office.ANN}", PreferRecallMethod=method))
    row = (await desk.rows("/recalls/List"))[1]
    assert row["Contact"].strip() == contact.strip()


async def test_a_birthday_counts(desk: Desk) -> None:
    """A patient whose birthday is later this year is a year younger."""
    good(await desk.put(f"/patients/{office.ANN}", Birthdate="1980-11-24"))
    assert (await desk.rows("/recalls/List"))[1]["Age"] == "45"


async def test_the_usual_range(desk: Desk) -> None:
    """Without dates the office's preferences limit what is due; -1 is no limit."""
    desk.prefer("RecallDaysPast", "30")
    assert await listed(desk) == [office.ANN]
    desk.prefer("RecallDaysPast", "-1")
    desk.prefer("RecallDaysFuture", "-1")
    desk.sql("UPDATE recall SET DateDue = '0001-01-01' WHERE PatNum = ?", office.ANN)
    desk.sql("UPDATE recall SET DateDue = '2031-01-01' WHERE PatNum = ?", office.CARA)
    assert [row["DueDate"] for row in await desk.rows("/recalls/List")] == ["", "1/1/2031"]


async def test_the_filters(desk: Desk) -> None:
    """Dates, clinic, provider and type filter the list; both primary and secondary providers count."""
    assert await listed(desk, DateStart="2026-10-02") == [office.ANN]
    assert await listed(desk, DateEnd="2026-10-01") == [office.CARA]
    assert await listed(desk, ClinicNum=2) == [office.CARA]
    assert await listed(desk, ClinicNum=0) == []
    assert await listed(desk, RecallType="Perio") == [office.CARA]
    assert await listed(desk, ProvNum=office.HYG) == []
    good(await desk.put(f"/patients/{office.CARA}", SecProv=office.HYG))
    assert await listed(desk, ProvNum=office.HYG) == [office.CARA]


async def test_an_office_without_clinics_has_none_in_its_list(desk: Desk) -> None:
    """ClinicNum is the patient's clinic, and 0 for everybody in an office without clinics."""
    assert [row["ClinicNum"] for row in await desk.rows("/recalls/List")] == [2, 1]
    desk.prefer("EasyNoClinics", "1")
    assert [row["ClinicNum"] for row in await desk.rows("/recalls/List")] == [0, 0]


async def test_the_office_chooses_the_types(desk: Desk) -> None:
    """Types missing in RecallTypesShowingInList are not listed, and can't be requested."""
    desk.prefer("RecallTypesShowingInList", "1")
    assert await listed(desk) == [office.ANN]
    refused(await desk.get("/recalls/List", RecallType="Perio"), 400, "RecallType")


@pytest.mark.parametrize(
    "change",
    [
        {"IsDisabled": "true", "DateDue": "2026-11-02"},
        {"DisableUntilDate": str(office.TOMORROW)},
        {"DisableUntilBalance": "50"},
    ],
)
async def test_recalls_that_are_left_out(desk: Desk, change: dict[str, str]) -> None:
    """Disabled recalls, those disabled until a later date, and those of families that owe too much are left out."""
    desk.sql("UPDATE patient SET BalTotal = 50 WHERE PatNum = ?", office.ANN)
    good(await desk.put("/recalls/1", **change))
    assert await listed(desk) == [office.CARA]


async def test_recalls_that_are_due_again(desk: Desk) -> None:
    """A date that has passed and a balance below the limit are no reason to leave one out."""
    good(await desk.put("/recalls/1", DisableUntilDate=str(office.TODAY), DisableUntilBalance="0.01"))
    assert await listed(desk) == [office.CARA, office.ANN]


async def test_the_scheduled_are_left_out(desk: Desk) -> None:
    """A patient who has an appointment for it is not listed."""
    good(await desk.put("/procedurelogs/5", AptNum=office.VISIT))
    assert await listed(desk) == [office.CARA]


async def test_the_reminded_only_when_asked_for(desk: Desk) -> None:
    """A reminder since the last appointment removes a patient, unless IncludeReminded; then it is counted."""
    for _ in range(2):
        good(await desk.put("/recalls/Status", PatNum=office.ANN, recallType="Prophy"))
    assert await listed(desk) == [office.CARA]
    row = (await desk.rows("/recalls/List", IncludeReminded="true"))[1]
    assert (row["PatNum"], row["NumRemind"], row["LastRemind"]) == (office.ANN, "2", "11/23/2026")
    desk.sql("UPDATE recall SET DatePrevious = ? WHERE PatNum = ?", str(office.TOMORROW), office.ANN)
    assert await listed(desk) == [office.CARA, office.ANN]
