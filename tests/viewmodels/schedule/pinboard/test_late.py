"""The way to the pinboard."""

from __future__ import annotations

from datetime import timedelta

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.support.qt_loop import until


async def test_nothing_is_loaded_before_the_first_pin(model: ScheduleScreenViewModel) -> None:
    """Without a pinned appointment there is no model, and going there says how to pin one."""
    late = model.pinboard
    assert late.model is None
    verdict = model.commands["schedule.pinboard"].verdict
    assert not verdict.ok
    assert "press B" in str(verdict.reason)


async def test_a_complete_appointment_is_not_pinned(model: ScheduleScreenViewModel) -> None:
    """What can't be moved can't be pinned, by key or by drop."""
    visit = next(placed.visit for placed in model.schedule.grid.visits if placed.visit.complete)
    model.schedule.select(visit.apt_num)
    assert not model.commands["visit.pin"].can_run
    model.pinboard.pin(visit)
    assert model.notices.items[-1].kind == "warning"
    assert model.pinboard.model is None


async def test_the_key_pins_the_selected_one(model: ScheduleScreenViewModel) -> None:
    """The command pins the selected appointment, once."""
    visit = next(placed.visit for placed in model.schedule.grid.visits if not placed.visit.complete)
    model.schedule.select(visit.apt_num)
    opened: list[int] = []
    model.pinboard.opened.connect(lambda: opened.append(1))
    for _ in range(2):
        model.commands["visit.pin"].run()
        await until(lambda: not model.commands["visit.pin"].running)
    assert model.pinboard.model is not None
    assert [row.apt_num for row in model.pinboard.model.rows] == [visit.apt_num]
    assert opened == [1]


async def test_dragged_from_another_day(model: ScheduleScreenViewModel) -> None:
    """What was dragged over another day and then to the pinboard is pinned, although the schedule doesn't show it."""
    visit = next(placed.visit for placed in model.schedule.grid.visits if not placed.visit.complete)
    model.schedule.go_to(visit.start.date() + timedelta(days=1))
    assert model.schedule.visit(visit.apt_num) is None
    model.pinboard.pin(visit)
    await until(lambda: model.pinboard.model is not None and bool(model.pinboard.model.rows))
    assert model.pinboard.model.rows[0].apt_num == visit.apt_num
