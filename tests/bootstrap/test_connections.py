"""Connections to offices: the check before one is opened, and the separation of two of them."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.api import errors
from app.api.client import OpenDental
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.bootstrap.connecting.connections import Connections
from app.bootstrap.office_files import office_mark
from app.bootstrap.training import database_file
from app.core.clock import ShiftedClock
from app.core.paths import ProgramFolders
from app.core.settings import Settings
from app.practice.server.app import Practice, open_practice
from app.store.oldest import oldest_office
from app.viewmodels.staff.connect_words import OfficeTooOld
from app.wire.permissions import Permission
from app.wire.version import Version
from tests.api.offices import on_a_socket
from tests.practice import office as tiny
from tests.support.bench_fixtures import tiny_database

__all__ = ["tiny_database"]

CLOCK = ShiftedClock.on_day(tiny.TODAY)


def practice_of(version: str, template: Path, folder: Path) -> Practice:
    """A practice on the tiny office that reports a given version."""
    path = folder / "office.db"
    shutil.copyfile(template, path)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "INSERT INTO preference (PrefName, ValueString) VALUES ('ProgramVersion', '1.0.0.0')"
        )
    return open_practice(
        str(path), seed=0, today=tiny.TODAY, clock=CLOCK, pace=None, permissions=frozenset(Permission),
        version=Version.parse(version),
    )  # fmt: skip


async def check(version: str, template: Path, folder: Path, customer: str | None = None) -> None:
    """Check an office of a version as the connection page does."""
    practice = practice_of(version, template, folder)
    try:
        async with on_a_socket(practice) as url:
            keys = Keys(practice.keys.developer_key, customer or practice.keys.customer_key)
            connections = Connections(ProgramFolders(folder, folder, folder), CLOCK)
            await connections.check(OfficeAddress(Mode.SERVICE, url), keys)
    finally:
        practice.close()


@pytest.mark.parametrize(("version", "named"), [("20.5", ""), ("21.2", "21.2"), ("22.0.9", "22.0.9")])
async def test_an_old_office_is_too_old(
    version: str, named: str, tiny_database: Path, tmp_path: Path
) -> None:
    """An office that lacks what the schedule needs is refused as too old, even if it refuses the request itself."""
    with pytest.raises(OfficeTooOld) as caught:
        await check(version, tiny_database, tmp_path)
    assert (caught.value.version, caught.value.needed) == (named, str(oldest_office()))


async def test_the_oldest_office_is_let_in(tiny_database: Path, tmp_path: Path) -> None:
    """The oldest version with every method the schedule needs is accepted; a wrong key still isn't."""
    assert oldest_office() == Version(22, 1)
    await check(str(oldest_office()), tiny_database, tmp_path)
    with pytest.raises(errors.KeyRefused):
        await check("25.1", tiny_database, tmp_path, customer="wrong")


async def test_training_knows_when_its_practice_was_changed(tiny_database: Path, tmp_path: Path) -> None:
    """So an idle training desk needn't ask it; an office elsewhere is always asked."""
    connections = Connections(ProgramFolders(tmp_path, tmp_path, tmp_path), CLOCK)
    (tmp_path / "training").mkdir()
    shutil.copyfile(tiny_database, database_file(tmp_path / "training", CLOCK.now().date()))
    connection, clock = await connections.training(Settings())
    failed: list[BaseException] = []
    office = OpenDental(
        connection.address, connection.keys, connection.make_transport(), clock=clock, on_error=failed.append
    )
    await office.appointments.get(tiny.VISIT)
    assert connection.stillness
    await office.appointments.append_note(tiny.VISIT, Note="Changed")
    assert not connection.stillness
    elsewhere = OfficeAddress(Mode.SERVICE, "http://a:1/api/v1")
    assert connections._connection(elsewhere, Keys("dev", "ours"), b"0" * 32, Settings()).stillness is None
    await office.aclose()
    await connections.close()
    assert not failed


async def test_two_offices_never_share_a_journal(tmp_path: Path) -> None:
    """Another address, or another key at the same address, has its own journal; the same pair has the same one."""
    here, there = (
        OfficeAddress(Mode.SERVICE, "http://a:1/api/v1"),
        OfficeAddress(Mode.SERVICE, "http://b:1/api/v1"),
    )
    ours, theirs = Keys("dev", "ours"), Keys("dev", "theirs")
    connections = Connections(ProgramFolders(tmp_path, tmp_path, tmp_path), CLOCK)
    paths = {
        connections._connection(address, keys, b"0" * 32, Settings()).store_path  # without a vault
        for address in (here, there)
        for keys in (ours, theirs)
    }
    assert len(paths) == 4
    assert office_mark(here, ours) == office_mark(here, Keys("another developer", "ours"))
    assert all("ours" not in path.name for path in paths)
