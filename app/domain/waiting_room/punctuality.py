"""How long patients waited and how punctually providers began, from the times of past appointments."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

LATE_PATIENT = 5
"""Minutes past the start from which a patient came late."""
LATE_START = 10
"""Minutes past the start from which an appointment began late, if its patient was on time."""


class Timing(Struct, frozen=True):
    """One past appointment whose patient arrived and was seated."""

    prov_num: int
    clinic_num: int
    start: datetime
    arrived: datetime
    seated: datetime


class Punctuality(Struct, frozen=True):
    """One provider's appointments, in counts and whole minutes."""

    prov_num: int
    clinic_num: int = 0
    visits: int = 0
    waited: int = 0
    """All minutes between arrival and seating."""
    longest: int = 0
    long_waits: int = 0
    """Waits of at least the office's limit."""
    late_patients: int = 0
    late_starts: int = 0
    """Those that began late although the patient was on time."""
    delays: int = 0
    """All minutes past the start of those whose patient was on time."""

    @property
    def average_wait(self) -> float:
        """Minutes."""
        return self.waited / self.visits if self.visits else 0.0

    @property
    def on_time(self) -> int:
        """Appointments whose patient was on time."""
        return self.visits - self.late_patients

    @property
    def average_delay(self) -> float | None:
        """Minutes past the start; None: no patient was on time."""
        return self.delays / self.on_time if self.on_time else None

    @property
    def punctual(self) -> int | None:
        """How many of them began on time, in whole percent; None: no patient was on time."""
        return int(100 * (self.on_time - self.late_starts) / self.on_time) if self.on_time else None

    def plus(self, other: Punctuality) -> Punctuality:
        """Both together."""
        return Punctuality(
            self.prov_num,
            self.clinic_num,
            self.visits + other.visits,
            self.waited + other.waited,
            max(self.longest, other.longest),
            self.long_waits + other.long_waits,
            self.late_patients + other.late_patients,
            self.late_starts + other.late_starts,
            self.delays + other.delays,
        )


def of_timing(timing: Timing, limit: int) -> Punctuality:
    """One appointment. `limit`: the office's long wait in minutes; 0: none."""
    wait = max(_minutes(timing.arrived, timing.seated), 0)
    is_late = _minutes(timing.start, timing.arrived) >= LATE_PATIENT
    delay = 0 if is_late else max(_minutes(timing.start, timing.seated), 0)
    return Punctuality(
        timing.prov_num,
        timing.clinic_num,
        1,
        wait,
        wait,
        int(0 < limit <= wait),
        int(is_late),
        int(delay >= LATE_START),
        delay,
    )


def by_provider(parts: Iterable[Punctuality], clinic: int = 0) -> tuple[Punctuality, ...]:
    """One for each provider, the longest average wait first. `clinic`: only of this one; 0: of all."""
    found: dict[int, Punctuality] = {}
    for part in parts:
        if clinic in (0, part.clinic_num):
            found[part.prov_num] = found.get(part.prov_num, Punctuality(part.prov_num)).plus(part)
    return tuple(sorted(found.values(), key=lambda each: (-each.average_wait, each.prov_num)))


def everyone(parts: Iterable[Punctuality]) -> Punctuality:
    """All together, as provider 0."""
    found = Punctuality(0)
    for part in parts:
        found = found.plus(part)
    return found


def _minutes(start: datetime, end: datetime) -> int:
    """Whole minutes, as MySQL's TIMESTAMPDIFF counts them: toward zero."""
    return int((end - start).total_seconds() / 60)
