"""A patient's related rows: popups, notes, races, restrictions, relationships."""

from __future__ import annotations

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused


async def popups(desk: Desk, pat_num: int) -> list[int]:
    """The popups that a patient brings up."""
    return [row["PopupNum"] for row in await desk.rows("/popups", PatNum=pat_num)]


async def test_popups_of_the_family(desk: Desk) -> None:
    """A patient has their own and, of whatever level, the family's of any member, and no archived ones."""
    assert await popups(desk, office.ANN) == [1, 2]
    assert await popups(desk, office.BEN) == [1, 2]
    assert await popups(desk, office.CARA) == [4]


async def test_popups_of_the_super_family(desk: Desk) -> None:
    """Those of a super family are shown for every member; others have none."""
    assert 4 not in await popups(desk, office.INACTIVE)
    good(await desk.put(f"/patients/{office.CARA}", SuperFamily=office.ANN))
    assert await popups(desk, office.BEN) == [1, 2, 4]
    assert await popups(desk, office.INACTIVE) == []


async def test_when_a_popup_ends(desk: Desk) -> None:
    """DateTimeDisabled is in American format; 1/1/0001 12:00:00 AM is never."""
    rows = await desk.rows("/popups", PatNum=office.ANN)
    assert [row["DateTimeDisabled"] for row in rows] == ["1/1/0001 12:00:00 AM", "11/20/2026 8:05:00 AM"]


async def test_a_new_popup(desk: Desk) -> None:
    """It is the patient's own by default, dated now, never ends, and is answered with its number."""
    answer = good(await desk.post("/popups", PatNum=str(office.CARA), Description="Sign the form"))
    row = (await desk.rows("/popups", PatNum=office.CARA))[-1]
    never = {"DateTimeDisabled": "0001-01-01 00:00:00"}
    assert answer.json() == {**row, **never}
    assert (row["Description"], row["PopupLevel"], row["IsDisabled"]) == ("Sign the form", "Patient", "false")
    made = desk.sql("SELECT DateTimeEntry FROM popup WHERE PopupNum = ?", row["PopupNum"])
    assert made == [("2026-11-23 12:00:00",)]


async def test_a_snoozed_popup(desk: Desk) -> None:
    """PUT sets and clears when it ends; a changed text stays as an archived copy, which is not listed."""
    ended = good(await desk.put("/popups/1", DateTimeDisabled="2026-11-24 08:00:00")).json()
    assert ended["DateTimeDisabled"] == "2026-11-24 08:00:00"
    again = good(
        await desk.put("/popups/1", DateTimeDisabled="0001-01-01 00:00:00", Description="New")
    ).json()
    assert (again["DateTimeDisabled"], again["Description"]) == ("0001-01-01 00:00:00", "New")
    copies = desk.sql("SELECT Description, IsArchived FROM popup WHERE PopupNumArchive = 1 AND PopupNum > 4")
    assert copies == [("Ask for the form", 1)]
    assert await popups(desk, office.ANN) == [1, 2]
    refused(await desk.put("/popups/1", Description=" "), 400, "Description")
    refused(await desk.put("/popups/1", PopupLevel="SuperFamily"), 400, "super family")


async def test_popups_of_an_older_office(open_desk: Opener) -> None:
    """Before 25.1.12 a new popup is answered without its row, cannot be snoozed, and rows are shorter."""
    desk = open_desk(version="25.1.11")
    answer = good(await desk.post("/popups", PatNum=office.CARA, Description="Sign"))
    assert (answer.status_code, answer.content) == (201, b"")
    refused(await desk.put("/popups/1", DateTimeDisabled="2026-11-24 08:00:00"), 400, "25.1.12")
    assert not {"DateTimeEntry", "IsArchived"} & set((await desk.rows("/popups", PatNum=office.ANN))[0])


async def test_premedication_came_later(desk: Desk, open_desk: Opener) -> None:
    """Premed is stored since 25.2.30; before, it is neither accepted nor answered."""
    path = f"/patients/{office.ANN}"
    assert good(await desk.put(path, Premed="true")).json()["Premed"] == "true"
    old = open_desk(version="25.2.29")
    refused(await old.put(path, Premed="true"), 400, "25.2.30")
    assert ("Premed" in await old.rows(path), "FeeSched" in await old.rows(path)) == (False, True)


async def test_a_super_familys_popup_needs_one(desk: Desk) -> None:
    """The level SuperFamily is refused for a patient in none."""
    fields = {"PatNum": office.ANN, "Description": "x", "PopupLevel": "SuperFamily"}
    refused(await desk.post("/popups", **fields), 400, "PopupLevel")
    good(await desk.put(f"/patients/{office.ANN}", SuperFamily=office.ANN))
    good(await desk.post("/popups", **fields))
    refused(await desk.post("/popups", PatNum=office.ANN, Description=" "), 400, "Description")
    refused(await desk.post("/popups", PatNum=office.DELETED, Description="x"), 400, "deleted")
    refused(await desk.post("/popups", PatNum=0, Description="x"), 404, "Patient not found")


async def test_notes_of_a_patient_who_has_none(desk: Desk) -> None:
    """They read as empty; an unknown patient is a 404."""
    blank = {"Medical": "", "ICEName": "", "ICEPhone": "", "Service": ""}
    row = await desk.rows(f"/patientnotes/{office.ANN}")
    assert row.items() >= {**blank, "PatNum": office.ANN, "SecDateTEdit": "0001-01-01 00:00:00"}.items()
    assert await desk.rows("/patientnotes") == []
    refused(await desk.get("/patientnotes/99"), 404, "Patient not found")


async def test_notes_are_replaced_one_by_one(desk: Desk) -> None:
    """A field sent replaces the old value, the others stay; the answer has them all."""
    path = f"/patientnotes/{office.ANN}"
    good(await desk.put(path, Medical="Asthma", ICEName="Ola Berg", ICEPhone="541-555-0107"))
    row = good(
        await desk.put(path, Medical="Diabetes", Service="No fluoride", Treatment="Night guard")
    ).json()
    assert row == {
        "Medical": "Diabetes", "ICEName": "Ola Berg", "ICEPhone": "541-555-0107", "Service": "No fluoride",
        "Treatment": "Night guard", "MedicalComp": "", "FamFinancial": "", "PatNum": office.ANN,
        "SecDateTEntry": "2026-11-23 12:00:00", "SecDateTEdit": "2026-11-23 12:00:00",
    }  # fmt: skip
    assert await desk.rows("/patientnotes") == [row]
    kept = desk.sql("SELECT SecDateTEntry, OrthoMonthsTreatOverride FROM patientnote WHERE PatNum = 1")
    assert kept == [("2026-11-23 12:00:00", -1)]
    refused(await desk.put(path, ICEPhone="5" * 31), 400, "ICEPhone", "30")
    refused(await desk.put(f"/patientnotes/{office.DELETED}", Medical="x"), 400, "deleted")


async def test_the_service_note_came_later(open_desk: Opener) -> None:
    """Service needs 21.4, the whole row 25.2.14."""
    desk = open_desk(version="21.3")
    refused(await desk.put(f"/patientnotes/{office.ANN}", Service="x"), 400, "21.4")
    good(await desk.put(f"/patientnotes/{office.ANN}", Medical="x"))
    for pat_num in (office.ANN, office.BEN):
        row = await desk.rows(f"/patientnotes/{pat_num}")
        assert sorted(row) == ["ICEName", "ICEPhone", "Medical", "Service"]


async def test_races_and_ethnicities(desk: Desk) -> None:
    """Codes have the CDC's descriptions and order; E marks an ethnicity, including declined to specify."""
    rows = await desk.rows("/patientraces", PatNum=office.ANN)
    assert [(row["CdcrecCode"], row["isEthnicity"], row["heirarchicalCode"]) for row in rows] == [
        ("2106-3", "false", "R5"),
        ("2186-5", "true", "E2"),
        ("ASKU-ETHNICITY", "true", ""),
    ]
    assert rows[1]["descripition"] == "NOT HISPANIC OR LATINO"
    refused(await desk.get("/patientraces", PatNum=office.DELETED), 400, "deleted")


async def test_a_restriction_is_kept_once(desk: Desk) -> None:
    """A repeated one is answered as it is, and not recorded again."""
    fields = {"PatNum": office.CARA, "PatRestrictType": "ApptSchedule"}
    first = good(await desk.post("/patrestrictions", **fields)).json()
    assert good(await desk.post("/patrestrictions", **fields)).json() == first
    assert desk.sql("SELECT PermType FROM securitylog") == [(135,)]
    good(await desk.delete(f"/patrestrictions/{first['PatRestrictionNum']}"))
    assert await desk.rows("/patrestrictions", PatNum=office.CARA) == []


async def test_a_relationship(desk: Desk) -> None:
    """It is no guardianship by default, and is found from either side."""
    fields = {"PatNumChild": office.CARA, "PatNumGuardian": office.ANN, "Relationship": "Friend"}
    row = good(await desk.post("/guardians", **fields)).json()
    assert row["IsGuardian"] == "false"
    assert await desk.rows("/guardians", PatNumChild=office.CARA) == [row]
    assert len(await desk.rows("/guardians", PatNumGuardian=office.ANN)) == 2
    path = f"/guardians/{row['GuardianNum']}"
    changed = good(await desk.put(path, IsGuardian="true", PatNumChild=office.BEN)).json()
    assert changed == {**row, "IsGuardian": "true"}
    good(await desk.delete(path))
    refused(await desk.get(path), 404, "not found")


async def test_to_oneself_only_as_self(desk: Desk) -> None:
    """A patient is their own Self and nothing else."""
    fields = {"PatNumChild": office.ANN, "PatNumGuardian": office.ANN}
    refused(await desk.post("/guardians", **fields, Relationship="Friend"), 400, "Relationship")
    number = good(await desk.post("/guardians", **fields, Relationship="Self")).json()["GuardianNum"]
    refused(await desk.put(f"/guardians/{number}", Relationship="Friend"), 400, "Relationship")
    good(await desk.put(f"/guardians/{number}", IsGuardian="true"))


@pytest.mark.parametrize("side", ["PatNumChild", "PatNumGuardian"])
async def test_relationships_of_the_deleted_stay(desk: Desk, side: str) -> None:
    """Neither side of a relationship may be a deleted patient, and existing ones can't be changed."""
    fields = {"PatNumChild": office.ANN, "PatNumGuardian": office.CARA, "Relationship": "Friend"}
    refused(await desk.post("/guardians", **{**fields, side: office.DELETED}), 400, "deleted")
    desk.sql(f"UPDATE guardian SET {side} = ? WHERE GuardianNum = 1", office.DELETED)
    refused(await desk.put("/guardians/1", IsGuardian="false"), 400, "deleted")
    refused(await desk.delete("/guardians/1"), 400, "deleted")
