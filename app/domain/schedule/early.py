"""Today in short form, painted before the program is loaded. Imports nothing, because the first paint waits for it.

The downtime copy has it in addition to the full rows. It contains who comes when, and in which column;
everything else follows with the schedule itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

NAME = "early schedule"  # words: internal
"""The document's name in the local store."""
VERSION = 1
"""Increment it when the format or meaning changes: older ones are then ignored."""


class EarlyColumn(NamedTuple):
    """A column's header. `color` is the provider's as #rrggbb, or empty."""

    title: str
    subtitle: str
    color: str
    lanes: int
    """The maximum number of appointments side by side in it, at least 1."""


class EarlyTile(NamedTuple):
    """One appointment."""

    column: int
    """Counted from 0."""
    lane: int
    lanes: int
    start: int
    """Minutes after midnight, within the day's hours."""
    end: int
    name: str
    time: str
    letter: str
    """The stage's letter; empty for a note."""
    color: str
    """The provider's color for the tile's edge, as #rrggbb; empty for none."""


class EarlyShade(NamedTuple):
    """A time span of a column that is not open: closed, or lunch."""

    column: int
    start: int
    end: int
    kind: str


class EarlyDay(NamedTuple):
    """One day's schedule."""

    as_of: str
    """When it was saved, as text."""
    title: str
    """The date, as in the bar."""
    opens: int
    closes: int
    columns: tuple[EarlyColumn, ...]
    shades: tuple[EarlyShade, ...]
    tiles: tuple[EarlyTile, ...]


def encode(days: Mapping[str, EarlyDay], clinic_num: int) -> bytes:
    """Days by ISO date, filtered by a clinic (0: all)."""
    return json.dumps({"version": VERSION, "clinic": clinic_num, "days": days}).encode()


def decode(data: bytes, day: str, clinic_num: int) -> EarlyDay | None:
    """One day; None if it is missing, filtered by another clinic, or invalid."""
    try:
        found = json.loads(data)
        if (found["version"], found["clinic"]) != (VERSION, clinic_num):
            return None
        as_of, title, opens, closes, columns, shades, tiles = found["days"][day]
        return EarlyDay(
            str(as_of),
            str(title),
            int(opens),
            int(closes),
            tuple(EarlyColumn(*each) for each in columns),
            tuple(EarlyShade(*each) for each in shades),
            tuple(EarlyTile(*each) for each in tiles),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
