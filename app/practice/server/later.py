"""What the practice loads on first use: the rest of the API, all tables, and the seed.

Opening an existing practice loads none of it.
"""

from __future__ import annotations

import datetime
import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import Protocol, cast

import sqlalchemy as sa

from app.practice import handlers, schema
from app.practice.server.routing import Handler, handlers_in

WORKING = (
    "schedule.appointment_break",
    "schedule.appointment_planned",
    "schedule.appointment_writes",
    "schedule.appt_fields",
    "people.commlogs",
    "clinical.group_notes",
    "schedule.hist_appointments",
    "clinical.insurance_history",
    "people.patient_writes",
    "people.patients",
    "clinical.procedure_logs",
    "schedule.slots",
)
"""Handler modules that the schedule uses once it is shown; `handlers.READING` are those it needs to be read."""


class Seed(Protocol):
    """Fills an empty database with a made-up practice."""

    def __call__(self, connection: sa.Connection, *, seed: int, today: datetime.date) -> None:
        """Create, fill and index the tables; the caller commits."""
        ...


def load_working() -> tuple[Handler, ...]:
    """The handlers that the shown schedule works with."""
    return handlers_in(_load(f"{handlers.__name__}.{name}") for name in WORKING)


def load_rest() -> tuple[Handler, ...]:
    """All other handlers, after those of the schedule."""
    load_tables()
    working = {f"{handlers.__name__}.{name}" for name in WORKING}
    left_out = {each.__name__ for each in handlers.READING} | working
    return handlers_in(each for each in _modules_of(handlers) if each.__name__ not in left_out)


def load_tables() -> None:
    """Import every schema module, so that all tables are declared."""
    for _ in _modules_of(schema):
        pass


def load_seed() -> Seed:
    """The seed function."""
    load_tables()
    return cast(Seed, _load("app.practice.seed").seed)


def _modules_of(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.ispkg:
            yield _load(found.name)


def _load(name: str) -> ModuleType:
    return importlib.import_module(name)  # lazy: most training sessions need none of it
