"""A table's columns as a user arranged them: order, widths, hidden ones and sorting. Saved with the settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import msgspec
from msgspec import Struct

from app.core.stored import changed, read
from app.viewmodels.tables.column import Column

NARROWEST = 8
"""Letters below which no column shrinks; the table scrolls instead."""
MOST_OF_USUAL = 150
"""Percent of its usual width that a column without a share takes for long contents."""


class TableLayout(Struct, frozen=True):
    """The user's choices; a column without one is as its `Column` says."""

    order: tuple[str, ...] = ()
    """Ids of columns from the left."""
    hidden: Mapping[str, bool] = {}
    """Whether a column is hidden, by id."""
    widths: Mapping[str, int] = {}
    """Widths that the user dragged, in pixels, by id."""
    sort: str = ""
    """The id of the column to sort by; empty: as the rows were given."""
    backward: bool = False
    """Whether the largest comes first."""

    def ordered(self, columns: Sequence[Column]) -> list[int]:
        """The numbers of the columns from the left; those unknown to the layout keep their place behind the others."""
        ids = [column.id for column in columns]
        known = [ids.index(each) for each in dict.fromkeys(self.order) if each in ids]
        return [*known, *(number for number in range(len(ids)) if number not in known)]

    def hides(self, column: Column) -> bool:
        """Whether a column is hidden."""
        return column.optional and self.hidden.get(column.id, column.hidden)


class TableMemory(Protocol):
    """Where the layouts of tables are kept."""

    def recall(self, table_id: str) -> TableLayout:
        """The layout of a table; the default one if none was kept."""
        ...

    def keep(self, table_id: str, layout: TableLayout) -> None:
        """Keep a layout."""
        ...


class ForgetfulMemory:
    """Keeps layouts only as long as the program runs."""

    def __init__(self) -> None:
        self._layouts: dict[str, TableLayout] = {}

    def recall(self, table_id: str) -> TableLayout:
        """The layout of a table."""
        return self._layouts.get(table_id, TableLayout())

    def keep(self, table_id: str, layout: TableLayout) -> None:
        """Keep a layout until the program ends."""
        self._layouts[table_id] = layout


def encode_layout(layout: TableLayout, saved: Any) -> dict[str, Any]:
    """A layout for the settings file, in place of the saved one: what a newer version has kept there stays."""
    return dict(changed(saved, msgspec.to_builtins(decode_layout(saved)), msgspec.to_builtins(layout)))


def decode_layout(saved: Any) -> TableLayout:
    """A layout from the settings file; one that can't be read is the default."""
    return read(saved, TableLayout) or TableLayout()


def fit_widths(
    columns: Sequence[Column],
    letter: int,
    room: int,
    dragged: Mapping[str, int],
    *,
    padding: int = 0,
    contents: Sequence[int] = (),
) -> list[int]:
    """The widths of these columns, in a view of `room`, with letters of `letter` and cells padded by `padding` pixels.

    `contents` are the pixels that titles and cells need; empty: not known, and columns are as wide as usual. Space
    left over is shared by the columns that have a share. Where space is missing, columns give what their contents
    don't need, then what they have above their usual width, then those with a share shrink, the widest first, down to
    a few letters. Dragged widths stay. The sum may be more than the room.
    """
    usual = [padding + column.width * letter for column in columns]
    wanted = list(contents) or usual
    flexible = [at for at, column in enumerate(columns) if column.share and column.id not in dragged]
    fixed = [at for at, column in enumerate(columns) if not column.share and column.id not in dragged]
    widths = [dragged.get(column.id, wanted[at]) for at, column in enumerate(columns)]
    for at in fixed:  # a long name doesn't take the place of everything else
        widths[at] = max(usual[at], min(wanted[at], usual[at] * MOST_OF_USUAL // 100))
    if flexible and (left := room - sum(widths)) > 0:
        whole = sum(columns[at].share for at in flexible)
        for at in flexible:
            widths[at] += left * columns[at].share // whole
        widths[flexible[-1]] += room - sum(widths)  # what rounding has left
    _shrink(widths, {at: min(widths[at], wanted[at] + letter) for at in fixed}, room, letter)
    for some in (flexible, fixed):
        _shrink(widths, {at: min(widths[at], usual[at]) for at in some}, room, letter)
    _shrink(widths, dict.fromkeys(flexible, padding + NARROWEST * letter), room, letter)
    return widths


def _shrink(widths: list[int], least: Mapping[int, int], room: int, step: int) -> None:
    """Let the widest of these columns shrink, down to the pixels given for each, until all fit."""
    while (missing := sum(widths) - room) > 0:
        wide = [at for at in least if widths[at] > least[at]]
        if not wide:
            return
        widest = max(wide, key=lambda at: widths[at])
        widths[widest] -= min(step, missing, widths[widest] - least[widest])
