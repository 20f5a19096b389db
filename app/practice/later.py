"""What the practice loads when it is first needed: the rest of the API, all tables, and how a practice is invented.

A start on a practice that is there already pays for none of it.
"""

from __future__ import annotations

import datetime
import importlib
from types import ModuleType
from typing import Protocol, cast

import sqlalchemy as sa

from app.practice.routing import Handler, handlers_in


class Seed(Protocol):
    """Fills an empty database with an invented practice."""

    def __call__(self, connection: sa.Connection, *, seed: int, today: datetime.date) -> None:
        """Make the tables, fill and index them; the caller commits."""
        ...


def load_rest() -> tuple[Handler, ...]:
    """The handlers of everything that the book does not ask for."""
    load_tables()
    return handlers_in(_load("handlers.rest").MODULES)


def load_tables() -> None:
    """Make the schema complete."""
    _load("schema.rest")


def load_seed() -> Seed:
    """How a practice is invented."""
    load_tables()
    return cast(Seed, _load("seed").seed)


def _load(name: str) -> ModuleType:
    return importlib.import_module(f"app.practice.{name}")  # lazy: most sessions of training need none of it
