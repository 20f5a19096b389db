"""Makes the kiosk's window frameless, and keeps it over all others. Acts on the native window: none is made anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

FLAGS = (
    Qt.WindowType.Window
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.NoDropShadowWindowHint
    | Qt.WindowType.CustomizeWindowHint  # no title bar, so no system menu and no buttons
)


def keep_on_top(window: QWidget) -> None:
    """From now on; the window is shown already."""
    handle = window.windowHandle()
    if handle is not None:
        handle.setFlags(FLAGS)
