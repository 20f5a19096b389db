"""Statements: built once, portable, and encoded to JSON as the wire has it."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from sqlalchemy.dialects import mysql, sqlite

from app.practice import handlers
from app.practice.handlers.schedule.appointment_rows import AppointmentRows
from app.practice.server.listings import Listing
from tests.practice import office
from tests.practice.conftest import Desk


def all_listings() -> list[Listing]:
    """All list statements of all handler modules."""
    found: dict[str, Listing] = {}
    for each in pkgutil.walk_packages(handlers.__path__, f"{handlers.__name__}."):
        for value in vars(importlib.import_module(each.name)).values():
            rows = (
                [getattr(value, name) for name in value.__struct_fields__]
                if isinstance(value, AppointmentRows)
                else [value]
            )
            found.update({row.name: row for row in rows if isinstance(row, Listing)})
    return list(found.values())


@pytest.mark.parametrize("dialect", [sqlite.dialect(), mysql.dialect()], ids=["sqlite", "mariadb"])
def test_every_statement_compiles_for_both_databases(dialect: object) -> None:
    """Each list statement, with all its conditions, compiles for SQLite and MariaDB."""
    listings = all_listings()
    assert len(listings) > 20
    for listing in listings:
        compiled = str(listing.statement(frozenset(listing.filters)).compile(dialect=dialect))
        assert "POSTCOMPILE" not in compiled


async def test_a_statement_is_compiled_once(desk: Desk) -> None:
    """Equal conditions use the same prepared statement."""
    for _ in range(2):
        await desk.rows("/appointments", date=office.TODAY)
        prepared = desk.practice.asgi._office.statements._prepared
        assert len(prepared) == 1
