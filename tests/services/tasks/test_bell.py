"""Reminders at their time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.tasks import TaskScope
from app.sealed.store import LocalStore
from app.services.tasks.bell import ReminderBell
from app.services.tasks.mine import MyChange
from app.store.tasks.board import TaskBoard
from app.store.tasks.changes import Standing
from app.wire.resources.tasks import TaskStatusEnum
from tests.services.tasks.test_mine import BEN, ME, SEALS, Here
from tests.support.bench_office import Bench
from tests.support.manual_clock import ManualClock

MINUTE = timedelta(minutes=1)


class Rung:
    """A bell, and what it rang."""

    def __init__(self, here: Here, tasks: TaskScope) -> None:
        self.times: list[tuple[int, ...]] = []
        self.bell = ReminderBell(here.mine, here.board, here.clock, tasks, self._ring)

    def _ring(self) -> None:
        self.times.append(self.bell.due)


@pytest.fixture
async def here(bench: Bench, tmp_path: Path, tasks: TaskScope) -> AsyncIterator[Here]:
    """A board that was not read yet."""
    clock = ManualClock()
    store = await LocalStore.open(tmp_path / "store.db", SEALS, clock)
    made = Here(TaskBoard(bench.client, clock), store, clock, tasks)
    yield made
    await made.notebook.save()
    await store.close()


async def test_what_fell_due_meanwhile_rings_once_all_tasks_are_known(here: Here, tasks: TaskScope) -> None:
    """Reminders that are due at the start ring together, when the board is complete, and never again once told."""
    await here.mine.load(ME)
    for task_num in (1, 2, 3):
        here.task(task_num)
        here.mine.remind(task_num, here.clock.now() - task_num * MINUTE)
    here.task(3, TaskStatusEnum.DONE)
    rung = Rung(here, tasks)
    here.task(4)
    assert rung.times == []
    here.board._stand(Standing.READY)
    assert rung.times == [(2, 1)]
    here.mine.see(1)
    assert rung.times == [(2, 1)]  # not again, though nothing was told yet
    rung.bell.told(rung.bell.due)
    rung.bell.close()
    await here.notebook.save()
    await here.again().load(ME)
    assert Rung(here, tasks).bell.due == ()


async def test_each_rings_at_its_time(here: Here, tasks: TaskScope) -> None:
    """A reminder rings when its time comes; a snoozed one again, a removed one or another person's never."""
    await here.mine.load(ME)
    here.board._stand(Standing.READY)
    for task_num in (1, 2, 3):
        here.task(task_num)
    rung, start = Rung(here, tasks), here.clock.now()
    here.board._stand(Standing.READY)
    here.mine.remind(2, start + 30 * MINUTE)
    here.mine.remind(1, start + 10 * MINUTE)
    here.mine.remind(3, start + 20 * MINUTE)
    await here.clock.advance(599)
    assert rung.times == []
    await here.clock.advance(1)
    assert rung.times == [(1,)]
    rung.bell.told([1])
    here.mine.remind(1, start + 15 * MINUTE)
    here.mine.remind(3, None)
    await here.clock.advance(1000)
    assert rung.times == [(1,), (1,)]
    await here.mine.load(BEN)
    await here.clock.advance(3600)
    assert rung.times == [(1,), (1,)]
    rung.bell.close()


async def test_whoever_shows_tasks_is_told_that_time_has_passed(here: Here, tasks: TaskScope) -> None:
    """At a reminder's time its task is shown anew; at midnight all are, because dates are overdue now."""
    await here.mine.load(ME)
    dated = here.task(1, DateTask=here.clock.now().date())
    here.task(2)
    rung = Rung(here, tasks)
    here.board._stand(Standing.READY)
    here.mine.remind(2, here.clock.now() + 10 * MINUTE)
    here.told.clear()
    await here.clock.advance(601)
    assert here.told == [MyChange(frozenset({1, 2}))]
    assert not here.mine.is_overdue(dated, here.clock.now())
    await here.clock.advance(16 * 3600)
    assert here.told[1:] == [MyChange(everything=True)]
    assert here.mine.is_overdue(dated, here.clock.now())
    rung.bell.close()
