"""How large training's desk can be beside the kiosk. A process of its own: without a usable screen Qt ends it."""

from __future__ import annotations

import math
import sys

from PySide6.QtGui import QGuiApplication

from app.bootstrap.kiosk.protocol import KIOSK_WIDTH, SCALE
from app.views.staff.frame.window import SMALLEST

LEAST = 0.75
"""Smaller text could not be read: on a narrower screen the two windows overlap."""


def run() -> int:
    """Write the desk's scale to standard output."""
    app = QGuiApplication(sys.argv[:1])
    sys.stdout.write(f"{desk_scale(app.primaryScreen().availableGeometry().width())}\n")
    return 0


def desk_scale(width: int) -> float:
    """By how much the desk is reduced on a screen of this width: its smallest window leaves the kiosk its room."""
    fitting = (width - KIOSK_WIDTH * SCALE) / SMALLEST[0]
    return min(1.0, max(math.floor(fitting * 100) / 100, LEAST))
