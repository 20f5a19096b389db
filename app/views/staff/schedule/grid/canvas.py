"""The schedule that one works on: selecting, walking, moving and stretching appointments by mouse and by keyboard."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.domain.schedule.tile import card_words
from app.domain.schedule.visit import ScheduleGrid
from app.viewmodels.translation import tr
from app.views.staff.schedule.grid.drag import DropWords
from app.views.staff.schedule.grid.dragging import Dragging
from app.views.staff.schedule.grid.geometry import Box
from app.views.staff.schedule.grid.keys import ARROWS, TAKING, first_tile, next_tile
from app.views.staff.schedule.grid.mouse import Mouse
from app.views.staff.schedule.grid.surface import WHEEL_STEP, ScheduleSurface
from app.views.staff.schedule.grid.tile import Tile

NOTCH = 120
"""What Qt calls one notch of a wheel."""


class ScheduleCanvas(ScheduleSurface):  # size: being split from its surface by responsibility, issue 8
    """A day or a week of appointments.

    Appointments and columns are named by AptNum and Column.key, times are minutes after the column's midnight.
    `hovered` carries a rectangle in this widget's pixels, `context_requested` a point on the screen.
    """

    selected = Signal(object)
    """AptNum, or None when free time was clicked."""
    activated = Signal(object)
    """AptNum, by double click or Enter."""
    hovered = Signal(object, QRect)
    """AptNum under the resting mouse or the keyboard's focus, or None."""
    context_requested = Signal(object, object, int, QPoint)
    """AptNum or None, column, minute, point."""
    dropped = Signal(object, object, int)
    """AptNum, column, minute."""
    resized = Signal(object, int)
    """AptNum, minutes."""
    empty_clicked = Signal(object, int)
    """Column, minute."""
    letter_clicked = Signal(object)
    """AptNum whose stage dot was clicked."""

    def __init__(self, words: DropWords | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dragging = Dragging(self, words)
        self.dragging.dropped.connect(self.dropped)
        self.dragging.resized.connect(self.resized)
        self._mouse = Mouse(self, self.dragging)
        self._mouse.picked.connect(self._pick)
        self._mouse.activated.connect(self.activated)
        self._early: list[partial[None]] | None = []
        """What was clicked before a desk has asked for it; None since."""
        self._mouse.letter_clicked.connect(partial(self._clicked, self.letter_clicked))
        self._mouse.empty_clicked.connect(partial(self._clicked, self.empty_clicked))
        self._mouse.hovered.connect(self.hovered)
        self._turned = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Book")
        self.setAccessibleDescription(
            "No appointment in focus. The arrow keys walk from appointment to appointment."
        )

    # --- what is shown -------------------------------------------------------------------------------------

    def show_grid(self, grid: ScheduleGrid, now: datetime) -> None:
        """Show a grid as of a moment; scroll, selection, focus and a drag at hand stay."""
        super().show_grid(grid, now)
        self.dragging.keep_up()
        if self.overlay.focused is not None and self.overlay.focused not in self.scene.tiles:
            self.overlay.focused = None

    def set_selected(self, apt_num: int | None) -> None:
        """Ring an appointment, or none; says nothing."""
        if apt_num == self.overlay.selected:
            return
        before, self.overlay.selected = self.overlay.selected, apt_num
        self._update_tiles(before, apt_num)
        if apt_num is not None:
            self.overlay.focused = apt_num

    def show_visit(self, apt_num: int) -> None:
        """Scroll so far that an appointment can be seen."""
        if (tile := self.scene.tiles.get(apt_num)) is not None:
            self.bring_into_sight(tile.box)

    def show_column(self, key: int) -> None:
        """Scroll sideways so far that a column can be seen."""
        spans, seen = self.scene.geometry.spans, self.visible()
        for span in [each for each in spans if each.key == key]:
            self.bring_into_sight(Box(span.left, seen.top, span.width, 0))

    def focus_on(self, apt_num: int) -> None:
        """Put the keyboard's focus on an appointment and bring it into sight."""
        tile = self.scene.tiles.get(apt_num)
        if tile is None:
            return
        before, self.overlay.focused = self.overlay.focused, apt_num
        self.overlay.focus_shown = True
        self.bring_into_sight(tile.box)
        self._update_tiles(before, apt_num)
        self.setAccessibleDescription(tr(card_words(tile.slot.visit, self.scene.now)))
        self.hovered.emit(apt_num, self.to_widget(tile.box))

    def say_again(self) -> None:
        """Say what was clicked before there was a desk to hear it; the desk asks for it once."""
        early, self._early = self._early or [], None
        for say in early:
            say()

    # --- Qt ------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep every key for a visit that is being carried: the window's shortcuts would work on it meanwhile."""
        if event.type() is QEvent.Type.ShortcutOverride and self.dragging.drag is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, open with Enter."""
        handled = self._steer(event) if self.dragging.drag is not None else self._walk(event)
        if not handled:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom about the pointer, with Shift scroll sideways."""
        turned, modifiers = event.angleDelta(), event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._turned += turned.y()  # a touchpad sends a notch in many small turns
            steps = int(self._turned / NOTCH)
            self._turned -= steps * NOTCH
            if steps:
                self.zoom_by(steps, round(event.position().y()))
        else:
            sideways = modifiers & Qt.KeyboardModifier.ShiftModifier or not turned.y()
            bar = self.horizontalScrollBar() if sideways else self.verticalScrollBar()
            notches = (turned.y() or turned.x()) / NOTCH
            bar.setValue(bar.value() - round(notches * self.scene.theme.u(WHEEL_STEP)))
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the appointment under the mouse, or of the one in focus."""
        point = event.pos()
        focused = self.scene.tiles.get(self.overlay.focused or 0)
        if event.reason() is QContextMenuEvent.Reason.Keyboard and focused is not None:
            point = self.to_widget(focused.box).center() - self.viewport().pos()
        x, y = self.grid_point(point.toPointF())
        tile, column = self.scene.tile_at(x, y), self.scene.geometry.column_at(x)
        if column is None:
            return
        apt_num = tile.slot.visit.apt_num if tile else None
        step = self.scene.grid.increment
        minute = int(self.scene.geometry.minute(y)) // step * step
        self.context_requested.emit(apt_num, column, minute, self.viewport().mapToGlobal(point))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is when it came here by keyboard."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            tile = self.scene.tiles.get(self.overlay.focused or 0) or first_tile(self.scene)
            if tile is not None:
                self.focus_on(tile.slot.visit.apt_num)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring and a drag by keys away."""
        super().focusOutEvent(event)
        self.overlay.focus_shown = False
        self._update_tiles(self.overlay.focused)
        self.hovered.emit(None, QRect())
        if self.dragging.by_keys:
            self.dragging.cancel()

    # --- inside --------------------------------------------------------------------------------------------

    def _clicked(self, signal: SignalInstance, *what: object) -> None:
        signal.emit(*what)
        if self._early is not None:
            self._early.append(partial(signal.emit, *what))

    def _pick(self, tile: Tile | None) -> None:
        """An appointment, or free time, was clicked."""
        self.overlay.focus_shown = False
        self._select(tile.slot.visit.apt_num if tile else None)

    def _select(self, apt_num: int | None) -> None:
        self.set_selected(apt_num)
        self.selected.emit(apt_num)

    def _walk(self, event: QKeyEvent) -> bool:
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        focused = self.scene.tiles.get(self.overlay.focused or 0)
        if key in ARROWS and plain:
            self._go(focused, *ARROWS[key])
        elif focused is None and key in TAKING and plain:
            self._go(None, 0, 0)
        elif focused is None or not plain:
            return False
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(focused.slot.visit.apt_num)
        elif key == Qt.Key.Key_Space:
            self._select(focused.slot.visit.apt_num)
        else:
            return False
        return True

    def _go(self, focused: Tile | None, across: int, down: int) -> None:
        tile = first_tile(self.scene) if focused is None else next_tile(self.scene, focused, across, down)
        if tile is not None:
            self.focus_on(tile.slot.visit.apt_num)
            self._select(tile.slot.visit.apt_num)

    def _steer(self, event: QKeyEvent) -> bool:
        """Keys while an appointment is on its way."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.dragging.cancel()
        elif key in ARROWS:
            across, down = ARROWS[key]
            fine = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.dragging.shift(across, down, fine=fine)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.dragging.drop()
        return True

    def _update_tiles(self, *apt_nums: int | None) -> None:
        self.update_boxes([tile.box for apt_num in apt_nums for tile in self.scene.parts(apt_num)])
