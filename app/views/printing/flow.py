"""Puts a document's words into pages: where each stands, and which lines and shades lie below it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.core.text import Words
from app.domain.printing.document import Document, Section
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
        """The part of the page that the lines take, in their whole width."""
        return QRectF(self.corner, QSizeF(self.lines.width, self.lines.height(self.first, self.end)))


class Patch(NamedTuple):
    """A rule or a shade on a page."""

    page: int
    place: QRectF
    color: str


class Flow:
    """Fills pages of a size from the top to the bottom. `y` is where the next thing stands."""

    def __init__(self, size: QSizeF) -> None:
        self.width, self.height = size.width(), size.height()
        self.y = 0.0
        self.titles: list[Words] = [""]
        """For each page the title of the section that begins it, or goes on there."""
        self.placed: list[Placed] = []
        self.patches: list[Patch] = []

    @property
    def room(self) -> float:
        """What is left of the page."""
        return self.height - self.y

    @property
    def pages(self) -> int:
        """How many pages there are by now."""
        return len(self.titles)

    def place(self, x: float, lines: Lines, first: int, end: int) -> None:
        """Put some lines at the present height."""
        self.placed.append(Placed(self.pages - 1, QPointF(x, self.y), lines, first, end))

    def shade(self, height: float, color: str) -> None:
        """Color a stripe from the present height on."""
        self.patches.append(Patch(self.pages - 1, QRectF(0, self.y, self.width, height), color))

    def next_page(self) -> None:
        """Go on at the top of another page."""
        self.titles.append(self.titles[-1])
        self.y = 0.0

    def paragraph(self, words: Words, size: float, *, strong: bool = False) -> None:
        """Put words below each other, in points; they may go on over pages."""
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
    """Begin a page with a section's title and what stands below it."""
    if flow.placed:
        flow.next_page()
    flow.titles[-1] = section.title
    flow.paragraph(section.title, 18, strong=True)
    flow.paragraph(document.age, 11, strong=True)
    for line in section.lines:
        flow.paragraph(line, 10)


def end_section(flow: Flow, section: Section) -> None:
    """Put what stands below the tables."""
    flow.y += points(6) if section.closing else 0
    for line in section.closing:
        flow.paragraph(line, 10)
