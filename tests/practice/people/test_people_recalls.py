"""Recalls: created, changed, reminded, switched, and synchronized with completed procedures."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import office
from tests.practice import office_people as people
from tests.practice.conftest import Desk, good, refused

EVES, ANNS = 3, 1
NONE = "0001-01-01"


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A practice in which Eve had one cleaning, in May."""
    desk.sql("DELETE FROM procedurelog WHERE PatNum = ? AND ProcDate > '2026-05-01'", office.INACTIVE)
    return desk


async def recall(desk: Desk, pat_num: int, type_num: int = people.PROPHY) -> dict[str, Any]:
    """A patient's recall of a type."""
    rows = await desk.rows("/recalls", PatNum=pat_num)
    (found,) = [row for row in rows if row["RecallTypeNum"] == type_num]
    return dict(found)


async def cleaned(desk: Desk, pat_num: int, day: str, code: str = "D1110", status: str = "C") -> int:
    """Chart a procedure. Its number."""
    fields = {"PatNum": pat_num, "ProcDate": day, "ProcStatus": status, "procCode": code}
    return int(good(await desk.post("/procedurelogs", **fields)).json()["ProcNum"])


async def test_a_patient_has_one_of_a_type(desk: Desk) -> None:
    """A second recall of the same type is refused, one of another type is created."""
    fields = {"PatNum": office.ANN, "RecallTypeNum": people.PROPHY}
    refused(await desk.post("/recalls", **fields), 400, "RecallTypeNum")
    good(await desk.post("/recalls", **{**fields, "RecallTypeNum": people.BITEWINGS}))


async def test_a_new_one_starts_as_its_type_says(desk: Desk) -> None:
    """By default the interval is the type's, there is no due date, and it is neither disabled nor urgent."""
    answer = good(await desk.post("/recalls", PatNum=office.BEN, RecallTypeNum=people.PROPHY))
    row = answer.json()
    assert answer.status_code == 200
    assert (row["RecallInterval"], row["DateDue"], row["DatePrevious"]) == ("6m1d", NONE, NONE)
    assert (row["Priority"], row["IsDisabled"], row["DisableUntilBalance"]) == ("Normal", "false", 0)
    assert row["recallStatus"] == ""
    assert row["DateTStamp"] == "2026-11-23 12:00:00"


async def test_the_interval_comes_back_normal(desk: Desk) -> None:
    """0y6m0w1d is returned as 6m1d; an invalid interval or pattern is refused."""
    fields = {"PatNum": office.BEN, "RecallTypeNum": people.PROPHY}
    for wrong in ({"RecallInterval": "half a year"}, {"TimePatternOverride": "XO"}):
        refused(await desk.post("/recalls", **fields, **wrong), 400, next(iter(wrong)))
    row = good(await desk.post("/recalls", **fields, RecallInterval="0y6m0w1d", RecallStatus=30)).json()
    assert (row["RecallInterval"], row["recallStatus"]) == ("6m1d", "To call")
    assert desk.sql("SELECT RecallInterval FROM recall WHERE RecallNum = ?", row["RecallNum"]) == [(393217,)]


async def test_a_status_is_a_definition_of_category_13(desk: Desk) -> None:
    """Another category's definition is refused; 0 means none."""
    refused(await desk.put(f"/recalls/{ANNS}", RecallStatus=50), 400, "RecallStatus", "13")
    assert good(await desk.put(f"/recalls/{ANNS}", RecallStatus=0)).json()["recallStatus"] == ""


async def test_a_new_interval_moves_the_due_date(desk: Desk) -> None:
    """The due date is recomputed from the last appointment, unless it was set manually."""
    assert good(await desk.put(f"/recalls/{EVES}", RecallInterval="1y")).json()["DateDue"] == "2027-05-01"
    by_hand = good(await desk.put(f"/recalls/{EVES}", DateDue="2027-01-15", RecallInterval="3m")).json()
    assert (by_hand["DateDue"], by_hand["RecallInterval"]) == ("2027-01-15", "3m")
    assert good(await desk.put(f"/recalls/{EVES}", RecallInterval="4m")).json()["DateDue"] == "2027-01-15"
    assert good(await desk.put(f"/recalls/{ANNS}", RecallInterval="4m")).json()["DateDue"] == "2026-11-02"


async def test_disabling_clears_the_due_date(desk: Desk) -> None:
    """A disabled recall is not due; enabled again it is due according to its last appointment."""
    row = good(await desk.put(f"/recalls/{EVES}", IsDisabled="true")).json()
    assert (row["IsDisabled"], row["DateDue"], row["DatePrevious"]) == ("true", NONE, "2026-05-01")
    row = good(await desk.put(f"/recalls/{EVES}", IsDisabled="false")).json()
    assert row["DateDue"] == "2026-11-02"


async def test_a_completed_cleaning_counts(desk: Desk) -> None:
    """A completed trigger procedure advances DatePrevious and the due date, and its deletion reverts them."""
    number = await cleaned(desk, office.INACTIVE, "2026-11-20")
    row = await recall(desk, office.INACTIVE)
    assert (row["DatePrevious"], row["DateDue"]) == ("2026-11-20", "2027-05-21")
    good(await desk.delete(f"/procedurelogs/{number}"))
    row = await recall(desk, office.INACTIVE)
    assert (row["DatePrevious"], row["DateDue"]) == ("2026-05-01", "2026-11-02")


async def test_a_first_cleaning_makes_a_recall(desk: Desk) -> None:
    """A patient without a recall gets one when the procedure is complete, but not while it is planned."""
    number = await cleaned(desk, office.BEN, str(office.TODAY), status="TP")
    assert await desk.rows("/recalls", PatNum=office.BEN) == []
    good(await desk.put(f"/procedurelogs/{number}", ProcStatus="C"))
    row = await recall(desk, office.BEN)
    assert (row["DatePrevious"], row["DateDue"], row["RecallInterval"]) == (
        "2026-11-23",
        "2027-05-24",
        "6m1d",
    )


async def test_only_patients_get_recalls_by_themselves(desk: Desk) -> None:
    """An archived patient's completed cleaning creates no recall until they are a patient again."""
    await cleaned(desk, office.ARCHIVED, str(office.TODAY))
    assert await desk.rows("/recalls", PatNum=office.ARCHIVED) == []
    good(await desk.put(f"/patients/{office.ARCHIVED}", PatStatus="Patient"))
    assert (await recall(desk, office.ARCHIVED))["DateDue"] == "2027-05-24"


async def test_gum_care_counts_as_a_cleaning(desk: Desk) -> None:
    """A perio patient's recall follows either kind of cleaning, and no prophy recall is created in addition."""
    await cleaned(desk, office.CARA, "2026-11-10")
    (row,) = await desk.rows("/recalls", PatNum=office.CARA)
    assert (row["RecallTypeNum"], row["DatePrevious"]) == (people.PERIO, "2026-11-10")


async def test_a_scheduled_visit_shows_on_the_recall(desk: Desk) -> None:
    """DateScheduled is the date of the appointment with the cleaning, and is cleared when that is broken."""
    good(await desk.put("/procedurelogs/5", AptNum=office.VISIT))
    assert (await recall(desk, office.ANN))["DateScheduled"] == str(office.TODAY)
    good(await desk.put(f"/appointments/{office.VISIT}", AptDateTime=f"{office.TOMORROW} 09:00:00"))
    assert (await recall(desk, office.ANN))["DateScheduled"] == str(office.TOMORROW)
    good(await desk.put(f"/appointments/{office.VISIT}/Break", sendToUnscheduledList="true"))
    assert (await recall(desk, office.ANN))["DateScheduled"] == NONE


async def test_a_completed_visit_counts(desk: Desk) -> None:
    """Completing an appointment completes its procedures, and the recall follows."""
    good(await desk.put("/procedurelogs/5", AptNum=office.VISIT))
    desk.sql("UPDATE recall SET DateDue = DateDueCalc WHERE RecallNum = ?", ANNS)
    good(await desk.put(f"/appointments/{office.VISIT}", AptStatus="Complete"))
    row = await recall(desk, office.ANN)
    assert (row["DatePrevious"], row["DateDue"], row["DateScheduled"]) == ("2026-11-23", "2027-05-24", NONE)


async def test_a_reminder_is_noted(desk: Desk) -> None:
    """PUT Status sets the status and writes a commlog of the office's recall type, mode None."""
    good(await desk.put("/recalls/Status", PatNum=office.ANN, recallType="prophy", RecallStatus=31))
    assert (await recall(desk, office.ANN))["recallStatus"] == "Left message"
    newest = (await desk.rows("/commlogs", PatNum=office.ANN))[0]
    assert (newest["commType"], newest["Mode_"], newest["SentOrReceived"]) == ("Recall", "None", "Sent")
    assert newest["Note"] == "Recall reminder. Status: Left message"


async def test_a_reminder_may_have_its_own_words(desk: Desk) -> None:
    """A commlogMode and commlogNote replace the defaults; without RecallStatus the status stays."""
    fields = {"PatNum": office.ANN, "recallType": "Prophy"}
    good(await desk.put("/recalls/Status", **fields, commlogMode="InPerson", commlogNote="Out of town"))
    newest = (await desk.rows("/commlogs", PatNum=office.ANN))[0]
    assert (newest["Mode_"], newest["Note"]) == ("In Person", "Out of town")
    assert (await recall(desk, office.ANN))["recallStatus"] == "To call"


@pytest.mark.parametrize("kind", ["Perio", "No such type"])
async def test_a_reminder_needs_its_recall(desk: Desk, kind: str) -> None:
    """A type that the patient has no recall of, or that doesn't exist, is a 404."""
    refused(await desk.put("/recalls/Status", PatNum=office.ANN, recallType=kind), 404, "not found")


async def test_switching_there_and_back(desk: Desk) -> None:
    """Prophy becomes Perio with that type's interval, and vice versa."""
    good(await desk.put("/recalls/SwitchType", PatNum=office.INACTIVE))
    row = await recall(desk, office.INACTIVE, people.PERIO)
    assert (row["RecallNum"], row["RecallInterval"], row["DateDue"]) == (EVES, "4m", "2026-09-01")
    good(await desk.put("/recalls/SwitchType", PatNum=office.INACTIVE))
    row = await recall(desk, office.INACTIVE)
    assert (row["RecallInterval"], row["DateDue"]) == ("6m1d", "2026-11-02")


async def test_switching_needs_one_of_the_two(desk: Desk) -> None:
    """Neither is a 404, both a 400, and so is an office that has not set the types."""
    refused(await desk.put("/recalls/SwitchType", PatNum=office.BEN), 404, "Recall not found")
    good(await desk.post("/recalls", PatNum=office.ANN, RecallTypeNum=people.PERIO))
    refused(await desk.put("/recalls/SwitchType", PatNum=office.ANN), 400, "both")
    desk.prefer("RecallTypeSpecialPerio", "0")
    refused(await desk.put("/recalls/SwitchType", PatNum=office.INACTIVE), 400, "set up")


async def test_a_deleted_patients_recall_stays(desk: Desk) -> None:
    """A deleted patient's recalls can't be changed."""
    desk.sql("UPDATE recall SET PatNum = ? WHERE RecallNum = ?", office.DELETED, ANNS)
    refused(await desk.put(f"/recalls/{ANNS}", Note="x"), 400, "deleted")
