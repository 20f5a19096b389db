"""A printed document as data: content without layout. Statements, receipts, slips and lists are made of it.

A service builds a Document; app/views/printing lays it out on paper and on the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from msgspec import Struct

from app.core.text import NO_TEXT, Words


class Paper(StrEnum):
    """Paper size."""

    LETTER = "letter"
    A4 = "a4"


class Align(StrEnum):
    """Alignment of a column. Numbers, amounts and times are right-aligned."""

    START = "start"
    END = "end"


class Column(Struct, frozen=True):
    """A column of a table: its title and its share of the width."""

    title: Words
    share: float = 0
    """Its share of the width left over by columns without a share, which are as wide as their text."""
    align: Align = Align.START


class Cell(Struct, frozen=True):
    """One cell; it wraps and makes its row taller. `lead` is a separate bold line above the text."""

    words: Words = ""
    lead: Words = ""


class Table(Struct, frozen=True):
    """Rows under a heading. Heading and column titles are repeated on every page the table continues on.

    Every row has one cell per column.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heading: Words = ""
    small: bool = False
    """Set in 8 points instead of 9."""


class Picture(Struct, frozen=True):
    """Something drawn across the page, between a section's lines and its tables."""

    aspect: float
    """Its height as a share of its width."""
    draw: Callable[[Any, float, float], None]
    """Draws it with the views' painter: painter, width, height. The painter's origin is the picture's corner."""


class Section(Struct, frozen=True):
    """A titled section; each starts on a new page."""

    title: Words
    lines: tuple[Words, ...] = ()
    """Between the title and the tables."""
    tables: tuple[Table, ...] = ()
    closing: tuple[Words, ...] = ()
    """Lines below the tables."""
    pictures: tuple[Picture, ...] = ()
    """Between the lines and the tables."""


class Line(Struct, frozen=True):
    """A line of a small sheet; it wraps. The size in points."""

    words: Words
    size: float = 9
    strong: bool = False
    gap: float = 0
    """Points of space above it."""


class Sheet(Struct, frozen=True):
    """A card or a label: paper of its own size in points. Its lines are made smaller until they fit."""

    width: float
    height: float
    lines: tuple[Line, ...]


class Document(Struct, frozen=True):
    """A printable document. Title, practice, age and page numbers appear on every page."""

    title: Words
    """The title; never contains a patient's name, because it ends up in file names and printer queues."""
    practice: str
    """The practice's name; empty when unknown."""
    printed: Words
    """When it was made: "Printed Mon, Nov 23, 10:25 AM"."""
    sections: tuple[Section, ...] = ()
    age: Words = NO_TEXT
    """The age of the data: "As of 10:20 AM"; empty where it doesn't matter."""
    wide: bool = False
    """Landscape, for tables with many columns."""
    one_page: bool = False
    """Made smaller, down to 65 %, if it fits on one page then."""
    sheets: tuple[Sheet, ...] = ()
    """Cards or labels, one a page, all of one size; then there are no sections, and nothing else is on the page."""
