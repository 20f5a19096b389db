"""What the tests of views share."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.views.staff.schedule.canvas import BookCanvas
from tests.views.schedule.grids import NOW, Words, day, some_visits


@pytest.fixture
def words() -> Words:
    """Who answers drags."""
    return Words()


@pytest.fixture
def canvas(qtbot: QtBot, words: Words) -> BookCanvas:
    """A book on the screen with a few visits."""
    made = BookCanvas(words)
    qtbot.addWidget(made)
    made.resize(900, 620)
    with qtbot.waitExposed(made):
        made.show()
    made.show_sheet(day(some_visits()), NOW)
    return made
