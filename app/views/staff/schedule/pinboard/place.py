"""The pinboard's place at the bottom of the side panel: there is nothing before the first pin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.later import load_name
from app.domain.schedule.visit import Visit
from app.viewmodels.staff.schedule.pinboard.late import LatePinboard
from app.viewmodels.translation import tr
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from app.views.staff.schedule.grid.drag import Drag
from app.views.theme.theme import Theme
from app.views.widgets.labels import plain_label

if TYPE_CHECKING:  # loads with the first pin
    from app.views.staff.schedule.pinboard.pin_list import PinList

PIN_LIST = "app.views.staff.schedule.pinboard.pin_list:PinList"


class PinboardPlace(QWidget):
    """The pinboard. While an appointment is dragged, it can be dropped here."""

    def __init__(self, late: LatePinboard, canvas: ScheduleCanvas, theme: Theme) -> None:
        super().__init__()
        self._late = late
        self._canvas = canvas
        self._theme = theme
        self._list: PinList | None = None
        self._target = plain_label(tr("Drop here to pin it"), kind="dropTarget")
        self._target.setMinimumHeight(48)
        self._target.hide()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._target)
        late.opened.connect(self._open)
        late.focus_asked.connect(self.take_focus)
        canvas.dragging.targets.append(self)
        canvas.dragging.began.connect(self._begin)
        if late.model is not None:
            self._open()

    def take_focus(self) -> None:
        """Focus the first pinned appointment."""
        if self._list is not None:
            self._list.take_focus()

    # --- as a DropTarget -----------------------------------------------------------------------------------

    def follow(self, drag: Drag, where: QPoint) -> bool:
        """Whether the pointer is over the pinboard; its target lights up."""
        area = self._target if self._target.isVisible() else self._list
        if area is None or not area.isVisible():
            return False
        is_over = QRect(area.mapToGlobal(QPoint()), area.size()).contains(where)
        self._light(is_over)
        return is_over

    def take(self, drag: Drag) -> None:
        """Pin it."""
        self._late.pin(drag.visit)

    def end(self) -> None:
        """The drag is over."""
        self._target.hide()
        self._light(False)

    # --- inside --------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        dragging = self._canvas.dragging
        drag = dragging.drag if not dragging.by_keys else None
        pinned = self._late.model.apt_nums if self._late.model is not None else frozenset()
        if drag is not None and not drag.resizing and drag.apt_num not in pinned:
            self._target.show()

    def _light(self, on: bool) -> None:
        if self._target.property("lit") is not on:
            self._target.setProperty("lit", on)
            self._target.style().unpolish(self._target)
            self._target.style().polish(self._target)

    def _open(self) -> None:
        model = self._late.model
        if model is None or self._list is not None:
            return
        self._list = load_name(PIN_LIST)(model, self._canvas, self._theme)
        self._column.addWidget(self._list)
        model.hand_asked.connect(self._place)
        model.changed.connect(self._mark)
        self._canvas.dragging.canceled.connect(model.warn_changed)
        self._mark()

    def _place(self, visit: Visit, by_mouse: bool) -> None:
        self._canvas.dragging.place(visit, by_mouse=by_mouse)

    def _mark(self) -> None:
        """Show on the schedule what is pinned."""
        model = self._late.model
        rows = model.rows if model is not None else ()
        self._let_go(self._canvas.overlay.pinned - {row.apt_num for row in rows})
        self._canvas.overlay.pinned = frozenset(row.apt_num for row in rows)
        former = (row.former for row in rows)
        self._canvas.overlay.former_places = tuple(each for each in former if each is not None)
        self._canvas.viewport().update()

    def _let_go(self, gone: frozenset[int]) -> None:
        """What another desk has moved, or taken off the pinboard, is not placed here a second time."""
        dragging, model = self._canvas.dragging, self._late.model
        if model is not None and dragging.drag is not None and dragging.drag.apt_num in gone:
            name = dragging.drag.visit.name
            dragging.cancel()
            model.warn_lost(name)
