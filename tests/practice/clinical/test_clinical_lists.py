"""The lists behind the histories: allergies and medications that can be named, changed, hidden and deleted."""

from __future__ import annotations

import pytest

from tests.practice import office, office_clinical
from tests.practice.conftest import Desk, Opener, good, refused

LATEX, PEANUTS = office_clinical.LATEX, office_clinical.PEANUTS
METFORMIN, GLUCOPHAGE = office_clinical.METFORMIN, office_clinical.GLUCOPHAGE
AMOXICILLIN, UNUSED = office_clinical.AMOXICILLIN, office_clinical.UNUSED_DRUG


async def test_an_allergy_that_nobody_has_is_read_by_number(desk: Desk) -> None:
    """GET of one definition answers it whether a patient has it or not; the list only shows those in use."""
    assert (await desk.rows(f"/allergydefs/{PEANUTS}"))["Description"] == "Peanuts"
    assert "Peanuts" not in [row["Description"] for row in await desk.rows("/allergydefs")]
    refused(await desk.get("/allergydefs/99"), 404, "AllergyDef not found.")


async def test_an_allergy_is_renamed_and_hidden(desk: Desk) -> None:
    """PUT changes the description and whether it is hidden, and answers the row; the patients' entries follow."""
    path = f"/allergydefs/{LATEX}"
    changed = good(await desk.put(path, Description=" Latex gloves ", IsHidden="true")).json()
    assert (changed["Description"], changed["IsHidden"]) == ("Latex gloves", "true")
    named = [row["defDescription"] for row in await desk.rows("/allergies", PatNum=office.ANN)]
    assert named == ["Penicillin", "Latex gloves"]


async def test_a_renamed_allergy_keeps_its_name_its_own(desk: Desk) -> None:
    """PUT refuses another definition's description and a blank one, but takes its own in another case."""
    path = f"/allergydefs/{LATEX}"
    refused(
        await desk.put(path, Description="penicillin"), 400, "An AllergyDef with that name already exists"
    )
    refused(await desk.put(path, Description=" "), 400, "Description is required")
    assert good(await desk.put(path, Description="LATEX")).json()["Description"] == "LATEX"
    refused(await desk.put("/allergydefs/99", IsHidden="true"), 404, "AllergyDef not found.")


async def test_a_hidden_medication_leaves_the_list(desk: Desk) -> None:
    """PUT IsHidden takes a medication off the list of those to choose from; by number it stays readable."""
    changed = good(await desk.put(f"/medications/{METFORMIN}", Notes="For diabetes", IsHidden="true")).json()
    assert (changed["MedName"], changed["Notes"]) == ("Metformin", "For diabetes")
    listed = {row["MedName"]: row for row in await desk.rows("/medications")}
    assert "Metformin" not in listed
    assert listed["Glucophage"]["genericName"] == "Metformin"
    assert (await desk.rows(f"/medications/{METFORMIN}"))["Notes"] == "For diabetes"
    refused(await desk.put("/medications/99", Notes="x"), 404, "Medication not found.")


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (AMOXICILLIN, "a patient takes it"),
        (METFORMIN, "a patient takes it"),
        (UNUSED, "an allergy refers to it"),
    ],
)
async def test_a_medication_in_use_cannot_be_deleted(desk: Desk, key: int, why: str) -> None:
    """DELETE is refused while a patient or an allergy has the medication."""
    desk.sql(f"UPDATE allergydef SET MedicationNum = {UNUSED} WHERE AllergyDefNum = {PEANUTS}")
    refused(await desk.delete(f"/medications/{key}"), 400, why)
    assert (await desk.rows(f"/medications/{key}"))["MedicationNum"] == key


async def test_a_generic_cannot_be_deleted_before_its_brands(desk: Desk) -> None:
    """DELETE refuses the generic of another medication, and removes both when the brand goes first."""
    made = good(await desk.post("/medications", MedName="Nystan", GenericNum=UNUSED))
    assert made.status_code == 201
    (brand,) = [row for row in await desk.rows("/medications") if row["MedName"] == "Nystan"]
    assert (brand["GenericNum"], brand["genericName"]) == (UNUSED, "Nystatin")
    refused(await desk.delete(f"/medications/{UNUSED}"), 400, "it is the generic of another one")
    good(await desk.delete(f"/medications/{brand['MedicationNum']}"))
    good(await desk.delete(f"/medications/{UNUSED}"))
    refused(await desk.get(f"/medications/{UNUSED}"), 404, "Medication not found.")


async def test_a_generic_is_named_once(desk: Desk) -> None:
    """POST refuses a GenericNum that doesn't exist, and both a number and a name."""
    refused(await desk.post("/medications", MedName="x", GenericNum=99), 404, "Medication not found")
    both = {"GenericNum": METFORMIN, "genericName": "Metformin"}
    refused(
        await desk.post("/medications", MedName="x", **both), 400, "Only one of GenericNum and genericName"
    )


async def test_one_medication_of_a_patient(desk: Desk) -> None:
    """GET by number answers the row that the list has."""
    listed = await desk.rows("/medicationpats", PatNum=office.ANN)
    assert await desk.rows("/medicationpats/1") == listed[0]
    refused(await desk.get("/medicationpats/99"), 404, "MedicationPat not found.")


async def test_a_tooth_takes_a_movement(desk: Desk) -> None:
    """POST of a tooth's state stores the movement that is sent, and 0 without one."""
    sent = {"PatNum": office.ANN, "InitialType": "Hidden"}
    made = good(await desk.post("/toothinitials", ToothNum="17", Movement="-1.5", **sent)).json()
    assert made["Movement"] == "-1.5"
    assert good(await desk.post("/toothinitials", ToothNum="18", **sent)).json()["Movement"] == "0"


async def test_an_office_before_26_2_lacks_them(open_desk: Opener) -> None:
    """What only an office of 26.2 has is refused by an older one: methods by version, fields by name."""
    old = open_desk(version="26.1")
    refused(await old.get(f"/allergydefs/{LATEX}"), 400, "26.2")
    refused(await old.put(f"/medications/{UNUSED}", Notes="x"), 400, "26.2")
    refused(await old.delete(f"/medications/{UNUSED}"), 400, "26.2")
    refused(await old.post("/medications", MedName="x", GenericNum=METFORMIN), 400, "GenericNum")
