"""Handing the open task on: what was entered is kept until it is in the journal."""

from __future__ import annotations

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
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
