"""Today's schedule is on the screen before the desk around it, and doesn't change when that arrives."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from app.core.text import At
from app.domain.schedule.visit import Stage
from app.practice.server.faults import EVERY, Fault
from app.viewmodels.staff.schedule.state import title_of
from tests.journeys.desk import Desks
from tests.journeys.practices import TODAY, Practices


def place_in_window(widget: QWidget) -> QRect:
    """The position of a widget in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


@pytest.fixture
def in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first day is whole when it is painted, however busy this computer is."""
    monkeypatch.setattr("app.bootstrap.session.BRIEF_SECONDS", 20.0)


@pytest.mark.usefixtures("in_time")
async def test_the_schedule_stays_where_it_stood(open_practice: Practices, open_desk: Desks) -> None:
    """The schedule is painted completely before there is a desk, and nothing moves when the desk arrives."""
    desk = open_desk.begin(open_practice())
    canvas = await desk.open_schedule()
    assert canvas.isVisible()
    before = place_in_window(canvas), canvas.sight.visible(), set(canvas.scene.tiles)
    assert before[2]
    await desk.open()
    assert desk.screen.canvas is canvas
    assert (place_in_window(canvas), canvas.sight.visible(), set(canvas.scene.tiles)) == before


@pytest.mark.usefixtures("in_time")
async def test_a_visit_clicked_at_once_is_selected(open_practice: Practices, open_desk: Desks) -> None:
    """Clicking an appointment before the desk exists selects it there, with its card."""
    desk = open_desk.begin(open_practice())
    await desk.open_schedule()
    visit = desk.find(Stage.UNCONFIRMED)
    desk.click(desk.place(visit.apt_num))
    await desk.open()
    assert desk.selected.apt_num == visit.apt_num
    assert visit.name in desk.texts(desk.screen.panel)


@pytest.mark.usefixtures("in_time")
async def test_a_letter_clicked_at_once_counts(open_practice: Practices, open_desk: Desks) -> None:
    """Stage letters clicked before the desk exists are processed by it, once each."""
    desk = open_desk.begin(open_practice())
    await desk.open_schedule()
    first, second = desk.find(Stage.UNCONFIRMED), desk.find(Stage.CONFIRMED)
    for visit in (first, second, second):
        desk.click(desk.dot(visit.apt_num))
    await desk.open()
    await desk.until(lambda: desk.shown(first.apt_num).stage is Stage.CONFIRMED)
    await desk.until(lambda: desk.shown(second.apt_num).stage is Stage.ARRIVED)
    await desk.settled()
    assert len(desk.entries) == 2


@pytest.mark.usefixtures("in_time")
async def test_a_free_time_opened_at_once_counts(open_practice: Practices, open_desk: Desks) -> None:
    """Double-clicking a free time before the desk exists starts a booking there."""
    desk = open_desk.begin(open_practice())
    await desk.open_schedule()
    column = next(each.key for each in desk.columns if not desk.others(each.key, 12 * 60, 12 * 60 + 10))
    desk.double_click(desk.spot(column, 12 * 60))
    await desk.open()
    assert desk.screen.panel.page is desk.screen.booking


async def test_an_office_that_fails_has_its_desk_all_the_same(
    open_practice: Practices, open_desk: Desks
) -> None:
    """If the first read fails, the frame stays empty until the desk arrives and shows the reason."""
    served = open_practice()
    served.faults.plan(EVERY, Fault.DROP_BEFORE, times=200)
    desk = open_desk.begin(served)
    canvas = await desk.open_schedule()
    assert not canvas.isVisible()
    await desk.open(whole=False)
    await desk.until(lambda: "The connection was lost" in desk.texts(desk.screen))


async def test_an_office_that_does_not_answer(open_practice: Practices, open_desk: Desks) -> None:
    """While a server hangs, the bar names the day, the waiting room isn't called empty, and the wait is explained."""
    served = open_practice()
    served.faults.plan(EVERY, Fault.HANG_BEFORE, times=200)
    asked_at = served.clock.now()
    desk = open_desk.begin(served)
    await desk.open(whole=False)
    assert desk.texts(desk.screen._message) == "Opening the schedule…"
    assert desk.screen.bar._title.text() == title_of((TODAY,), TODAY).full
    assert "Loading…" in desk.texts(desk.screen.panel)
    assert "Nobody is waiting." not in desk.texts(desk.screen.panel)
    await desk.until(lambda: "No answer from the office" in desk.texts(desk.screen._message))
    assert f"since {At(asked_at)}." in desk.texts(desk.screen._message)
    desk.model.schedule.step(1)
    assert desk.screen.bar._title.text() != title_of((TODAY,), TODAY).full


async def test_an_empty_waiting_room(open_practice: Practices, open_desk: Desks) -> None:
    """The message "Nobody is waiting" is shown only once today has been read."""
    served = open_practice()
    served.sql("DELETE FROM appointment WHERE AptDateTime LIKE ?", f"{TODAY}%")
    desk = await open_desk(served)
    assert desk.model.waiting.rows == ()
    assert "Nobody is waiting." in desk.texts(desk.screen.panel)
