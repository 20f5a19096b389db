"""Today in a few words, as it is painted before the program is loaded. Imports nothing: the first moment waits for it.

The downtime copy keeps it beside the full rows. It says who comes when, and in which column; everything else follows
with the schedule itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

NAME = "early schedule"  # words: internal
"""Of the document in the local store."""
VERSION = 1
"""Raise it when the shape or the meaning of anything here changes: older ones are then ignored."""


class EarlyColumn(NamedTuple):
    """A column's head. `color` is the provider's as #rrggbb, or empty."""

    title: str
    subtitle: str
    color: str
    lanes: int
    """The most appointments that stand side by side in it; at least 1."""


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
    """Of its status; empty for a note."""
    color: str
    """The provider's, for its edge, as #rrggbb; empty: none."""


class EarlyShade(NamedTuple):
    """A stretch of a column that is not open: closed, or lunch."""

    column: int
    start: int
    end: int
    kind: str


class EarlyDay(NamedTuple):
    """One day's schedule."""

    as_of: str
    """When it was saved, in words."""
    title: str
    """The day, as the bar has it."""
    opens: int
    closes: int
    columns: tuple[EarlyColumn, ...]
    shades: tuple[EarlyShade, ...]
    tiles: tuple[EarlyTile, ...]


def encode(days: Mapping[str, EarlyDay], clinic_num: int) -> bytes:
    """Days by ISO date, as they were shown for a clinic (0: all)."""
    return json.dumps({"version": VERSION, "clinic": clinic_num, "days": days}).encode()


def decode(data: bytes, day: str, clinic_num: int) -> EarlyDay | None:
    """One day; None where it is not there, was shown for another clinic, or is no such thing."""
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
