"""What the practice loads when it is first needed: the rest of the API, all tables, and how a practice is invented.

A start on a practice that is there already pays for none of it.
"""

from __future__ import annotations

import datetime
import importlib
import pkgutil
from collections.abc import Collection, Iterator
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
"""The handlers' modules that the schedule asks for besides those that it is first read with."""


class Seed(Protocol):
    """Fills an empty database with an invented practice."""

    def __call__(self, connection: sa.Connection, *, seed: int, today: datetime.date) -> None:
        """Make the tables, fill and index them; the caller commits."""
        ...


def load_schedule() -> tuple[ModuleType, ...]:
    """What the schedule asks for, read or written."""
    return (*handlers.READING, *(_load(f"{handlers.__name__}.{name}") for name in WORKING))


def load_rest(loaded: Collection[ModuleType]) -> tuple[Handler, ...]:
    """The handlers of everything that is not among the modules that are loaded."""
    load_tables()
    return handlers_in(each for each in _modules_of(handlers) if each not in loaded)


def load_tables() -> None:
    """Make the schema complete: each of its modules declares tables."""
    for _ in _modules_of(schema):
        pass


def load_seed() -> Seed:
    """How a practice is invented."""
    load_tables()
    return cast(Seed, _load("app.practice.seed").seed)


def _modules_of(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.ispkg:
            yield _load(found.name)


def _load(name: str) -> ModuleType:
    return importlib.import_module(name)  # lazy: most sessions of training need none of it
