"""The notes of tasks in memory."""

from __future__ import annotations

import asyncio

from app.store.tasks.board import TaskBoard
from app.wire.resources.task_notes import TaskNote
from tests.practice import office_people as people
from tests.support.bench_office import Bench

PATH = "/tasknotes"


async def test_a_late_answer_does_not_take_back_an_own_note(bench: Bench) -> None:
    """A note that was written while the notes were being read stays, once; the next reading decides."""
    board = TaskBoard(bench.client, bench.clock)
    released = bench.wire.hold(PATH)
    reading = asyncio.gather(board.read_notes(people.CALL_BACK))
    await bench.wire.until(PATH)
    board.apply_note(TaskNote(9, people.CALL_BACK, people.AUTHOR, bench.clock.now(), "Mine"))
    released.set()
    (notes,) = await reading
    assert [each.TaskNoteNum for each in notes] == [1, 9]
    assert [each.TaskNoteNum for each in await board.read_notes(people.CALL_BACK)] == [1]


async def test_a_changed_note_keeps_its_place(bench: Bench) -> None:
    """An edited note is not moved to the end; a note of a task whose notes are unknown is not shown alone."""
    board = TaskBoard(bench.client, bench.clock)
    board.apply_note(TaskNote(7, people.ORDER, people.AUTHOR, bench.clock.now(), "Alone"))
    assert board.notes(people.ORDER) is None
    await bench.client.task_notes.create(TaskNum=people.CALL_BACK, UserNum=people.AUTHOR, Note="Reached")
    first, second = await board.read_notes(people.CALL_BACK)
    board.apply_note(TaskNote(first.TaskNoteNum, people.CALL_BACK, people.AUTHOR, first.DateTimeNote, "Busy"))
    notes = board.notes(people.CALL_BACK)
    assert notes is not None
    assert [each.Note for each in notes] == ["Busy", second.Note]
