"""Going from screen to screen all day costs no memory."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLayoutItem

from app.domain.schedule.visit import Stage
from tests.journeys.desk import CONTROL, Desk
from tests.support import leaks

TRIP = (
    ("tasks", Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier),
    ("ledger", Qt.Key.Key_Q, CONTROL),
    ("patient", Qt.Key.Key_D, CONTROL),
    ("schedule", Qt.Key.Key_B, CONTROL),
)
MOST_TRIPS = 12
"""The first ones make the screens, and what is read arrives during the next ones."""


async def test_a_round_trip_leaves_no_qt_object_behind(desk: Desk) -> None:
    """Once all that the screens show has arrived, another trip through them leaves as many objects as there were."""
    await desk.select(desk.find(Stage.CONFIRMED))
    found = [await trip(desk)]
    while len(found) < MOST_TRIPS:
        found.append(await trip(desk))
        if found[-1] == found[-2]:
            return
    assert found == [], "each trip leaves more behind"


async def trip(desk: Desk) -> int:
    """Show each screen with its key. Returns how many Qt objects and layout items Python has then."""
    for screen, key, modifier in TRIP:
        await desk.press(key, modifier)
        await arrive(desk, screen)
    leaks.bury()
    gc.collect()
    return sum(isinstance(each, QObject | QLayoutItem) for each in gc.get_objects())


async def arrive(desk: Desk, screen: str) -> None:
    """Wait until a screen is shown, and run what it begins."""
    await desk.until(lambda: desk.model.desk.screens.current == screen)
    await desk.turn(20)
