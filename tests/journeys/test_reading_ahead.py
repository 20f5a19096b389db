"""Today's schedule, read by a second process while the window loads: it is used once, and nothing hangs on it."""

from __future__ import annotations

import asyncio
import json

import pytest

from app.api.ahead import ReadAhead
from app.api.modes import service_address
from app.api.vault import Vault
from app.bootstrap import main
from app.bootstrap.ahead import COMMAND, ReadingAhead
from app.bootstrap.doors import Doors
from app.bootstrap.session import Session, Way
from app.bootstrap.training import database_file
from app.core.clock import SystemClock
from app.core.paths import Places, places
from app.core.settings import Settings, SettingsFile
from app.practice.server.faults import EVERY, Fault
from bench.names import KEYS
from tests.journeys.doors import ROOT
from tests.journeys.doors import Doors as Starts
from tests.journeys.practices import Practices, Served

TODAY = SystemClock().now().date()
"""The day that the other process, which has no clock of the test's, reads."""
PATIENT = 60.0
"""Seconds: a busy machine is no reason to fail."""


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the program is started from."""
    monkeypatch.chdir(ROOT)


@pytest.fixture
def where() -> Places:
    """The program's folders."""
    found = places()
    found.make()
    return found


def known_office(served: Served, where: Places, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Let both processes find this office in their settings, and its keys in their vault."""
    keys = {"developer": served.keys.developer, "customer": served.keys.customer}
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "bench.children.vault.BenchVault")
    monkeypatch.setenv(KEYS, json.dumps(keys))
    return saved(where, mode="Service", server=f"127.0.0.1:{served.socket.port}", user="Ana")


def saved(where: Places, **settings: str) -> Settings:
    """Settings on disk."""
    found = Settings(**settings)
    SettingsFile(where.config / "settings.json").save(found)
    return found


async def read_ahead(*, training: bool = False, patience: float = PATIENT) -> bytes:
    """What the other process hands over."""
    with ReadingAhead(training=training, patience=patience) as reading:
        return await asyncio.to_thread(reading.read)


async def way_read_ahead(settings: Settings, where: Places) -> Way:
    """The way to the office of the settings, after another process has read it."""
    with ReadingAhead(training=False, patience=PATIENT) as reading:
        way = await Doors(where, SystemClock(), ahead=reading).known(settings)
    assert way is not None
    return way


async def test_the_schedule_needs_no_second_request(
    open_practice: Practices, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read ahead is not asked for again: today is complete even when the server has gone meanwhile."""
    served = open_practice(on_socket=True)
    way = await way_read_ahead(known_office(served, where, monkeypatch), where)
    await asyncio.to_thread(served.socket.stop)
    assert (way.keys, way.who) == (served.keys, "Ana")
    session = Session(way, SystemClock())
    read = await session.begin()
    await read.first_day
    office = read.office
    assert office.day(TODAY) is not None
    assert not office.still_coming((TODAY,))
    assert len(set(served.faults.seen)) >= 8
    await session.close()


async def test_what_was_not_read_goes_the_usual_way(
    open_practice: Practices, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way to the office opens for the first request that nothing was read for."""
    served = open_practice(on_socket=True)
    way = await way_read_ahead(known_office(served, where, monkeypatch), where)
    before = len(served.faults.seen)
    session = Session(way, SystemClock())
    read = await session.begin()
    await read.first_day
    assert len(served.faults.seen) == before
    await read.client.clinics.list()
    await read.client.clinics.list()
    assert served.faults.seen[before:] == ["Clinics.list", "Clinics.list"]
    await session.close()


async def test_a_server_that_hangs(
    open_practice: Practices, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An office that does not answer holds nothing up: the way to it comes within its time, with nothing read."""
    served = open_practice(on_socket=True)
    settings = known_office(served, where, monkeypatch)
    served.faults.plan(EVERY, Fault.HANG_BEFORE, times=50)
    read = ReadAhead.unpacked(await read_ahead(patience=12))
    assert read is not None
    assert read.kept == []
    assert settings.server in read.address.base_url


async def test_a_server_that_is_gone(
    open_practice: Practices, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing answers the other process says at once that it has read nothing."""
    served = open_practice(on_socket=True)
    known_office(served, where, monkeypatch)
    await asyncio.to_thread(served.socket.stop)
    read = ReadAhead.unpacked(await read_ahead())
    assert read is not None
    assert read.kept == []


async def test_training_is_read_ahead(start: Starts, home: Places) -> None:
    """Today's training practice is read without being opened here, and the desk opens it behind the schedule."""
    made = next((home.data / "training").glob("practice-*.db"))
    made.rename(database_file(home.data / "training", TODAY))
    with ReadingAhead(training=True, patience=PATIENT) as reading:
        doors = Doors(home, SystemClock(), ahead=reading)
        way, clock = await doors.training(Settings())
        session = Session(way, clock)
        read = await session.begin()
        await read.first_day
        assert not read.office.still_coming((TODAY,))
        assert doors._practice is None
        await session.open()
        assert doors._practice is not None
        await session.close()
        await doors.close()


async def test_nothing_is_made(where: Places) -> None:
    """Without today's practice, and without an office, the other process reads nothing and leaves nothing behind."""
    before = sorted(where.data.parent.rglob("*"))
    assert await read_ahead(training=True) == b""
    assert await read_ahead() == b""
    assert sorted(where.data.parent.rglob("*")) == before


async def test_a_practice_that_is_half_made(where: Places) -> None:
    """A training practice whose making was cut off is left to the window, which makes it anew."""
    file = database_file(where.data / "training", TODAY)
    file.parent.mkdir()
    file.touch()
    assert await read_ahead(training=True) == b""


async def test_requests_that_have_a_price(where: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Remote office, whose key may ask once a second, is asked by the window alone."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "bench.children.vault.BenchVault")
    monkeypatch.setenv(KEYS, json.dumps({"developer": "d", "customer": "c"}))
    saved(where, mode="Remote")
    assert await read_ahead() == b""


async def test_damaged_settings(where: Places) -> None:
    """Settings that cannot be read are set aside by the program itself, which tells of it, and by nobody else."""
    file = where.config / "settings.json"
    file.write_text("{", encoding="utf-8")
    assert await read_ahead() == b""
    assert file.read_text(encoding="utf-8") == "{"
    assert SettingsFile(file).load().damaged is not None


async def test_another_office_than_the_one_that_is_opened(
    open_practice: Practices, where: Places, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read of one office never answers for another one."""
    served, other = open_practice(on_socket=True), open_practice(on_socket=True)
    settings = known_office(served, where, monkeypatch)
    with ReadingAhead(training=False, patience=PATIENT) as reading:
        elsewhere = settings.changed(server=f"127.0.0.1:{other.socket.port}")
        vault.write_keys(service_address(elsewhere.server), other.keys)
        way = await Doors(where, SystemClock(), ahead=reading).known(elsewhere)
    assert way is not None
    other.faults.seen.clear()
    session = Session(way, SystemClock())
    read = await session.begin()
    await read.first_day
    assert "Appointments.list" in other.faults.seen
    await session.close()


def test_the_pipe_takes_no_other_words(capsys: pytest.CaptureFixture[str]) -> None:
    """The command that reads ahead names its pipe; anything else is not understood."""
    for arguments in ([COMMAND], [COMMAND, "x", "1"], [COMMAND, "1", "2", "3"]):
        assert main(arguments) == 2
    assert "Not understood" in capsys.readouterr().err
