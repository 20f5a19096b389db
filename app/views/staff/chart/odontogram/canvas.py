"""The odontogram's widget: the picture of the mouth, with selection, hover and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.viewmodels.staff.chart.odontogram import OdontogramViewModel
from app.viewmodels.translation import tr
from app.views.staff.chart.odontogram.inks import Inks
from app.views.staff.chart.odontogram.layout import Cell
from app.views.staff.chart.odontogram.marks import HOVERED, SELECTED, draw_ring, pixels_of, rect_of
from app.views.staff.chart.odontogram.moving import neighbor
from app.views.staff.chart.odontogram.picture import Picture
from app.views.theme.fonts import make_fonts
from app.views.theme.tokens import tokens_of
from app.views.widgets.announcing import announce
from app.views.widgets.labels import plain_tip

TIP_OFFSET = 12
"""How far Qt puts a tooltip below its place."""
LEAST = QSize(480, 200)
"""Half of the work in a window of 1366 × 768 pixels has more."""


class OdontogramCanvas(QWidget):
    """Both arches. A click or Enter selects a tooth, the arrow keys go from tooth to tooth, Esc selects none.

    `activated` has the name of a tooth that was double-clicked or entered.
    """

    activated = Signal(str)

    def __init__(self, model: OdontogramViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._tokens, self._ratio = tokens_of(self.palette()), 1.0
        self.picture = Picture(self._inks())
        self._hovered = ""
        self._marked = ""
        """The selected tooth, as painted."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(LEAST)
        self.setAccessibleName(tr("Tooth chart"))
        model.state_changed.connect(self._follow)
        self._follow()

    def rect_of(self, name: str) -> QRect:
        """The place of a tooth in the widget's pixels; empty if it isn't shown."""
        cell = self.picture.cell_of(name)
        return pixels_of(cell, self._ratio) if cell is not None else QRect()

    # --- painting ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the picture, and draw the marks over it."""
        ratio = self.devicePixelRatioF()
        if ratio != self._ratio:  # on another screen now
            self._dress()
        self.picture.refresh()
        painter = QPainter(self)
        if ratio == 1:
            part = event.rect()
            painter.drawPixmap(part, self.picture.pixmap, part)
        else:
            painter.scale(1 / ratio, 1 / ratio)
            painter.drawPixmap(0, 0, self.picture.pixmap)
            painter.resetTransform()
        if self._marked or self._hovered:
            self._draw_marks(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    # --- input ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the tooth under the pointer; a second click on it or one beside the teeth selects none."""
        if event.button() is Qt.MouseButton.LeftButton:
            cell = self._cell_at(event.position())
            name = cell.tooth.name if cell is not None else ""
            self._model.select(name if name != self._model.state.selected else "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the tooth under the pointer."""
        cell = self._cell_at(event.position())
        if cell is not None:
            self._model.select(cell.tooth.name)
            self.activated.emit(cell.tooth.name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Outline the tooth under the pointer."""
        cell = self._cell_at(event.position())
        self._hover(cell.tooth.name if cell is not None else "")

    def leaveEvent(self, event: QEvent) -> None:
        """Outline none."""
        self._hover("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from tooth to tooth, open it, or select none."""
        selected = self._model.state.selected
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        found = neighbor(self.picture.layout, selected, event.key()) if not control else None
        if found is not None:
            self._model.select(found)
            self._tell(found)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and selected:
            self.activated.emit(selected)
        elif event.key() == Qt.Key.Key_Escape and selected:
            self._model.select("")
            QToolTip.hideText()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the dashed ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it."""
        super().focusOutEvent(event)
        self.update()

    # --- inside --------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Repaint what has changed, and say the selected tooth."""
        state = self._model.state
        cells = self.picture.show(state.mouth, state.numbering)
        if cells is None:
            self.update()
        else:
            for cell in cells:
                self.update(pixels_of(cell, self._ratio))
        if state.selected != self._marked:
            for name in (self._marked, state.selected):
                self.update(self.rect_of(name).adjusted(-2, -2, 2, 2))
            self._marked = state.selected
            words = self._model.words_of(state.selected)
            self.setAccessibleDescription(self._model.hover_words(state.selected))
            if words and self.hasFocus():
                announce(self, words)

    def _arrange(self) -> None:
        ratio = self.devicePixelRatioF()
        self.picture.resize(round(self.width() * ratio), round(self.height() * ratio))
        self.update()

    def _dress(self) -> None:
        self.picture.dress(self._inks())
        self._arrange()

    def _inks(self) -> Inks:
        self._tokens, self._ratio = tokens_of(self.palette()), self.devicePixelRatioF()
        return Inks(self._tokens, make_fonts(self.font()).small, self._ratio)

    def _hover(self, name: str) -> None:
        if name != self._hovered:
            for each in (self._hovered, name):
                self.update(self.rect_of(each).adjusted(-2, -2, 2, 2))
            self._hovered = name
            self.setToolTip(plain_tip(self._model.hover_words(name)) if name else "")

    def _tell(self, name: str) -> None:
        """Show a tooth's history as for the pointer, but below the picture, where it covers no teeth."""
        place = QPoint(self.rect_of(name).left(), self.height() - TIP_OFFSET)
        QToolTip.showText(self.mapToGlobal(place), plain_tip(self._model.hover_words(name)), self)

    def _cell_at(self, point: QPointF) -> Cell | None:
        ratio = self.devicePixelRatioF()
        return self.picture.layout.at(point.x() * ratio, point.y() * ratio)

    def _draw_marks(self, painter: QPainter) -> None:
        tokens = self._tokens
        hovered, selected = self.picture.cell_of(self._hovered), self.picture.cell_of(self._marked)
        if hovered is not None:
            draw_ring(painter, rect_of(hovered, self._ratio), tokens.ink_3, HOVERED)
        if selected is not None:
            place = rect_of(selected, self._ratio)
            draw_ring(painter, place, tokens.accent, SELECTED, dashed=self.hasFocus())
