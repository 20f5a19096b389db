"""The empty frame paints what is seen of it."""

from __future__ import annotations

from unittest.mock import MagicMock

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.schedule.early import EarlyDay
from app.views.staff.frame.empty_frame import EmptyFrame


def test_the_day_is_not_painted_below_the_schedule_that_covers_it(qtbot: QtBot) -> None:
    """Once the frame holds the schedule it paints only what is around it; as soon as it is gone, the day again."""
    frame, schedule = EmptyFrame(600), QWidget()
    qtbot.addWidget(frame)
    qtbot.addWidget(schedule)
    early = MagicMock(day=EarlyDay("As of 10:20 AM", "Tuesday", 420, 1080, (), (), ()))
    frame.show_early(early)
    frame.grab()
    assert early.paint_tiles.called
    frame.hold(schedule)
    early.reset_mock()
    frame.grab()
    assert not early.paint_tiles.called
    schedule.setParent(None)
    frame.grab()
    assert early.paint_tiles.called
