"""Pages as images, one below the other, as the printer will print them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.viewmodels.translation import tr
from app.views.printing.pages import Pages
from app.views.printing.small import SmallPages
from app.views.printing.typeset import UNITS
from app.views.theme.tokens import PAPER

GAP = 16
"""Pixels between the sheets."""
ZOOMS = (50, 75, 100, 125, 150, 200, 300)
"""Percent of the available width."""
FITTING = 100
LARGEST = 160
"""Pixels per inch, until it is zoomed in: a card as wide as the window would be hard to judge."""


class Sheets(QWidget):
    """Draws a document's sheets; visible ones are cached until the zoom changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | SmallPages | None = None
        self._resolution = 96.0
        self._drawn: dict[int, QPixmap] = {}

    def show_pages(self, pages: Pages | SmallPages | None) -> None:
        """Show another document."""
        self._pages = pages
        self._change()

    def set_width(self, width: int) -> None:
        """Draw sheets of this width in pixels."""
        if self._pages is not None:
            self._resolution = max(1, width - 2 * GAP) * UNITS / self._pages.size.width()
            self._change()

    @property
    def widest(self) -> int:
        """The width in pixels beyond which a sheet looks too large."""
        inches = self._pages.size.width() / UNITS if self._pages is not None else 0
        return round(inches * LARGEST) + 2 * GAP

    def place(self, number: int) -> QRect:
        """The position of a sheet."""
        size = self._sheet()
        return QRect(QPoint(GAP, GAP + number * (size.height() + GAP)), size)

    def page_at(self, y: int) -> int:
        """The page at a height."""
        count = self._pages.count if self._pages else 1
        return min(max(0, (y - GAP) // (self._sheet().height() + GAP)), count - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the visible sheets."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        seen = self.visibleRegion().boundingRect()
        numbers = range(self._pages.count if self._pages else 0)
        near = [number for number in numbers if self.place(number).intersects(seen)]
        self._drawn = {number: self._drawn[number] for number in near if number in self._drawn}
        for number in near:
            place = self.place(number)
            if place.intersects(event.rect()):
                painter.drawPixmap(place.topLeft(), self._picture(number))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()

    def _sheet(self) -> QSize:
        if self._pages is None:
            return QSize()
        return (self._pages.size * (self._resolution / UNITS)).toSize()

    def _change(self) -> None:
        self._drawn.clear()
        pages, sheet = self._pages, self._sheet()
        count = pages.count if pages else 0
        self.setFixedSize(sheet.width() + 2 * GAP, GAP + count * (sheet.height() + GAP))
        self.setAccessibleName(tr("Preview, {n} pages", n=count))
        self.update()

    def _picture(self, number: int) -> QPixmap:
        picture = self._drawn.get(number)
        if picture is None and self._pages is not None:
            ratio = self.devicePixelRatioF()
            picture = QPixmap(self._sheet() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(PAPER.sheet))
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._pages.paint(painter, number, self._resolution)
            painter.end()
            self._drawn[number] = picture
        return picture if picture is not None else QPixmap()


class SheetArea(QScrollArea):
    """The sheets in a scroll area, as wide as it is, times a zoom. `page_changed` is emitted with the visible page."""

    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = FITTING
        self.sheets = Sheets()
        self.setWidget(self.sheets)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._tell())

    def show_pages(self, pages: Pages | SmallPages | None) -> None:
        """Show another document, from its first page."""
        self.sheets.show_pages(pages)
        self._fit()
        self.verticalScrollBar().setValue(0)
        self._tell()

    def step(self, step: int) -> None:
        """Zoom in, out, or (0) to the width; the visible page stays."""
        at = ZOOMS.index(self._zoom) + step
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, self.sheets.height())
        self._zoom = ZOOMS[min(max(at, 0), len(ZOOMS) - 1)] if step else FITTING
        self._fit()
        bar.setValue(round(share * self.sheets.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the sheets to the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        self.sheets.set_width(min(self.width() - bar, self.sheets.widest) * self._zoom // 100)

    def _tell(self) -> None:
        third = self.verticalScrollBar().value() + self.viewport().height() // 3
        self.page_changed.emit(self.sheets.page_at(third))
