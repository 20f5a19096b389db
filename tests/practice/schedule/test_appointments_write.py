"""Appointments, booked and changed."""

from __future__ import annotations

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused
from tests.practice.office_people import AUTHOR

WHEN = f"{office.TOMORROW} 09:00:00"


async def test_booking_fills_in_the_usual_values(desk: Desk) -> None:
    """POST gives fields not sent their documented default, and returns the new row's Location."""
    answer = good(await desk.post("/appointments", PatNum=office.CARA, Op=3, AptDateTime=WHEN))
    row = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"http://office/api/v1/appointments/{row['AptNum']}"
    assert (row["AptStatus"], row["Pattern"], row["PatternSecondary"]) == ("Scheduled", "/XX/", "////")
    assert (row["Confirmed"], row["ProvNum"], row["ClinicNum"]) == (office.UNCONFIRMED, office.DOC, 2)
    assert (row["AppointmentTypeNum"], row["colorOverride"], row["Priority"]) == (0, "0,0,0", "Normal")
    assert row["DateTStamp"] == row["SecDateTEntry"] == "2026-11-23 12:00:00"
    assert "serverDateTime" not in row
    again = await desk.rows(f"/appointments/{row['AptNum']}")
    assert again["AptDateTime"] == WHEN


async def test_booking_with_times_and_a_user(desk: Desk) -> None:
    """POST takes the times of day of the visit, and the user who enters it, who has to exist."""
    fields = {"PatNum": office.CARA, "Op": 3, "AptDateTime": WHEN}
    row = good(
        await desk.post("/appointments", **fields, DateTimeArrived="08:55:00", SecUserNumEntry=AUTHOR)
    ).json()
    assert (row["DateTimeArrived"], row["SecUserNumEntry"]) == (f"{office.TOMORROW} 08:55:00", AUTHOR)
    refused(await desk.post("/appointments", **fields, SecUserNumEntry=999), 404, "SecUserNumEntry")


@pytest.mark.parametrize("missing", ["PatNum", "Op", "AptDateTime"])
async def test_booking_needs_patient_chair_and_time(desk: Desk, missing: str) -> None:
    """POST without a required field is a 400 that names it."""
    fields = {"PatNum": office.ANN, "Op": 1, "AptDateTime": WHEN}
    del fields[missing]
    refused(await desk.post("/appointments", **fields), 400, missing)


@pytest.mark.parametrize(
    ("field", "value", "status"),
    [
        ("PatNum", 999, 404),
        ("PatNum", office.DELETED, 400),
        ("Op", 999, 404),
        ("ProvNum", 999, 404),
        ("Confirmed", 999, 404),
        ("Confirmed", 40, 400),
        ("AppointmentTypeNum", 999, 404),
        ("AptStatus", "Planned", 400),
        ("AptStatus", "Broken", 400),
        ("AptDateTime", "tomorrow", 400),
        ("Pattern", "/XO/", 400),
        ("Pattern", "", 400),
        ("PatternSecondary", "//", 400),
        ("colorOverride", "300,0,0", 400),
        ("IsHygiene", "perhaps", 400),
    ],
)
async def test_booking_refuses_what_is_wrong(desk: Desk, field: str, value: object, status: int) -> None:
    """POST with an invalid field is refused, nothing is written, and the explanation is about that field."""
    fields = {"PatNum": office.ANN, "Op": 1, "AptDateTime": WHEN, field: value}
    before = desk.sql("SELECT count(*) FROM appointment")
    refused(await desk.post("/appointments", **fields), status, "" if field == "PatNum" else field)
    assert desk.sql("SELECT count(*) FROM appointment") == before


async def test_a_pattern_is_cut_to_nine_hours(desk: Desk) -> None:
    """A Pattern longer than nine hours is cut, and so is its second pattern."""
    row = good(
        await desk.post("/appointments", PatNum=office.ANN, Op=1, AptDateTime=WHEN, Pattern="X" * 200)
    ).json()
    assert (len(row["Pattern"]), len(row["PatternSecondary"])) == (108, 108)


async def test_a_type_brings_procedures_pattern_and_color(desk: Desk) -> None:
    """AppointmentTypeNum adds the type's procedures, and its pattern and color unless they were sent."""
    fields = {"PatNum": office.CARA, "Op": 3, "AptDateTime": WHEN, "AppointmentTypeNum": 1}
    row = good(await desk.post("/appointments", **fields)).json()
    assert (row["Pattern"], row["colorOverride"], row["ProcDescript"]) == ("/XXXX/", "0,0,255", "PerEx")
    procedures = await desk.rows("/procedurelogs", AptNum=row["AptNum"])
    assert [(each["procCode"], each["ProcStatus"], each["ProcFee"]) for each in procedures] == [
        ("D0120", "TP", "58.00")
    ]
    row = good(await desk.post("/appointments", **fields, Pattern="/X/", colorOverride="1,2,3")).json()
    assert (row["Pattern"], row["colorOverride"]) == ("/X/", "1,2,3")


async def test_a_type_without_a_pattern_takes_its_procedures_time(desk: Desk) -> None:
    """A type without a pattern has the length of its procedures."""
    fields = {"PatNum": office.CARA, "Op": 3, "AptDateTime": WHEN, "AppointmentTypeNum": 2}
    row = good(await desk.post("/appointments", **fields)).json()
    assert (row["Pattern"], row["ProcDescript"]) == ("/XXXXXXX/", "PerEx, Pro")


async def test_a_new_patient_gets_a_first_visit(desk: Desk) -> None:
    """IsNewPatient for a patient without completed procedures sets DateFirstVisit."""
    for patient, day in ((office.CARA, str(office.TOMORROW)), (office.ANN, "0001-01-01")):
        fields = {"PatNum": patient, "Op": 1, "AptDateTime": WHEN, "IsNewPatient": "true"}
        good(await desk.post("/appointments", **fields))
        assert (await desk.rows(f"/patients/{patient}"))["DateFirstVisit"] == day


async def test_insurance_plans_stand_on_the_appointment(desk: Desk) -> None:
    """InsPlan1 is the patient's primary plan."""
    row = good(await desk.post("/appointments", PatNum=office.BEN, Op=1, AptDateTime=WHEN)).json()
    assert (row["InsPlan1"], row["InsPlan2"]) == (9, 0)


async def test_a_change_touches_only_what_is_sent(desk: Desk) -> None:
    """PUT changes the fields sent, and stamps the row."""
    before = await desk.rows(f"/appointments/{office.VISIT}")
    desk.clock.pass_(minutes=1)
    answer = good(await desk.put(f"/appointments/{office.VISIT}", Op=2, AptDateTime=WHEN)).json()
    after = await desk.rows(f"/appointments/{office.VISIT}")
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"Op", "AptDateTime", "DateTStamp", "serverDateTime"}
    assert after["DateTStamp"] == "2026-11-23 12:01:00"
    assert answer["DateTStamp"] == "0001-01-01 00:00:00"
    assert "ItemOrderPlanned" not in answer


async def test_the_answer_of_a_change_may_have_its_stamp(open_desk: Opener) -> None:
    """With the switch off, PUT returns the real DateTStamp."""
    desk = open_desk(update_answers_blank_stamp=False)
    answer = good(await desk.put(f"/appointments/{office.VISIT}", Op=2)).json()
    assert answer["DateTStamp"] == "2026-11-23 12:00:00"


async def test_a_new_length_brings_the_second_pattern_along(desk: Desk) -> None:
    """PUT Pattern alone adjusts PatternSecondary to the same length."""
    good(await desk.put(f"/appointments/{office.VISIT}", PatternSecondary="//XX////"))
    row = good(await desk.put(f"/appointments/{office.VISIT}", Pattern="/XX/")).json()
    assert (row["Pattern"], row["PatternSecondary"]) == ("/XX/", "//XX")
    refused(await desk.put(f"/appointments/{office.VISIT}", PatternSecondary="/"), 400, "PatternSecondary")


async def test_completing_completes_the_procedures(open_desk: Opener) -> None:
    """AptStatus Complete completes the appointment's procedures on its date, unless the switch is off."""
    for switch, status in ((True, "C"), (False, "TP")):
        desk = open_desk(complete_completes_procedures=switch)
        good(await desk.put(f"/appointments/{office.VISIT}", AptStatus="Complete"))
        row = await desk.rows("/procedurelogs/1")
        assert (row["ProcStatus"], row["ProcDate"]) == (status, str(office.TODAY))


async def test_a_broken_visit_is_scheduled_again(desk: Desk) -> None:
    """PUT with AptStatus, AptDateTime and Op reschedules a broken appointment."""
    fields = {"AptStatus": "Scheduled", "AptDateTime": WHEN, "Op": 1}
    row = good(await desk.put(f"/appointments/{office.BROKEN}", **fields)).json()
    assert (row["AptStatus"], row["AptDateTime"]) == ("Scheduled", WHEN)


async def test_a_note_is_added_on_a_line_of_its_own(desk: Desk) -> None:
    """PUT Note appends, after a line break if there is a note already."""
    good(await desk.put(f"/appointments/{office.VISIT}/Note", Note="Running late"))
    assert desk.sql("SELECT Note FROM appointment WHERE AptNum = 1") == [
        ("Bring the night guard\r\nRunning late",)
    ]
    good(await desk.put(f"/appointments/{office.DONE}/Note", Note="First"))
    assert (await desk.rows(f"/appointments/{office.DONE}"))["Note"] == "First"
    refused(await desk.put(f"/appointments/{office.VISIT}/Note"), 400, "Note")


async def test_nothing_of_a_deleted_patient_changes(desk: Desk) -> None:
    """A deleted patient's appointment can be read but not changed."""
    desk.sql("UPDATE appointment SET PatNum = ? WHERE AptNum = ?", office.DELETED, office.VISIT)
    good(await desk.get(f"/appointments/{office.VISIT}"))
    for path in ("", "/Note", "/Confirm", "/Break"):
        body = {"Note": "x", "defNum": office.CONFIRMED, "sendToUnscheduledList": "true"}
        refused(await desk.put(f"/appointments/{office.VISIT}{path}", **body), 400, "deleted")
    field = {"AptNum": office.VISIT, "FieldName": "Ride home", "FieldValue": "Taxi"}
    refused(await desk.put("/apptfields", **field), 400, "deleted")
    assert (await desk.rows("/apptfields", AptNum=office.VISIT, FieldName="Ride home"))[
        "FieldValue"
    ] == "Sister"


@pytest.mark.parametrize(
    ("switch", "fields", "words"),
    [
        ("refuses_overlap", {"Op": 1, "AptDateTime": f"{office.TODAY} 09:20:00"}, "overlaps"),
        ("refuses_blockouts", {"Op": 1, "AptDateTime": f"{office.TODAY} 11:50:00"}, "blockout"),
        ("refuses_closed_hours", {"Op": 1, "AptDateTime": f"{office.TODAY} 17:00:00"}, "hours"),
        ("refuses_hidden_providers", {"Op": 1, "AptDateTime": WHEN, "ProvNum": office.HIDDEN_DOC}, "hidden"),
    ],
)
async def test_the_silent_points_follow_their_switches(
    open_desk: Opener, switch: str, fields: dict[str, object], words: str
) -> None:
    """What the documentation leaves open about a place is accepted, or with its switch refused."""
    good(await open_desk().post("/appointments", PatNum=office.CARA, **fields))
    desk = open_desk(**{switch: True})
    refused(await desk.post("/appointments", PatNum=office.CARA, **fields), 400, words)
    refused(await desk.put(f"/appointments/{office.HYGIENE_VISIT}", **fields), 400, words)
    good(await desk.post("/appointments", PatNum=office.CARA, Op=1, AptDateTime=f"{office.TODAY} 10:00:00"))


async def test_every_change_leaves_its_history_and_signals(desk: Desk) -> None:
    """A move copies the row into HistAppointments and signals the old and the new place, within the range."""
    good(await desk.put(f"/appointments/{office.VISIT}", Op=2, AptDateTime=WHEN))
    (copy,) = await desk.rows("/histappointments", AptNum=office.VISIT)
    assert (copy["HistApptAction"], copy["ApptSource"], copy["Op"]) == ("Changed", "OpenDentalAPIService", 2)
    assert copy["AptDateTime"] == WHEN
    signals = await desk.rows("/signalods", SigDateTime="2026-11-23 11:59:59")
    operatories = {(each["DateViewing"], each["FKey"]) for each in signals if each["FKeyType"] == "Operatory"}
    assert operatories == {(str(office.TODAY), 1), (str(office.TOMORROW), 2)}
    assert {each["IType"] for each in signals} == {"Appointment"}
    assert desk.sql("SELECT PermType, LogSource, UserNum FROM securitylog") == [(26, 23, 0)]


async def test_signals_follow_their_switches(open_desk: Opener) -> None:
    """Days beyond the office's refresh range raise no signal, unless the switch is set; none at all when off."""
    far = "2026-12-24 09:00:00"
    for switches, count in (
        ({}, 0),
        ({"signals_keep_to_range": False}, 2),
        ({"signals_keep_to_range": False, "writes_raise_signals": False}, 0),
    ):
        desk = open_desk(**switches)
        good(await desk.post("/appointments", PatNum=office.ANN, Op=1, AptDateTime=far))
        assert len(await desk.rows("/signalods", SigDateTime="2026-11-01 00:00:00")) == count


async def test_times_of_a_walk_in_are_kept(desk: Desk) -> None:
    """A time sent with the Arrived status counts before the office's clock, for a new appointment and an older one."""
    desk.prefer("AppointmentTimeArrivedTrigger", str(office.ARRIVED))
    new = {
        "PatNum": office.ANN,
        "Op": 1,
        "AptDateTime": f"{office.TODAY} 14:00:00",
        "Confirmed": office.ARRIVED,
    }
    row = good(await desk.post("/appointments", **new, DateTimeArrived="11:58:00")).json()
    assert row["DateTimeArrived"] == f"{office.TODAY} 11:58:00"
    path = f"/appointments/{office.HYGIENE_VISIT}"
    good(await desk.put(path, Confirmed=office.ARRIVED, DateTimeArrived="09:55:00"))
    assert (await desk.rows(path))["DateTimeArrived"] == f"{office.TODAY} 09:55:00"


async def test_a_recorded_time_is_changed_and_cleared(desk: Desk) -> None:
    """A change writes a time of the appointment's day, a moved one's of its new day; midnight stands for none."""
    path = f"/appointments/{office.VISIT}"
    good(await desk.put(path, DateTimeSeated="09:10:00"))
    assert (await desk.rows(path))["DateTimeSeated"] == f"{office.TODAY} 09:10:00"
    good(await desk.put(path, AptDateTime=f"{office.TOMORROW} 09:00:00", DateTimeSeated="09:20:00"))
    assert (await desk.rows(path))["DateTimeSeated"] == f"{office.TOMORROW} 09:20:00"
    good(await desk.put(path, DateTimeSeated="00:00:00"))
    assert (await desk.rows(path))["DateTimeSeated"] == f"{office.TOMORROW} 00:00:00"


async def test_no_status_that_the_method_lacks(desk: Desk) -> None:
    """A new appointment is neither broken nor planned, in the words seen live."""
    new = {"PatNum": office.ANN, "Op": 1, "AptDateTime": f"{office.TODAY} 14:00:00", "AptStatus": "Broken"}
    answer = await desk.post("/appointments", **new)
    refused(answer, 400)
    assert "AptStatus is invalid." in answer.text
