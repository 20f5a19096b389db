"""What a place on the grid means for an appointment: its start, its operatory and who sees the patient."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from app.domain.schedule.columns import main_provider, team_in
from app.domain.schedule.hours import DAY, covered
from app.domain.schedule.openings import Team
from app.domain.schedule.visit import Column, Stage, Visit
from app.services.schedule.grids import NO_LISTS, all_visits, day_plan
from app.store.office import Office


class Target(Struct, frozen=True):
    """Where an appointment would be put."""

    start: datetime
    op_num: int | None
    """None: any operatory."""
    team: Team | None = None
    """Its providers; None: they stay."""


def target_of(
    office: Office, column: Column, start: datetime, minutes: int, moving: Visit | None = None
) -> Target:
    """A time in a column. A provider's column doesn't name an operatory: one in which they work then is chosen."""
    if column.op_num is not None:
        return Target(start, column.op_num)
    own = moving.op_num if moving is not None else None
    if column.prov_num is None:
        return Target(start, own)
    hygienists = (office.lists or NO_LISTS).hygienists
    team = team_in(column.prov_num, moving, hygienists) if moving is not None else None
    stays = moving is not None and column.prov_num == main_provider(moving)
    op_num = chair_for(office, column, start, minutes, moving, keep=stays)
    return Target(start, own if op_num is None else op_num, team)


def chair_for(
    office: Office, column: Column, start: datetime, minutes: int, moving: Visit | None, *, keep: bool
) -> int | None:
    """A shown operatory in which a column's provider works at a time: its own one if free, else the first free one.

    None if they don't work then. `keep`: it stays in its own operatory, if the provider works there that day.
    """
    prov_num = column.prov_num or 0
    plan = day_plan(office, start.date())
    if plan is None:
        return None
    first = start.hour * 60 + start.minute
    span = first, min(first + minutes, DAY)
    homes = [op_num for op_num, chair in plan.chairs.items() if prov_num in chair.providers]
    own = moving.op_num if moving is not None else None
    if keep and own in homes:
        return own
    homes = [each for each in homes if each in column.op_nums]
    there = [each for each in homes if covered(span, plan.chair(each).open_for(prov_num))] or homes
    there.sort(key=lambda each: each != own)
    free = [each for each in there if not _taken(office, each, start, minutes, moving)]
    return next(iter(free or there), None)


def _taken(office: Office, op_num: int, start: datetime, minutes: int, moving: Visit | None) -> bool:
    day, end = start.date(), start + timedelta(minutes=minutes)
    return any(
        visit.op_num == op_num
        and visit.stage is not Stage.BROKEN
        and (moving is None or visit.apt_num != moving.apt_num)
        and visit.start < end
        and start < visit.end
        for visit in all_visits(office, day)
    )
