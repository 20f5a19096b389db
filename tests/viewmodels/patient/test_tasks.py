"""The open tasks on the patient page."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from app.api.errors import PermissionMissing
from app.services.people.secrets import SecretsInMemory
from app.store.patients.parts import Unread
from app.store.tasks.changes import Standing, TaskChange
from app.viewmodels.staff.patient.sections.tasks import PatientTaskRow, TasksSection
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.permissions import Permission
from app.wire.resources.definitions import Definition
from app.wire.resources.task_lists import TaskList
from app.wire.resources.tasks import TaskStatusEnum
from tests.journeys.practices import Served
from tests.support.kinds import the
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk
from tests.viewmodels.patient.test_screen import page_of
from tests.viewmodels.tasks.test_marks import APPOINTMENT, PATIENT, task


@pytest.fixture
async def model(open_desk_on: OpenDesk, served: Served) -> ScheduleScreenViewModel:
    """A desk at which Ana is signed in."""
    served.secrets = SecretsInMemory()
    return await open_desk_on(served)


def titles(section: TasksSection) -> list[str]:
    """Those that are listed."""
    return [row.title for row in section.rows]


async def test_those_of_the_patient(model: ScheduleScreenViewModel) -> None:
    """Overdue ones first, then the urgent ones, then the newest; the appointment's are the patient's, too."""
    desk, board = model.desk, model.parts.tasks()
    await desk.tasks.marks.begin()
    visit = model.schedule.grid.visits[0].visit
    section = (await page_of(model, visit.pat_num)).sections["tasks"]
    assert isinstance(section, TasksSection)
    assert section.note == "Loading…"
    model.parts.task_priorities().take(
        [Definition(DefNum=7, ItemName="High"), Definition(DefNum=8, ItemName="Normal", ItemValue="D")]
    )
    board.reading.lists[3] = TaskList(TaskListNum=3, Descript="Front desk")
    board._tell(TaskChange(lists=True))
    board.apply(
        replace(task(9001, visit.pat_num, PATIENT, "Send the form"), TaskListNum=3),
        replace(task(9002, visit.pat_num, PATIENT, "Ask for the card"), PriorityDefNum=8, TaskListNum=3),
        replace(task(9003, visit.apt_num, APPOINTMENT, "Call lab\ntwice"), PriorityDefNum=7, TaskListNum=3),
        replace(task(9004, visit.pat_num, PATIENT, "Late"), PriorityDefNum=8, DateTask=date(2020, 1, 9)),
        task(9005, visit.pat_num + 1, PATIENT, "Another's"),
    )
    assert titles(section)[:2] == ["Late", "Call lab"]
    assert {*titles(section)[2:]} == {"Send the form", "Ask for the card"}
    row = section.rows[1]
    assert (row.priority, row.tone) == ("High", "money")
    assert row.about.startswith("Appointment ")
    assert row.about.endswith(" · Front desk")
    assert section.rows[0].overdue == "Overdue"
    board.apply(replace(task(9003, visit.apt_num), TaskStatus=TaskStatusEnum.DONE))
    assert "Call lab" not in titles(section)
    section.show(None)
    assert isinstance(section.state, Unread)


async def test_what_is_refused(model: ScheduleScreenViewModel) -> None:
    """Without the right to read tasks the section says why, and nothing is marked."""
    board = model.parts.tasks()
    await model.desk.tasks.marks.begin()
    section = (await page_of(model, model.schedule.grid.visits[0].visit.pat_num)).sections["tasks"]
    board.why = PermissionMissing("Tasks.list", permission=Permission.READ_ALL)
    board._stand(Standing.REFUSED)
    assert section.refused
    assert section.note
    assert not model.tasks.texts
    section.read_again()
    await until(lambda: section.value is not None)


async def test_its_actions(model: ScheduleScreenViewModel) -> None:
    """A click opens a task on its screen; "Add task" begins one for the patient."""
    desk = model.desk
    pat_num = model.schedule.grid.visits[0].visit.pat_num
    section = the(TasksSection, (await page_of(model, pat_num)).sections["tasks"])
    asked: list[object] = []
    desk.tasks.show = asked.append
    desk.tasks.new = lambda about: asked.append(about.pat_num)
    section.open(PatientTaskRow(9001, "Call lab", "", "", "", "", ""))
    section.action.run()
    await until(lambda: asked == [9001, pat_num])
