"""What is printed, as data: what it says, never how it looks. Statements, receipts, slips and lists are all made of it.

A service makes a Document from what is known; app/views/printing lays it out, on paper and on the screen.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from app.core.text import NO_TEXT, Words


class Paper(StrEnum):
    """The size of a sheet of paper."""

    LETTER = "letter"
    A4 = "a4"


class Align(StrEnum):
    """Where a column's words stand. Numbers, amounts and times stand at the end."""

    START = "start"
    END = "end"


class Column(Struct, frozen=True):
    """A column of a table: its title, and its share of the width."""

    title: Words
    share: float = 0
    """Of what is left by columns without a share, which are as wide as their words."""
    align: Align = Align.START


class Cell(Struct, frozen=True):
    """What stands in one column of a row; it wraps, and grows the row. `lead` is a line of its own, and strong."""

    words: Words = ""
    lead: Words = ""


class Table(Struct, frozen=True):
    """Rows under a heading. Heading and column titles come again on every page that the table goes on to.

    Every row has a cell for each column.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heading: Words = ""


class Section(Struct, frozen=True):
    """A part with a title; each begins a page."""

    title: Words
    lines: tuple[Words, ...] = ()
    """Between the title and the tables."""
    tables: tuple[Table, ...] = ()
    closing: tuple[Words, ...] = ()
    """Lines below the tables."""


class Document(Struct, frozen=True):
    """Something to print. Title, practice, age and page numbers stand on every page."""

    title: Words
    """What it is; without a patient's name, which would end up in file names and printer queues."""
    practice: str
    """The practice's name; empty: not known."""
    printed: Words
    """When this was made: "Printed Mon, Nov 23, 10:25 AM"."""
    sections: tuple[Section, ...]
    age: Words = NO_TEXT
    """How old the data are: "As of 10:20 AM"; empty where that makes no difference."""
    wide: bool = False
    """Turn the paper, for tables of many columns."""
