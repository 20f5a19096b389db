"""What the window needs of a screen's widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.views.staff.frame.side_panel import SidePanel
from app.views.theme.theme import Theme

Narrow = Callable[[bool], None]
"""Makes something narrow (True), or as wide as it usually is."""


class ScreenTools(Struct, frozen=True):
    """What the window hands to each screen's view."""

    theme: Theme
    early: QWidget | None = None
    """What was painted of this screen before the frame came."""


class ScreenBar(QWidget):
    """A screen's part of the bar. It emits `refit` when it may need more room, or less."""

    refit = Signal()
    steps: Sequence[Narrow] = ()
    """What gives way in a narrow window, first to last."""


class ScreenView(QWidget):
    """The work area of one screen, with its part of the bar and its side panel. A screen sets what it has."""

    bar: ScreenBar | None = None
    panel: SidePanel | None = None
    """None: nothing stands beside the work at rest."""

    def take_focus(self) -> None:
        """The screen is shown, or a page beside it was closed: the keys belong to the work."""
        self.setFocus()

    def close_floating(self) -> bool:
        """Esc was pressed: take away what floats over the work. False where nothing does."""
        return False

    def clear_selection(self) -> None:
        """Esc was pressed, and there was nothing to close."""
