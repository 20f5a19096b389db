"""Lays out a document's text on pages: the position of each block, and the rules and shades below it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.core.text import Words
from app.domain.printing.document import Document, Picture, Section
from app.views.printing.typeset import Lines, paper_font, points


class Placed(NamedTuple):
    """Some lines of a text on a page."""

    page: int
    corner: QPointF
    lines: Lines
    first: int
    end: int

    @property
    def box(self) -> QRectF:
        """The area of the lines on the page, in their full width."""
        return QRectF(self.corner, QSizeF(self.lines.width, self.lines.height(self.first, self.end)))


class Patch(NamedTuple):
    """A rule or a shade on a page."""

    page: int
    place: QRectF
    color: str


class Drawn(NamedTuple):
    """A picture on a page."""

    page: int
    place: QRectF
    picture: Picture


class Flow:
    """Fills pages of a size from top to bottom. `y` is the position of the next block."""

    def __init__(self, size: QSizeF) -> None:
        self.width, self.height = size.width(), size.height()
        self.y = 0.0
        self.titles: list[Words] = [""]
        """For each page, the title of the section that starts or continues on it."""
        self.placed: list[Placed] = []
        self.patches: list[Patch] = []
        self.drawn: list[Drawn] = []

    @property
    def room(self) -> float:
        """The height left on the page."""
        return self.height - self.y

    @property
    def pages(self) -> int:
        """The current number of pages."""
        return len(self.titles)

    def place(self, x: float, lines: Lines, first: int, end: int) -> None:
        """Place some lines at the current position."""
        self.placed.append(Placed(self.pages - 1, QPointF(x, self.y), lines, first, end))

    def shade(self, height: float, color: str) -> None:
        """Color a stripe starting at the current position."""
        self.patches.append(Patch(self.pages - 1, QRectF(0, self.y, self.width, height), color))

    def draw(self, picture: Picture) -> None:
        """Place a picture as wide as the page, or narrower if that is higher than a page; never across two."""
        high = min(self.width * picture.aspect, self.height)
        if high > self.room and self.y:
            self.next_page()
        wide = high / picture.aspect
        place = QRectF((self.width - wide) / 2, self.y, wide, high)
        self.drawn.append(Drawn(self.pages - 1, place, picture))
        self.y += high + points(4)

    def next_page(self) -> None:
        """Continue at the top of a new page."""
        self.titles.append(self.titles[-1])
        self.y = 0.0

    def paragraph(self, words: Words, size: float, *, strong: bool = False) -> None:
        """Place texts below each other, sizes in points; they may continue on further pages."""
        lines = Lines(words, paper_font(size, strong=strong), self.width)
        first = 0
        while words and first < lines.count:
            end = lines.fitting(first, self.room)
            if end == first and self.y:
                self.next_page()
                continue
            end = max(end, first + 1)
            self.place(0, lines, first, end)
            self.y += lines.height(first, end) + points(1)
            first = end


def begin_section(flow: Flow, section: Section, document: Document) -> None:
    """Start a page with a section's title and the text below it."""
    if flow.placed:
        flow.next_page()
    flow.titles[-1] = section.title
    flow.paragraph(section.title, 18, strong=True)
    flow.paragraph(document.age, 11, strong=True)
    for line in section.lines:
        flow.paragraph(line, 10)
    for picture in section.pictures:
        flow.draw(picture)


def end_section(flow: Flow, section: Section) -> None:
    """Place the text below the tables."""
    flow.y += points(6) if section.closing else 0
    for line in section.closing:
        flow.paragraph(line, 10)
