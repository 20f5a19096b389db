"""The interface of a screen's widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QWidget

from app.views.staff.frame.side_panel import SidePanel
from app.views.theme.theme import Theme

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

    It emits `refit` when `kept_clear` or `room_for_toasts` may be another.
    """

    refit = Signal()
    bar: ScreenBar | None = None
    panel: SidePanel | None = None
    """None: no side panel unless a page is open."""

    def take_focus(self) -> None:
        """The screen is shown, or a page beside it was closed: focus the work area."""
        self.setFocus()

    def close_floating(self) -> bool:
        """Esc was pressed: close a popover over the work area. Returns False if there is none."""
        return False

    def kept_clear(self) -> Sequence[QRect]:
        """The areas, in its own pixels, that the user is working with: toasts go elsewhere if they can."""
        return ()

    def room_for_toasts(self) -> QRect | None:
        """The part, in its own pixels, that can do without its lowest pixels for a while; None: there is none."""
        return None

    def make_room(self, pixels: int) -> None:
        """Keep the lowest pixels of `room_for_toasts` free for toasts."""

    def part_of(self, widget: QWidget) -> QRect:
        """Where a widget inside it is, in its own pixels, as far down as it has contents."""
        height = min(widget.height(), widget.sizeHint().height())
        return QRect(widget.mapTo(self, QPoint()), QSize(widget.width(), height))

    def clear_selection(self) -> None:
        """Esc was pressed, and there was nothing to close."""
