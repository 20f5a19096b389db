"""Closing the window with changes that have not been sent yet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.schedule.visit import Stage
from app.views.staff.frame.closing_dialog import ClosingDialog
from tests.journeys.desk import Desk

pytestmark = pytest.mark.logs("app")


def question(desk: Desk) -> ClosingDialog | None:
    """The question that is shown."""
    found = [each for each in desk.window.findChildren(ClosingDialog) if each.isVisible()]
    return found[0] if found else None


async def queue_one(desk: Desk) -> None:
    """Mark a patient arrived while the server is gone."""
    desk.served.faults.unreachable = True
    await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_A)
    await desk.until(lambda: desk.model.desk.closing.unsent == 1)


async def test_nothing_unsent_closes_at_once(desk: Desk) -> None:
    """Without unsent changes the window closes without a question."""
    assert desk.window.close()


async def test_closing_says_how_many_are_unsent(desk: Desk) -> None:
    """The question names the number; Esc keeps the window open, Close now closes it."""
    await queue_one(desk)
    assert not desk.window.close()
    shown = question(desk)
    assert shown is not None
    assert "1 change has not been sent yet." in desk.texts(shown)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    await desk.until(lambda: question(desk) is None)
    assert desk.window.isVisible()
    desk.window.close()
    desk.window.close()  # asked once, however often the window is closed
    assert len([each for each in desk.window.findChildren(ClosingDialog) if each.isVisible()]) == 1
    desk.press_button("Close now", question(desk))
    await desk.until(lambda: not desk.window.isVisible())


async def test_closing_waits_until_everything_is_sent(desk: Desk) -> None:
    """Close when sent: the window closes by itself once the server is back and has taken the change."""
    await queue_one(desk)
    desk.window.close()
    desk.press_button("Close when sent", question(desk))
    await desk.turn()
    assert desk.window.isVisible()
    desk.served.faults.unreachable = False
    await desk.until(lambda: not desk.window.isVisible())
    assert desk.model.desk.closing.unsent == 0


async def test_the_question_ends_with_its_reason(desk: Desk) -> None:
    """The window closes by itself if everything is sent while the question is open."""
    await queue_one(desk)
    desk.window.close()
    assert question(desk) is not None
    desk.served.faults.unreachable = False
    await desk.until(lambda: not desk.window.isVisible())
    assert question(desk) is None
    assert desk.model.desk.closing.unsent == 0


async def test_working_on_is_not_closed_later(desk: Desk) -> None:
    """After Keep working the window stays open when the changes are sent."""
    await queue_one(desk)
    desk.window.close()
    desk.press_button("Keep working", question(desk))
    desk.served.faults.unreachable = False
    await desk.until(lambda: desk.model.desk.closing.unsent == 0)
    await desk.turn()
    assert desk.window.isVisible()
