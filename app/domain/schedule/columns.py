"""What identifies the columns of a grid, and which of them an appointment or opening is in."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from app.domain.schedule.layout import day_of
from app.domain.schedule.openings import Team
from app.domain.schedule.visit import Column, ScheduleGrid, Visit

_NUMBERS = 1 << 64
"""More than any number of an operatory or provider."""
WHOLE_DAY = 1 << 62
"""The key, in the day, of a column of a week that has no lanes."""


def chair_key(op_num: int) -> int:
    """The key of an operatory's column in a day."""
    return op_num


def provider_key(prov_num: int) -> int:
    """The key of a provider's column in a day: negative, so that it is never taken for an operatory's."""
    return -1 - prov_num


def lane_key(day: date, key: int) -> int:
    """The key of a lane of a week, from the key that its column has in the day."""
    return day.toordinal() * _NUMBERS + key


def place_key(key: int) -> int:
    """The key that a lane of a week has in the day; a day's own columns keep theirs."""
    place = key % _NUMBERS
    return place - _NUMBERS if place >= _NUMBERS >> 1 else place


def column_alike(grid: ScheduleGrid, key: int, day: date, visit: Visit) -> Column:
    """The column of a day, or of the nearest one shown, that has the same place.

    Else the first where the appointment's provider works, else the first of its kind: hygiene or not, in its clinic.
    """
    nearest = min((day_of(grid, each) for each in grid.columns), key=lambda each: abs(each - day))
    provider = main_provider(visit)

    def likeness(column: Column) -> tuple[bool, ...]:
        return (
            place_key(column.key) == place_key(key),
            provider != 0 and provider in (column.prov_num, *column.prov_nums),
            column.is_hygiene is visit.is_hygiene,
            column.clinic_num == visit.clinic_num,
        )

    return max((each for each in grid.columns if day_of(grid, each) == nearest), key=likeness)


def main_provider(visit: Visit) -> int:
    """The provider in whose column an appointment is: the hygienist of a hygiene appointment, else the dentist."""
    return visit.prov_hyg if visit.is_hygiene and visit.prov_hyg else visit.prov_num


def column_at(grid: ScheduleGrid, day: date, op_num: int, prov_num: int) -> Column | None:
    """The column of an operatory, or of a provider where columns are providers; None if the grid has none."""
    for column in grid.columns:
        if day_of(grid, column) != day:
            continue
        if column.op_num == op_num if column.prov_num is None else column.prov_num == prov_num:
            return column
    return None


def own_key(grid: ScheduleGrid, visit: Visit) -> int:
    """The key that an appointment's own column has in a grid of this kind, whatever days it shows."""
    by_provider = any(each.prov_num is not None for each in grid.columns)
    key = provider_key(main_provider(visit)) if by_provider else chair_key(visit.op_num)
    return lane_key(visit.start.date(), key) if len(grid.days) > 1 else key


def column_of(grid: ScheduleGrid, key: int) -> Column | None:
    """The column with a key."""
    return next((each for each in grid.columns if each.key == key), None)


def team_in(prov_num: int, visit: Visit, hygienists: Collection[int]) -> Team | None:
    """Who sees an appointment that is put into a provider's column; None: nobody changes.

    A hygienist becomes its main provider as the hygienist, a dentist as the dentist.
    """
    if prov_num in (0, main_provider(visit)):
        return None
    if prov_num in hygienists:
        return Team(visit.prov_num, prov_num, is_hygiene=True)
    return Team(prov_num, visit.prov_hyg, is_hygiene=False)
