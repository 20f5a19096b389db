"""The strip of days over the bar while an appointment is dragged: rest on a date to go on there, or drop it on it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.core.present import present
from app.viewmodels.staff.schedule.moving.day_strip import DayCell, DayStripViewModel
from app.viewmodels.translation import tr
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from app.views.staff.schedule.grid.drag import Drag
from app.views.widgets.labels import plain_label

REST_MILLISECONDS = 350
"""How long the pointer has to rest on a date before its day is shown."""
HINT_WIDTH = 900
"""In a narrower bar there is no room for the keys."""
HINT = 180
"""The width of their text in pixels, which is kept free."""
CELLS = 10
PADDING = 8


class DayStrip(QWidget):
    """It covers the schedule's part of the bar as long as an appointment is moved, so that nothing else moves."""

    def __init__(self, model: DayStripViewModel, canvas: ScheduleCanvas, bar: QWidget) -> None:
        super().__init__(canvas)
        self._model = model
        self._canvas = canvas
        self._bar = bar
        self._over: DayCell | None = None
        self._labels: list[tuple[DayCell, QLabel]] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self._show_day)
        self.setObjectName("dayStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMouseTracking(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 4, 0, 4)
        self._row.setSpacing(4)
        self.hide()
        canvas.dragging.targets.append(self)
        canvas.dragging.began.connect(self._begin)
        model.changed.connect(self._update)

    # --- as a DropTarget -----------------------------------------------------------------------------------

    def follow(self, drag: Drag, where: QPoint) -> bool:
        """Light up the date under the pointer, and show its day once it rests there."""
        over = next((cell for cell, label in self._labels if _area(label).contains(where)), None)
        if over is not self._over:
            self._over = over
            self._light()
            self._rest.stop()
            if over is not None:
                self._rest.start()
        return over is not None

    def take(self, drag: Drag) -> None:
        """It was dropped on a date."""
        over, self._over = self._over, None
        if over is not None:
            self._model.take(drag.apt_num, over.day)

    def end(self) -> None:
        """The drag is over."""
        self._rest.stop()
        self.hide()

    # --- an appointment in the hand ------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Without a pressed button the strip itself has the mouse; what the arrow keys move doesn't follow it."""
        if not self._canvas.dragging.by_keys:
            self._follow(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click drops it on the date; as on the schedule, another button cancels."""
        if event.button() is not Qt.MouseButton.LeftButton:
            self._canvas.dragging.cancel()
            return
        self._follow(event)
        self._canvas.dragging.let_go(self._on_canvas(event).toPointF())

    # --- inside --------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        dragging = self._canvas.dragging
        if dragging.drag is None or dragging.drag.resizing or not self._bar.isVisible():
            return
        window = self._bar.window()
        self.setParent(window)
        self.setGeometry(QRect(self._bar.mapTo(window, QPoint()), self._bar.size()))
        self._fill(dragging.drag, by_keys=dragging.by_keys)
        self.show()
        self.raise_()

    def _fill(self, drag: Drag, *, by_keys: bool) -> None:
        while self._row.count():
            widget = present(self._row.takeAt(0)).widget()
            if widget is not None:
                widget.deleteLater()
        self._over = None
        self._labels = [(cell, self._label(cell)) for cell in self._model.cells(drag.home.day)]
        for _, label in self._labels:
            self._row.addWidget(label, 1)
        if by_keys and self.width() >= HINT_WIDTH:
            hint = plain_label(tr("Alt+arrows: another day\nEnter moves, Esc cancels"), kind="second")
            self._row.addWidget(hint)
        self._row.activate()
        self._light()

    def _update(self) -> None:
        """Other days are shown, or more is known of them."""
        drag = self._canvas.dragging.drag
        if not self.isVisible() or drag is None:
            return
        for (before, label), cell in zip(self._labels, self._model.cells(drag.home.day), strict=True):
            if cell.day != before.day:
                continue  # another working day is known now: a label keeps the date that a drop on it goes to
            label.setText(self._words(cell))
            if label.property("shown") is not cell.shown:
                label.setProperty("shown", cell.shown)
                label.style().unpolish(label)
                label.style().polish(label)

    def _words(self, cell: DayCell) -> str:
        """What is known of a date, if there is room for it."""
        measure = self.fontMetrics()
        room = (self.width() - HINT) // (len(self._labels) or CELLS) - PADDING
        fits = bool(cell.note) and measure.horizontalAdvance(cell.note) <= room
        return f"{cell.title}\n{cell.note}" if fits else cell.title

    def _label(self, cell: DayCell) -> QLabel:
        label = plain_label(self._words(cell), kind="dayCell")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label.setProperty("shown", cell.shown)
        return label

    def _light(self) -> None:
        for cell, label in self._labels:
            if label.property("lit") is not (cell is self._over):
                label.setProperty("lit", cell is self._over)
                label.style().unpolish(label)
                label.style().polish(label)

    def _follow(self, event: QMouseEvent) -> None:
        self._canvas.dragging.move(self._on_canvas(event).toPointF(), fine=False)

    def _show_day(self) -> None:
        if self._over is not None:
            self._canvas.dragging.go_to(self._over.day, at_home=True)

    def _on_canvas(self, event: QMouseEvent) -> QPoint:
        return self._canvas.viewport().mapFromGlobal(event.globalPosition().toPoint())


def _area(label: QLabel) -> QRect:
    """Its place on the screen."""
    return QRect(label.mapToGlobal(QPoint()), label.size())
