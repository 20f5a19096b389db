"""Three kinds of referral sources, and the patients attached to them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import office
from tests.practice import office_people as people
from tests.practice.conftest import Desk, good, refused

KINDS = ("isPatient", "IsDoctor", "NotPerson")


def kind(row: dict[str, Any]) -> tuple[str, ...]:
    """Whether a source is a patient, a doctor, not a person."""
    return tuple(row[name] for name in KINDS)


async def test_a_source_that_is_no_person(desk: Desk) -> None:
    """Without a patient and a specialty it is not a person, and its LName describes it."""
    row = good(await desk.post("/referrals", LName="Yellow Pages")).json()
    assert (row["LName"], row["specialty"], row["IsHidden"]) == ("Yellow Pages", "", "false")
    assert kind(row) == ("false", "false", "true")
    refused(await desk.post("/referrals", LName=" "), 400, "LName")


@pytest.mark.parametrize("fields", [{"specialty": "Surgery"}, {"Specialty": people.SURGERY}])
async def test_a_source_that_is_a_provider(desk: Desk, fields: dict[str, Any]) -> None:
    """A specialty, by name or number, makes it a doctor, unless specified otherwise."""
    row = good(await desk.post("/referrals", LName="Hart", FName="Ray", **fields)).json()
    assert kind(row) == ("false", "true", "false")
    assert (row["Specialty"], row["specialty"]) == (people.SURGERY, "Surgery")
    row = good(await desk.post("/referrals", LName="Hart", IsDoctor="false", **fields)).json()
    assert kind(row) == ("false", "false", "false")
    both = {"specialty": "Surgery", "Specialty": people.SURGERY}
    refused(await desk.post("/referrals", LName="Hart", **both), 400, "Specialty")
    refused(await desk.post("/referrals", LName="Hart", Specialty=50), 400, "35")


async def test_a_source_that_is_a_patient(desk: Desk) -> None:
    """The patient's data are used, whatever else is sent; the last name has to match."""
    fields = {"PatNum": office.CARA, "FName": "Other", "IsDoctor": "true", "Note": "Sends many"}
    refused(await desk.post("/referrals", LName="Berg", **fields), 400, "LName")
    row = good(await desk.post("/referrals", LName="diaz", **fields)).json()
    assert kind(row) == ("true", "false", "false")
    assert (row["LName"], row["FName"], row["Telephone"]) == ("Diaz", "Cara", "5415550199")
    assert (row["Note"], row["PatNum"], row["specialty"]) == ("Sends many", office.CARA, "")


@pytest.mark.parametrize(
    ("field", "wrong", "right"),
    [
        ("Telephone", "541-555-0101", "5415550101"),
        ("ST", "Ore", "OR"),
        ("SSN", "900-12-0034", "900120034"),
        ("DisplayNote", "x" * 4001, "x" * 4000),
    ],
)
async def test_fields_with_limits(desk: Desk, field: str, wrong: str, right: str) -> None:
    """Exactly ten digits, two letters, no punctuation, up to the column's length."""
    refused(await desk.post("/referrals", LName="Hart", **{field: wrong}), 400, field)
    refused(await desk.put(f"/referrals/{people.DENTIST}", **{field: wrong}), 400, field)
    assert good(await desk.put(f"/referrals/{people.DENTIST}", **{field: right})).json()[field] == right


async def test_of_a_patients_source_only_the_notes_change(desk: Desk) -> None:
    """Only Note and DisplayNote can be changed."""
    path = f"/referrals/{people.PATIENT_SOURCE}"
    refused(await desk.put(path, Note="x", Title="Dr"), 400, "Note", "DisplayNote")
    row = good(await desk.put(path, Note="Gift card sent", DisplayNote="VIP")).json()
    assert (row["Note"], row["DisplayNote"]) == ("Gift card sent", "VIP")


async def test_a_specialty_can_be_taken_off(desk: Desk) -> None:
    """Specialty 0 means none, with a blank name."""
    row = good(await desk.put(f"/referrals/{people.DENTIST}", Specialty=0)).json()
    assert (row["Specialty"], row["specialty"]) == (0, "")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, [1, 2, 3]),
        ({"IsHidden": "true"}, [2]),
        ({"NotPerson": "false"}, [1, 3]),
        ({"IsDoctor": "true"}, [1]),
        ({"IsPreferred": "false", "isPatient": "false"}, [2]),
        ({"isPatient": "true"}, [3]),
        ({"BusinessName": "SURG"}, [1]),
        ({"BusinessName": "%"}, []),
    ],
)
async def test_the_filters(desk: Desk, query: dict[str, str], found: list[int]) -> None:
    """Flags filter either way and combine; part of the business's name suffices."""
    assert [row["ReferralNum"] for row in await desk.rows("/referrals", **query)] == found


async def test_a_new_attachment(desk: Desk) -> None:
    """It is from the source, dated today, without a status, and last among the patient's."""
    row = good(await desk.post("/refattaches", PatNum=office.ANN, ReferralNum=people.DENTIST)).json()
    assert (row["ReferralType"], row["RefToStatus"], row["RefDate"]) == ("RefFrom", "None", "2026-11-23")
    assert (row["ItemOrder"], row["ProvNum"], row["ProcNum"]) == (2, 0, 0)
    assert (row["referralName"], row["IsTransitionOfCare"]) == ("Ida K Moss, DMD", "false")
    assert [each["ItemOrder"] for each in await desk.rows("/refattaches", PatNum=office.ANN)] == [1, 2]


async def test_a_source_by_its_name(desk: Desk) -> None:
    """A referralName is the whole LName of a source; an unknown one is created, as not a person."""
    row = good(await desk.post("/refattaches", PatNum=office.ANN, referralName="moss")).json()
    assert row["ReferralNum"] == people.DENTIST
    row = good(await desk.post("/refattaches", PatNum=office.ANN, referralName="Mos")).json()
    source = await desk.rows(f"/referrals/{row['ReferralNum']}")
    assert (source["LName"], kind(source)) == ("Mos", ("false", "false", "true"))
    for fields in ({}, {"referralName": " "}, {"ReferralNum": 0}):
        refused(await desk.post("/refattaches", PatNum=office.ANN, **fields), 400, "referralName")


async def test_only_an_outgoing_referral_has_a_provider(desk: Desk) -> None:
    """ProvNum is refused unless the type is RefTo, sent or existing, and cleared when the type changes."""
    fields = {"PatNum": office.ANN, "ReferralNum": people.DENTIST, "ProvNum": office.DOC}
    refused(await desk.post("/refattaches", **fields), 400, "ProvNum")
    assert good(await desk.post("/refattaches", **fields, ReferralType="RefTo")).json()["ProvNum"] == 1
    assert good(await desk.put("/refattaches/1", ProvNum=office.OTHER_DOC)).json()["ProvNum"] == 3
    refused(await desk.put("/refattaches/1", ReferralType="RefFrom", ProvNum=office.DOC), 400, "ProvNum")
    assert good(await desk.put("/refattaches/1", ReferralType="RefFrom")).json()["ProvNum"] == 0


async def test_an_attachment_changes_and_goes(desk: Desk) -> None:
    """PUT changes the fields sent, DELETE removes it."""
    fields = {"RefToStatus": "Complete", "Note": "Done", "DateProcComplete": "2026-11-20"}
    row = good(await desk.put("/refattaches/1", **fields)).json()
    assert {name: row[name] for name in fields} == fields
    assert (row["RefDate"], row["DateTStamp"]) == ("2026-10-10", "2026-11-23 12:00:00")
    good(await desk.delete("/refattaches/1"))
    assert await desk.rows("/refattaches") == []


async def test_attachments_of_the_deleted(desk: Desk) -> None:
    """A deleted patient's can't be read, added, changed or removed."""
    refused(await desk.get("/refattaches", PatNum=office.DELETED), 400, "deleted")
    refused(await desk.post("/refattaches", PatNum=office.DELETED, referralName="x"), 400, "deleted")
    desk.sql("UPDATE refattach SET PatNum = ?", office.DELETED)
    refused(await desk.put("/refattaches/1", Note="x"), 400, "deleted")
    refused(await desk.delete("/refattaches/1"), 400, "deleted")
