"""Handing the open task on: what was entered is kept until it is in the journal."""

from __future__ import annotations

from app.practice.server.faults import Fault
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.tasks.open.hands import opened, read, some

CARD = "Card 4111 1111 1111 1111"


async def test_what_is_refused_is_kept(desk: ScheduleScreenViewModel) -> None:
    """A note with a card's number is refused; the list and the note are there again, and once sent no more."""
    model = await opened(desk)
    task, chooser = some(model), model.hand_on
    await read(model, task)
    chooser.open(task)
    chooser.type_text("repairs")
    chooser.write(CARD)
    before = len(desk.desk.notices.items)
    chooser.confirm()
    await until(lambda: len(desk.desk.notices.items) > before)
    chooser.open(task)
    assert (chooser.state.note, chooser.state.chosen and chooser.state.chosen.name) == (CARD, "Repairs")
    chooser.write("Call them")
    chooser.confirm()
    await until(lambda: model.board.task(task.TaskNum).TaskStatus.value == "Done")
    chooser.open(task)
    assert (chooser.state.note, chooser.state.chosen) == ("", None)


async def test_one_that_waits_is_in_the_thread(desk: ScheduleScreenViewModel, served: Served) -> None:
    """While the server is down the open task says that it is being handed on; that can be canceled there."""
    model = await opened(desk)
    task = some(model)
    await read(model, task)
    served.faults.unreachable = True
    target = next(each for each in model.board.lists if each != task.TaskListNum)
    model.hand_on_to(target)
    await until(lambda: [each.row.can_withdraw for each in model.pending.rows] == [True])
    assert model.pending.rows[0].words.startswith("Task handed on to ")
    assert not model.actions.may_hand_on().ok
    model.pending.withdraw(model.pending.rows[0].row.id)
    await until(lambda: not model.pending.rows and model.actions.may_hand_on().ok)
    served.faults.unreachable = False


async def test_what_is_half_done_ends_undo(desk: ScheduleScreenViewModel, served: Served) -> None:
    """The new task is there, but the old one stays open: Ctrl+Z says so instead of undoing an earlier change."""
    model = await opened(desk)
    task = some(model)
    await read(model, task)
    served.faults.plan("Tasks.update", Fault.NOT_PERMITTED)
    model.hand_on_to(next(each for each in model.board.lists if each != task.TaskListNum))
    await until(lambda: bool(desk.desk.notices.items) and desk.desk.notices.items[-1].kind == "error")
    verdict = desk.desk.commands["undo"].verdict
    assert not verdict.ok
    assert str(verdict.reason).startswith("Task handed on to ")
    assert "this can't be undone here." in str(verdict.reason)
