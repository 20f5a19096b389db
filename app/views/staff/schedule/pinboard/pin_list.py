"""The pinned appointments in the side panel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.viewmodels.staff.schedule.pinboard.model import PinboardViewModel, PinRow
from app.viewmodels.translation import tr
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.fitting import FittingScroll
from app.views.widgets.labels import plain_label, plain_tip

LINE = 19
PADDING = 8
LEAST = 64
MOST = 142
"""Height of three appointments in pixels; more of them scroll."""


class PinList(QWidget):
    """Click, Space or Enter takes an appointment into the hand; it can also be dragged. Delete unpins."""

    def __init__(self, model: PinboardViewModel, canvas: ScheduleCanvas, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._canvas = canvas
        self._theme = theme
        self._buttons: list[PinButton] = []
        body = QWidget()
        self._rows = QVBoxLayout(body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._scroll = FittingScroll(body, least=grown(LEAST, self.font()))
        self._scroll.setMaximumHeight(grown(MOST, self.font()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(tr("Pinboard"), kind="title"))
        column.addWidget(self._scroll)
        model.changed.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """Focus the first appointment."""
        if self._buttons:
            self._buttons[0].setFocus()

    def _show(self) -> None:
        held = next((at for at, each in enumerate(self._buttons) if each.hasFocus()), None)
        for old in self._buttons:
            self._rows.removeWidget(old)
            old.deleteLater()
        self._buttons = [self._button(row) for row in self._model.rows]
        for button in self._buttons:
            self._rows.addWidget(button)
            button.show()  # a layout ignores widgets that are not shown yet
        if held is not None and self._buttons:
            self._buttons[min(held, len(self._buttons) - 1)].setFocus()
        elif held is not None:
            self._canvas.setFocus()
        self.setVisible(bool(self._buttons))

    def _button(self, row: PinRow) -> PinButton:
        button, dragging = PinButton(row, self._theme), self._canvas.dragging
        button.taken.connect(lambda by_mouse: self._model.take(row.apt_num, by_mouse=by_mouse))
        button.removed.connect(lambda: self._model.unpin(row.apt_num))
        button.focused.connect(lambda: self._scroll.ensureWidgetVisible(button))
        button.pulled.connect(lambda where: self._pull(row.apt_num, where))
        button.let_go.connect(lambda where: dragging.let_go(self._on_canvas(where).toPointF()))
        return button

    def _pull(self, apt_num: int, where: QPoint) -> None:
        dragging = self._canvas.dragging
        if dragging.drag is None and (visit := self._model.held(apt_num)) is not None:
            dragging.place(visit, by_mouse=True)
        dragging.move(self._on_canvas(where).toPointF(), fine=False)

    def _on_canvas(self, where: QPoint) -> QPoint:
        return self._canvas.viewport().mapFromGlobal(where)


class PinButton(QToolButton):
    """One pinned appointment: the name, where it was, and in amber what has changed since."""

    taken = Signal(bool)
    """Whether by the mouse."""
    removed = Signal()
    focused = Signal()
    pulled = Signal(QPoint)
    """Dragged to a point of the screen."""
    let_go = Signal(QPoint)

    def __init__(self, row: PinRow, theme: Theme) -> None:
        super().__init__()
        self._pressed: QPoint | None = None
        self._pulled = False
        self.setProperty("kind", "notice" if row.news else "row")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(row.spoken)
        self.setToolTip(
            plain_tip(tr("{what}. Click to place it, or drag it to the schedule.", what=row.spoken))
        )
        across = QHBoxLayout(self)
        across.setContentsMargins(8, PADDING // 2, 4, PADDING // 2)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        words = [(row.name, ""), (row.place, "second"), (row.news, "late")]
        for text, kind in words:
            if text:
                label = ElidedLabel(text)
                label.setProperty("kind", kind)
                label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                lines.addWidget(label)
        across.addLayout(lines, 1)
        across.addWidget(self._remover(row, theme), 0, Qt.AlignmentFlag.AlignTop)
        height = grown(LINE, self.font()) * (3 if row.news else 2) + PADDING
        self.setFixedHeight(height)

    def _remover(self, row: PinRow, theme: Theme) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "mini")
        button.setIcon(theme.icon(Icon.CLOSE, size=14))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        spoken = tr("Unpin {name}", name=row.name)
        button.setAccessibleName(spoken)
        button.setToolTip(plain_tip(f"{spoken}  Del"))
        button.clicked.connect(self.removed)
        return button

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click or a drag may begin."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._pulled = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it to the schedule."""
        at = event.position().toPoint()
        if self._pressed is None:
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far or self._pulled:
            self._pulled = True
            self.pulled.emit(self.mapToGlobal(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop it, or take it into the hand."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        if self._pulled:
            self.let_go.emit(self.mapToGlobal(event.position().toPoint()))
        elif self.rect().contains(event.position().toPoint()):
            self.taken.emit(True)

    def event(self, event: QEvent) -> bool:
        """Delete unpins, although it is a shortcut of the schedule."""
        is_delete = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete
        if event.type() is QEvent.Type.ShortcutOverride and is_delete:
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Emit a signal, so that it can be scrolled into view."""
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space take it, Delete unpins it, Up and Down go to the next one."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.taken.emit(False)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)
