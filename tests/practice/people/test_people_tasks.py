"""Tasks and their notes: history, unread marks, status, signals."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import office
from tests.practice import office_people as people
from tests.practice.conftest import Desk, Opener, good, refused

NO_TIME = "0001-01-01 00:00:00"
NEW = {"TaskListNum": people.CALLS, "Descript": "Ask for the card", "UserNum": people.AUTHOR}


def unread(desk: Desk, task_num: int) -> list[int]:
    """The users who have not read a task."""
    rows = desk.sql("SELECT UserNum FROM taskunread WHERE TaskNum = ? ORDER BY UserNum", task_num)
    return [user for (user,) in rows]


async def signals(desk: Desk) -> set[tuple[str, str, int]]:
    """The signals at noon."""
    rows = await desk.rows("/signalods", SigDateTime="2026-11-23 11:59:59")
    return {(each["IType"], each["FKeyType"], each["FKey"]) for each in rows}


async def test_a_new_task(desk: Desk) -> None:
    """It is New, created and entered now, with the office's default priority, unattached, not finished."""
    row = good(await desk.post("/tasks", **NEW)).json()
    assert (row["TaskStatus"], row["ObjectType"], row["KeyNum"]) == ("New", "None", 0)
    assert row["DateTimeEntry"] == row["DateTimeOriginal"] == row["SecDateTEdit"] == "2026-11-23 12:00:00"
    assert (row["PriorityDefNum"], row["DateTimeFinished"]) == (people.NORMAL, NO_TIME)
    assert (row["ReminderType"], row["UserNum"], row["IsReadOnly"]) == ("NoReminder", people.AUTHOR, "false")


async def test_what_is_sent_is_kept(desk: Desk) -> None:
    """A given entry time, priority and short description are kept; the creation time is still now."""
    own = {
        "DateTimeEntry": "2026-11-30 08:00:00",
        "PriorityDefNum": people.URGENT,
        "DescriptOverride": "d" * 256,
    }
    row = good(await desk.post("/tasks", **NEW, **own)).json()
    assert {name: row[name] for name in own} == own
    assert row["DateTimeOriginal"] == "2026-11-23 12:00:00"
    refused(await desk.post("/tasks", **NEW, DescriptOverride="d" * 257), 400, "DescriptOverride", "256")


async def test_without_a_default_priority_the_first_one(desk: Desk) -> None:
    """An office without a default priority uses the first of category 33."""
    desk.sql("UPDATE definition SET ItemValue = '' WHERE DefNum = ?", people.NORMAL)
    assert good(await desk.post("/tasks", **NEW)).json()["PriorityDefNum"] == people.URGENT


@pytest.mark.parametrize("field", ["TaskListNum", "UserNum"])
async def test_a_task_needs_its_list_and_its_author(desk: Desk, field: str) -> None:
    """0 means no list and no user."""
    refused(await desk.post("/tasks", **{**NEW, field: 0}), 404, "not found")


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"KeyNum": office.ANN}, 400, "ObjectType"),
        ({"KeyNum": office.ANN, "ObjectType": "None"}, 400, "ObjectType"),
        ({"KeyNum": 999, "ObjectType": "Patient"}, 404, "Patient not found"),
        ({"KeyNum": 999, "ObjectType": "Appointment"}, 404, "Appointment not found"),
        ({"KeyNum": office.DELETED, "ObjectType": "Patient"}, 400, "deleted"),
        ({"PriorityDefNum": 50}, 400, "33"),
        ({"Descript": " "}, 400, "Descript"),
    ],
)
async def test_what_is_refused(desk: Desk, fields: dict[str, Any], status: int, words: str) -> None:
    """POST and PUT refuse the same invalid fields."""
    refused(await desk.post("/tasks", **{**NEW, **fields}), status, words)
    refused(await desk.put(f"/tasks/{people.ORDER}", **fields), status, words)


async def test_a_new_task_stands_under_every_list_above(desk: Desk) -> None:
    """A task has one ancestor per list, up to the root."""
    number = good(await desk.post("/tasks", **NEW)).json()["TaskNum"]
    rows = desk.sql("SELECT TaskListNum FROM taskancestor WHERE TaskNum = ? ORDER BY 1", number)
    assert rows == [(people.DESK,), (people.CALLS,)]


async def test_lists_in_a_circle_end(desk: Desk) -> None:
    """A cycle of lists, as in a broken database, doesn't hang the office."""
    desk.sql("UPDATE tasklist SET Parent = ? WHERE TaskListNum = ?", people.CALLS, people.DESK)
    good(await desk.post("/tasks", **NEW))


async def test_a_new_task_is_unread_for_its_followers(desk: Desk) -> None:
    """All followers of the list or one above it have it unread, except its author."""
    number = good(await desk.post("/tasks", **NEW)).json()["TaskNum"]
    assert unread(desk, number) == [people.READER]
    other = good(await desk.post("/tasks", **{**NEW, "UserNum": people.OTHER_READER})).json()["TaskNum"]
    assert unread(desk, other) == [people.AUTHOR, people.READER]


async def test_a_new_task_is_signalled(desk: Desk) -> None:
    """Open screens are signaled to show it as a popup, and to reload its lists."""
    number = good(await desk.post("/tasks", **NEW)).json()["TaskNum"]
    assert await signals(desk) == {
        ("TaskPopup", "Task", number),
        ("TaskList", "Undefined", people.CALLS),
        ("TaskList", "Undefined", people.DESK),
    }


async def test_a_change_keeps_how_it_was(desk: Desk) -> None:
    """The history has the task as it was before each change."""
    good(await desk.put(f"/tasks/{people.CALL_BACK}", Descript="Call at 5", PriorityDefNum=people.URGENT))
    good(await desk.put(f"/tasks/{people.CALL_BACK}"))
    rows = desk.sql("SELECT TaskNum, Descript, PriorityDefNum, IsNoteChange, DateTStamp FROM taskhist")
    assert rows == [(people.CALL_BACK, "Call back", people.NORMAL, 0, "2026-11-23 12:00:00")]
    assert ("Task", "Task", people.CALL_BACK) in await signals(desk)
    assert desk.sql("SELECT PermType, FKey FROM securitylog") == [(84, people.CALL_BACK)]


async def test_done_is_finished_and_read(desk: Desk) -> None:
    """Done sets the finish time and removes all unread marks; reopened, it is not finished."""
    good(await desk.post("/tasknotes", TaskNum=people.CALL_BACK, UserNum=people.AUTHOR, Note="x"))
    assert unread(desk, people.CALL_BACK) == [people.READER, people.OTHER_READER]
    row = good(await desk.put(f"/tasks/{people.CALL_BACK}", TaskStatus="Done")).json()
    assert (row["TaskStatus"], row["DateTimeFinished"]) == ("Done", "2026-11-23 12:00:00")
    assert unread(desk, people.CALL_BACK) == []
    row = good(await desk.put(f"/tasks/{people.CALL_BACK}", TaskStatus="New")).json()
    assert (row["TaskStatus"], row["DateTimeFinished"]) == ("New", NO_TIME)


async def test_new_words_open_a_done_task(desk: Desk) -> None:
    """A changed Descript turns Done into Viewed, unless the request says Done; the same text changes nothing."""
    path = f"/tasks/{people.FINISHED}"
    assert good(await desk.put(path, Descript="Scan the card")).json()["TaskStatus"] == "Done"
    row = good(await desk.put(path, Descript="Scan both sides", TaskStatus="Done")).json()
    assert (row["TaskStatus"], row["DateTimeFinished"]) == ("Done", "2026-11-23 10:00:00")
    row = good(await desk.put(path, Descript="Scan it again")).json()
    assert (row["TaskStatus"], row["DateTimeFinished"]) == ("Viewed", NO_TIME)


async def test_what_a_task_is_about_can_change(desk: Desk) -> None:
    """Another ObjectType clears the old key; the same one keeps it."""
    path = f"/tasks/{people.CALL_BACK}"
    assert good(await desk.put(path, ObjectType="Patient")).json()["KeyNum"] == office.ANN
    row = good(await desk.put(path, ObjectType="Appointment", KeyNum=office.VISIT)).json()
    assert (row["ObjectType"], row["KeyNum"]) == ("Appointment", office.VISIT)
    row = good(await desk.put(path, ObjectType="None")).json()
    assert (row["ObjectType"], row["KeyNum"]) == ("None", 0)


async def test_a_task_about_a_deleted_patient_stays(desk: Desk) -> None:
    """It is read-only, with its notes, whether it is about the patient or their appointment."""
    for kind, key in ((1, office.DELETED), (2, office.VISIT)):
        desk.sql("UPDATE appointment SET PatNum = ? WHERE AptNum = ?", office.DELETED, office.VISIT)
        desk.sql("UPDATE task SET ObjectType = ?, KeyNum = ? WHERE TaskNum = ?", kind, key, people.CALL_BACK)
        refused(await desk.put(f"/tasks/{people.CALL_BACK}", Descript="x"), 400, "deleted")
        refused(await desk.put("/tasknotes/1", Note="x"), 400, "deleted")
        note = {"TaskNum": people.CALL_BACK, "UserNum": people.AUTHOR, "Note": "x"}
        refused(await desk.post("/tasknotes", **note), 400, "deleted")
    assert len(await desk.rows("/tasks", ObjectType="Appointment", KeyNum=office.VISIT)) == 1
    assert await desk.rows("/tasks", ObjectType="Patient", KeyNum=office.DELETED) == []


async def test_the_list_of_tasks(desk: Desk) -> None:
    """By default the last 14 days; kinds, statuses, lists and keys filter; a key needs its kind."""

    async def found(**query: Any) -> list[int]:
        return [row["TaskNum"] for row in await desk.rows("/tasks", **query)]

    assert await found() == [people.CALL_BACK, people.FINISHED]
    assert await found(DateTimeOriginal="2026-11-01 08:59:59") == [1, 2, 3]
    assert await found(DateTimeOriginal="2026-11-01 09:00:00") == [1, 3]
    assert await found(TaskStatus="Done", TaskListNum=people.DESK) == [people.FINISHED]
    assert await found(ObjectType="Patient") == [people.CALL_BACK]
    assert await found(ObjectType="Patient", KeyNum=office.BEN) == []
    refused(await desk.get("/tasks", KeyNum=office.ANN), 400, "ObjectType")
    refused(await desk.get("/tasks", ObjectType="Appointment", KeyNum=99), 404, "Appointment not found")


async def test_a_status_came_later_than_the_method(open_desk: Opener) -> None:
    """TaskStatus of PUT needs 24.2.10."""
    desk = open_desk(version="24.2.9")
    refused(await desk.put(f"/tasks/{people.CALL_BACK}", TaskStatus="Done"), 400, "24.2.10")


async def test_the_lists(desk: Desk) -> None:
    """Active lists unless archived ones are requested, each with its parent list."""
    rows = await desk.rows("/tasklists")
    assert [(row["TaskListNum"], row["Parent"]) for row in rows] == [
        (people.DESK, 0),
        (people.CALLS, people.DESK),
    ]
    assert rows[1]["ObjectType"] == "Patient"
    (old,) = await desk.rows("/tasklists", TaskListStatus="Archived")
    assert old["TaskListStatus"] == "Archived"


async def test_a_note_is_a_change_that_followers_have_to_read(desk: Desk) -> None:
    """A note is dated now, keeps the task's history, and is unread once for each follower."""
    fields = {"TaskNum": people.CALL_BACK, "UserNum": people.READER, "Note": "Reached her"}
    row = good(await desk.post("/tasknotes", **fields)).json()
    assert (row["DateTimeNote"], row["Note"]) == ("2026-11-23 12:00:00", "Reached her")
    assert unread(desk, people.CALL_BACK) == [people.AUTHOR, people.OTHER_READER]
    good(await desk.post("/tasknotes", **fields))
    assert unread(desk, people.CALL_BACK) == [people.AUTHOR, people.OTHER_READER]
    assert desk.sql("SELECT IsNoteChange FROM taskhist") == [(1,), (1,)]
    assert ("TaskPopup", "Task", people.CALL_BACK) in await signals(desk)


async def test_a_note_is_replaced(desk: Desk) -> None:
    """PUT replaces text and time, keeps task and user, and marks nobody; a blank note is refused."""
    fields = {"Note": "Reached her", "DateTimeNote": "2026-11-22 08:00:00"}
    row = good(await desk.put("/tasknotes/1", **fields)).json()
    assert {name: row[name] for name in fields} == fields
    assert (row["TaskNum"], row["UserNum"]) == (people.CALL_BACK, people.AUTHOR)
    assert unread(desk, people.CALL_BACK) == []
    assert desk.sql("SELECT TaskNum, IsNoteChange FROM taskhist") == [(people.CALL_BACK, 1)]
    refused(await desk.put("/tasknotes/1", Note=" "), 400, "Note")
    note = {"TaskNum": people.CALL_BACK, "UserNum": people.AUTHOR, "Note": ""}
    refused(await desk.post("/tasknotes", **note), 400, "Note")


async def test_notes_by_task_and_by_user(desk: Desk) -> None:
    """Both filters narrow the list, oldest first."""
    note = {"TaskNum": people.ORDER, "UserNum": people.READER, "Note": "Ordered"}
    number = good(await desk.post("/tasknotes", **note)).json()["TaskNoteNum"]
    assert [row["TaskNoteNum"] for row in await desk.rows("/tasknotes")] == [1, number]
    assert [row["TaskNoteNum"] for row in await desk.rows("/tasknotes", TaskNum=people.ORDER)] == [number]
    assert [row["TaskNoteNum"] for row in await desk.rows("/tasknotes", UserNum=people.AUTHOR)] == [1]
