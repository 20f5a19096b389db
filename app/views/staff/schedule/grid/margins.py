"""The two fixed margins of the scrolling grid: column names above, hours at the left."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.core.text import msg
from app.domain.schedule.visit import Column
from app.viewmodels.clock_face import clock, hour
from app.viewmodels.translation import typed
from app.views.staff.schedule.grid.geometry import Box, Span
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.staff.schedule.grid.scene import Scene, minute_of
from app.views.staff.schedule.lanes.header import draw_days
from app.views.theme.colors import legible
from app.views.theme.icons import Icon, draw_icon
from app.views.widgets.labels import plain_tip

BAR = 3
"""Height in pixels of the provider's color below a column's name."""
PAD = 8


def header_height(theme: PaintTheme) -> int:
    """The header's height for its two lines, in device pixels."""
    return theme.name.height + theme.small.height + theme.u(PAD) + theme.u(BAR) + theme.u(3)


def ruler_width(theme: PaintTheme) -> int:
    """The ruler's width for its widest hour, in device pixels."""
    return round(theme.time.width("12 PM")) + 2 * theme.u(PAD)


class Margins:
    """Header and ruler of a schedule: their position, and when they are repainted."""

    def __init__(self, schedule: QWidget, scene: Scene) -> None:
        self._scene = scene
        self._header = ColumnHeader(schedule, scene)
        self._ruler = TimeRuler(schedule, scene)
        self._shown: dict[QWidget, tuple[object, ...]] = {}
        for part in (self._header, self._ruler):
            part.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def size(self) -> tuple[int, int]:
        """The ruler's width and the header's height, in pixels."""
        theme = self._scene.theme
        return ceil(ruler_width(theme) / theme.ratio), ceil(header_height(theme) / theme.ratio)

    def surround(self, place: QRect) -> None:
        """Move around the grid's place."""
        self._header.setGeometry(place.left(), 0, place.width(), place.top())
        self._ruler.setGeometry(0, place.top(), place.left(), place.height())

    def follow(self, left: int, top: int) -> None:
        """Scroll with the grid, to a point in device pixels."""
        if left != self._header.left:
            self._header.left = left
            self._header.update()
        if top != self._ruler.top:
            self._ruler.top = top
            self._ruler.update()

    def tell(self) -> None:
        """Repaint what a new grid changes."""
        scene, geometry = self._scene, self._scene.geometry
        for part, shown in (
            (self._header, (scene.grid.columns, geometry.spans, scene.now.date())),
            (self._ruler, (geometry.opens, geometry.closes, geometry.hour)),
        ):
            if self._shown.get(part) != shown:
                self._shown[part] = shown
                part.update()
        self._ruler.tell_now()

    def update(self) -> None:
        """Repaint both."""
        self._header.update()
        self._ruler.update()


class ColumnHeader(QWidget):
    """Paints every column's title and provider."""

    def __init__(self, parent: QWidget, scene: Scene) -> None:
        super().__init__(parent)
        self.scene = scene
        self.left = 0
        """The grid's horizontal scroll position, in device pixels."""

    def event(self, event: QEvent) -> bool:
        """Say a column's whole title and its providers' full names where the mouse rests."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        words = self.words_at(event.x())
        QToolTip.showText(event.globalPos(), plain_tip(words), self)
        return True

    def words_at(self, x: int) -> str:
        """The whole words of the column at a place of this widget; empty beyond the columns."""
        at = round(x * self.scene.theme.ratio) + self.left
        spans = [each for each in self.scene.geometry.spans if each.left <= at < each.left + each.width]
        found = [each for each in self.scene.grid.columns if spans and each.key == spans[0].key]
        return "\n".join([typed(found[0].title), *found[0].staff]) if found else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible columns."""
        theme, geometry = self.scene.theme, self.scene.geometry
        painter = QPainter(self)
        painter.scale(1 / theme.ratio, 1 / theme.ratio)
        width, height = round(self.width() * theme.ratio), round(self.height() * theme.ratio)
        painter.fillRect(-1, -1, width + 2, height + 2, theme.surface)
        painter.translate(-self.left, 0)
        both = list(zip(self.scene.grid.columns, geometry.spans, strict=True))
        for column, span in both:
            if span.left < self.left + width and self.left < span.left + span.width:
                self._draw_column(painter, column, span, height)
        lanes = [each for each in both if each[0].heading]
        bar = height - theme.u(BAR) - theme.u(1)
        draw_days(painter, theme, lanes, self.scene.now.date(), bar)
        painter.fillRect(self.left, height - theme.u(1), width, theme.u(1), theme.line)
        painter.end()

    def _draw_column(self, painter: QPainter, column: Column, span: Span, height: int) -> None:
        theme, tokens = self.scene.theme, self.scene.theme.tokens
        line = theme.u(1)
        if span.line:
            edge = theme.u(span.line)
            painter.fillRect(span.left + span.width - edge, 0, edge, height, theme.line)
        if column.heading:  # its day's title is over all of its lanes
            return
        today = len(self.scene.grid.days) > 1 and column.day == self.scene.now.date()
        hidden = msg("hidden in Open Dental") if column.hidden else ""
        title, subtitle = typed(column.title), typed(column.subtitle or hidden)
        start = self._words_left(span, title, subtitle)
        left, room, top = start, span.left + span.width - theme.u(PAD) - start, theme.u(PAD) // 2 + theme.u(1)
        if column.hidden:
            size = theme.mark
            image = draw_icon(Icon.HIDDEN, tokens.ink_3, size)
            painter.drawImage(left, top + (theme.name.height - size) // 2, image)
            left, room = left + size + theme.u(4), room - size - theme.u(4)
        theme.name.draw(painter, left, top, title, room, QColor(tokens.accent_text) if today else theme.ink)
        room = span.left + span.width - start
        theme.small.draw(painter, start, top + theme.name.height, subtitle, room, theme.ink_2)
        if column.color:
            bar = Box(span.left, height - theme.u(BAR) - line, span.width - line, theme.u(BAR))
            painter.fillRect(*bar, QColor(legible(column.color, tokens.surface)))

    def _words_left(self, span: Span, *words: str) -> int:
        """Where a column's text starts: at the column, or at its visible part while the text fits there."""
        theme = self.scene.theme
        needed = round(max(theme.name.width(words[0]), theme.small.width(words[1]))) + 2 * theme.u(PAD)
        hidden = min(self.left - span.left, span.width - needed)
        return span.left + theme.u(PAD) + max(hidden, 0)


class TimeRuler(QWidget):
    """Paints the hours, and the current time on today's grid."""

    def __init__(self, parent: QWidget, scene: Scene) -> None:
        super().__init__(parent)
        self.scene = scene
        self.top = 0
        """The grid's vertical scroll position, in device pixels."""
        self._told: tuple[int | None, int] = None, 0
        """Where the current time was last painted, and its minute."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible hours."""
        theme = self.scene.theme
        painter = QPainter(self)
        painter.scale(1 / theme.ratio, 1 / theme.ratio)
        width, height = round(self.width() * theme.ratio), round(self.height() * theme.ratio)
        painter.fillRect(-1, -1, width + 2, height + 2, theme.surface)
        painter.translate(0, -self.top)
        self._draw_hours(painter, width, height)
        painter.fillRect(width - theme.u(1), self.top, theme.u(1), height, theme.line)
        self._draw_now(painter, width)
        painter.end()

    def _draw_hours(self, painter: QPainter, width: int, height: int) -> None:
        theme, geometry = self.scene.theme, self.scene.geometry
        halves = geometry.hour >= 5 * theme.time.height
        first = int(geometry.minute(self.top)) // 30 * 30
        for minute in range(first, geometry.closes + 1, 30):
            y = geometry.y(minute)
            if y > self.top + height:
                break
            tick = theme.u(6) if minute % 60 else theme.u(12)
            painter.fillRect(width - tick, y, tick, theme.u(1), theme.line)
            if (minute % 60 and not halves) or self._is_under_now(y):
                continue
            words, ink = (":30", theme.ink_3) if minute % 60 else (hour(minute), theme.ink_2)
            stamp = theme.time.stamp(words, ink)
            painter.drawPixmap(width - theme.u(PAD) + theme.u(1) - stamp.width(), y + theme.u(2), stamp)

    def tell_now(self) -> None:
        """Move the current time to its new position, repainting only that."""
        now = self._now_top(), minute_of(self.scene.now)
        if now != self._told:
            for top in (self._told[0], now[0]):
                if top is not None:
                    self._update_now(top)

    def _draw_now(self, painter: QPainter, width: int) -> None:
        theme, cache = self.scene.theme, self.scene.theme.small_strong
        top, minute = self._told = self._now_top(), minute_of(self.scene.now)
        if top is None:
            return
        painter.fillRect(0, top, width, cache.height, theme.now)
        stamp = cache.stamp(clock(minute), QColor(theme.tokens.on_now))
        painter.drawPixmap(width - theme.u(PAD) + theme.u(1) - stamp.width(), top, stamp)

    def _now_top(self) -> int | None:
        """The vertical position of the current time; None when the grid doesn't show it."""
        line = self.scene.now_line()
        return None if line is None else line.top - self.scene.theme.small_strong.height // 2

    def _is_under_now(self, y: int) -> bool:
        """Whether the current time covers a line's text."""
        top, height = self._now_top(), self.scene.theme.time.height
        return top is not None and top - height < y + self.scene.theme.u(2) < top + height

    def _update_now(self, top: int) -> None:
        ratio, height = self.scene.theme.ratio, self.scene.theme.small_strong.height
        self.update(0, int((top - self.top - height) / ratio) - 1, self.width(), int(3 * height / ratio) + 3)
