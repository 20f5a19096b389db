"""Rules of the original pages that didn't hold when each of their statements was tried from outside."""

from __future__ import annotations

from tests.practice import office
from tests.practice import office_papers as papers
from tests.practice import office_people as people
from tests.practice.conftest import Desk, Opener, good, refused


async def test_commlogs_of_all_patients_need_a_newer_office(open_desk: Opener) -> None:
    """Before 25.1.13 GET Commlogs needs PatNum; since then it lists all patients' without it."""
    refused(await open_desk(version="25.1.12").get("/commlogs"), 400, "PatNum is required")
    new = open_desk(version="25.1.13")
    good(await new.post("/commlogs", PatNum=office.BEN, Note="Called"))
    assert {each["PatNum"] for each in await new.rows("/commlogs")} == {office.ANN, office.BEN}


async def test_fields_of_all_sheets_need_a_newer_office(open_desk: Opener) -> None:
    """Before 25.2.3 GET SheetFields needs SheetNum; since then it lists all sheets' without it."""
    refused(await open_desk(version="25.2.2").get("/sheetfields"), 400, "SheetNum is required")
    new = open_desk(version="25.2.3")
    made = good(await new.post("/sheets", SheetDefNum=papers.FORM, PatNum=office.BEN)).json()
    assert {each["SheetNum"] for each in await new.rows("/sheetfields")} > {made["SheetNum"]}


async def test_attached_referrals_are_listed_by_source(desk: Desk, open_desk: Opener) -> None:
    """GET RefAttaches takes ReferralNum since 25.2.10."""
    asked = {"ReferralNum": people.DENTIST}
    await desk.post("/refattaches", PatNum=office.ANN, **asked)
    await desk.post("/refattaches", PatNum=office.ANN, referralName="Moss")
    assert {each["ReferralNum"] for each in await desk.rows("/refattaches", **asked)} == {people.DENTIST}
    refused(await open_desk(version="25.2.9").get("/refattaches", **asked), 400, "ReferralNum")
