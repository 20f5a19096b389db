"""A thin line between parts of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame


def hairline() -> QFrame:
    """A horizontal line of one pixel, in the theme's color."""
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line
