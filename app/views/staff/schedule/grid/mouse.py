"""The mouse on the schedule: clicks, double clicks, drags and hovering; the canvas interprets them."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from app.views.staff.schedule.grid.drag import move_of, resize_of
from app.views.staff.schedule.grid.dragging import Dragging
from app.views.staff.schedule.grid.second_click import SecondClick
from app.views.staff.schedule.grid.surface import ScheduleSurface
from app.views.staff.schedule.grid.tile import Tile

REST_MILLISECONDS = 400
"""Hover delay before an appointment's card is requested; the next card is shown at once."""
NEXT_MILLISECONDS = 40
GRIP = 6
"""Height in pixels of a tile's lower edge for resizing; at most a quarter of a low tile."""
TARGET = 24
"""Minimum width and height in pixels of what is clicked around a small sign, as far as its tile reaches."""


FINE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
"""While one of these is held, a drag stops at any five minutes."""


class Zone(Enum):
    """The part of a tile under the mouse."""

    NONE = auto()
    BODY = auto()
    DOT = auto()
    TASK = auto()
    GRIP = auto()


class Press(NamedTuple):
    """Where the left button was pressed, and on what."""

    position: QPointF
    tile: Tile | None
    zone: Zone


CURSORS = {
    Zone.NONE: Qt.CursorShape.ArrowCursor,
    Zone.BODY: Qt.CursorShape.ArrowCursor,
    Zone.DOT: Qt.CursorShape.PointingHandCursor,
    Zone.TASK: Qt.CursorShape.PointingHandCursor,
    Zone.GRIP: Qt.CursorShape.SizeVerCursor,
}
BUTTONS = (Zone.DOT, Zone.TASK)
"""Zones that are clicked like buttons: they start no drag, and a second click on them is ignored."""


class Mouse(QObject):
    """Handles the mouse over a surface's viewport."""

    picked = Signal(object)
    """The pressed Tile."""
    activated = Signal(object)
    letter_clicked = Signal(object)
    task_clicked = Signal(object)
    """AptNum whose mark for open tasks was clicked."""
    time_selected = Signal(object, int)
    """Column, minute of a free time that was clicked."""
    time_activated = Signal(object, int)
    """Column, minute of a free time that was double-clicked."""
    hovered = Signal(object, QRect)

    def __init__(self, surface: ScheduleSurface, dragging: Dragging) -> None:
        super().__init__(surface)
        self._surface = surface
        self._dragging = dragging
        self._press: Press | None = None
        self._last_zone = Zone.NONE
        self._over: int | None = None
        self._carded = False
        self._second = SecondClick(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._rested)
        surface.viewport().setMouseTracking(True)
        surface.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the viewport's mouse events."""
        if isinstance(event, QMouseEvent):
            if self._surface.scene.hides_names:
                return True
            match event.type():
                case QEvent.Type.MouseButtonPress:
                    return self._pressed(event)
                case QEvent.Type.MouseMove:
                    return self._moved(event)
                case QEvent.Type.MouseButtonRelease:
                    return self._released(event)
                case QEvent.Type.MouseButtonDblClick:
                    return self._double_clicked(event)
        elif event.type() is QEvent.Type.Leave:
            self._hover(None)
        return False

    def _pressed(self, event: QMouseEvent) -> bool:
        self._hover(None)
        if self._dragging.drag is not None and self._dragging.in_hand:
            return self._placed(event)
        if self._dragging.drag is not None:
            self._dragging.cancel()
        if event.button() is not Qt.MouseButton.LeftButton:
            self._press = None
            return False
        tile, self._last_zone = self._under(event.position())
        self._press = Press(event.position(), tile, self._last_zone)
        if tile is not None:
            self.picked.emit(tile)
        return True

    def _moved(self, event: QMouseEvent) -> bool:
        position, press = event.position(), self._press
        tile = press.tile if press is not None and press.zone not in BUTTONS else None
        if press is not None and tile is not None and _far(press.position, position):
            self._press = None
            self._take(tile, press)
        fine = bool(event.modifiers() & FINE)
        if self._dragging.drag is not None and not self._dragging.by_keys:
            self._dragging.move(position, fine=fine)
        elif not event.buttons():
            tile, zone = self._under(position)
            self._surface.viewport().setCursor(CURSORS[zone])
            self._hover(tile)
        return True

    def _placed(self, event: QMouseEvent) -> bool:
        """A click while an appointment is in the hand: drop it there, or with the right button not at all."""
        self._press = None
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragging.move(event.position(), fine=bool(event.modifiers() & FINE))
            self._dragging.let_go(event.position())
        else:
            self._dragging.cancel()
        return True

    def _take(self, tile: Tile, press: Press) -> None:
        _, y = self._surface.sight.grid_point(press.position)
        minute = self._surface.scene.geometry.minute(y)
        day = self._dragging.day_at(tile.slot.column)
        self._dragging.begin(resize_of(tile, day) if press.zone is Zone.GRIP else move_of(tile, minute, day))

    def _released(self, event: QMouseEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        press, self._press = self._press, None
        position = event.position()
        if self._dragging.drag is not None and not self._dragging.by_keys:
            self._dragging.let_go(position)
        elif press is not None and press.zone in BUTTONS and press.tile is not None:
            tile, zone = self._under(position)
            if tile is not None and zone is press.zone:
                if zone is Zone.TASK:
                    self._second.ignore()
                clicked = self.letter_clicked if zone is Zone.DOT else self.task_clicked
                clicked.emit(tile.slot.visit.apt_num)
        elif press is not None and press.tile is None and not _far(press.position, position):
            spot = self._time_at(position)
            if spot is not None:
                self.time_selected.emit(*spot)
        return True

    def _time_at(self, position: QPointF) -> tuple[int, int] | None:
        """The column and time step at a point; None outside the grid."""
        x, y = self._surface.sight.grid_point(position)
        geometry, step = self._surface.scene.geometry, self._surface.scene.grid.increment
        column, minute = geometry.column_at(x), int(geometry.minute(y)) // step * step
        on_grid = column is not None and x < geometry.width and minute < geometry.closes
        return (column, minute) if column is not None and on_grid else None

    def _double_clicked(self, event: QMouseEvent) -> bool:
        """A quick second click: on the same letter or mark it is ignored, elsewhere it opens or books."""
        tile, zone = self._under(event.position())
        if zone in BUTTONS and zone is not self._last_zone:
            return self._pressed(event)
        if event.button() is not Qt.MouseButton.LeftButton or zone in BUTTONS:
            return True
        if tile is not None:
            self.activated.emit(tile.slot.visit.apt_num)
        elif (spot := self._time_at(event.position())) is not None:
            self.time_activated.emit(*spot)
        return True

    def _under(self, position: QPointF) -> tuple[Tile | None, Zone]:
        x, y = self._surface.sight.grid_point(position)
        tile = self._surface.scene.tile_at(x, y)
        if tile is None:
            return None, Zone.NONE
        painter, theme = self._surface.tile_painter, self._surface.scene.theme
        if tile.text.letter and painter.dot_box(tile).holds(x, y):
            return tile, Zone.DOT
        task = painter.task_box(tile)
        if task is not None and task.holds(x, y):
            return tile, Zone.TASK
        if y >= tile.box.bottom - min(theme.u(GRIP), tile.box.height // 4):
            return tile, Zone.GRIP
        around = task.grown(max(theme.u(TARGET) - task.width + 1, 0) // 2) if task is not None else None
        return tile, Zone.TASK if around is not None and around.holds(x, y) else Zone.BODY

    def _hover(self, tile: Tile | None) -> None:
        over = tile.slot.visit.apt_num if tile else None
        if over == self._over:
            return
        self._over = over
        self._rest.stop()
        if over is not None:
            self._rest.start(NEXT_MILLISECONDS if self._carded else REST_MILLISECONDS)
        elif self._carded:
            self._carded = False
            self.hovered.emit(None, QRect())

    def _rested(self) -> None:
        rect = self._surface.sight.rect_of(self._over or 0)
        if rect is not None:
            self._carded = True
            self.hovered.emit(self._over, rect)


def _far(pressed: QPointF, position: QPointF) -> bool:
    """Whether the mouse has moved since the press, so that it isn't a click any more."""
    return (position - pressed).manhattanLength() >= QApplication.startDragDistance()
