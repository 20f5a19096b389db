"""The waiting room board: initials, minutes, and who waits too long."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from app.domain.waiting_room.waits import Wait
from app.viewmodels.staff.board.board import BoardViewModel
from app.viewmodels.staff.board.late import BOARD
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.kinds import the
from tests.support.qt_loop import until


async def opened(schedule: ScheduleScreenViewModel) -> BoardViewModel:
    """The board of a desk."""
    desk = schedule.desk
    desk.commands[BOARD.id].run()
    await until(lambda: desk.board.model is not None and desk.board.model.is_open)
    return the(BoardViewModel, desk.board.model)


async def test_only_initials_are_shown(model: ScheduleScreenViewModel) -> None:
    """Rows are those of the waiting room, in its order; no name is anywhere on the board."""
    board = await opened(model)
    assert [row.apt_num for row in board.waiting] == [row.apt_num for row in model.waiting.rows]
    assert board.waiting
    assert board.seated
    office = model.desk.parts.office
    for row in (*board.waiting, *board.seated):
        visit = office.visit_row(row.apt_num)
        assert visit is not None
        person = office.person(visit.PatNum)
        assert person is not None
        assert 2 <= len(row.initials) <= len("A. B.")
        assert person.last_name not in row.spoken
        assert person.first_name not in row.spoken
    board.end()


async def test_a_long_wait_is_told_once(model: ScheduleScreenViewModel, served: Served) -> None:
    """Beyond the office's limit the row says so, the headline counts it, and the desk is told once."""
    desk, now = model.desk, model.desk.now()
    first = model.waiting.rows[0].apt_num
    for row in model.waiting.rows[1:]:
        served.change(row.apt_num, DateTimeArrived=now.isoformat(" ", "seconds"))
    long_ago = now - timedelta(minutes=40)
    served.change(first, DateTimeArrived=long_ago.isoformat(" ", "seconds"))
    model.schedule.refresh()
    await until(lambda: model.waiting.rows[0].long and not any(row.long for row in model.waiting.rows[1:]))
    said: list[str] = []
    desk.notices.posted.connect(lambda notice: said.append(notice.words))
    board = await opened(model)
    shown = board.waiting[0]
    assert (shown.apt_num, shown.wait, shown.remark) == (first, Wait.LONG, "Long wait")
    assert board.is_alarming
    assert "too long" in board.headline
    assert [words for words in said if "has been waiting for" in words] == said
    assert len(said) == 1
    board.begin()
    assert len(said) == 1
    board.end()


async def test_the_office_limits_nothing(model: ScheduleScreenViewModel) -> None:
    """With a limit of 0 no wait is long; ten minutes past the start are still shown."""
    office = model.parts.office
    named = {**office.lists.preferences, "WaitingRoomAlertTime": "0"}
    office.office_lists.take(replace(office.lists, preferences=named))
    board = await opened(model)
    assert not any(row.wait is Wait.LONG for row in board.waiting)
    board.end()


async def test_one_clinic(model: ScheduleScreenViewModel) -> None:
    """Each patient is on the board of one clinic."""
    board = await opened(model)
    everyone = [row.apt_num for row in board.waiting]
    seen: list[int] = []
    for number, _ in board.clinics:
        board.choose_clinic(number)
        seen += [row.apt_num for row in board.waiting]
    assert sorted(seen) == sorted(everyone)
    board.end()


async def test_nothing_is_followed_while_it_is_closed(model: ScheduleScreenViewModel) -> None:
    """A closed board doesn't change; it does when it is opened again."""
    board = await opened(model)
    board.end()
    shown: list[None] = []
    board.changed.connect(lambda: shown.append(None))
    model.schedule.refresh()
    await until(lambda: not model.parts.client.status.in_flight)
    assert not shown
    board.begin()
    assert shown
    board.end()


async def test_a_day_that_nobody_has_read_is_read(model: ScheduleScreenViewModel) -> None:
    """Also where the schedule shows another day and has never read today, the board doesn't stay on loading."""
    desk = model.desk
    board = await opened(model)
    today = desk.now().date()
    office = desk.parts.office
    model.schedule.go_to(today + timedelta(days=100))
    for _ in office._schedule.trim([], most=0):  # as when more days are opened than are kept
        pass
    assert office.day(today) is None
    assert office.day(today) is None
    board.choose_clinic(0)
    assert board.headline == "Loading…"
    await until(lambda: office.day(today) is not None and bool(board.waiting))
    board.end()
