"""A practice of any size for measurements: a number of patients, each with a number of appointments."""

from __future__ import annotations

import datetime
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.schema import CreateIndex

from app.practice.schema import indexes
from app.practice.schema.make import create_indexes, create_tables
from app.practice.schema.people import patient
from app.practice.schema.procedures import procedurelog
from app.practice.schema.schedule import appointment
from app.practice.schema.stamp import SCHEMA_VERSION, practicestamp
from app.practice.seed.people.names import FAMILIES, MEN, WOMEN
from app.practice.seed.rows import Rows
from app.practice.server.later import load_tables

DAY_ROWS = 100
"""Appointments per day, whatever the practice's size."""
TODAY = datetime.date(2026, 11, 23)
RARE = "Quillfeather"
"""One patient's name, so that a search finds the same number in a large practice as in a small one."""
VISITS_EACH = 10
PROCEDURES_EACH = 4
SCHEDULED, DONE = 1, 2


def rows_of(patients: int) -> list[Rows]:
    """Patients, ten appointments and four procedures each; every day has a hundred appointments."""
    people = Rows(
        patient, "LName", "FName", "Guarantor", "PatStatus", "Birthdate", "WirelessPhone", "ClinicNum"
    )
    given = (*WOMEN, *MEN)
    for number in range(patients):
        family = RARE if number == 1_000 else FAMILIES[number % len(FAMILIES)]
        people.add(
            family, given[number // len(FAMILIES) % len(given)], number + 1, 0,
            f"{1940 + number % 70}-0{1 + number % 9}-1{number % 9}", f"(541)555-{number % 10_000:04}", 1,
        )  # fmt: skip
    visits = Rows(
        appointment, "PatNum", "AptStatus", "AptDateTime", "Pattern", "Op", "ProvNum", "ClinicNum", "Confirmed",
        "Note", "ProcDescript", "DateTStamp", "SecDateTEntry",
    )  # fmt: skip
    days = patients * VISITS_EACH // DAY_ROWS
    for number in range(patients * VISITS_EACH):
        day = (TODAY + datetime.timedelta(days=number // DAY_ROWS - days // 2)).isoformat()
        visits.add(
            number * 7 % patients + 1, SCHEDULED, f"{day} {8 + number % 9:02}:{number % 6}0:00", "//XXXX//",
            1 + number % 8, 1 + number % 3, 1, 20, "", "PerEx, Pro", f"{day} 07:00:00", f"{day} 07:00:00",
        )  # fmt: skip
    work = Rows(
        procedurelog, "PatNum", "ProcDate", "ProcFee", "ProcStatus", "ProvNum", "ClinicNum", "CodeNum"
    )
    for number in range(patients * PROCEDURES_EACH):
        work.add(number % patients + 1, f"2026-0{1 + number % 9}-12", 58.0, DONE, 1, 1, 1)
    return [people, visits, work]


def load(path: Path, rows: Sequence[Rows]) -> float:
    """Load them as the practice loads its seed, indexes last; returns the seconds it took."""
    load_tables()
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        create_tables(connection)
    began = time.perf_counter()
    with engine.begin() as connection:
        for each in rows:
            each.write(connection)
        create_indexes(connection)
    took = time.perf_counter() - began
    with engine.begin() as connection:
        stamp = {"SchemaVersion": SCHEMA_VERSION, "Seed": 0, "SeededFor": TODAY}
        connection.execute(practicestamp.insert().values(**stamp))
    engine.dispose()
    return took


def load_raw(path: Path, rows: Sequence[Rows]) -> float:
    """The same rows and indexes with sqlite3 alone; returns the seconds it took."""
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        create_tables(connection)
    commands = [str(CreateIndex(index).compile(engine)) for index in indexes.INDEXES]
    engine.dispose()
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        began = time.perf_counter()
        database.execute("BEGIN")
        for each in rows:
            key = next(iter(each.table.primary_key)).name
            marks = ", ".join("?" * (len(each.columns) + 1))
            names = ", ".join((key, *each.columns))
            command = f"INSERT INTO {each.table.name} ({names}) VALUES ({marks})"  # noqa: S608  # the schema's own names
            database.executemany(command, each.rows)
        for command in commands:
            database.execute(command)
        database.execute("COMMIT")
        return time.perf_counter() - began
