"""Own writes reach the board at once, and only these make a signal old news."""

from __future__ import annotations

from app.wire.resources.tasks import TaskStatusEnum
from tests.practice.office_people import AUTHOR, CALL_BACK, ORDER, READER
from tests.services.front_desk import DONE, REFUSED, Town
from tests.services.writes.tasks.task_desk import open_desk


async def test_what_another_user_did_is_still_news(town: Town) -> None:
    """A write that another user's note or status stood against explains no signal of theirs; an own one does."""
    front = await open_desk(town)
    office, tasks, board = front.desk.client, front.tasks, front.board
    await board.read_notes(CALL_BACK)
    await office.task_notes.create(TaskNum=CALL_BACK, UserNum=AUTHOR, Note="Taken by BK")
    await office.tasks.update(ORDER, TaskStatus=TaskStatusEnum.DONE)
    assert (await tasks.take(front.task(CALL_BACK))).state is REFUSED
    assert (await tasks.mark(front.task(ORDER), TaskStatusEnum.DONE)).state is DONE
    assert [note.UserNum for note in board.notes(CALL_BACK) or ()] == [AUTHOR, AUTHOR]
    assert front.task(ORDER).TaskStatus is TaskStatusEnum.DONE
    assert board.written == {}
    await tasks.note(front.task(CALL_BACK), "Reached")
    assert [note.UserNum for note in board.notes(CALL_BACK) or ()] == [AUTHOR, AUTHOR, READER]
    assert list(board.written) == [CALL_BACK]
