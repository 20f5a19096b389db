"""The keyboard on the schedule: moving the focus, opening, booking at a free time, and moving an appointment."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from app.views.staff.schedule.grid.cursor import TimeSpot, box_of, words_of
from app.views.staff.schedule.grid.dragging import Dragging
from app.views.staff.schedule.grid.keys import (
    ARROWS,
    ENTER,
    Place,
    first_place,
    minute_at,
    next_place,
    next_tile,
)
from app.views.staff.schedule.grid.surface import ScheduleSurface
from app.views.staff.schedule.grid.task_marks import spoken
from app.views.staff.schedule.grid.tile import Tile

TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
CONTROL = Qt.KeyboardModifier.ControlModifier
WEEK_DAYS = 7
KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Keyboard(QObject):
    """Handles the keys of a surface.

    Arrow keys move between appointments and through free time one increment at a time; with Ctrl they skip
    free time. Enter opens an appointment or books at a free time.
    """

    selected = Signal(object)
    """AptNum that was moved to, or None for a free time."""
    activated = Signal(object)
    """AptNum, by Enter."""
    time_selected = Signal(object, int)
    """Column, minute of a free time that was moved to."""
    time_activated = Signal(object, int)
    """Column, minute of a free time, by Enter."""
    hovered = Signal(object, QRect)
    """AptNum with the focus and its rectangle, or None."""

    def __init__(self, surface: ScheduleSurface, dragging: Dragging) -> None:
        super().__init__(surface)
        self._surface = surface
        self._dragging = dragging
        self._sideways: tuple[int | TimeSpot, int] | None = None
        """The result of the last step sideways, and the minute that the next one keeps."""
        surface.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        surface.installEventFilter(self)

    def focus_on(self, apt_num: int) -> None:
        """Focus an appointment and scroll it into view."""
        if (tile := self._surface.scene.tiles.get(apt_num)) is not None:
            self._focus(tile)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the surface's keys; during a drag all of them, including the window's shortcuts."""
        if self._surface.scene.hides_names:
            return False
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride and self._dragging.drag is not None:
            event.accept()
            return True
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._steer(event) if self._dragging.drag is not None else self._walk(event)
        if kind is QEvent.Type.FocusIn and isinstance(event, QFocusEvent) and event.reason() in TAB:
            self._arrive()
        elif kind is QEvent.Type.FocusOut:
            self._leave()
        return False

    # --- inside --------------------------------------------------------------------------------------------

    def _walk(self, event: QKeyEvent) -> bool:
        key, place = event.key(), self._surface.overlay.place(self._surface.scene)
        modifiers = event.modifiers() & ~KEYPAD
        if key in ARROWS and modifiers in (CONTROL, Qt.KeyboardModifier.NoModifier):
            self._go(place, *ARROWS[key], far=modifiers == CONTROL)
        elif modifiers or (key not in ENTER and key != Qt.Key.Key_Space):
            return False
        elif place is None:
            self._go(None, 0, 0, far=False)
        elif key == Qt.Key.Key_Space:
            self._select(place)
        elif isinstance(place, Tile):
            self.activated.emit(place.slot.visit.apt_num)
        else:
            self.time_activated.emit(*place)
        return True

    def _go(self, place: Place | None, across: int, down: int, *, far: bool) -> None:
        scene = self._surface.scene
        if place is None:
            following = first_place(scene)
        else:
            anchor = self._anchor(place)
            following = (next_tile if far else next_place)(scene, place, across, down, anchor)
            self._sideways = (_key(following), anchor) if across and following is not None else None
        if following is not None:
            self._select(following)  # first: the card of a selected appointment is not also shown beside it
            self._focus(following)

    def _anchor(self, place: Place) -> int:
        """The minute that steps sideways keep, however long the appointments in between are."""
        if self._sideways is not None and self._sideways[0] == _key(place):
            return self._sideways[1]
        return minute_at(place)

    def _select(self, place: Place) -> None:
        if isinstance(place, Tile):
            self.selected.emit(place.slot.visit.apt_num)
        else:
            self.selected.emit(None)
            self._surface.overlay.cursor = place
            self.time_selected.emit(*place)

    def _focus(self, place: Place) -> None:
        surface = self._surface
        overlay, sight = surface.overlay, surface.sight
        overlay.focus_shown = True
        before = overlay.focused
        if isinstance(place, Tile):
            overlay.focused, overlay.cursor = place.slot.visit.apt_num, None
            sight.bring(place.box)
            surface.setAccessibleDescription(spoken(surface.scene, place))
            self.hovered.emit(overlay.focused, sight.to_widget(place.box))
        else:
            overlay.focused, overlay.cursor = None, place
            sight.bring(box_of(surface.scene, place))
            surface.setAccessibleDescription(words_of(surface.scene, place))
            self.hovered.emit(None, QRect())
        surface.viewport().update()
        sight.update_tiles(before, overlay.focused)

    def _steer(self, event: QKeyEvent) -> bool:
        """Keys during a drag by keyboard: arrows by an increment or column, with Alt by a day or week."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._dragging.cancel()
        elif key in ARROWS:
            across, down = ARROWS[key]
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._shift_days(across + down * WEEK_DAYS)
            else:
                fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._dragging.shift(across, down, fine=fine)
        elif key in ENTER:
            self._dragging.drop()
        return True

    def _shift_days(self, days: int) -> None:
        """Continue the drag at the same time of day, some days later or earlier."""
        if (drag := self._dragging.drag) is not None:
            self._dragging.go_to(self._dragging.day_at(drag.column) + timedelta(days=days))

    def _arrive(self) -> None:
        """The focus came by Tab: show where it is."""
        scene = self._surface.scene
        place = self._surface.overlay.place(scene) or first_place(scene)
        if place is not None:
            self._focus(place)

    def _leave(self) -> None:
        """Remove the focus ring and cancel a drag without a pressed mouse button; a selected time stays."""
        overlay = self._surface.overlay
        overlay.focus_shown = False
        self._surface.sight.update_tiles(overlay.focused)
        self.hovered.emit(None, QRect())
        if self._dragging.by_keys or self._dragging.in_hand:
            self._dragging.cancel()


def _key(place: Place) -> int | TimeSpot:
    """The identity of a place that survives a change of the grid: an appointment's AptNum, or the time."""
    return place.slot.visit.apt_num if isinstance(place, Tile) else place
