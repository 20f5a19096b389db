"""Tables on pages: aligned columns, and headings repeated on every page.

A row is split between pages only if it is higher than a whole page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.core.text import Words, msg
from app.domain.printing.document import Cell, Column, Table
from app.views.printing.flow import Flow
from app.views.printing.typeset import Lines, paper_font, points
from app.views.theme.tokens import PAPER

PAD = points(4)
PAD_UP = points(2.5)
RULE = points(0.5)
ABOVE = points(8)
"""Space above a table."""
SOME_LINES = points(48)
WIDEST = 0.2
"""The maximum share of the width for a column that is as wide as its text."""


class Placing(NamedTuple):
    """A column's position."""

    column: Column
    left: float
    width: float

    def lines(self, words: Words, size: float, lead: Words = "") -> Lines:
        """Text wrapped to this column."""
        return Lines(words, paper_font(size), self.width - 2 * PAD, self.column.align, lead=lead)


def columns_for(tables: Sequence[Table], width: float) -> list[Placing]:
    """The columns of similar tables: some as wide as their text, the others share the rest."""
    columns = tables[0].columns
    rows = [row for table in tables for row in table.rows]
    fixed = {
        number: _natural(column, [row[number] for row in rows], width)
        for number, column in enumerate(columns)
        if not column.share
    }
    left = width - sum(fixed.values())
    whole = sum(column.share for column in columns) or 1
    found, x = [], 0.0
    for number, column in enumerate(columns):
        taken = fixed[number] if number in fixed else left * column.share / whole
        found.append(Placing(column, x, taken))
        x += taken
    return found


def put_table(flow: Flow, table: Table, columns: Sequence[Placing]) -> None:
    """Place a table at the current position, or on the next page if even its first row doesn't fit."""
    rows = [
        [
            place.lines(cell.words, 8 if table.small else 9, cell.lead)
            for place, cell in zip(columns, row, strict=True)
        ]
        for row in table.rows
    ]
    flow.y += ABOVE if flow.y else 0
    head = _head(table, columns)
    first = _wanted(flow, head, rows[0]) if rows else 0.0
    if flow.y and head.height + first > flow.room:
        flow.next_page()
    head.put(flow)
    for row in rows:
        _put_row(flow, table, columns, row)


class _Head(NamedTuple):
    """A heading and the column titles."""

    heading: Lines | None
    titles: list[Lines]
    columns: Sequence[Placing]

    @property
    def height(self) -> float:
        above = self.heading.height(0, self.heading.count) + 2 * PAD_UP if self.heading else 0.0
        return above + (_row_height(self.titles) if self.titled else 0.0)

    @property
    def titled(self) -> bool:
        """Whether any column has a title: a table of names and values has none."""
        return any(lines.text for lines in self.titles)

    def put(self, flow: Flow) -> None:
        if self.heading is not None:
            height = self.heading.height(0, self.heading.count) + 2 * PAD_UP
            flow.shade(height, PAPER.shade)
            flow.y += PAD_UP
            flow.place(PAD, self.heading, 0, self.heading.count)
            flow.y += height - PAD_UP
        ends = [lines.count for lines in self.titles]
        if self.titled:
            _put_cells(flow, self.columns, self.titles, [0] * len(ends), ends, PAPER.ink)


def _head(table: Table, columns: Sequence[Placing], *, again: bool = False) -> _Head:
    words = msg("{name} (continued)", name=table.heading) if again else table.heading
    width = columns[-1].left + columns[-1].width - 2 * PAD
    heading = Lines(words, paper_font(11, strong=True), width) if table.heading else None
    return _Head(heading, [place.lines(place.column.title, 8) for place in columns], columns)


def _put_row(flow: Flow, table: Table, columns: Sequence[Placing], row: list[Lines]) -> None:
    firsts = [0] * len(row)
    again = _head(table, columns, again=True)
    while any(first < lines.count for lines, first in zip(row, firsts, strict=True)):
        if any(firsts) or _wanted(flow, again, row) > flow.room:
            flow.next_page()
            again.put(flow)
        room = flow.room - 2 * PAD_UP - RULE
        ends = [lines.fitting(first, room) for lines, first in zip(row, firsts, strict=True)]
        if ends == firsts:  # a heading as high as the page: still place one line per page
            ends = [min(first + 1, lines.count) for lines, first in zip(row, firsts, strict=True)]
        _put_cells(flow, columns, row, firsts, ends, PAPER.line)
        firsts = ends


def _wanted(flow: Flow, head: _Head, row: list[Lines]) -> float:
    """The height a row should find: its own, or some lines' if no page can hold it."""
    height = _row_height(row)
    return height if head.height + height <= flow.height else min(height, SOME_LINES)


def _put_cells(
    flow: Flow, columns: Sequence[Placing], row: list[Lines], firsts: list[int], ends: list[int], rule: str
) -> None:
    flow.y += PAD_UP
    height = 0.0
    for place, lines, first, end in zip(columns, row, firsts, ends, strict=True):
        flow.place(place.left + PAD, lines, first, end)
        height = max(height, lines.height(first, end))
    flow.y += height + PAD_UP
    flow.shade(RULE, rule)
    flow.y += RULE


def _natural(column: Column, cells: Sequence[Cell], width: float) -> float:
    widths = [Lines(column.title, paper_font(8)).natural_width]
    widths += [Lines(cell.words, paper_font(9), lead=cell.lead).natural_width for cell in cells]
    return min(max(widths) + 2 * PAD + 1, width * WIDEST)


def _row_height(row: Sequence[Lines]) -> float:
    return max((lines.height(0, lines.count) for lines in row), default=0.0) + 2 * PAD_UP + RULE
