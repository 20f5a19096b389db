"""The month at a glance, over the schedule: a cell for each day with how full it is, and its providers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from app.viewmodels.clock_face import locale
from app.viewmodels.staff.schedule.month.month import WEEK_DAYS, MonthViewModel
from app.viewmodels.translation import tr
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.staff.schedule.month.cell import Cell, CellPainter
from app.views.theme.tokens import tokens_of
from app.views.widgets.labels import plain_label, plain_tip

ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK_DAYS,
    Qt.Key.Key_Down: WEEK_DAYS,
}
NAMES_HEIGHT = 24


class MonthPane(QWidget):
    """Covers the schedule. Arrow keys move between days, Enter or a click shows one, Esc goes back."""

    def __init__(self, model: MonthViewModel, over: QWidget) -> None:
        super().__init__(over.parentWidget())
        self._model = model
        self._over = over
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._about = plain_label(kind="second")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.addWidget(self._about)
        self.days = MonthDays(model)
        column.addWidget(self.days, 1)
        over.installEventFilter(self)
        model.opened.connect(self._open)
        model.changed.connect(self._show)
        self._open(model.is_open)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering what is below."""
        if watched is self._over and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.setGeometry(self._over.geometry())
        return super().eventFilter(watched, event)

    def _open(self, is_open: bool) -> None:  # a signal's value
        self.setVisible(is_open)
        if is_open:
            self.setGeometry(self._over.geometry())
            self.raise_()
            self._show()
            self.days.setFocus()
        else:
            self._over.setFocus()

    def _show(self) -> None:
        model = self._model
        if not model.is_open:
            return
        usual = tr("How much of the operatories' open time is booked")
        self._about.setText(model.trouble or (tr("Loading…") if model.loading else usual))
        self.days.tell()


class MonthDays(QWidget):
    """The cells, painted: one widget for all of them."""

    def __init__(self, model: MonthViewModel) -> None:
        super().__init__()
        self._model = model
        self._over: date | None = None
        self._look = tokens_of(self.palette()), self.font(), self.devicePixelRatioF()
        self._theme = PaintTheme(*self._look)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Month"))

    def tell(self) -> None:
        """Something of it has changed."""
        self.setAccessibleDescription(self._model.words_of(self._model.chosen))
        self.update()

    def rect_of(self, day: date) -> QRect | None:
        """The cell of a day; None if it isn't shown."""
        return next((rect for each, rect in self._places() if each == day), None)

    def day_at(self, x: float, y: float) -> date | None:
        """The day at a point; None beside the cells."""
        return next((day for day, rect in self._places() if rect.contains(int(x), int(y))), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names of the weekdays and all days, in device pixels."""
        model, theme = self._model, self._current_theme()
        painter = QPainter(self)
        painter.scale(1 / theme.ratio, 1 / theme.ratio)
        cells, places, today = CellPainter(painter, theme, model.providers), [*self._places()], model.today
        for day, rect in places[:WEEK_DAYS]:
            name = QRect(rect.left(), 0, rect.width(), NAMES_HEIGHT)
            cells.name(_scaled(name, theme.ratio), locale().dayName(day.isoweekday()))
        for day, rect in places:
            load = model.loads.get(day)
            cells.day(
                Cell(
                    day,
                    _scaled(rect, theme.ratio),
                    load,
                    model.closed_words(load) if load is not None else "",
                    is_in_month=day.month == model.month.month,
                    is_today=day == today,
                    is_chosen=day == model.chosen and self.hasFocus(),
                    is_hovered=day == self._over,
                )
            )
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys, Enter, Esc."""
        if (step := ARROWS.get(Qt.Key(event.key()))) is not None and not event.modifiers():
            self._model.move(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._model.go(self._model.chosen)
        elif event.key() == Qt.Key.Key_Escape:
            self._model.leave()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Highlight the day under the mouse."""
        self._hover(self.day_at(event.position().x(), event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """No day is under the mouse."""
        self._hover(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the clicked day."""
        day = self.day_at(event.position().x(), event.position().y())
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self._model.go(day)

    def event(self, event: QEvent) -> bool:
        """Say a day in words where the mouse rests."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        day = self.day_at(event.x(), event.y())
        QToolTip.showText(event.globalPos(), plain_tip(self._model.words_of(day)) if day else "", self)
        return True

    def _places(self) -> Iterator[tuple[date, QRect]]:
        """All days with their cells, week by week."""
        weeks, top = self._model.weeks, NAMES_HEIGHT
        width, height = self.width(), self.height() - top
        for row, week in enumerate(weeks):
            upper, lower = top + height * row // len(weeks), top + height * (row + 1) // len(weeks)
            for column, day in enumerate(week):
                left, right = width * column // WEEK_DAYS, width * (column + 1) // WEEK_DAYS
                yield day, QRect(left, upper, right - left, lower - upper)

    def _current_theme(self) -> PaintTheme:
        """The theme with its cached texts, made again only if the colors, the font or the screen have changed."""
        look = tokens_of(self.palette()), self.font(), self.devicePixelRatioF()
        if look != self._look:
            self._look, self._theme = look, PaintTheme(*look)
        return self._theme

    def _hover(self, day: date | None) -> None:
        if day != self._over:
            self._over = day
            self.setCursor(Qt.CursorShape.PointingHandCursor if day else Qt.CursorShape.ArrowCursor)
            self.update()


def _scaled(rect: QRect, ratio: float) -> QRect:
    """A rectangle in device pixels; neighbors still touch."""
    left, top = round(rect.x() * ratio), round(rect.y() * ratio)
    right, bottom = round((rect.x() + rect.width()) * ratio), round((rect.y() + rect.height()) * ratio)
    return QRect(left, top, right - left, bottom - top)
