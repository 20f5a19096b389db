"""Production and waits through the window, by keyboard and by mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.journeys.desk import LEFT, Desks
from tests.journeys.huddle.test_readiness import CTRL, open_huddle
from tests.journeys.practices import Practices


async def test_production_by_keyboard(open_practice: Practices, open_desk: Desks) -> None:
    """Ctrl+6, Ctrl+2, S: three keys to the day's production; it is hidden when one comes back."""
    desk = await open_desk(open_practice())
    desk.key(Qt.Key.Key_6, CTRL)
    model, view = await open_huddle(desk)
    desk.key(Qt.Key.Key_2, CTRL)
    await desk.until(lambda: view.isVisible() and view.production.show_button.isVisible())
    assert "$" not in desk.texts(view.production)
    desk.key(Qt.Key.Key_S)
    await desk.until(lambda: view.production.headline.text().startswith("Scheduled $"))
    assert view.production.providers.isVisible()
    desk.key(Qt.Key.Key_1, CTRL)
    desk.key(Qt.Key.Key_2, CTRL)
    await desk.until(view.production.show_button.isVisible)
    assert not model.production.is_shown


async def test_production_by_mouse(open_practice: Practices, open_desk: Desks) -> None:
    """Hidden production isn't said to be loading; a click on Show and Hide leaves the keyboard on that tab."""
    desk = await open_desk(open_practice())
    desk.press_button("Huddle")
    _, view = await open_huddle(desk)
    QTest.mouseClick(view.tabs, LEFT, pos=view.tabs.tabRect(1).center())
    await desk.until(view.production.show_button.isVisible)
    assert "Loading" not in desk.status
    QTest.mouseClick(view.production.show_button, LEFT)
    await desk.until(lambda: desk.focus() is view.production.providers)
    QTest.mouseClick(view.production.hide_button, LEFT)
    await desk.until(lambda: desk.focus() is view.production.show_button)


async def test_waits_by_mouse(open_practice: Practices, open_desk: Desks) -> None:
    """A click on the tab shows a month by provider; a tick tells providers from now on, and says so."""
    desk = await open_desk(open_practice())
    desk.press_button("Huddle")
    model, view = await open_huddle(desk)
    QTest.mouseClick(view.tabs, LEFT, pos=view.tabs.tabRect(2).center())
    await desk.until(lambda: model.waits.known is not None and model.waits.known.complete)
    assert "began on time" in view.waits.headline.text()
    assert len(model.waits.table.model.rows) >= 5
    waiting = desk.workspace.desk.waiting
    assert not waiting.is_on
    view.waits.tell.click()
    await desk.told("ten minutes past the start")
    assert waiting.is_on
    view.waits.tell.click()
    assert not waiting.is_on
