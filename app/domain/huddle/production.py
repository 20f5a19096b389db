"""What a day's appointments are worth, by provider and operatory. None always means "not known". US dollars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from msgspec import Struct

ZERO = Decimal(0)


class Worth(Struct, frozen=True):
    """Procedures of one provider in one operatory."""

    prov_num: int
    op_num: int
    clinic_num: int
    gross: Decimal
    """Fees."""
    net: Decimal | None = None
    """Fees less write-offs, with the procedures' adjustments."""


class Total(Struct, frozen=True):
    """A sum. `net` is None as soon as one part of it is not known."""

    gross: Decimal = ZERO
    net: Decimal | None = ZERO

    def plus(self, part: Worth) -> Total:
        """With one part more."""
        net = None if self.net is None or part.net is None else self.net + part.net
        return Total(self.gross + part.gross, net)


class Goals(Struct, frozen=True):
    """The office's hourly goals, and how long each provider works on the day."""

    hourly: Mapping[int, Decimal]
    """By ProvNum; only those that have one."""
    minutes: Mapping[int, int]
    """By ProvNum."""
    by_clinic: Mapping[int, Mapping[int, int]] = {}
    """The minutes in the operatories of each clinic, by ClinicNum."""

    def at(self, clinic: int) -> Goals:
        """Those of a clinic; 0: of the whole office."""
        return Goals(self.hourly, self.by_clinic.get(clinic, {})) if clinic else self

    def of(self, prov_num: int) -> Decimal | None:
        """A provider's goal for the day; None: the provider has none."""
        hourly = self.hourly.get(prov_num)
        if hourly is None:
            return None
        return round(hourly * self.minutes.get(prov_num, 0) / 60, 2)

    @property
    def all(self) -> Decimal | None:
        """The goal of all providers who have one and work on the day; None: nobody does."""
        found = [goal for each in self.hourly if (goal := self.of(each))]
        return sum(found, ZERO) if found else None


NO_GOALS = Goals({}, {})


def total(parts: Iterable[Worth]) -> Total:
    """The sum of all."""
    found = Total()
    for part in parts:
        found = found.plus(part)
    return found


def by(parts: Iterable[Worth], key: Callable[[Worth], int]) -> dict[int, Total]:
    """The sums by provider or operatory."""
    groups: dict[int, Total] = defaultdict(Total)
    for part in parts:
        groups[key(part)] = groups[key(part)].plus(part)
    return dict(groups)


def percent(done: Decimal, goal: Decimal | None) -> int | None:
    """How much of a goal is scheduled, in whole percent; None: there is no goal."""
    return None if not goal else int(100 * done / goal)
