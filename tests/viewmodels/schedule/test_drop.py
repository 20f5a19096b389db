"""The effect of a drop as text, before it is done."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.domain.schedule.columns import lane_key
from app.domain.schedule.visit import Stage, Visit
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import Ready, ScheduleView
from tests.journeys.practices import TODAY, Served
from tests.support.kinds import the
from tests.support.qt_loop import until


def minute(visit: Visit) -> int:
    """The start, in minutes of its day."""
    return visit.start.hour * 60 + visit.start.minute


def last(model: ScheduleScreenViewModel, stage: Stage = Stage.CONFIRMED) -> Visit:
    """The last appointment in a stage."""
    visits = [placed.visit for placed in model.schedule.grid.visits]
    return next(each for each in reversed(visits) if each.stage is stage and not each.complete)


async def test_where_it_would_land(model: ScheduleScreenViewModel) -> None:
    """The first line shows the time span and the operatory."""
    visit = last(model)
    words = model.drop.describe_drop(visit.apt_num, 2, 13 * 60, 50).words
    assert words.splitlines()[0] == "1:00 – 1:50 PM  Op 2"


async def test_a_complete_visit_is_not_received_again(model: ScheduleScreenViewModel) -> None:
    """Keys of the stages before Dismissed don't change a complete appointment, and show the reason."""
    visit = next(placed.visit for placed in model.schedule.grid.visits if placed.visit.complete)
    model.schedule.select(visit.apt_num)
    for name in ("confirmed", "arrived", "seated"):
        verdict = model.commands[f"visit.{name}"].verdict
        if visit.stage.name.lower() != name:
            assert str(verdict.reason) == "This appointment is complete. Change it in Open Dental."
        assert not verdict.ok


async def test_a_vanished_drop_target_is_ignored(model: ScheduleScreenViewModel) -> None:
    """An appointment or column that is not on the screen any more is ignored without an error."""
    visit = last(model)
    assert model.drop.describe_drop(1, 1, 600, 30).words == ""
    assert model.drop.describe_drop(visit.apt_num, 4711, 600, 30).words == ""
    model.drop.drop(1, 1, 600)
    model.drop.drop(visit.apt_num, 4711, 600)
    model.drop.resize(1, 30)
    assert model.parts.journal.recent(9) == ()


async def test_a_complete_visit_stays(model: ScheduleScreenViewModel) -> None:
    """A complete appointment is not moved or resized here, and the drag shows this."""
    visit = next(placed.visit for placed in model.schedule.grid.visits if placed.visit.complete)
    hint = model.drop.describe_drop(visit.apt_num, visit.op_num, 12 * 60, visit.minutes)
    assert hint.clash
    assert hint.words.endswith("This appointment is complete. Change it in Open Dental.")
    model.drop.drop(visit.apt_num, visit.op_num, 12 * 60)
    model.drop.resize(visit.apt_num, visit.minutes + 10)
    assert model.parts.journal.recent(9) == ()
    assert [notice.kind for notice in model.notices.items] == ["warning", "warning"]


async def test_a_drop_on_another_day_of_the_week(model: ScheduleScreenViewModel, served: Served) -> None:
    """In the week view a drop moves to another day, in the lane's operatory."""
    visit = last(model)
    model.schedule.set_view(ScheduleView.WEEK)
    await until(lambda: model.schedule.grid is not None and len(model.schedule.grid.columns) >= 5)
    await until(lambda: not the(Ready, model.schedule.state).coming)
    tomorrow = TODAY + timedelta(days=1)
    model.drop.drop(visit.apt_num, lane_key(tomorrow, visit.op_num), minute(visit))
    await until(lambda: bool(model.notices.items))
    assert f"moved to {tomorrow:%a}, {tomorrow:%b} {tomorrow.day}, " in model.notices.items[-1].words
    wanted = datetime.combine(tomorrow, visit.start.time())
    assert served.start_of(visit.apt_num) == wanted
    assert served.row(visit.apt_num)["Op"] == visit.op_num


async def test_a_broken_visit_comes_back_when_it_is_moved(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """A broken appointment that is moved is scheduled again."""
    visit = last(model, Stage.BROKEN)
    model.drop.drop(visit.apt_num, visit.op_num, minute(visit) + 10)
    await until(lambda: bool(model.notices.items))
    assert served.row(visit.apt_num)["AptStatus"] == 1
    assert model.schedule.visit(visit.apt_num).stage is not Stage.BROKEN


async def test_strokes_are_written_together(model: ScheduleScreenViewModel, served: Served) -> None:
    """Five quick presses of plus make an appointment fifty minutes longer in two writes, and none is lost."""
    visit = last(model)
    model.schedule.select(visit.apt_num)
    for _ in range(5):
        model.commands["visit.longer"].run()
        await until(lambda: not model.commands["visit.longer"].running)
    await until(lambda: model.schedule.selected.minutes == visit.minutes + 50)
    await until(lambda: not model.schedule.selected.provisional)
    assert 1 <= len(model.parts.journal.recent(9)) <= 3
    assert len(served.row(visit.apt_num)["Pattern"]) * 5 == visit.minutes + 50
