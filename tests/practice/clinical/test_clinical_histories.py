"""Allergies, problems and medications of patients, as requests against the tiny office."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from tests.practice import office, office_clinical
from tests.practice.conftest import Desk, Opener, good, refused

HISTORIES = (
    ("/allergies", "AllergyNum", 3),
    ("/diseases", "DiseaseNum", 4),
    ("/medicationpats", "MedicationPatNum", 3),
    ("/vitalsigns", "VitalsignNum", 2),
)
"""Paths, and a row of a deleted patient."""


async def test_an_allergy_comes_with_its_definition(desk: Desk) -> None:
    """GET takes the description and the SNOMED type from the AllergyDef, and includes inactive ones."""
    rows = await desk.rows("/allergies", PatNum=office.ANN)
    assert rows == [
        {
            "AllergyNum": 1, "AllergyDefNum": office_clinical.PENICILLIN, "PatNum": office.ANN,
            "defDescription": "Penicillin", "defSnomedType": "DrugAllergy", "Reaction": "Rash",
            "StatusIsActive": "true", "DateAdverseReaction": "0001-01-01",
        },
        {
            "AllergyNum": 2, "AllergyDefNum": office_clinical.LATEX, "PatNum": office.ANN,
            "defDescription": "Latex", "defSnomedType": "None", "Reaction": "", "StatusIsActive": "false",
            "DateAdverseReaction": "0001-01-01",
        },
    ]  # fmt: skip


async def test_an_allergy_without_a_definition_is_listed(desk: Desk) -> None:
    """An allergy imported from a form without a match in the list is kept."""
    desk.sql("INSERT INTO allergy (PatNum, Reaction) VALUES (3, 'Chlorhexidine')")
    (row,) = await desk.rows("/allergies", PatNum=office.CARA)
    assert (row["defDescription"], row["defSnomedType"], row["Reaction"]) == ("", "None", "Chlorhexidine")


class Listed(NamedTuple):
    """A history whose entries point at a list by number or by name, and an entry of the list."""

    path: str
    number: str
    name: str
    table: str
    column: str
    known: str


added = pytest.mark.parametrize(
    "to",
    [
        Listed("/allergies", "AllergyDefNum", "defDescription", "allergydef", "Description", "penicillin"),
        Listed("/diseases", "DiseaseDefNum", "diseaseDefName", "diseasedef", "DiseaseName", "diabetes"),
        Listed("/medicationpats", "MedicationNum", "medName", "medication", "MedName", "metformin"),
    ],
    ids=lambda to: to.path,
)


@added
async def test_a_known_name_finds_its_definition(desk: Desk, to: Listed) -> None:
    """POST by name uses an existing definition, ignoring case, and adds none."""
    before = desk.sql(f"SELECT COUNT(*) FROM {to.table}")
    good(await desk.post(to.path, PatNum=office.CARA, **{to.name: to.known}))
    (row,) = await desk.rows(to.path, PatNum=office.CARA)
    assert (row[to.number], row[to.name].casefold()) == (1, to.known)
    assert desk.sql(f"SELECT COUNT(*) FROM {to.table}") == before


@added
async def test_a_new_name_makes_its_definition(desk: Desk, to: Listed) -> None:
    """POST by a name not on the list adds it to the list, once."""
    for pat_num in (office.CARA, office.BEN):
        good(await desk.post(to.path, PatNum=pat_num, **{to.name: "Quinine"}))
    ((made,),) = desk.sql(f"SELECT {to.number} FROM {to.table} WHERE {to.column} = 'Quinine'")
    (row,) = await desk.rows(to.path, PatNum=office.BEN)
    assert (row[to.number], row[to.name]) == (made, "Quinine")


@added
async def test_one_of_name_and_number_is_needed(desk: Desk, to: Listed) -> None:
    """POST without either is refused; the number alone suffices."""
    refused(await desk.post(to.path, PatNum=office.CARA), 400, to.name, to.number)
    good(await desk.post(to.path, PatNum=office.CARA, **{to.number: 1}))
    (row,) = await desk.rows(to.path, PatNum=office.CARA)
    assert row[to.name].casefold() == to.known


async def test_defaults_of_an_allergy_and_a_problem(desk: Desk) -> None:
    """A new allergy is active and a new problem Active, both without dates."""
    good(await desk.post("/allergies", PatNum=office.CARA, AllergyDefNum=str(office_clinical.LATEX)))
    (allergy,) = await desk.rows("/allergies", PatNum=office.CARA)
    assert (allergy["StatusIsActive"], allergy["DateAdverseReaction"]) == ("true", "0001-01-01")
    made = good(await desk.post("/diseases", PatNum=office.CARA, DiseaseDefName="Asthma")).json()
    assert (made["ProbStatus"], made["DateStart"], made["DateStop"]) == ("Active", "0001-01-01", "0001-01-01")
    assert made["diseaseDefName"] == "Asthma"


async def test_patient_and_definition_stay(desk: Desk) -> None:
    """PUT never changes the patient and the definition."""
    sent: dict[str, Any] = {"PatNum": office.BEN, "AllergyDefNum": 2, "DiseaseDefNum": 2, "MedicationNum": 1}
    good(await desk.put("/allergies/1", Reaction="Hives", StatusIsActive="false", **sent))
    good(await desk.put("/diseases/1", PatNote="Type 1", **sent))
    good(await desk.put("/medicationpats/1", PatNote="Two at night", ProvNum=office.DOC, **sent))
    allergy = (await desk.rows("/allergies", PatNum=office.ANN))[0]
    assert (allergy["AllergyDefNum"], allergy["Reaction"], allergy["StatusIsActive"]) == (1, "Hives", "false")
    disease = await desk.rows("/diseases/1")
    assert (disease["PatNum"], disease["DiseaseDefNum"], disease["PatNote"]) == (office.ANN, 1, "Type 1")
    taken = (await desk.rows("/medicationpats", PatNum=office.ANN))[0]
    assert (taken["MedicationNum"], taken["PatNote"], taken["ProvNum"]) == (2, "Two at night", office.DOC)


async def test_an_empty_date_clears_a_medications_date(desk: Desk) -> None:
    """An empty DateStart or DateStop of a MedicationPat resets it; elsewhere it is ignored."""
    good(await desk.put("/medicationpats/2", DateStart="2020-05-01", DateStop=""))
    taken = (await desk.rows("/medicationpats", PatNum=office.ANN))[1]
    assert (taken["DateStart"], taken["DateStop"]) == ("2020-05-01", "0001-01-01")
    good(await desk.put("/diseases/1", DateStart="2020-05-01"))
    good(await desk.put("/diseases/1", DateStart=""))
    assert (await desk.rows("/diseases/1"))["DateStart"] == "2020-05-01"


@pytest.mark.parametrize(("path", "key"), [(path, key) for path, _, key in HISTORIES])
async def test_a_deleted_patients_history_stays(desk: Desk, path: str, key: int) -> None:
    """A deleted patient's rows can't be added, changed or deleted."""
    refused(await desk.put(f"{path}/{key}", PatNote="x", Reaction="x", Pulse=60), 400, "deleted")
    refused(await desk.delete(f"{path}/{key}"), 400, "deleted")
    names = {"defDescription": "x", "diseaseDefName": "x", "medName": "x"}
    refused(await desk.post(path, PatNum=office.DELETED, **names), 400, "deleted")


@pytest.mark.parametrize(("path", "number"), [(path, number) for path, number, _ in HISTORIES])
async def test_deleted_rows_are_gone(desk: Desk, path: str, number: str) -> None:
    """DELETE removes the row; a second time it is not found."""
    good(await desk.delete(f"{path}/1"))
    assert 1 not in [row[number] for row in await desk.rows(path, PatNum=office.ANN)]
    refused(await desk.delete(f"{path}/1"), 404, "not found")


async def test_problems_of_all_patients_need_a_newer_office(open_desk: Opener) -> None:
    """Before 24.2.5 GET Diseases needs PatNum; since then it lists all patients' without it."""
    old = open_desk(version="24.2.4")
    refused(await old.get("/diseases"), 400, "PatNum is required")
    assert len(await old.rows("/diseases", PatNum=office.ANN)) == 3
    assert len(await open_desk(version="24.2.5").rows("/diseases")) == 4


async def test_definitions_are_unique(desk: Desk) -> None:
    """AllergyDefs and DiseaseDefs refuse an existing name and a blank one, with the documented text."""
    exists = "with that name already exists"
    refused(await desk.post("/allergydefs", Description="latex"), 400, f"An AllergyDef {exists}")
    refused(await desk.post("/allergydefs", Description=" "), 400, "Description is required")
    refused(await desk.post("/diseasedefs", DiseaseName="Asthma"), 400, f"A DiseaseDef {exists}")
    refused(await desk.post("/diseasedefs", DiseaseName=""), 400, "DiseaseName is required")
    good(await desk.post("/diseasedefs", DiseaseName="Gout"))
    assert [row["DiseaseName"] for row in await desk.rows("/diseasedefs")][-1] == "Gout"


async def test_allergy_defs_in_use_are_listed(desk: Desk) -> None:
    """GET AllergyDefs lists those that some patient has; an unset SnomedType is an empty text."""
    rows = await desk.rows("/allergydefs")
    assert [(row["Description"], row["SnomedType"]) for row in rows] == [
        ("Latex", ""),
        ("Penicillin", "DrugAllergy"),
    ]


async def test_a_medication_is_generic_or_a_brand(desk: Desk) -> None:
    """Without genericName a medication is its own generic; an unknown genericName is a 404."""
    good(await desk.post("/medications", MedName="Eliquis", genericName="Metformin", Notes="x"))
    good(await desk.post("/medications", MedName="Apixaban"))
    rows = {row["MedName"]: row for row in await desk.rows("/medications")}
    assert rows["Eliquis"]["genericName"] == "Metformin"
    assert rows["Apixaban"]["GenericNum"] == rows["Apixaban"]["MedicationNum"]
    assert rows["Metformin"]["DateTStamp"] == str(office.YESTERDAY)
    answer = await desk.post("/medications", MedName="x", genericName="Nothing")
    refused(answer, 404, "No Medication with that genericName was found")


async def test_histories_are_logged(desk: Desk) -> None:
    """Each change of a history is recorded in the audit trail with its patient."""
    good(await desk.post("/allergies", PatNum=office.CARA, defDescription="Iodine"))
    good(await desk.put("/diseases/1", PatNote="x"))
    good(await desk.delete("/medicationpats/1"))
    rows = desk.sql("SELECT PermType, PatNum FROM securitylog ORDER BY SecurityLogNum")
    assert rows == [(215, 0), (73, office.CARA), (71, office.ANN), (72, office.ANN)]


async def test_health_records_are_made_when_needed(desk: Desk) -> None:
    """A patient without data gets an empty answer, and a row with the first change."""
    empty = await desk.rows(f"/ehrpatients/{office.BEN}")
    assert (empty["VacShareOk"], empty["MedicaidState"], empty["DischargeDate"]) == (
        "Unknown",
        "",
        "0001-01-01",
    )
    path = f"/ehrpatients/{office.BEN}"
    made = good(await desk.put(path, MedicaidState="WA", DischargeDate="2026-01-02")).json()
    assert (made["PatNum"], made["MedicaidState"], made["DischargeDate"]) == (office.BEN, "WA", "2026-01-02")
    good(await desk.put(path, MedicaidState="OR"))
    assert desk.sql("SELECT COUNT(*) FROM ehrpatient WHERE PatNum = ?", office.BEN) == [(1,)]


async def test_vital_signs_are_of_today_and_not_negative(desk: Desk) -> None:
    """A reading is dated today by default; invalid values are refused; its patient never changes."""
    made = good(await desk.post("/vitalsigns", PatNum=office.ANN, Height=65.5, Weight="140")).json()
    assert (made["Height"], made["Weight"], made["DateTaken"]) == (65.5, 140.0, str(office.TODAY))
    refused(await desk.post("/vitalsigns", PatNum=office.ANN, Pulse=-1), 400, "Pulse")
    changed = good(await desk.put("/vitalsigns/1", PatNum=office.BEN, BpSystolic=130)).json()
    assert (changed["PatNum"], changed["BpSystolic"], changed["BpDiastolic"]) == (office.ANN, 130, 76)
