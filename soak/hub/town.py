"""The practice of a soak with a hub: the town, and patients who are expected today, each once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from soak.town import build

EXPECTED, ARRIVED, SEATED = 1101, 1102, 1103
FIRST_VISIT = 1_000_000
"""The first of the numbers of these patients, and of their appointments."""
BORN = date(1930, 1, 1)
SCHEDULED = 1
_STATUSES = ((EXPECTED, "Not called"), (ARRIVED, "Arrived"), (SEATED, "In chair"))
_TRIGGERS = {
    "AppointmentTimeArrivedTrigger": ARRIVED,
    "AppointmentTimeSeatedTrigger": SEATED,
    "AppointmentTimeDismissedTrigger": 0,
}


@dataclass(frozen=True, slots=True)
class Expected:
    """A patient with an appointment. Everyone has another birthdate."""

    number: int
    """Of the appointment and of the patient."""

    @property
    def born(self) -> date:
        """What the patient types first."""
        return BORN + timedelta(days=self.number - FIRST_VISIT)

    letters = "arr"


def build_with_visits(path: Path, patients: int, visits: int, begins: datetime, lasts: timedelta) -> None:
    """Write the practice: `patients` with accounts, and so many visits, which begin all through the soak."""
    build(path, patients)
    statuses = [(num, 2, name, order) for order, (num, name) in enumerate(_STATUSES)]
    people, appointments = [], []
    for each in range(visits):
        number = FIRST_VISIT + each
        start = (begins + timedelta(minutes=10) + lasts * each / visits).replace(second=0, microsecond=0)
        born = Expected(number).born.isoformat()
        people.append((number, number, "Arrival", f"Sam{each}", born, 1, 1))
        appointments.append((number, number, SCHEDULED, "XXXXXX", EXPECTED, 1, 1, start.isoformat(" ")))
    with closing(sqlite3.connect(path)) as opened, opened as connection:
        connection.executemany(
            "INSERT INTO definition (DefNum, Category, ItemName, ItemOrder) VALUES (?, ?, ?, ?)", statuses
        )
        connection.executemany(
            "INSERT INTO preference (PrefName, ValueString) VALUES (?, ?)",
            [(name, str(number)) for name, number in _TRIGGERS.items()],
        )
        connection.execute("INSERT INTO operatory (OperatoryNum, OpName, Abbrev) VALUES (1, 'Op 1', 'Op1')")
        connection.executemany(
            "INSERT INTO patient (PatNum, Guarantor, LName, FName, Birthdate, PriProv, ClinicNum)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            people,
        )
        connection.executemany(
            "INSERT INTO appointment (AptNum, PatNum, AptStatus, Pattern, Confirmed, Op, ProvNum, AptDateTime)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            appointments,
        )
