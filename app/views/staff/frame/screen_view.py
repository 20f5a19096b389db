"""The interface of a screen's widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from app.views.staff.frame.side_panel import SidePanel
from app.views.theme.theme import Theme

if TYPE_CHECKING:  # most screens have none
    from app.views.staff.frame.toasts.toast_room import ToastRoom

Narrow = Callable[[bool], None]
"""Makes a part narrow (True), or as wide as usual."""


class ScreenTools(Struct, frozen=True):
    """What the window passes to each screen's view."""

    theme: Theme
    early: QWidget | None = None
    """The part of this screen that was painted before the frame existed."""


class ScreenBar(QWidget):
    """A screen's part of the bar. It emits `refit` when the space it needs may have changed."""

    refit = Signal()
    steps: Sequence[Narrow] = ()
    """What shrinks in a narrow window, first to last."""


class ScreenView(QWidget):
    """The work area of one screen, with its part of the bar and its side panel. A screen sets what it has.

    It emits `refit` when `kept_clear`, or whether its `toast_room` gives way, may be another.
    """

    refit = Signal()
    bar: ScreenBar | None = None
    panel: SidePanel | None = None
    """None: no side panel unless a page is open."""
    toast_room: ToastRoom | None = None
    """The part that gives way to toasts where there is no panel. None: none does."""

    def take_focus(self) -> None:
        """The screen is shown, or a page beside it was closed: focus the work area."""
        self.setFocus()

    def close_floating(self) -> bool:
        """Esc was pressed: close a popover over the work area. Returns False if there is none."""
        return False

    def kept_clear(self) -> Sequence[QRect]:
        """The areas, in its own pixels, that the user is working with: toasts go elsewhere if they can."""
        return ()

    def clear_selection(self) -> None:
        """Esc was pressed, and there was nothing to close."""
