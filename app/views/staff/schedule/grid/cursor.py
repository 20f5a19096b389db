"""The selected time in a column: where an appointment would be booked."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import NamedTuple

from app.core.text import At
from app.domain.schedule.layout import day_of
from app.viewmodels.translation import tr
from app.views.staff.schedule.grid.geometry import Box
from app.views.staff.schedule.grid.scene import Scene


class TimeSpot(NamedTuple):
    """A column's key and minutes after its midnight."""

    column: int
    minute: int


def is_on_grid(scene: Scene, spot: TimeSpot) -> bool:
    """Whether the grid shows this time and no appointment occupies it."""
    geometry, step = scene.geometry, scene.grid.increment
    if spot.column not in [span.key for span in geometry.spans]:
        return False
    taken = (tile.slot.start <= spot.minute < tile.slot.end for tile in scene.column_tiles(spot.column))
    return geometry.opens <= spot.minute <= geometry.closes - step and not any(taken)


def box_of(scene: Scene, spot: TimeSpot) -> Box:
    """One increment of the schedule from that time on."""
    return scene.geometry.ghost(spot.column, spot.minute, spot.minute + scene.grid.increment)


def moment_of(scene: Scene, spot: TimeSpot) -> datetime:
    """The time on its day. Raises LookupError if the grid has no such column."""
    column = next((each for each in scene.grid.columns if each.key == spot.column), None)
    if column is None:
        raise LookupError(f"no column {spot.column}")
    return datetime.combine(day_of(scene.grid, column), time()) + timedelta(minutes=spot.minute)


def words_of(scene: Scene, spot: TimeSpot) -> str:
    """The time and its column, for screen readers."""
    column = next(each for each in scene.grid.columns if each.key == spot.column)
    at = At(moment_of(scene, spot))
    return tr("{time}, {column}. Press Enter to book an appointment.", time=at, column=column.title)
