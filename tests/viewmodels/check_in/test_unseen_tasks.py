"""An arrival that nobody has seen, and changed health or insurance, become one task for the whole office."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from app.wire.hub.check_in import CLAIM_SECONDS, CheckInRules, TaskAbout
from app.wire.hub.kiosk import HELP, PROPOSE, Help, Propose, Step
from app.wire.resources.tasks import Task, TaskObjectType
from tests.support.qt_loop import until
from tests.support.waiting_room import WaitingRoom
from tests.viewmodels.check_in.desks import BEN, CheckInDesk, CheckInDesks

CALLS, INSURANCE = 9, 10
"""Task lists of the made-up practice."""
RULES = CheckInRules(unseen_minutes=5, unseen_task_list=CALLS, answers_task_list=INSURANCE)
SIX_MINUTES = 360.0


async def tasks_of(room: WaitingRoom, list_num: int, words: str) -> list[Task]:
    """The tasks of a list with these words."""
    rows = await room.office.tasks.list(TaskListNum=list_num)
    return [row for row in rows if words in row.Descript]


def knows(at: CheckInDesk, about: TaskAbout) -> bool:
    """Whether a desk knows that the task is there, or on its way."""
    return any(key[0] is about for key in at.check_in.tasks.known)


async def test_an_unseen_arrival_is_one_task_with_two_desks(
    open_check_in: CheckInDesks, room: WaitingRoom
) -> None:
    """After the office's minutes exactly one desk writes it, attached to the appointment; no name is in its text."""
    await room.rules(RULES)
    apt_num = await room.expected()
    desks = await open_check_in(), await open_check_in(BEN)
    await room.arrive(await room.visit())
    await until(lambda: all(each.check_in.arrivals.unseen for each in desks))
    assert await tasks_of(room, CALLS, "Kiosk 1") == []
    await open_check_in.skip(SIX_MINUTES)
    await until(lambda: any(knows(each, TaskAbout.ARRIVAL) for each in desks))
    await open_check_in.skip(CLAIM_SECONDS + 1)
    await until(lambda: all(knows(each, TaskAbout.ARRIVAL) for each in desks))
    (task,) = await tasks_of(room, CALLS, "Kiosk 1")
    assert (task.ObjectType, task.KeyNum) == (TaskObjectType.APPOINTMENT, apt_num)
    assert task.Descript.startswith("Checked in at Kiosk 1, ")
    assert "Okafor" not in task.Descript


async def test_a_seen_arrival_is_no_task(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """Seen in time, at whichever desk, it becomes nothing."""
    await room.rules(RULES)
    await room.expected()
    first, second = await open_check_in(), await open_check_in(BEN)
    await room.arrive(await room.visit())
    await until(lambda: bool(first.check_in.arrivals.unseen))
    await first.check_in.arrivals.see_all()
    await until(lambda: not second.check_in.arrivals.unseen)
    await open_check_in.skip(SIX_MINUTES)
    await asyncio.sleep(0)
    assert not knows(first, TaskAbout.ARRIVAL)
    assert not knows(second, TaskAbout.ARRIVAL)
    assert await tasks_of(room, CALLS, "Kiosk 1") == []


async def test_a_seated_patient_is_no_task(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """Who takes a patient to the chair has seen them: nobody marks that as seen, nor does a desk that starts later."""
    await room.rules(RULES)
    apt_num = await room.expected()
    at = await open_check_in()
    await room.arrive(await room.visit())
    await until(lambda: bool(at.check_in.arrivals.unseen))
    await room.office.appointments.confirm(apt_num, defNum=room.stages.seated)
    await open_check_in.reread(at)
    await until(lambda: not at.check_in.arrivals.unseen)
    await open_check_in.skip(SIX_MINUTES)
    later = await open_check_in(BEN)
    await open_check_in.calm()
    assert [knows(each, TaskAbout.ARRIVAL) for each in (at, later)] == [False, False]
    assert await tasks_of(room, CALLS, "Kiosk 1") == []
    (arrival,) = await room.arrivals()
    assert not arrival.seen_by


async def test_a_call_for_help_is_a_task_of_nobody(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """Without an appointment the task is attached to nothing, and the first list is used where none is chosen."""
    await room.rules(CheckInRules(unseen_minutes=5))
    at = await open_check_in()
    await room.kiosk.call(HELP, Help(step=Step.BIRTHDATE))
    await until(lambda: bool(at.check_in.arrivals.unseen))
    (task,) = at.check_in.tasks.due()
    (arrival,) = at.check_in.arrivals.unseen
    assert (task.pat_num, task.apt_num, task.list_num) == (0, 0, 0)
    assert task.at - arrival.at == timedelta(minutes=5)
    assert task.text.startswith("Needs help at Kiosk 1, ")


async def test_changed_insurance_is_one_task_at_once(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """It is in the office's list, attached to the patient; both desks can open it."""
    await room.rules(RULES)
    pat_num = await room.patient()
    await room.book(pat_num)
    desks = await open_check_in(), await open_check_in(BEN)
    visit = await room.visit()
    await room.kiosk.call(PROPOSE, Propose(visit=visit, index=0, insurance_changed=True))
    await until(lambda: any(knows(each, TaskAbout.ANSWERS) for each in desks))
    await open_check_in.skip(CLAIM_SECONDS + 1)
    await until(lambda: all(knows(each, TaskAbout.ANSWERS) for each in desks))
    (task,) = await tasks_of(room, INSURANCE, "insurance have changed") or await tasks_of(
        room, INSURANCE, "insurance has changed"
    )
    assert (task.ObjectType, task.KeyNum) == (TaskObjectType.PATIENT, pat_num)
    for each in desks:
        (card,) = each.check_in.changes.cards
        assert card.answers == "The patient says that their insurance has changed."
        assert card.task_num == task.TaskNum


async def test_a_desk_without_a_person_writes_none(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """It says that somebody has to sign in, because a task in Open Dental has a user; who signs in writes it."""
    await room.rules(RULES)
    await room.expected()
    empty = await open_check_in(None)
    visit = await room.visit()
    await room.kiosk.call(PROPOSE, Propose(visit=visit, index=0, health_changed=True))
    await until(lambda: bool(empty.check_in.changes.cards))
    assert empty.check_in.changes.cards[0].why_no_task.startswith("Sign in first")
    await room.arrive(visit)
    await until(lambda: bool(empty.check_in.arrivals.unseen))
    await open_check_in.skip(SIX_MINUTES)
    await asyncio.sleep(0)
    assert not knows(empty, TaskAbout.ARRIVAL)
    empty.desk.parts.staff.enter(BEN)
    await until(lambda: knows(empty, TaskAbout.ARRIVAL))
    assert not empty.check_in.changes.cards[0].why_no_task
    assert len(await tasks_of(room, CALLS, "Kiosk 1")) == 1
