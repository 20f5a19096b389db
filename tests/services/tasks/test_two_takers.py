"""Two people who take the same task are both told of the other."""

from __future__ import annotations

import asyncio

from app.services.tasks.two_takers import TakeWatch, TwoTakers
from tests.practice.office_people import AUTHOR, CALL_BACK, READER
from tests.services.front_desk import DONE, Town
from tests.services.writes.tasks.task_desk import TaskDesk, open_desk


def watched(front: TaskDesk) -> tuple[TakeWatch, list[TwoTakers]]:
    """What a desk is told."""
    told: list[TwoTakers] = []
    journal, clock = front.desk.outbox.journal, front.desk.office.clock
    return TakeWatch(journal, front.board, clock, told.append), told


async def test_within_one_second(town: Town) -> None:
    """Both ask before the other's note is there: neither is refused, and each hears of the other once."""
    desks = [await open_desk(town), await open_desk(town, "back", AUTHOR, "BK")]
    for each in desks:
        await each.board.read_notes(CALL_BACK)
    watches = [watched(each) for each in desks]
    town.gate.wait_for(2, "/tasknotes")
    taken = await asyncio.gather(*(each.tasks.take(each.task(CALL_BACK)) for each in desks))
    assert [entry.state for entry in taken] == [DONE, DONE]
    for each in (*desks, *desks):
        await each.board.read_notes(CALL_BACK)
    assert [told for _, told in watches] == [
        [TwoTakers(CALL_BACK, READER, AUTHOR)],
        [TwoTakers(CALL_BACK, AUTHOR, READER)],
    ]
    for watch, _ in watches:
        watch.close()


async def test_later_on_purpose(town: Town) -> None:
    """Who sees that a colleague has taken it and takes it over is told nothing; the colleague is."""
    first, second = await open_desk(town), await open_desk(town, "back", AUTHOR, "BK")
    (watch, told), (other, untold) = watched(first), watched(second)
    await first.board.read_notes(CALL_BACK)
    await first.tasks.take(first.task(CALL_BACK))
    await second.board.read_notes(CALL_BACK)
    await second.tasks.take(second.task(CALL_BACK))
    for each in (first, second):
        await each.board.read_notes(CALL_BACK)
    assert (told, untold) == ([TwoTakers(CALL_BACK, READER, AUTHOR)], [])
    watch.close()
    other.close()
