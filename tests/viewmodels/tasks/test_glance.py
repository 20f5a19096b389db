"""What was looked at long enough."""

from __future__ import annotations

from app.core.tasks import TaskScope
from app.viewmodels.staff.tasks.glance import SECONDS, Glance
from tests.support.manual_clock import ManualClock


async def test_only_what_stays_on_the_screen_is_seen(tasks: TaskScope) -> None:
    """Passing by sees nothing; what stays is seen once, and again whenever it changes there."""
    clock, seen = ManualClock(), list[int]()
    glance = Glance(clock, tasks, seen.append)
    for task_num in (1, 2, 3):
        glance.look_at(task_num)
        await clock.advance(SECONDS / 2)
    glance.look_at(3)
    assert seen == []
    await clock.advance(SECONDS)
    assert seen == [3]
    glance.look_at(3)
    assert seen == [3, 3]
    glance.look_at(1)
    glance.look_at(0)
    await clock.advance(SECONDS)
    assert seen == [3, 3]
