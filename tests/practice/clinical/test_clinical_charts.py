"""The chart module's lists, procedure notes and lab cases."""

from __future__ import annotations

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, good, refused
from tests.practice.office_clinical import LAB

NOON = f"{office.TODAY} 12:00:00"
CASE = {"PatNum": office.ANN, "LaboratoryNum": LAB, "ProvNum": office.DOC}


async def info(desk: Desk, pat_num: int) -> list[tuple[str, str]]:
    """The Patient Info as pairs."""
    return [(row["Field"], row["Content"]) for row in await desk.rows(f"/chartmodules/{pat_num}/PatientInfo")]


def without_papers(desk: Desk) -> None:
    """Sheets and tasks have tests of their own."""
    desk.sql("DELETE FROM sheet")
    desk.sql("DELETE FROM task")


async def test_progress_notes_stand_by_day_and_kind(desk: Desk) -> None:
    """A day's rows are grouped: appointments, procedures, commlogs, emails, lab cases, prescriptions."""
    without_papers(desk)
    rows = await desk.rows(f"/chartmodules/{office.ANN}/ProgNotes")
    assert [(row["ObjectType"], row["PrimaryKey"], row["Date"]) for row in rows] == [
        ("Appointment", "5", "11/22/2026"),
        ("Procedure", "3", "11/22/2026"),
        ("Commlog", "1", "11/22/2026"),
        ("Email", "1", "11/22/2026"),
        ("LabCase", "1", "11/22/2026"),
        ("Rx", "1", "11/22/2026"),
        ("Appointment", "1", "11/23/2026"),
        ("Procedure", "1", "11/23/2026"),
        ("Procedure", "4", "11/23/2026"),
        ("Procedure", "5", "11/23/2026"),
        ("Commlog", "2", "11/23/2026"),
    ]
    assert all(isinstance(value, str) for row in rows for value in row.values())


async def test_each_kind_of_note_fills_its_own_columns(desk: Desk) -> None:
    """Fields that don't apply to a kind are empty; a procedure has its current note and its signature."""
    without_papers(desk)
    rows = await desk.rows(f"/chartmodules/{office.ANN}/ProgNotes")
    by_kind = {row["ObjectType"]: row for row in rows[:6]}
    visit = by_kind["Appointment"]
    assert (visit["Description"], visit["Length"], visit["ClinicNum"]) == (
        "Appointment - 3:00 PM",
        "0:40",
        "1",
    )
    assert (visit["Time"], visit["DateTime"], visit["ProvNum"]) == ("3:00p", "11/22/2026 3:00:00 PM", "")
    done = by_kind["Procedure"]
    assert (done["note"], done["Signed"], done["Stat"]) == ("No decay", "Signed", "C")
    assert (done["Prov"], done["ProvNum"], done["Amount"]) == ("DOC1", "1", "50.00")
    assert (done["ProcCode"], done["Abbr"], done["Clinic"]) == ("D0120", "PerEx", "Harbor")
    assert (done["Time"], done["DateTime"]) == ("", "11/22/2026 12:00:00 AM")
    assert (by_kind["Commlog"]["Description"], by_kind["Commlog"]["Signed"]) == ("Comm - Misc", "")
    assert by_kind["Rx"]["Description"] == "Rx - Amoxicillin 500 mg - #21 Quay Pharmacy"
    assert by_kind["LabCase"]["note"] == "Shade A2"
    assert by_kind["Email"]["Description"] == "Email - Your visit"


async def test_broken_and_planned_visits_in_the_notes(desk: Desk) -> None:
    """A broken appointment is marked, a planned one is in its own list, a deleted procedure in none."""
    good(await desk.delete("/procedurelogs/6"))
    rows = await desk.rows(f"/chartmodules/{office.BEN}/ProgNotes")
    assert [(row["ObjectType"], row["Description"]) for row in rows] == [
        ("Appointment", "Broken Appointment - 4:00 PM"), ("Procedure", "about C2"),
    ]  # fmt: skip
    assert (rows[1]["Th"], rows[1]["Surf"]) == ("14", "MO")


async def test_patient_info_has_its_lines_in_order(desk: Desk) -> None:
    """The labels are in the module's order, with a line for each counted problem, medication and allergy."""
    assert await info(desk, office.ANN) == [
        ("Age", "46"), ("ABC0", ""), ("Billing Type", "Standard"), ("Referred From", ""), ("Date First Visit", ""),
        ("Prov. (Pri, Sec)", "DOC1"), ("Pri Ins", ""), ("Sec Ins", ""), ("Payor Types", ""),
        ("Problem - Diabetes", "Type 2"), ("Problem - Back pain", ""), ("Med Urgent", ""), ("Medical Summary", ""),
        ("Service Notes", ""), ("Medication - Glucophage(Metformin)", "One at night"), ("Allergy - Penicillin", "Rash"),
        ("Pat Restrictions", "None"),
    ]  # fmt: skip


async def test_patient_info_says_none(desk: Desk) -> None:
    """Without entries there is one line that says None."""
    lines = await info(desk, office.CARA)
    none = [label for label, content in lines if content == "None"]
    assert none == ["Problems", "Medications", "Allergies", "Pat Restrictions"]
    assert ("Age", "") in lines


async def test_patient_info_of_the_insured_and_the_premedicated(desk: Desk) -> None:
    """The insurance is named by its carrier; Premedicate is shown only for Premed, with the medication."""
    desk.sql("INSERT INTO carrier (CarrierNum, CarrierName) VALUES (90, 'Tide Dental')")
    desk.sql("UPDATE insplan SET CarrierNum = 90")
    desk.sql("UPDATE patient SET Premed = 1, DateFirstVisit = '2009-04-30', SecProv = 2 WHERE PatNum = 2")
    note = "2 g, one hour before each visit"
    good(await desk.post("/medicationpats", PatNum=office.BEN, medName="Amoxicillin", PatNote=note))
    lines = dict(await info(desk, office.BEN))
    assert (lines["Pri Ins"], lines["Premedicate"]) == ("Tide Dental", "Amoxicillin")
    assert (lines["Date First Visit"], lines["Prov. (Pri, Sec)"]) == ("4/30/2009", "DOC1, HYG1")


async def test_planned_appointments_know_when_they_were_scheduled(desk: Desk) -> None:
    """PlannedAppts returns texts: the length in minutes, the order, and the date of the appointment made from it."""
    (row,) = await desk.rows(f"/chartmodules/{office.BEN}/PlannedAppts")
    assert (row["AptNum"], row["ItemOrder"], row["minutes"]) == (str(office.PLANNED), "1", "40")
    assert (row["ProcDescript"], row["AptStatus"]) == ("#14-MO-C2", "Planned")
    assert row["dateSched"] == "0001-01-01 00:00:00"
    body = {"AptNum": office.PLANNED, "AptDateTime": f"{office.TOMORROW} 09:00:00", "ProvNum": 1, "Op": 1}
    good(await desk.post("/appointments/SchedulePlanned", **body))
    (row,) = await desk.rows(f"/chartmodules/{office.BEN}/PlannedAppts")
    assert row["dateSched"] == f"{office.TOMORROW} 00:00:00"


@pytest.mark.parametrize("page", ["ProgNotes", "PatientInfo", "PlannedAppts"])
async def test_no_such_patient(desk: Desk, page: str) -> None:
    """An unknown PatNum is a 404."""
    refused(await desk.get(f"/chartmodules/9999/{page}"), 404, "Patient not found")


async def test_a_note_takes_the_place_of_the_one_before(desk: Desk) -> None:
    """POST ProcNotes adds a row after the current note's text, signed if requested; none ever changes."""
    sent = {"PatNum": office.ANN, "ProcNum": 3, "Note": "Signed for the dentist."}
    made = good(await desk.post("/procnotes", **sent, isSigned="true", doAppendNote="true")).json()
    assert (made["isSigned"], made["UserNum"], made["EntryDateTime"]) == ("true", 0, NOON)
    ((text, mark),) = desk.sql("SELECT Note, Signature FROM procnote WHERE ProcNoteNum = 3")
    assert text == "No decay\r\n\r\nSigned for the dentist."
    assert mark.startswith("Digitally Signed by ")
    rows = await desk.rows("/procnotes", ProcNum=3, PatNum=office.ANN)
    assert [row["ProcNoteNum"] for row in rows] == [3, 2, 1]
    assert desk.sql("SELECT Note FROM procnote WHERE ProcNoteNum = 2") == [("No decay",)]
    plain = good(await desk.post("/procnotes", **sent)).json()
    assert (plain["isSigned"], plain["Note"]) == ("false", "Signed for the dentist.")


async def test_nothing_is_put_before_a_first_note(desk: Desk) -> None:
    """With doAppendNote a procedure's first note stays as it is."""
    sent = {"PatNum": office.ANN, "ProcNum": 4, "Note": "First"}
    assert good(await desk.post("/procnotes", **sent, doAppendNote="true")).json()["Note"] == "First"


async def test_many_blank_lines_are_taken_out(desk: Desk) -> None:
    """Fifty blank lines in a row are removed from a note, forty-nine are kept."""
    for breaks, kept in ((51, 1), (50, 50)):
        note = "a" + "\n" * breaks + "b"
        good(await desk.post("/procnotes", PatNum=office.ANN, ProcNum=3, Note=note))
        ((text,),) = desk.sql("SELECT Note FROM procnote ORDER BY ProcNoteNum DESC LIMIT 1")
        assert text.count("\n") == kept
        assert (text[0], text[-1]) == ("a", "b")


async def test_notes_belong_to_the_procedures_patient(desk: Desk) -> None:
    """A note on another patient's or on a deleted procedure is refused."""
    refused(await desk.post("/procnotes", PatNum=office.BEN, ProcNum=3, Note="x"), 400, "another patient's")
    good(await desk.delete("/procedurelogs/5"))
    refused(await desk.post("/procnotes", PatNum=office.ANN, ProcNum=5, Note="x"), 404, "Procedure not found")


async def test_a_lab_case_hangs_on_a_visit_of_its_patient(desk: Desk) -> None:
    """AptNum is a Scheduled, PlannedAptNum a Planned appointment of the same patient; 0 is none."""
    made = good(
        await desk.post("/labcases", **CASE, AptNum=office.VISIT, PlannedAptNum=0, LabFee=17.5)
    ).json()
    assert (made["AptNum"], made["LabFee"], made["DateTimeSent"]) == (
        office.VISIT,
        17.5,
        "0001-01-01 00:00:00",
    )
    refused(await desk.post("/labcases", **CASE, AptNum=office.DONE), 400, "AptNum", "Scheduled")
    refused(await desk.post("/labcases", **CASE, AptNum=office.HYGIENE_VISIT), 400, "another patient's")
    refused(await desk.post("/labcases", **CASE, PlannedAptNum=office.VISIT), 400, "PlannedAptNum", "Planned")
    refused(await desk.put("/labcases/1", ProvNum=0), 400, "ProvNum")
    good(await desk.post("/labcases", **{**CASE, "PatNum": office.BEN}, PlannedAptNum=office.PLANNED))


async def test_a_lab_case_stays_its_patients(desk: Desk) -> None:
    """PUT changes everything but the patient, and only what it names."""
    row = good(await desk.put("/labcases/1", PatNum=office.BEN, DateTimeRecd="2026-11-23 09:45:00")).json()
    assert (row["PatNum"], row["DateTimeRecd"]) == (office.ANN, "2026-11-23 09:45:00")
    assert (row["Instructions"], row["LabFee"]) == ("Shade A2", 120.0)
    assert await desk.rows("/labcases", PatNum=office.ANN, LaboratoryNum=2) == []
    assert len(await desk.rows("/labcases", AptNum=office.VISIT, ProvNum=office.DOC)) == 1


@pytest.mark.parametrize(
    ("body", "name"),
    [({"State": "or"}, "State"), ({"Zip": "9730"}, "Zip"), ({"Description": " "}, "Description")],
)
async def test_a_laboratorys_address_is_checked(desk: Desk, body: dict[str, str], name: str) -> None:
    """A State that isn't two capitals, an invalid Zip and a blank name are refused."""
    refused(await desk.post("/laboratories", **{"Description": "Lab", **body}), 400, name)
    refused(await desk.put(f"/laboratories/{LAB}", **body), 400, name)
    good(await desk.put(f"/laboratories/{LAB}", State="", Zip="A0A 0A0"))
