"""ASAP texts: an opening is blocked and offered if there is space."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, good, refused

TEN = f"{office.TOMORROW} 10:00:00"
OFFER = {"op": 1, "aptNum": office.HYGIENE_VISIT, "dateTimeStart": TEN}
NO_TIME = "0001-01-01 00:00:00"


@pytest.fixture
def reachable(desk: Desk) -> Desk:
    """The tiny office, with a mobile phone for the waiting patient."""
    desk.sql("UPDATE patient SET WirelessPhone = '541-555-0177' WHERE PatNum = ?", office.CARA)
    return desk


async def test_an_offer_holds_the_time(reachable: Desk) -> None:
    """A block of the type WebSchedASAP, as long as the appointment's pattern, stands in the operatory."""
    answer = good(await reachable.post("/asapcomms", **OFFER))
    assert answer.status_code == 200
    block = await reachable.rows(f"/schedules/{answer.json()['ScheduleNum']}")
    assert (block["SchedType"], block["operatories"], block["SchedDate"]) == (
        "WebSchedASAP",
        "1",
        "2026-11-24",
    )
    assert (block["StartTime"], block["StopTime"]) == ("10:00:00", "10:40:00")


async def test_an_offer_prepares_the_text(reachable: Desk) -> None:
    """The text is to be sent now, names the opening in the operatory's clinic, and is valid for a week."""
    row = good(await reachable.post("/asapcomms", **OFFER)).json()
    assert (row["FKey"], row["FKeyType"], row["PatNum"]) == (
        office.HYGIENE_VISIT,
        "ScheduledAppt",
        office.CARA,
    )
    assert (row["ClinicNum"], row["DateTimeOrig"]) == (1, "2026-11-23 10:00:00")
    assert row["DateTimeEntry"] == row["DateTimeSmsScheduled"] == "2026-11-23 12:00:00"
    assert (row["DateTimeExpire"], row["DateTimeSmsSent"]) == ("2026-12-01 10:00:00", NO_TIME)
    assert (row["SmsSendStatus"], row["ResponseStatus"]) == ("SendNotAttempted", "AwaitingTransmit")
    for words in ("[NameF]", "[AsapURL]", "11/24/2026", "10:00 AM", "Harbor"):
        assert words in row["TemplateText"]


async def test_the_office_words_its_text(reachable: Desk) -> None:
    """The preference's template is filled in; without a clinic it names the practice."""
    reachable.prefer("WebSchedAsapTextTemplate", "[Date] [Time] at [OfficeName], [AsapURL]")
    reachable.sql("UPDATE operatory SET ClinicNum = 0 WHERE OperatoryNum = 1")
    row = good(await reachable.post("/asapcomms", **OFFER)).json()
    assert row["TemplateText"] == "11/24/2026 10:00 AM at Salem Dental, [AsapURL]"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("Scheduled", "ScheduledAppt"),
        ("UnschedList", "UnscheduledAppt"),
        ("Planned", "PlannedAppt"),
        ("Broken", "Broken"),
    ],
)
async def test_what_the_appointment_is(reachable: Desk, status: str, kind: str) -> None:
    """The text says whether the appointment is scheduled, unscheduled, planned or broken."""
    good(await reachable.put(f"/appointments/{office.HYGIENE_VISIT}", AptStatus=status))
    assert good(await reachable.post("/asapcomms", **OFFER)).json()["FKeyType"] == kind


async def test_a_complete_appointment_is_offered_nothing(reachable: Desk) -> None:
    """Only future appointments, or those to be rescheduled, can be moved up."""
    good(await reachable.put(f"/appointments/{office.HYGIENE_VISIT}", AptStatus="Complete"))
    refused(await reachable.post("/asapcomms", **OFFER), 400, "aptNum")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"aptNum": office.VISIT}, "ASAP"),
        ({"dateTimeStart": f"{office.TODAY} 08:40:00"}, "overlap an appointment"),
        ({"dateTimeStart": f"{office.TODAY} 11:30:00"}, "blockout"),
        ({"dateTimeStart": f"{office.TODAY} 23:30:00"}, "next day"),
    ],
)
async def test_where_nothing_can_be_offered(reachable: Desk, fields: dict[str, Any], words: str) -> None:
    """No priority, another appointment, a blockout without overlap, midnight: refused, and nothing is written."""
    before = reachable.sql("SELECT (SELECT count(*) FROM schedule), (SELECT count(*) FROM asapcomm)")
    refused(await reachable.post("/asapcomms", **{**OFFER, **fields}), 400, words)
    assert reachable.sql("SELECT (SELECT count(*) FROM schedule), (SELECT count(*) FROM asapcomm)") == before


@pytest.mark.parametrize("start", ["08:20:00", "11:20:00", "15:10:00"])
async def test_where_there_is_room(reachable: Desk, start: str) -> None:
    """There is space up to another appointment or blockout, and on a blockout that allows overlap."""
    good(await reachable.post("/asapcomms", **{**OFFER, "dateTimeStart": f"{office.TODAY} {start}"}))


async def test_the_appointment_is_not_in_its_own_way(reachable: Desk) -> None:
    """An appointment may be offered ten minutes earlier in its own operatory."""
    earlier = {"op": 2, "dateTimeStart": f"{office.TODAY} 09:50:00"}
    good(await reachable.post("/asapcomms", **{**OFFER, **earlier}))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("UPDATE patient SET WirelessPhone = '' WHERE PatNum = 3", "no mobile phone"),
        ("UPDATE patient SET TxtMsgOk = 2 WHERE PatNum = 3", "does not want"),
        ("UPDATE asapcomm SET ResponseStatus = 11 WHERE AsapCommNum = 2", "no more texts"),
    ],
)
async def test_texts_that_are_never_sent(reachable: Desk, change: str, words: str) -> None:
    """Without a phone, without consent, or after a stop the text is never sent, and its note gives the reason."""
    reachable.sql(change)
    row = good(await reachable.post("/asapcomms", **OFFER)).json()
    assert (row["SmsSendStatus"], row["ResponseStatus"]) == ("DoNotSend", "UnableToSend")
    assert row["DateTimeSmsScheduled"] == NO_TIME
    assert words in row["Note"]


async def test_a_deleted_patient_is_not_texted(reachable: Desk) -> None:
    """Nothing is offered to a deleted patient."""
    reachable.sql("UPDATE appointment SET PatNum = ? WHERE AptNum = ?", office.DELETED, office.HYGIENE_VISIT)
    refused(await reachable.post("/asapcomms", **OFFER), 400, "deleted")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, [1]),
        ({"date": "2026-11-10"}, [2]),
        ({"dateStart": "2026-11-10"}, [1, 2]),
        ({"dateStart": "2026-11-10", "dateEnd": "2026-11-23"}, [2]),
        ({"dateStart": "2026-11-11", "dateEnd": "2026-11-23"}, []),
        ({"dateStart": "2026-11-10", "ClinicNum": 2}, []),
    ],
)
async def test_the_list_of_texts(desk: Desk, query: dict[str, Any], found: list[int]) -> None:
    """By default the last 7 days; dateStart is inclusive, dateEnd exclusive."""
    assert [row["AsapCommNum"] for row in await desk.rows("/asapcomms", **query)] == found


async def test_a_range_in_order(desk: Desk) -> None:
    """An end before its start is refused."""
    refused(await desk.get("/asapcomms", dateStart="2026-11-10", dateEnd="2026-11-09"), 400, "dateEnd")
