"""ASAP texts: an opening is blocked and offered if there is space."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused

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


async def test_a_recall_is_offered_an_opening(reachable: Desk) -> None:
    """An ASAP recall is held a time as long as its own pattern, else its type's, and is due on its original date."""
    reachable.sql("UPDATE recall SET Priority = 1, TimePatternOverride = '//XXXX//' WHERE RecallNum = 2")
    row = good(await reachable.post("/asapcomms", op=1, recallNum=2, dateTimeStart=TEN)).json()
    assert (row["FKey"], row["FKeyType"], row["PatNum"]) == (2, "Recall", office.CARA)
    assert row["DateTimeOrig"] == "2026-10-01 00:00:00"
    block = await reachable.rows(f"/schedules/{row['ScheduleNum']}")
    assert (block["StartTime"], block["StopTime"]) == ("10:00:00", "10:40:00")
    reachable.sql("UPDATE recall SET Priority = 1 WHERE RecallNum = 1")
    other = good(await reachable.post("/asapcomms", op=2, recallNum=1, dateTimeStart=TEN)).json()
    assert (await reachable.rows(f"/schedules/{other['ScheduleNum']}"))["StopTime"] == "10:30:00"


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({}, 400, "Exactly one of aptNum and recallNum"),
        ({"aptNum": office.HYGIENE_VISIT, "recallNum": 1}, 400, "Exactly one"),
        ({"recallNum": 1}, 400, "not ASAP"),
        ({"recallNum": 99}, 404, "Recall not found"),
    ],
)
async def test_which_recall_is_offered(desk: Desk, fields: dict[str, Any], status: int, words: str) -> None:
    """Either an appointment or a recall, which exists and waits for an earlier time."""
    refused(await desk.post("/asapcomms", op=1, dateTimeStart=TEN, **fields), status, words)


async def test_a_recall_needs_a_newer_office(open_desk: Opener) -> None:
    """Before 25.2.9 an appointment is required, and a recall is refused."""
    older = open_desk(version="25.2.8")
    refused(await older.post("/asapcomms", op=1, dateTimeStart=TEN, recallNum=2), 400, "25.2.9")
    refused(await older.post("/asapcomms", op=1, dateTimeStart=TEN), 400, "aptNum is required")


async def test_a_stop_is_about_one_thing(reachable: Desk) -> None:
    """A patient who wants no more texts about an appointment gets those about a recall of the same number."""
    reachable.sql("UPDATE asapcomm SET ResponseStatus = 11 WHERE AsapCommNum = 2")
    reachable.sql("UPDATE recall SET Priority = 1 WHERE RecallNum = 2")
    row = good(await reachable.post("/asapcomms", op=1, recallNum=2, dateTimeStart=TEN)).json()
    assert row["SmsSendStatus"] == "SendNotAttempted"


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
