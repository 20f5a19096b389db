"""Done tasks of earlier weeks on the tasks' screen."""

from __future__ import annotations

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.tasks.scopes import View
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.tasks.test_screen import listed, shown


async def test_older_ones_join_the_list(model: ScheduleScreenViewModel, served: Served) -> None:
    """Only with done tasks there is a way to older ones; it says how far the list goes, until there are no more."""
    screen = await shown(model)
    older = screen.older
    assert not older.visible
    screen.choose(View.DONE)
    assert older.visible
    assert older.more
    assert "14 days" in older.words
    texts = [older.words]
    while older.more:
        before = len(listed(screen))
        older.load()
        older.load()
        assert older.running
        await until(lambda: not older.running)
        assert len(listed(screen)) > before or not older.more
        texts.append(older.words)
    assert len(set(texts)) == len(texts)
    assert len(listed(screen)) == len(screen.board.done_tasks) > 100
    assert [each for each in model.desk.notices.items if each.kind == "error"] == []


async def test_a_failure_is_told(model: ScheduleScreenViewModel, served: Served) -> None:
    """What is listed stays, and it can be tried again."""
    screen = await shown(model)
    screen.choose(View.DONE)
    served.faults.unreachable = True
    before = listed(screen)
    screen.older.load()
    await until(lambda: not screen.older.running)
    assert listed(screen) == before
    assert screen.older.more
    assert [each.kind for each in model.desk.notices.items] == ["error"]
