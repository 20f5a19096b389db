"""The position of an appointment's card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize

from app.views.widgets.placement import place_for

WHOLE = QRect(0, 0, 1000, 600)
ROOM = QRect(50, 80, 700, 500)
SIZE = QSize(300, 200)
VISITS = {
    "narrow": QRect(100, 200, 120, 60),
    "at the right": QRect(620, 500, 120, 60),
    "in the middle": QRect(300, 200, 300, 60),
    "as wide as the schedule": QRect(50, 200, 700, 60),
    "high and wide": QRect(60, 90, 680, 480),
    "high at the left": QRect(50, 80, 350, 500),
}


@pytest.mark.parametrize("corner", [True, False])
@pytest.mark.parametrize("visit", VISITS.values(), ids=VISITS)
def test_never_over_the_visit(visit: QRect, corner: bool) -> None:
    """A visit's card is on the screen and never over the visit; if possible whole and within the schedule."""
    place = place_for(visit, SIZE, ROOM, WHOLE, corner=corner)
    if place is None:
        assert visit is VISITS["high and wide"]
        return
    assert WHOLE.contains(place)
    assert not place.intersects(visit)
    if visit is not VISITS["high and wide"]:
        assert ROOM.contains(place)
        assert place.size() == SIZE


def test_no_place_at_all() -> None:
    """Beside an appointment that fills the screen there is no card."""
    assert place_for(WHOLE, SIZE, ROOM, WHOLE, corner=False) is None


def test_the_corner_is_the_same_for_all() -> None:
    """By keyboard the card is in the upper right, and at the left only for appointments there."""
    tops = [
        place_for(each, SIZE, ROOM, WHOLE, corner=True) for each in (VISITS["narrow"], VISITS["at the right"])
    ]
    assert tops == [QRect(442, 88, 300, 200)] * 2
    assert place_for(QRect(620, 90, 120, 60), SIZE, ROOM, WHOLE, corner=True) == QRect(58, 88, 300, 200)
