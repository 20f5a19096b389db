"""What a column of the schedule needs: which places a day has, when they are open, and where appointments are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Protocol

from msgspec import Struct

from app.core.text import Words, msg
from app.domain.schedule.hours import ChairDay, DayPlan
from app.domain.schedule.visit import Column, Visit
from app.services.schedule.filter import ScheduleFilter
from app.services.schedule.rows import own_providers
from app.store.lists import OfficeLists
from app.wire.resources.operatories import Operatory
from app.wire.resources.providers import Provider

MOST_NAMES = 3
"""Maximum number of providers or operatories named over a column."""


class GridDay(Struct, frozen=True):
    """One day's data of a grid."""

    date: date
    plan: DayPlan | None
    """None while its schedule has not been read."""
    visits: tuple[Visit, ...]
    """Those that pass the filter."""
    read: bool
    """Whether its appointments have been read."""


class Places(Protocol):
    """The operatories or the providers as columns. A place is identified by the key of its column in a day."""

    def columns(self, day: GridDay) -> list[Column]:
        """The day's columns, in order."""
        ...

    def key_of(self, visit: Visit) -> int:
        """The column of an appointment."""
        ...

    def hours(self, key: int, plan: DayPlan) -> ChairDay:
        """When a place is open, and its blockouts."""
        ...


class OfficeRows:
    """The office's operatories and providers, by number, and their names."""

    def __init__(self, lists: OfficeLists, shown: ScheduleFilter, *, coming: bool) -> None:
        """`coming`: the lists are still being read."""
        self.shown = shown
        self.coming = coming
        self.chairs: Mapping[int, Operatory] = {row.OperatoryNum: row for row in lists.operatories}
        self.providers: Mapping[int, Provider] = {row.ProvNum: row for row in lists.providers}
        self._hygienists = lists.hygienists

    @cached_property
    def offered(self) -> tuple[Operatory, ...]:
        """The operatories that are always shown: of the clinic, and in the order of the chosen view."""
        wanted, chosen = self.shown.clinic_num, self.shown.op_nums
        rows = list(self.chairs.values())
        if chosen is not None:
            rows = [self.chairs[each] for each in chosen if each in self.chairs]
        return tuple(row for row in rows if not row.IsHidden and wanted in (None, row.ClinicNum))

    def chair_name(self, op_num: int) -> Words:
        """An operatory's name; words where it has none or is unknown."""
        row = self.chairs.get(op_num)
        if row is None and not op_num:
            return msg("No operatory")
        return (row.OpName or row.Abbrev if row is not None else "") or msg("Op {n}", n=op_num)

    def provider_name(self, prov_num: int) -> Words:
        """A provider's abbreviation; words where there is none."""
        row = self.providers.get(prov_num)
        if row is None and not prov_num:
            return msg("No provider")
        return (row.Abbr or row.LName if row is not None else "") or msg("Provider {n}", n=prov_num)

    def staff(self, row: Operatory, plan: DayPlan | None) -> list[int]:
        """An operatory's providers on a day: dentists, then hygienists; without a schedule, its own providers."""
        scheduled = plan.chair(row.OperatoryNum).providers if plan is not None else ()
        if scheduled:
            return sorted(scheduled, key=self.is_hygienist)
        return own_providers(row)

    def is_hygienist(self, prov_num: int) -> bool:
        """Whether a provider is a hygienist, as Open Dental has it."""
        return prov_num in self._hygienists


def some_names(names: Sequence[str]) -> str:
    """The names over a column: Lee · Kim."""
    return " · ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")


def full_name(row: Provider) -> str:
    """A provider as on the office's door, with the abbreviation that columns have: MARR: Susan Marr, DMD."""
    name = " ".join(part for part in (row.FName, row.LName) if part)
    title = ", ".join(part for part in (name, row.Suffix) if part)
    return ": ".join(part for part in (row.Abbr, title) if part)
