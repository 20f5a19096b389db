"""The interactive schedule: selecting, moving and resizing appointments by mouse and keyboard."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.domain.schedule.visit import ScheduleGrid
from app.viewmodels.staff.schedule.previewed_opening import PreviewedOpening
from app.viewmodels.translation import tr
from app.views.staff.schedule.grid.cursor import TimeSpot, box_of, is_on_grid
from app.views.staff.schedule.grid.drag import DropWords
from app.views.staff.schedule.grid.dragging import Dragging
from app.views.staff.schedule.grid.early import EarlySignals
from app.views.staff.schedule.grid.keyboard import Keyboard
from app.views.staff.schedule.grid.mouse import Mouse
from app.views.staff.schedule.grid.surface import ScheduleSurface
from app.views.staff.schedule.grid.tile import Tile
from app.views.staff.schedule.grid.wheel import Wheel


class ScheduleCanvas(ScheduleSurface):
    """A day or a week of appointments.

    Appointments and columns are identified by AptNum and Column.key, times are minutes after the column's
    midnight. `hovered` is emitted with a rectangle in this widget's pixels, `context_requested` with a screen
    position.
    """

    selected = Signal(object)
    """AptNum, or None when the arrow keys left the appointments. Clicking a free time keeps the selection."""
    activated = Signal(object)
    """AptNum, by double click or Enter."""
    hovered = Signal(object, QRect)
    """The appointment under the resting mouse or with the keyboard focus: AptNum or None."""
    context_requested = Signal(object, object, int, QPoint)
    """AptNum or None, column, minute, screen position."""
    dropped = Signal(object, object, int)
    """AptNum, column, minute."""
    resized = Signal(object, int)
    """AptNum, minutes."""
    time_selected = Signal(object, int)
    """Column, minute of a free time that was clicked or moved to."""
    time_activated = Signal(object, int)
    """Column, minute of a free time that was double-clicked or entered: book an appointment there."""
    letter_clicked = Signal(object)
    """AptNum whose stage dot was clicked."""
    task_clicked = Signal(object)
    """AptNum whose mark for open tasks was clicked."""

    def __init__(self, words: DropWords | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dragging = Dragging(self, words)
        self.dragging.dropped.connect(self.dropped)
        self.dragging.resized.connect(self.resized)
        self.early = EarlySignals()
        self.keyboard = Keyboard(self, self.dragging)
        self._mouse, self._wheel = Mouse(self, self.dragging), Wheel(self)
        self._mouse.picked.connect(self._pick)
        self._mouse.time_selected.connect(self._pick_time)
        self._mouse.letter_clicked.connect(self.early.of(self.letter_clicked))
        self._mouse.task_clicked.connect(self.task_clicked)
        self.keyboard.selected.connect(self._select)
        for source in (self._mouse, self.keyboard):
            source.activated.connect(self.early.of(self.activated))
            source.hovered.connect(self.hovered)
            source.time_activated.connect(self.early.of(self.time_activated))
        for sent in (self._mouse.time_selected, self.keyboard.time_selected):
            sent.connect(self.early.of(self.time_selected))
        self.setAccessibleName(tr("Schedule"))
        self.setAccessibleDescription(
            tr("No appointment in focus. Use the arrow keys to move between appointments.")
        )

    def show_grid(self, grid: ScheduleGrid, now: datetime) -> None:
        """Show a grid as of a moment; scroll position, selection, focus and an active drag stay."""
        other_days, overlay = grid.days != self.scene.grid.days, self.overlay
        super().show_grid(grid, now)
        self.dragging.keep_up()
        if overlay.focused is not None and overlay.focused not in self.scene.tiles:
            overlay.focused = None
        if overlay.cursor is not None and (other_days or not is_on_grid(self.scene, overlay.cursor)):
            overlay.cursor = None
            self.viewport().update()

    def set_selected(self, apt_num: int | None) -> None:
        """Highlight an appointment, or none; emits nothing."""
        if apt_num == self.overlay.selected:
            return
        before, self.overlay.selected = self.overlay.selected, apt_num
        self.sight.update_tiles(before, apt_num)
        if apt_num is not None:
            self.overlay.focused = apt_num
            self.drop_cursor()

    def show_opening(
        self, opening: PreviewedOpening | None, others: tuple[PreviewedOpening, ...] = ()
    ) -> None:
        """Draw where a booking or move would put an appointment, scrolled into view, and what else is offered."""
        before = self.overlay.opening
        self.overlay.opening, self.overlay.others = opening, others
        if opening != before and (box := self.overlay.opening_box(self.scene)) is not None:
            self.sight.bring(box)
        self.viewport().update()

    def drop_cursor(self) -> None:
        """Clear the selected free time."""
        cursor, self.overlay.cursor = self.overlay.cursor, None
        if cursor is not None and is_on_grid(self.scene, cursor):
            self.sight.update_boxes([box_of(self.scene, cursor)])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll or zoom."""
        self._wheel.turn(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Request the context menu of what is under the mouse, or has the focus."""
        point = event.pos()
        place = self.overlay.place(self.scene)
        if event.reason() is QContextMenuEvent.Reason.Keyboard and place is not None:
            box = place.box if isinstance(place, Tile) else box_of(self.scene, place)
            point = self.sight.to_widget(box).center() - self.viewport().pos()
        x, y = self.sight.grid_point(point.toPointF())
        tile, column = self.scene.tile_at(x, y), self.scene.geometry.column_at(x)
        if column is None or self.scene.hides_names:
            return
        step = self.scene.grid.increment
        minute = int(self.scene.geometry.minute(y)) // step * step
        if tile is None:
            self._pick_time(column, minute)
            self.time_selected.emit(column, minute)
        apt_num = tile.slot.visit.apt_num if tile else None
        self.context_requested.emit(apt_num, column, minute, self.viewport().mapToGlobal(point))

    # --- inside --------------------------------------------------------------------------------------------

    def _pick(self, tile: Tile) -> None:
        self.overlay.focus_shown = False
        self._select(tile.slot.visit.apt_num)

    def _pick_time(self, column: int, minute: int) -> None:
        """A free time was clicked: it is selected, and the selected appointment stays, because it may be in use."""
        self.drop_cursor()
        overlay = self.overlay
        overlay.focus_shown, overlay.focused, overlay.cursor = False, None, TimeSpot(column, minute)
        self.sight.update_boxes([box_of(self.scene, overlay.cursor)])

    def _select(self, apt_num: int | None) -> None:
        self.set_selected(apt_num)
        if apt_num is not None:
            self.overlay.focused = apt_num
            self.drop_cursor()
        self.selected.emit(apt_num)
