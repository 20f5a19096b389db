"""Appointments: confirmed, broken, planned, and made from slots."""

from __future__ import annotations

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused

WHEN = f"{office.TOMORROW} 09:00:00"


@pytest.mark.parametrize(
    ("body", "confirmed"),
    [
        ({"confirmVal": "None"}, office.UNCONFIRMED),
        ({"confirmVal": "Sent"}, office.SENT),
        ({"confirmVal": "Confirmed"}, office.CONFIRMED),
        ({"confirmVal": "Not Accepted"}, office.DECLINED),
        ({"defNum": office.OLD_STATUS}, office.OLD_STATUS),
    ],
)
async def test_confirming_sets_the_offices_status(
    desk: Desk, body: dict[str, object], confirmed: int
) -> None:
    """PUT Confirm accepts a definition, or a value that the office's preferences map to one."""
    good(await desk.put(f"/appointments/{office.VISIT}/Confirm", **body))
    assert (await desk.rows(f"/appointments/{office.VISIT}"))["Confirmed"] == confirmed


@pytest.mark.parametrize(
    ("body", "status", "word"),
    [
        ({}, 400, "confirmVal"),
        ({"confirmVal": "Sent", "defNum": office.SENT}, 400, "confirmVal"),
        ({"confirmVal": "Failed"}, 400, "confirmVal"),
        ({"confirmVal": "Perhaps"}, 400, "confirmVal"),
        ({"defNum": 40}, 400, "defNum"),
        ({"defNum": 0}, 400, "defNum"),
        ({"defNum": 999}, 404, "defNum"),
    ],
)
async def test_confirming_refuses_what_is_wrong(
    desk: Desk, body: dict[str, object], status: int, word: str
) -> None:
    """PUT Confirm requires exactly one of its two fields, and an existing status."""
    refused(await desk.put(f"/appointments/{office.VISIT}/Confirm", **body), status, word)


async def test_arrived_seated_and_dismissed_set_their_time_once(desk: Desk) -> None:
    """The office's trigger statuses set the time at the first Confirm, and a second one keeps it."""
    path = f"/appointments/{office.VISIT}"
    for status, field in (
        (office.ARRIVED, "DateTimeArrived"),
        (office.SEATED, "DateTimeSeated"),
        (office.DISMISSED, "DateTimeDismissed"),
    ):
        desk.clock.pass_(minutes=10)
        first = str(desk.clock.now())
        good(await desk.put(f"{path}/Confirm", defNum=status))
        desk.clock.pass_(minutes=5)
        good(await desk.put(f"{path}/Confirm", defNum=status))
        assert (await desk.rows(path))[field] == first


async def test_times_follow_their_switches(open_desk: Opener) -> None:
    """With one switch off Confirm sets no times, and with the other off the newest time."""
    path = f"/appointments/{office.VISIT}"
    desk = open_desk(confirm_sets_times=False)
    good(await desk.put(f"{path}/Confirm", defNum=office.ARRIVED))
    assert (await desk.rows(path))["DateTimeArrived"] == "0001-01-01 00:00:00"
    desk = open_desk(times_are_set_once=False)
    for _ in range(2):
        desk.clock.pass_(minutes=5)
        good(await desk.put(f"{path}/Confirm", defNum=office.ARRIVED))
    assert (await desk.rows(path))["DateTimeArrived"] == "2026-11-23 12:10:00"


@pytest.mark.parametrize(
    ("body", "status", "action", "code"),
    [
        ({"sendToUnscheduledList": "true"}, "UnschedList", "Changed", None),
        ({"sendToUnscheduledList": "false"}, "Broken", "Changed", None),
        ({"sendToUnscheduledList": "true", "breakType": "Missed"}, "UnschedList", "Missed", "D9986"),
        ({"sendToUnscheduledList": "false", "breakType": "Cancelled"}, "Broken", "Cancelled", "D9987"),
    ],
)
async def test_breaking_charts_and_writes_it_down(
    desk: Desk, body: dict[str, str], status: str, action: str, code: str | None
) -> None:
    """PUT Break sets the status, adds D9986 or D9987, a commlog, and a copy in the history."""
    good(await desk.put(f"/appointments/{office.VISIT}/Break", **body))
    assert (await desk.rows(f"/appointments/{office.VISIT}"))["AptStatus"] == status
    (copy,) = await desk.rows("/histappointments", AptNum=office.VISIT)
    assert copy["HistApptAction"] == action
    charted = [row for row in await desk.rows("/procedurelogs", PatNum=office.ANN) if row["ProcNum"] > 6]
    assert [(row["procCode"], row["ProcStatus"]) for row in charted] == ([(code, "C")] if code else [])
    newest = (await desk.rows("/commlogs", PatNum=office.ANN))[0]
    assert (newest["commType"], newest["CommDateTime"]) == ("ApptRelated", "2026-11-23 12:00:00")


async def test_breaking_obeys_the_offices_preferences(desk: Desk) -> None:
    """No commlog if the preference is off, no breakType that the office excludes."""
    desk.prefer("BrokenApptCommLog", "0")
    path = f"/appointments/{office.VISIT}/Break"
    for setting, kind in (("0", "Missed"), ("1", "Cancelled"), ("2", "Missed")):
        desk.prefer("BrokenApptProcedure", setting)
        refused(await desk.put(path, sendToUnscheduledList="true", breakType=kind), 400, "breakType")
    good(await desk.put(path, sendToUnscheduledList="true"))
    assert len(await desk.rows("/commlogs", PatNum=office.ANN)) == 2


async def test_only_a_scheduled_one_is_broken(desk: Desk) -> None:
    """PUT Break refuses every other status, and requires its one field."""
    for number in (office.PLANNED, office.UNSCHEDULED, office.DONE, office.BROKEN):
        refused(
            await desk.put(f"/appointments/{number}/Break", sendToUnscheduledList="true"), 400, "Scheduled"
        )
    refused(await desk.put(f"/appointments/{office.VISIT}/Break"), 400, "sendToUnscheduledList")
    refused(await desk.put("/appointments/999/Break", sendToUnscheduledList="true"), 404)


async def test_planning_with_procedures_takes_their_time(desk: Desk) -> None:
    """POST Planned attaches the given procedures once each, and has their length."""
    body = {"PatNum": office.ANN, "procNums": [4, 5, 4]}
    row = good(await desk.post("/appointments/Planned", **body)).json()
    assert (row["AptStatus"], row["Op"], row["ItemOrderPlanned"]) == ("Planned", 0, 1)
    assert (row["Pattern"], row["ProcDescript"]) == ("//XXXXXXXXXX//", "#3-Crown, Pro")
    attached = await desk.rows("/procedurelogs", PlannedAptNum=row["AptNum"])
    assert [each["ProcNum"] for each in attached] == [4, 5]
    assert good(await desk.post("/appointments/Planned", PatNum=office.ANN)).json()["ItemOrderPlanned"] == 2


async def test_planning_refuses_other_peoples_procedures(desk: Desk) -> None:
    """POST Planned accepts only treatment planned procedures of the patient, and requires some if the office does."""
    for number, status, word in ((6, 400, "procNums"), (3, 400, "procNums"), (999, 404, "Procedure")):
        answer = await desk.post("/appointments/Planned", PatNum=office.ANN, procNums=[number])
        refused(answer, status, word)
    desk.prefer("ApptsRequireProc", "1")
    refused(await desk.post("/appointments/Planned", PatNum=office.ANN), 400, "procNums")


async def test_planning_without_procedures_has_the_default_length(desk: Desk) -> None:
    """Without procedures the pattern comes from AppointmentWithoutProcsDefaultLength."""
    row = good(await desk.post("/appointments/Planned", PatNum=office.ANN)).json()
    assert len(row["Pattern"]) == 6


async def test_a_planned_one_is_copied_to_its_time(desk: Desk) -> None:
    """POST SchedulePlanned creates a new Scheduled row that refers back; the planned one stays."""
    body = {"AptNum": office.PLANNED, "AptDateTime": WHEN, "ProvNum": office.DOC, "Op": 1, "Note": "Anew"}
    row = good(await desk.post("/appointments/SchedulePlanned", **body)).json()
    assert (row["AptStatus"], row["NextAptNum"], row["Note"]) == ("Scheduled", office.PLANNED, "Anew")
    assert (row["Pattern"], row["ProcDescript"]) == ("//XXXX//", "#14-MO-C2")
    assert (await desk.rows(f"/appointments/{office.PLANNED}"))["AptStatus"] == "Planned"
    (procedure,) = await desk.rows("/procedurelogs", AptNum=row["AptNum"])
    assert (procedure["ProcNum"], procedure["PlannedAptNum"]) == (2, office.PLANNED)
    refused(
        await desk.post("/appointments/SchedulePlanned", **{**body, "AptNum": office.VISIT}), 400, "AptNum"
    )


async def test_web_sched_makes_one_of_a_slot(desk: Desk) -> None:
    """POST WebSched takes a slot, in either spelling, and its row is marked with the kind of scheduling."""
    slots = await desk.rows(
        "/appointments/SlotsWebSched",
        date=office.TOMORROW,
        ClinicNum=1,
        defNumApptType=70,
        isNewPatient="true",
    )
    body = {
        "PatNum": office.CARA,
        "ProvNum": slots[0]["ProvNum"],
        "OpNum": slots[0]["OpNum"],
        "defNumApptType": 70,
    }
    times = {"dateTimeStart": slots[0]["DateTimeStart"], "dateTimeEnd": slots[0]["DateTimeEnd"]}
    row = good(await desk.post("/appointments/WebSched", **body, **times)).json()
    assert (row["Note"], row["IsNewPatient"]) == ("Appointment Reason: New patient exam", "true")
    assert row["ProcDescript"] == "PerEx"
    found = await desk.rows("/appointments/WebSched", date=office.TOMORROW)
    assert [(each["AptNum"], each["eServiceLogType"]) for each in found] == [(row["AptNum"], "NewPat")]
    refused(
        await desk.post("/appointments/WebSched", **{**body, "defNumApptType": 72}, **times), 400, "defNum"
    )


async def test_slots_are_what_visits_and_blockouts_leave(desk: Desk) -> None:
    """GET Slots returns whole spans of a provider's day without appointments and closed blockouts."""
    slots = await desk.rows("/appointments/Slots", date=office.TODAY, ProvNum=office.DOC, OpNum=1)
    assert [(slot["DateTimeStart"][11:16], slot["DateTimeEnd"][11:16]) for slot in slots] == [
        ("08:00", "09:00"),
        ("09:40", "12:00"),
        ("13:00", "17:00"),
    ]
    assert {slot["OpNum"] for slot in slots} == {1}
    hygiene = await desk.rows("/appointments/Slots", date=office.TODAY, ProvNum=office.HYG, lengthMinutes=130)
    assert [(slot["DateTimeStart"][11:16], slot["DateTimeEnd"][11:16]) for slot in hygiene] == [
        ("13:00", "17:00")
    ]


async def test_slots_without_days_or_provider_use_the_usual(desk: Desk) -> None:
    """Without dates two weeks are searched, without ProvNum for the default provider; past dates are refused."""
    slots = await desk.rows("/appointments/Slots")
    assert {slot["DateTimeStart"][:10] for slot in slots} == {str(office.TODAY), str(office.TOMORROW)}
    assert {slot["ProvNum"] for slot in slots} == {office.DOC}
    refused(await desk.get("/appointments/Slots", date=office.YESTERDAY), 400, "today")
    assert await desk.rows("/appointments/Slots", ProvNum=office.DOC, OpNum=2) == []


async def test_a_provider_without_chairs_on_the_schedule_works_in_their_own(desk: Desk) -> None:
    """A schedule assigned only to a provider opens the provider's operatories."""
    slots = await desk.rows("/appointments/Slots", date=office.TODAY, ProvNum=office.OTHER_DOC)
    assert [(slot["OpNum"], slot["DateTimeStart"][11:16]) for slot in slots] == [(3, "09:00")]


async def test_web_sched_slots_are_one_visit_long(desk: Desk) -> None:
    """GET SlotsWebSched cuts open time into the type's length, in the operatories set up for it."""
    refused(await desk.get("/appointments/SlotsWebSched"), 400, "ClinicNum")
    query = {"date": office.TOMORROW, "ClinicNum": 1}
    slots = await desk.rows("/appointments/SlotsWebSched", **query, defNumApptType=71)
    assert len(slots) == 8
    assert slots[0]["DateTimeEnd"] == f"{office.TOMORROW} 08:30:00"
    refused(await desk.get("/appointments/SlotsWebSched", **query, defNumApptType=72), 400, "defNumApptType")
    refused(await desk.get("/appointments/SlotsWebSched", **query, defNumApptType=40), 400, "defNumApptType")
