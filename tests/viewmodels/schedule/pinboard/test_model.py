"""The pinboard's rows."""

from __future__ import annotations

from app.domain.schedule.visit import Stage, Visit
from app.viewmodels.staff.schedule.pinboard.model import PinboardViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until


async def pinned(model: ScheduleScreenViewModel, stage: Stage = Stage.CONFIRMED) -> Visit:
    """Pin an appointment in this stage."""
    visits = [placed.visit for placed in model.schedule.grid.visits]
    visit = next(each for each in visits if each.stage is stage and not each.complete and not each.is_note)
    model.pinboard.pin(visit)
    await until(lambda: model.pinboard.model is not None and bool(model.pinboard.model.rows))
    return visit


def rows_of(model: ScheduleScreenViewModel) -> PinboardViewModel:
    """The pinboard."""
    assert model.pinboard.model is not None
    return model.pinboard.model


async def test_a_row_says_where_it_is(model: ScheduleScreenViewModel) -> None:
    """A row has the name, the day, the time, the operatory and the length; nothing has changed yet."""
    visit = await pinned(model)
    row = rows_of(model).rows[0]
    assert (row.apt_num, row.name, row.news, row.movable) == (visit.apt_num, visit.name, "", True)
    assert f"{visit.minutes} min" in row.place
    assert " · Op" in row.place


async def test_what_another_desk_did_since(model: ScheduleScreenViewModel, served: Served) -> None:
    """A length, a break or a deletion by somebody else is told; what is off the schedule can't be placed."""
    visit = await pinned(model)
    board = rows_of(model)
    served.change(visit.apt_num, Op=visit.op_num % 4 + 1)
    model.refresh()
    await until(lambda: board.rows[0].news.startswith("Changed since: now "))
    assert board.rows[0].movable
    served.change(visit.apt_num, AptStatus=5)
    model.refresh()
    await until(lambda: board.rows[0].news == "Changed since: it was broken")
    served.sql("DELETE FROM appointment WHERE AptNum = ?", visit.apt_num)
    model.refresh()
    await until(lambda: board.rows[0].news == "Changed since: it was deleted")
    assert not board.rows[0].movable


async def test_unpinned_it_stays(model: ScheduleScreenViewModel) -> None:
    """Taken off the pinboard, an appointment stays where it is, and nothing is written."""
    visit = await pinned(model)
    board = rows_of(model)
    board.unpin(visit.apt_num)
    await until(lambda: not board.rows)
    assert board.apt_nums == frozenset()
    assert model.parts.journal.recent(9) == ()


async def test_taken_into_the_hand(model: ScheduleScreenViewModel) -> None:
    """Taking one asks the schedule to place it; a drop then knows it, whatever day is shown."""
    visit = await pinned(model)
    asked: list[tuple[Visit, bool]] = []
    rows_of(model).hand_asked.connect(lambda *what: asked.append(what))
    rows_of(model).take(visit.apt_num, by_mouse=True)
    await until(lambda: bool(asked))
    assert (asked[0][0].apt_num, asked[0][1]) == (visit.apt_num, True)
    assert rows_of(model).held(visit.apt_num) == asked[0][0]
