"""Operatories as columns."""

from __future__ import annotations

from app.core.text import NO_TEXT, msg
from app.domain.schedule.columns import chair_key
from app.domain.schedule.hours import ChairDay, DayPlan
from app.domain.schedule.visit import Column, Visit
from app.services.schedule.columns.places import GridDay, OfficeRows, full_name, some_names
from app.services.schedule.rows import hex_color
from app.wire.resources.operatories import Operatory


class Chairs:
    """The shown operatories, and every other one that has an appointment."""

    def __init__(self, rows: OfficeRows) -> None:
        self._rows = rows

    def columns(self, day: GridDay) -> list[Column]:
        """In the office's order, then hidden and unknown ones."""
        used = {visit.op_num for visit in day.visits}
        rows, offered = self._rows, self._rows.offered
        if (prov_num := rows.shown.prov_num) is not None:
            theirs = [row for row in offered if prov_num in rows.staff(row, day.plan)]
            offered = tuple(row for row in offered if row in theirs or row.OperatoryNum in used) or offered
        known = {row.OperatoryNum for row in offered}
        others = [row for row in rows.chairs.values() if row.OperatoryNum in used - known]
        strangers = sorted(used - known - {row.OperatoryNum for row in others})
        columns = [self._column(row, day) for row in [*offered, *others]]
        return columns + [self._stranger(op_num, day) for op_num in strangers]

    def key_of(self, visit: Visit) -> int:
        """Its operatory's."""
        return chair_key(visit.op_num)

    def hours(self, key: int, plan: DayPlan) -> ChairDay:
        """The operatory's."""
        return plan.chair(key)

    def _column(self, row: Operatory, day: GridDay) -> Column:
        providers = self._rows.providers
        numbers = tuple(self._rows.staff(row, day.plan))
        staff = [providers[each] for each in numbers if each in providers]
        names = some_names([each.Abbr or each.LName for each in staff])
        return Column(
            key=chair_key(row.OperatoryNum),
            title=self._rows.chair_name(row.OperatoryNum),
            subtitle=msg("hidden in Open Dental") if row.IsHidden else names,
            color=hex_color(staff[0].provColor) if staff else "",
            clinic_num=row.ClinicNum,
            staff=tuple(map(full_name, staff)),
            day=day.date,
            hidden=row.IsHidden,
            op_num=row.OperatoryNum,
            label=row.Abbrev or row.OpName,
            prov_nums=numbers,
            is_hygiene=row.IsHygiene,
        )

    def _stranger(self, op_num: int, day: GridDay) -> Column:
        """An operatory that isn't in the office's list; shown because it has appointments."""
        coming = self._rows.coming
        subtitle = NO_TEXT if coming else msg("not in the office's operatory list")
        name = self._rows.chair_name(op_num)
        return Column(chair_key(op_num), name, subtitle, day=day.date, hidden=not coming, op_num=op_num)
