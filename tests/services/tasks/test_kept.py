"""What a person keeps stays true when colleagues, the office or the disk get in the way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from app.sealed.documents import Documents
from app.sealed.errors import StoreFailed
from app.sealed.sealed_file import SealedFile
from app.services.tasks.mine import MyTasks
from app.services.tasks.notebook import Notebook
from app.store.tasks.changes import Standing
from app.wire.resources.task_notes import TaskNote
from app.wire.resources.tasks import TaskStatusEnum
from tests.services.tasks.test_mine import BEN, CALLS, DAY, ME, Here, here

__all__ = ["here"]


async def test_a_note_and_viewed_that_arrive_together(here: Here) -> None:
    """That somebody viewed the task is no news, the note that he wrote before is, also after a restart."""
    await here.mine.load(ME)
    row = here.task(1)
    await here.clock.advance(60)
    here.mine.see(1)
    await here.clock.advance(120)
    now = here.clock.now()
    viewed = replace(row, TaskStatus=TaskStatusEnum.VIEWED, SecDateTEdit=now - timedelta(seconds=20))
    here.board.apply(viewed)
    assert not here.mine.is_unread(viewed)
    await here.mine.load(BEN)
    await here.mine.load(ME)
    assert not here.mine.is_unread(viewed)
    here.board._notes._store(1, (TaskNote(1, 1, BEN, now - timedelta(seconds=40), "Reached her"),))
    assert here.mine.is_unread(viewed)


async def test_what_vanishes_for_a_moment_is_remembered(here: Here) -> None:
    """A task that was done by mistake, or that an answer lacked, has its reminder and is seen when it is back."""
    await here.mine.load(ME)
    row, at = here.task(1), here.clock.now() + DAY
    here.mine.see(1)
    here.mine.remind(1, at)
    here.board.named.drop([1])
    here.board._stand(Standing.READY)
    here.board.apply(row)
    assert (here.mine.reminder(1), here.mine.is_unread(row)) == (at, False)
    here.board.named.drop([1])
    await here.clock.advance(16 * DAY.total_seconds())
    here.board._stand(Standing.READY)
    assert (here.mine.reminder(1), here.notebook.kept.seen) == (None, {})


async def test_what_the_disk_tells_late_is_shown(here: Here) -> None:
    """Followed lists that could not be read at first count as soon as they are."""
    here.task(1)
    await here.mine.load(ME)
    here.mine.follow(CALLS, on=True)
    await here.notebook.save()
    refuses = True

    def run(work: Callable[[SealedFile], Any]) -> Awaitable[Any]:
        if refuses:
            raise StoreFailed("SQLITE_IOERR")
        return here.store.run(work)

    here.notebook = Notebook(Documents(run), here.clock, here.tasks)
    mine = MyTasks(here.board, here.notebook, here.clock)
    mine.watch(here.told.append)
    await mine.load(ME)
    assert (mine.unread, mine.notebook.trouble is None) == (0, False)
    refuses = False
    here.told.clear()
    mine.follow(8, on=True)
    await here.notebook.save()
    assert (set(mine.followed), mine.unread) == ({CALLS, 8}, 1)
    assert here.told[-1].everything
