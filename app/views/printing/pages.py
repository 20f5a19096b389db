"""A document on pages. The preview, the PDF and the printer use the same pages."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPageLayout, QPageSize, QPainter

from app.core.text import Words, join
from app.domain.printing.document import Document, Paper
from app.viewmodels.translation import tr, typed
from app.views.printing.flow import Flow, begin_section, end_section
from app.views.printing.small import SmallPages
from app.views.printing.tables import RULE, columns_for, put_table
from app.views.printing.typeset import UNITS, paper_font, points
from app.views.theme.tokens import PAPER

MARGINS = QMarginsF(36, 36, 36, 36)
"""In points: half an inch, which every printer supports."""
BAND = points(20)
"""The height of a page's header or footer, including the space between it and the body."""
LINE = points(12)
SMALLER = (0.9, 0.8, 0.72, 0.65)
"""Scales that are tried to fit a document on one page; text of 9 points stays above 5."""
_EXACTLY = QPageSize.SizeMatchPolicy.ExactMatch
_SIZES = {Paper.LETTER: QPageSize.PageSizeId.Letter, Paper.A4: QPageSize.PageSizeId.A4}


def page_for(document: Document, paper: Paper) -> QPageLayout:
    """The paper and margins of a document, before a printer overrides them."""
    if document.sheets:
        sheet = document.sheets[0]
        size = QPageSize(QSizeF(sheet.width, sheet.height), QPageSize.Unit.Point, "", _EXACTLY)
        return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point)
    turn = QPageLayout.Orientation.Landscape if document.wide else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(_SIZES[paper]), turn, MARGINS, QPageLayout.Unit.Point)


def lay_out(document: Document, layout: QPageLayout) -> Pages | SmallPages:
    """A document's pages on a paper."""
    return SmallPages(document, layout) if document.sheets else Pages(document, layout)


def fill_pages(document: Document, size: QSizeF) -> Flow:
    """The contents of a document on pages of a size."""
    body = Flow(size)
    for section in document.sections:
        begin_section(body, section, document)
        for _, group in groupby(section.tables, key=lambda table: table.columns):
            tables = list(group)
            columns = columns_for(tables, body.width)
            for table in tables:
                put_table(body, table, columns)
        end_section(body, section)
    return body


class Pages:
    """The pages of a document on one kind of paper."""

    def __init__(self, document: Document, layout: QPageLayout) -> None:
        self.document = document
        self.layout = layout
        self.size = QSizeF(layout.fullRectPixels(UNITS).size())
        """A sheet's width and height in units of 1/600 inch."""
        self._frame = QRectF(layout.paintRectPixels(UNITS))
        room = QSizeF(self._frame.width(), self._frame.height() - 2 * BAND)
        self._scale = 1.0
        self.body = fill_pages(document, room)
        if document.one_page and self.body.pages > 1:
            for scale in SMALLER:
                smaller = fill_pages(document, room * (1 / scale))
                if smaller.pages == 1:
                    self._scale, self.body = scale, smaller
                    break

    @property
    def count(self) -> int:
        """The number of pages; at least one."""
        return self.body.pages

    def paint(self, painter: QPainter, number: int, resolution: float) -> None:
        """Draw a page (from 0) with the sheet's corner at the painter's origin; `resolution` in pixels per inch."""
        painter.save()
        painter.scale(resolution / UNITS, resolution / UNITS)
        painter.translate(self._frame.topLeft())
        self._ends(painter, 0, self.document.practice, typed(self._title(number)))
        foot = self._frame.height() - LINE
        dates = join([self.document.age, self.document.printed], " · ")
        self._ends(painter, foot, dates, tr("Page {n} of {all}", n=number + 1, all=self.count))
        for y in (LINE, foot - RULE):
            painter.fillRect(QRectF(0, y, self._frame.width(), RULE), QColor(PAPER.line))
        painter.translate(0, BAND)
        painter.scale(self._scale, self._scale)
        for patch in self.body.patches:
            if patch.page == number:
                painter.fillRect(patch.place, QColor(patch.color))
        for placed in self.body.placed:
            if placed.page == number:
                placed.lines.draw(painter, placed.corner, placed.first, placed.end)
        for drawn in self.body.drawn:
            if drawn.page == number:
                painter.save()
                painter.translate(drawn.place.topLeft())
                drawn.picture.draw(painter, drawn.place.width(), drawn.place.height())
                painter.restore()
        painter.restore()

    def _title(self, number: int) -> Words:
        return join([self.document.title, self.body.titles[number] if number else ""], " · ")

    def _ends(self, painter: QPainter, y: float, left: Words, right: str) -> None:
        """Text at both ends of a line; the left one is elided."""
        small, strong = paper_font(8), paper_font(8, strong=True)
        place = QRectF(QPointF(0, y), QSizeF(self._frame.width(), LINE))
        painter.setPen(QColor(PAPER.ink))
        painter.setFont(strong)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
        room = place.width() - QFontMetricsF(strong).horizontalAdvance(right) - LINE
        words = QFontMetricsF(small).elidedText(typed(left), Qt.TextElideMode.ElideRight, room)
        painter.setFont(small)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
