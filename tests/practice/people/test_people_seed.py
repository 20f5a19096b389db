"""The made-up practice's recalls, tasks, relationships, referrals and ASAP texts, in its database."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from app.practice.server.app import open_practice
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from tests.practice.conftest import OfficeClock, Seeded, client_of, good, reading

TODAY = datetime.date(2026, 3, 11)
OPEN = "TaskStatus < 2 AND DateTask"


@pytest.fixture
def office(seeded: Seeded) -> Iterator[sa.Connection]:
    """The practice of a Wednesday in March."""
    with reading(seeded(TODAY)) as connection:
        yield connection


def ask(office: sa.Connection, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    return [tuple(row) for row in office.exec_driver_sql(sql)]


def count(office: sa.Connection, sql: str) -> int:
    """The row count of a condition: "recall WHERE …"."""
    return int(office.exec_driver_sql(f"SELECT COUNT(*) FROM {sql}").scalar_one())


def test_recalls_of_active_patients(office: sa.Connection) -> None:
    """Nearly every active patient has a cleaning recall: due, overdue, scheduled, reminded, disabled."""
    active = count(office, "patient WHERE PatStatus = 0")
    cleanings = "recall WHERE RecallTypeNum IN (1, 3)"
    assert count(office, f"(SELECT DISTINCT PatNum FROM {cleanings})") > 0.95 * active
    assert count(office, f"{cleanings} AND DateScheduled > '0001-01-01'") > 300
    assert count(office, f"{cleanings} AND DateScheduled = '0001-01-01' AND DateDue < '{TODAY}'") > 100
    assert count(office, f"{cleanings} AND DateDue > '{TODAY}'") > 400
    assert count(office, f"{cleanings} AND RecallStatus > 0") > 30
    assert count(office, f"{cleanings} AND IsDisabled = 1") > 0
    twice = "(SELECT PatNum FROM recall GROUP BY PatNum, RecallTypeNum HAVING COUNT(*) > 1)"
    assert count(office, twice) == 0
    both = "recall a JOIN recall b ON b.PatNum = a.PatNum WHERE a.RecallTypeNum = 1 AND b.RecallTypeNum = 3"
    assert count(office, both) == 0


async def test_recalls_are_as_the_practice_keeps_them(
    seeded: Seeded, tmp_path: Path, office: sa.Connection
) -> None:
    """Synchronizing the seeded recalls changes none: they agree with procedures and appointments."""
    wanted = "SELECT RecallNum, Note, DateDue, DatePrevious, DateScheduled, DateDueCalc FROM recall"
    before = ask(office, wanted)
    path = tmp_path / "practice.db"
    shutil.copyfile(seeded(TODAY), path)
    practice = open_practice(
        str(path),
        seed=7,
        today=TODAY,
        clock=OfficeClock(datetime.datetime.combine(TODAY, datetime.time(7, 0))),
        pace=None,
        permissions=frozenset(Permission),
        version=NEWEST,
    )
    async with client_of(practice) as http:
        for number, note, *_ in before[::29]:
            good(await http.put(f"/recalls/{number}", json={"Note": note}))
    practice.close()
    with reading(path) as brought_up_to_date:
        assert ask(brought_up_to_date, wanted) == before


def test_reminders_follow_the_last_visit(office: sa.Connection) -> None:
    """A recall with a status was reminded since the last appointment, by a commlog of the recall type."""
    reminded = (
        "SELECT r.PatNum, r.DatePrevious, MAX(c.CommDateTime) FROM recall r "
        "JOIN commlog c ON c.PatNum = r.PatNum AND c.Note = 'Recall reminder' "
        "WHERE r.RecallStatus > 0 GROUP BY r.RecallNum"
    )
    rows = ask(office, reminded)
    assert len(rows) == count(office, "recall WHERE RecallStatus > 0")
    assert all(previous < last[:10] < str(TODAY) for _, previous, last in rows)


def test_tasks(office: sa.Connection) -> None:
    """There are tasks for today and overdue ones, a tree of lists, and no time in the future."""
    assert count(office, f"task WHERE {OPEN} = '{TODAY}'") >= 5
    assert (
        count(office, f"task WHERE {OPEN} BETWEEN '0002-01-01' AND '{TODAY - datetime.timedelta(days=1)}'")
        >= 5
    )
    assert count(office, "tasklist WHERE Parent > 0") >= 5
    assert count(office, "task WHERE (TaskStatus = 2) <> (DateTimeFinished > '0002-01-01')") == 0
    assert count(office, f"task WHERE SecDateTEdit < DateTimeOriginal OR SecDateTEdit >= '{TODAY}'") == 0
    assert count(office, "task WHERE ObjectType = 1 AND KeyNum NOT IN (SELECT PatNum FROM patient)") == 0
    assert count(office, "task WHERE ObjectType = 2 AND KeyNum NOT IN (SELECT AptNum FROM appointment)") == 0


def test_tasks_stand_under_their_lists(office: sa.Connection) -> None:
    """Every task has its list and those above it as ancestors, and nobody has an unread task that is done."""
    expected = ask(
        office,
        "WITH RECURSIVE up(TaskNum, List) AS (SELECT TaskNum, TaskListNum FROM task UNION ALL "
        "SELECT up.TaskNum, l.Parent FROM up JOIN tasklist l ON l.TaskListNum = up.List WHERE l.Parent > 0) "
        "SELECT TaskNum, List FROM up ORDER BY 1, 2",
    )
    assert ask(office, "SELECT TaskNum, TaskListNum FROM taskancestor ORDER BY 1, 2") == expected
    assert count(office, "taskunread u JOIN task t ON t.TaskNum = u.TaskNum WHERE t.TaskStatus = 2") == 0
    assert count(office, "taskunread u JOIN task t ON t.TaskNum = u.TaskNum WHERE t.UserNum = u.UserNum") == 0


def test_inboxes(office: sa.Connection) -> None:
    """Every user has an inbox of their own, and follows it."""
    rows = ask(
        office,
        "SELECT u.UserName, l.Descript FROM userod u JOIN tasklist l ON l.TaskListNum = u.TaskListInBox "
        "JOIN tasksubscription s ON s.UserNum = u.UserNum AND s.TaskListNum = l.TaskListNum",
    )
    assert len(rows) == count(office, "userod")
    assert all(name in inbox for name, inbox in rows)


def test_relationships_stay_in_the_family(office: sa.Connection) -> None:
    """A child's guardians are adults of its own family."""
    strange = (
        "guardian g JOIN patient c ON c.PatNum = g.PatNumChild JOIN patient p ON p.PatNum = g.PatNumGuardian "
        "WHERE c.Guarantor <> p.Guarantor OR c.Position <> 2 OR p.Position = 2"
    )
    assert count(office, "guardian") > 500
    assert count(office, strange) == 0


def test_restricted_patients_have_no_visit_ahead(office: sa.Connection) -> None:
    """Patients who may not be scheduled aren't."""
    ahead = f"SELECT PatNum FROM appointment WHERE AptStatus = 1 AND AptDateTime >= '{TODAY}'"
    assert count(office, "patrestriction") == 6
    assert count(office, f"patrestriction WHERE PatNum IN ({ahead})") == 0


def test_patient_fields(office: sa.Connection) -> None:
    """Every value belongs to a defined field, and one of a pick list is one of its items."""
    assert count(office, "patfield WHERE FieldName NOT IN (SELECT FieldName FROM patfielddef)") == 0
    wrong = (
        "patfield f JOIN patfielddef d ON d.FieldName = f.FieldName AND d.FieldType = 1 WHERE f.FieldValue "
        "NOT IN (SELECT Name FROM patfieldpickitem i WHERE i.PatFieldDefNum = d.PatFieldDefNum)"
    )
    assert count(office, wrong) == 0
    assert count(office, "patfield") > 200


def test_referrals(office: sa.Connection) -> None:
    """Only outgoing referrals have a provider and a status, and nobody is referred by their own family."""
    assert count(office, "refattach WHERE RefType = 1") > 100
    assert count(office, "refattach WHERE RefType = 0") > 20
    assert count(office, "refattach WHERE (RefType = 0) <> (ProvNum > 0)") == 0
    own = (
        "refattach a JOIN referral r ON r.ReferralNum = a.ReferralNum JOIN patient s ON s.PatNum = r.PatNum "
        "JOIN patient p ON p.PatNum = a.PatNum WHERE p.Guarantor = s.Guarantor"
    )
    assert count(office, own) == 0


def test_asap_texts(office: sa.Connection) -> None:
    """A text is about an ASAP appointment and offers a block on the schedule before the appointment."""
    right = (
        "asapcomm t JOIN appointment a ON a.AptNum = t.FKey AND a.PatNum = t.PatNum AND a.Priority = 1 "
        "JOIN schedule s ON s.ScheduleNum = t.ScheduleNum AND s.SchedType = 4 "
        "WHERE t.DateTimeOrig = a.AptDateTime AND s.SchedDate < DATE(a.AptDateTime)"
    )
    assert count(office, "asapcomm") == count(office, right) > 5
