"""What a chart shows from other resources' tables: tasks, sheets, referrals, discount plans."""

from __future__ import annotations

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, good


async def test_tasks_of_a_patient_are_progress_notes(desk: Desk) -> None:
    """A patient's task shows its list, its author, and its notes in order."""
    desk.sql("INSERT INTO userod (UserNum, UserName) VALUES (90, 'Fay')")
    desk.sql("INSERT INTO tasklist (TaskListNum, Descript) VALUES (90, 'Front')")
    desk.sql(
        "INSERT INTO task (TaskNum, TaskListNum, KeyNum, ObjectType, Descript, DateTimeEntry, UserNum) "
        "VALUES (90, 90, ?, 1, 'Call back', '2022-02-08 15:25:56', 90), "
        "(91, 90, ?, 2, 'Of an appointment', '2022-02-08 15:25:56', 90)",
        office.CARA, office.CARA,
    )  # fmt: skip
    desk.sql(
        "INSERT INTO tasknote (TaskNum, UserNum, DateTimeNote, Note) VALUES (90, 90, '2022-02-08 15:26:00', 'Done')"
    )
    rows = await desk.rows(f"/chartmodules/{office.CARA}/ProgNotes")
    (task,) = [row for row in rows if row["ObjectType"] == "Task"]
    assert (task["PrimaryKey"], task["Description"]) == ("90", "Task - In List: Front")
    assert task["note"] == "Fay - Call back ==Fay - 2/8/2022 3:26 PM - Done"
    assert (task["Date"], task["Time"], task["DateTime"]) == ("02/08/2022", "3:25p", "2/8/2022 3:25:56 PM")


async def test_sheets_of_a_patient_are_progress_notes(desk: Desk) -> None:
    """A sheet shows its description, and Signed when a signature box is filled; deleted ones are left out."""
    desk.sql(
        "INSERT INTO sheet (SheetNum, PatNum, Description, DateTimeSheet, IsDeleted) "
        "VALUES (90, 3, 'Consent', '2022-02-08 15:27:00', 0), (91, 3, 'Letter', '2022-02-08 15:28:00', 0), "
        "(92, 3, 'Gone', '2022-02-08 15:29:00', 1)"
    )
    desk.sql("INSERT INTO sheetfield (SheetNum, FieldType, FieldValue) VALUES (90, 9, 'x'), (91, 9, '')")
    rows = await desk.rows(f"/chartmodules/{office.CARA}/ProgNotes")
    sheets = [(row["Description"], row["Signed"]) for row in rows if row["ObjectType"] == "Sheet"]
    assert sheets == [("Consent", "Signed"), ("Letter", "")]


async def test_patient_info_names_the_referral_and_restrictions(desk: Desk) -> None:
    """Referred From is the first source of the patient; a restriction is named."""
    desk.sql("INSERT INTO referral (ReferralNum, LName, FName) VALUES (90, 'Vance', 'Ida'), (91, 'Web', '')")
    desk.sql(
        "INSERT INTO refattach (ReferralNum, PatNum, ItemOrder, RefType) VALUES (91, 3, 0, 0), (90, 3, 1, 1)"
    )
    desk.sql("INSERT INTO patrestriction (PatNum, PatRestrictType) VALUES (3, 1)")
    rows = await desk.rows(f"/chartmodules/{office.CARA}/PatientInfo")
    lines = [(row["Field"], row["Content"]) for row in rows]
    assert ("Referred From", "Vance, Ida") in lines
    assert ("Pat Restrictions", "Appointment Scheduling") in lines


@pytest.mark.parametrize(
    ("first", "last", "kind"),
    [
        ("0001-01-01", "0001-01-01", "Discount"),
        (office.TODAY, office.TODAY, "Discount"),
        (office.TOMORROW, "0001-01-01", "Insurance"),
        ("2020-01-01", office.YESTERDAY, "Insurance"),
    ],
)
async def test_a_discount_subscribers_plan_is_of_the_discount_type(
    desk: Desk, first: object, last: object, kind: str
) -> None:
    """A new treatment plan has TPType Discount while the patient subscribes to a discount plan."""
    desk.sql("DELETE FROM discountplansub")
    desk.sql(
        "INSERT INTO discountplansub (PatNum, DateEffective, DateTerm) VALUES (?, ?, ?)",
        office.CARA, str(first), str(last),
    )  # fmt: skip
    assert good(await desk.post("/treatplans", PatNum=office.CARA)).json()["TPType"] == kind
