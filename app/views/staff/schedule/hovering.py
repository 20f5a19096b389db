"""Decides which appointment's card is shown over the schedule."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.views.staff.frame.side_panel import SidePanel
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from app.views.staff.schedule.hover_card import HoverCard


class Hovering(QObject):
    """Keeps the card up to date: it follows its appointment while the schedule changes, and closes with it.

    An appointment shown in the side panel needs no card, which would only cover the schedule.
    """

    def __init__(
        self, model: ScheduleScreenViewModel, canvas: ScheduleCanvas, panel: SidePanel, card: HoverCard
    ) -> None:
        super().__init__(card)
        self._model = model
        self._canvas = canvas
        self._panel = panel
        self._card = card
        self._apt_num: int | None = None
        canvas.hovered.connect(self._hovered)
        canvas.selected.connect(self._selected)
        model.schedule.state_changed.connect(self._follow)
        model.schedule.selection_changed.connect(self._follow)
        model.tasks.changed.connect(self._follow)
        panel.fold_changed.connect(self._follow)
        for bar in (canvas.verticalScrollBar(), canvas.horizontalScrollBar()):
            bar.valueChanged.connect(self._scrolled)
        canvas.viewport().installEventFilter(self)

    @property
    def visible(self) -> bool:
        """Whether a card is shown."""
        return self._card.isVisible()

    def hide(self) -> None:
        """Close the card until something else is hovered."""
        self._apt_num = None
        self._card.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move once the schedule has another size: folding the panel resizes it one event loop iteration later."""
        if event.type() is QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    def _hovered(self, apt_num: int | None, where: QRect) -> None:
        self._apt_num = apt_num
        self._follow()

    def _selected(self, apt_num: int | None) -> None:
        """A clicked appointment is under the mouse: its card is not shown again immediately."""
        if apt_num is None or not self._canvas.overlay.focus_shown:
            self.hide()

    def _scrolled(self) -> None:
        """Another appointment is under the mouse; the focused one stays."""
        if self._by_keys:
            self._follow()
        else:
            self.hide()

    @property
    def _by_keys(self) -> bool:
        overlay = self._canvas.overlay
        return overlay.focus_shown and overlay.focused == self._apt_num

    def _follow(self) -> None:
        """Show the appointment's card at its current position, or none."""
        canvas = self._canvas
        visit = self._model.schedule.visit(self._apt_num) if self._apt_num is not None else None
        where = canvas.sight.rect_of(visit.apt_num) if visit is not None and canvas.isVisible() else None
        seen = canvas.viewport().geometry()
        if canvas.scene.hides_names or visit is None or where is None or not where.intersects(seen):
            self.hide()
        elif self._panel.shows_card and self._model.schedule.selected is visit:
            self._card.hide()
        else:
            to_screen = canvas.mapTo(self._card.over, QPoint())
            self._card.show_for(
                where.intersected(seen).translated(to_screen),
                visit.name,
                self._model.card.rows_of(visit),
                room=seen.translated(to_screen),
                corner=self._by_keys,
            )
