from __future__ import annotations

import pytest

from app.bootstrap.kiosk.protocol import KIOSK_WIDTH, SCALE
from app.bootstrap.kiosk.training_screen import LEAST, desk_scale
from app.views.staff.frame.window import SMALLEST


@pytest.mark.parametrize("width", [1366, 1440, 1564, 1920, 3840])
def test_desk_and_kiosk_fit_side_by_side(width: int) -> None:
    """From the smallest screen that an office's PC has; the desk is never enlarged."""
    scale = desk_scale(width)
    assert LEAST < scale <= 1
    assert SMALLEST[0] * scale + KIOSK_WIDTH * SCALE <= width


def test_the_desk_stays_readable_on_a_narrower_screen() -> None:
    """The windows overlap there."""
    assert desk_scale(1024) == LEAST
