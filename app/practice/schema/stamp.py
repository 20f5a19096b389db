"""What a database records about itself: its schema version, and the practice it was seeded with."""

from __future__ import annotations

import datetime

from msgspec import Struct
from sqlalchemy import Connection, inspect, select

from app.practice.schema.columns import day, key, moment, num, table, whole

SCHEMA_VERSION = 10
"""Increased when a table or the seed changes: an older file is then created again."""

practicestamp = table(
    "practicestamp",
    key("PracticeStampNum"),
    whole("SchemaVersion"),
    num("Seed"),
    day("SeededFor"),
    moment("SeededAt"),
)


class Stamp(Struct, frozen=True):
    """Which made-up practice a database holds."""

    schema_version: int
    seed: int
    today: datetime.date


def read_stamp(connection: Connection) -> Stamp | None:
    """The database's stamp; None when it is empty, incomplete, or not ours."""
    if not inspect(connection).has_table(practicestamp.name):
        return None
    row = connection.execute(select(practicestamp).order_by(practicestamp.c.PracticeStampNum.desc())).first()
    if row is None:
        return None
    return Stamp(row.SchemaVersion, row.Seed, datetime.date.fromisoformat(row.SeededFor))


def whole_practice(connection: Connection) -> Stamp | None:
    """The stamp of a complete practice with this schema; None: it must be created."""
    stamp = read_stamp(connection)
    return stamp if stamp is not None and stamp.schema_version == SCHEMA_VERSION else None
