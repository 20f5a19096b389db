"""Today and tomorrow in short form for the next start, created when idle."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from app.core.text import At, Shape
from app.domain.schedule.columns import main_provider
from app.domain.schedule.early import EarlyColumn, EarlyDay, EarlyShade, EarlyTile, encode
from app.domain.schedule.layout import Slot, lay_out
from app.domain.schedule.tile import tile_text
from app.domain.schedule.visit import BlockKind, ScheduleGrid
from app.services.schedule.filter import ScheduleFilter
from app.services.schedule.grids import build_grid
from app.store.office import Office
from app.viewmodels.clock_face import clock
from app.viewmodels.staff.schedule.state import title_of
from app.viewmodels.translation import tr, typed


def early_schedule(office: Office, days: Iterable[date], clinic_num: int | None) -> bytes:
    """Those of the days that are known, filtered by a clinic (None: all)."""
    shown = ScheduleFilter(clinic_num=clinic_num, prov_num=None)
    made = {
        day.isoformat(): _day(build_grid(office, (day,), shown), office, day)
        for day in days
        if office.day(day) is not None
    }
    return encode(made, clinic_num or 0)


def _day(grid: ScheduleGrid, office: Office, day: date) -> EarlyDay:
    now, layout, colors = office.clock.now(), lay_out(grid), dict(grid.colors)
    keys = {column.key: index for index, column in enumerate(grid.columns)}
    age = office.age(day)
    return EarlyDay(
        tr("As of {time}", time=At(now - age if age is not None else now, Shape.BOTH)),
        title_of((day,), day).full,
        grid.opens,
        grid.closes,
        tuple(
            EarlyColumn(typed(each.title), typed(each.subtitle), each.color, layout.columns[each.key].lanes)
            for each in grid.columns
        ),
        tuple(
            EarlyShade(keys[block.column], block.start, block.end, block.kind.value)
            for block in grid.blocks
            if block.kind is not BlockKind.BLOCKOUT and block.column in keys
        ),
        tuple(_tile(slot, keys[slot.column], colors, now) for slot in layout.slots()),
    )


def _tile(slot: Slot, column: int, colors: dict[int, str], now: datetime) -> EarlyTile:
    visit, text = slot.visit, tile_text(slot.visit, now, clock)
    return EarlyTile(
        column,
        slot.lane,
        slot.lanes,
        slot.start,
        slot.end,
        typed(text.name),
        typed(text.time),
        text.letter,
        colors.get(main_provider(visit), ""),
    )
