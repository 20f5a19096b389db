"""What this PC wrote itself is not read again, and notes only where somebody wants them."""

from __future__ import annotations

import asyncio
from typing import Any

from app.store.tasks.keeping import HANDFUL, TaskKeeper
from tests.practice import office_people as people
from tests.store.tasks.story import NOTES, ONE, SIGNALS, VIEWED, story_of
from tests.support.bench_office import Bench


async def test_what_this_pc_wrote_is_not_read_again(bench: Bench) -> None:
    """A write's own signal costs nothing; another desk's change in the same second is read."""
    story = await story_of(bench)
    story.board.apply(await bench.client.tasks.update(people.CALL_BACK, TaskStatus=VIEWED))
    assert await story.hear() == [SIGNALS]
    bench.clock.step(5)
    story.board.apply(await bench.client.tasks.update(people.CALL_BACK, Descript="Mine"))
    await bench.client.tasks.update(people.CALL_BACK, Descript="Theirs")
    assert await story.hear() == [SIGNALS, ONE]
    row = story.board.task(people.CALL_BACK)
    assert row is not None
    assert row.Descript == "Theirs"


async def test_a_note_is_read_where_the_notes_are_known(bench: Bench) -> None:
    """A new note, and a changed one, cost one request more if the task's notes were read, else none; own ones none."""
    story = await story_of(bench)
    note: dict[str, Any] = {"TaskNum": people.CALL_BACK, "UserNum": people.AUTHOR, "Note": "Reached"}
    await bench.client.task_notes.create(**note)
    assert await story.hear() == [SIGNALS, ONE]
    assert len(await story.board.read_notes(people.CALL_BACK)) == 2
    bench.clock.step(5)
    added = await bench.client.task_notes.create(**note)
    assert await story.hear() == [SIGNALS, ONE, NOTES]
    bench.clock.step(5)
    await bench.client.task_notes.update(added.TaskNoteNum, Note="Reached her")
    assert await story.hear() == [SIGNALS, ONE, NOTES]
    notes = story.board.notes(people.CALL_BACK)
    assert notes is not None
    assert [each.Note for each in notes] == ["No answer", "Reached", "Reached her"]
    bench.clock.step(5)
    story.board.apply_note(await bench.client.task_notes.create(**note))
    assert await story.hear() == [SIGNALS]


async def test_a_status_leaves_the_notes_alone(bench: Bench) -> None:
    """A signal that the task's row explains does not make its notes be read."""
    story = await story_of(bench)
    await story.board.read_notes(people.CALL_BACK)
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=VIEWED)
    assert await story.hear() == [SIGNALS, ONE]


async def test_a_note_on_a_followed_task(bench: Bench) -> None:
    """Its notes are read although nobody has opened them: a note makes a task unread for those who follow it."""
    story = await story_of(bench)
    story.keeper = TaskKeeper(
        story.board, bench.office.signals, wants_notes=lambda task: task.TaskNum == people.CALL_BACK
    )
    story.keeper.listen()
    for task_num in (people.CALL_BACK, people.ORDER):
        await bench.client.task_notes.create(TaskNum=task_num, UserNum=people.AUTHOR, Note="Reached")
    assert await story.hear() == [SIGNALS, ONE, NOTES, f"GET /tasks/{people.ORDER}"]
    bench.clock.step(5)
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=VIEWED)
    assert await story.hear() == [SIGNALS, ONE]
    for _ in range(HANDFUL):
        await bench.client.tasks.create(TaskListNum=people.CALLS, Descript="Call", UserNum=people.AUTHOR)
    await bench.client.task_notes.create(TaskNum=people.CALL_BACK, UserNum=people.AUTHOR, Note="Again")
    assert (await story.hear())[-1] == NOTES


async def test_a_note_while_the_one_before_it_is_read(bench: Bench) -> None:
    """It is read as well, also if the task was edited with it."""
    story = await story_of(bench)
    await story.board.read_notes(people.CALL_BACK)
    note: dict[str, Any] = {"TaskNum": people.CALL_BACK, "UserNum": people.AUTHOR, "Note": "Reached"}
    await bench.client.task_notes.create(**note)
    bench.wire.take()
    released = bench.wire.hold(NOTES)
    hearing = asyncio.gather(story.hear())
    await bench.wire.until(NOTES)
    bench.clock.step(2)
    await bench.client.task_notes.create(**note)
    await bench.client.tasks.update(people.CALL_BACK, Descript="Call again")
    await bench.office.signals.read()
    released.set()
    await hearing
    await story.keeper.read_heard()
    assert len(story.board.notes(people.CALL_BACK) or ()) == 3
