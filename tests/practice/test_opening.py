"""Opening a practice: an empty database is seeded, a filled one reused, a foreign one left alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.practice.schema.stamp import practicestamp
from app.practice.server.app import NotAPracticeError, Practice, open_practice, practice_keys
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from tests.practice import office
from tests.practice.conftest import OfficeClock, client_of, good


def opened(path: Path) -> Practice:
    """The practice of a file."""
    return open_practice(
        str(path),
        seed=7,
        today=office.TODAY,
        clock=OfficeClock(),
        pace=None,
        permissions=frozenset(Permission),
        version=NEWEST,
    )


async def test_an_empty_database_is_seeded_once(tmp_path: Path) -> None:
    """The first opening creates a practice around the day, the next finds it, with the same keys."""
    path = tmp_path / "practice.db"
    practice = opened(path)
    async with client_of(practice) as http:
        first = good(await http.get("/appointments", params={"date": str(office.TODAY)})).json()
        assert 50 <= len(first) <= 75
        good(await http.put(f"/appointments/{first[0]['AptNum']}/Note", json={"Note": "kept"}))
    practice.close()
    practice = opened(path)
    async with client_of(practice) as http:
        again = good(await http.get(f"/appointments/{first[0]['AptNum']}")).json()
    practice.close()
    assert again["Note"].endswith("kept")
    assert practice.keys == practice_keys(7) != practice_keys(8)


def test_a_half_filled_database_is_made_anew(tmp_path: Path) -> None:
    """A file whose seeding was interrupted is not accepted as a practice."""
    path = tmp_path / "practice.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"CREATE TABLE {practicestamp.name} (PracticeStampNum INTEGER PRIMARY KEY, SchemaVersion INT,"
                         " Seed INT, SeededFor TEXT, SeededAt TEXT)")  # fmt: skip
        database.execute("CREATE TABLE clinic (ClinicNum INTEGER PRIMARY KEY)")
        database.commit()
    opened(path).close()
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT count(*) FROM clinic").fetchone() == (2,)


def test_somebody_elses_database_is_left_alone(tmp_path: Path) -> None:
    """A database with other tables in it is refused and unchanged."""
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE clinic (Name TEXT)")
        database.execute("INSERT INTO clinic VALUES ('mine')")
        database.commit()
    with pytest.raises(NotAPracticeError):
        opened(path)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT * FROM clinic").fetchall() == [("mine",)]
