"""Shared fixtures of the views' tests."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from tests.views.schedule.grids import NOW, Words, day, some_visits


@pytest.fixture
def words() -> Words:
    """Describes drags."""
    return Words()


@pytest.fixture
def canvas(qtbot: QtBot, words: Words) -> ScheduleCanvas:
    """A schedule on the screen with a few appointments."""
    made = ScheduleCanvas(words)
    qtbot.addWidget(made)
    made.resize(900, 620)
    with qtbot.waitExposed(made):
        made.show()
    made.show_grid(day(some_visits()), NOW)
    return made
