"""Waits by provider on the screen."""

from __future__ import annotations

import re

from app.viewmodels.staff.huddle.screen import HuddleScreenViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.permissions import Permission
from tests.journeys.practices import Practices
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk


async def opened(schedule: ScheduleScreenViewModel) -> HuddleScreenViewModel:
    """The tab of waits."""
    screen = await schedule.desk.screens.show("huddle")
    assert isinstance(screen, HuddleScreenViewModel)
    schedule.desk.commands["huddle.waits"].run()
    await until(lambda: screen.tab == "huddle.waits")
    return screen


async def test_a_month_by_provider(model: ScheduleScreenViewModel) -> None:
    """The longest average wait comes first; a clinic's figures are a part of the office's; leaving stops reading."""
    screen = await opened(model)
    waits = screen.waits
    await until(lambda: waits.known is not None and waits.known.complete)
    rows = waits.table.model.rows
    assert len(rows) >= 5
    assert re.match(r"Oct 18 – Nov 17: \d+ min average wait", waits.headline)
    assert "a long one is 15 min or more" in waits.notes
    everyone = sum(row.visits for row in rows)
    screen.day.choose_clinic(2)
    assert 0 < sum(row.visits for row in waits.table.model.rows) < everyone
    screen.day.choose_clinic(0)
    await model.desk.screens.show("schedule")
    assert not waits.reading


async def test_without_queries_it_counts_entries(open_practice: Practices, open_desk_on: OpenDesk) -> None:
    """The history is read in the background, with the number of entries so far."""
    served = open_practice(permissions=frozenset(Permission) - {Permission.QUERIES})
    screen = await opened(await open_desk_on(served))
    waits = screen.waits
    said: list[str] = []
    waits.changed.connect(lambda: said.append(waits.notes))
    await until(lambda: waits.known is not None and waits.known.complete)
    assert waits.rows
    assert any("entries so far" in words for words in said)
    screen.leave()
