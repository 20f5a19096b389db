"""Providers as columns: those who work on the day, and every other one who has an appointment."""

from __future__ import annotations

from app.core.text import msg
from app.domain.schedule.columns import main_provider, provider_key
from app.domain.schedule.hours import Blockout, ChairDay, DayPlan, clip, join_blockouts, subtract
from app.domain.schedule.visit import Column, Visit
from app.services.schedule.columns.places import GridDay, OfficeRows, full_name, some_names
from app.services.schedule.rows import hex_color


class People:
    """Dentists first, then hygienists, each in the office's order; with a view, in its order."""

    def __init__(self, rows: OfficeRows) -> None:
        self._rows = rows

    def columns(self, day: GridDay) -> list[Column]:
        """The day's providers."""
        used = {main_provider(visit) for visit in day.visits}
        shown = self._rows.shown
        working = {each for each in self._ordered() if self._works(each, day.plan)}
        if shown.prov_num is not None:
            working &= {shown.prov_num}
        known = [each for each in self._ordered() if each in working | used]
        strangers = sorted(used - set(known))
        return [self._column(each, day) for each in [*known, *strangers]]

    def key_of(self, visit: Visit) -> int:
        """Its main provider's."""
        return provider_key(main_provider(visit))

    def hours(self, key: int, plan: DayPlan) -> ChairDay:
        """When the provider works; a blockout counts if it is in each of the operatories they have at that time."""
        prov_num = provider_key(key)  # it is its own inverse
        chairs = [chair for chair in plan.chairs.values() if prov_num in chair.providers]
        found: list[Blockout] = []
        for chair in chairs:
            for each in chair.blockouts:
                left = clip(plan.providers.get(prov_num, ()), each.start, each.end)
                for other in chairs:
                    if other is not chair:
                        theirs = clip(other.open_for(prov_num), each.start, each.end)
                        alike = [(b.start, b.end) for b in other.blockouts if b.label == each.label]
                        left = subtract(left, subtract(theirs, alike))
                found += [Blockout(a, b, each.label, each.no_schedule) for a, b in left]
        return ChairDay(plan.providers.get(prov_num, ()), (), join_blockouts(found))

    def _ordered(self) -> list[int]:
        chosen = self._rows.shown.prov_nums
        if chosen is not None:
            return list(chosen)
        return sorted(self._rows.providers, key=self._rows.is_hygienist)

    def _works(self, prov_num: int, plan: DayPlan | None) -> bool:
        """Whether a provider works on the day in one of the shown operatories."""
        if plan is None or prov_num not in plan.providers:
            return False
        homes = self._chairs_of(prov_num, plan)
        offered = {row.OperatoryNum for row in self._rows.offered}
        return not homes or any(each in offered for each in homes)

    def _chairs_of(self, prov_num: int, plan: DayPlan | None) -> list[int]:
        if plan is None:
            return []
        return [op_num for op_num, chair in plan.chairs.items() if prov_num in chair.providers]

    def _column(self, prov_num: int, day: GridDay) -> Column:
        row = self._rows.providers.get(prov_num)
        hidden = row is None or row.IsHidden
        offered = {each.OperatoryNum for each in self._rows.offered}
        homes = [each for each in self._chairs_of(prov_num, day.plan) if each in offered]
        names = [str(self._rows.chair_name(each)) for each in homes]
        unlisted = hidden and prov_num != 0 and not self._rows.coming
        return Column(
            key=provider_key(prov_num),
            title=self._rows.provider_name(prov_num),
            subtitle=msg("hidden in Open Dental") if unlisted else some_names(names),
            color=hex_color(row.provColor) if row is not None else "",
            clinic_num=self._rows.shown.clinic_num or 0,
            staff=(full_name(row),) if row is not None else (),
            day=day.date,
            hidden=unlisted,
            prov_num=prov_num,
            op_nums=tuple(homes),
            label=row.Abbr if row is not None else "",
            is_hygiene=self._rows.is_hygienist(prov_num),
        )
