"""The client for scripts: the same office without `await`."""

from __future__ import annotations

import asyncio
import copy
import gc
import subprocess
import sys
import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.api import FieldError, Keys, NotSent, Refused, SyncOpenDental, connect_sync, service_address
from app.api.client import OpenDental
from app.api.errors import Unreachable
from app.api.sync.office import SyncRows
from app.wire.catalog import RESOURCES
from app.wire.resources.appointments import Appointment, Appointments
from app.wire.resources.commlogs import Commlogs
from tests.api.offices import Switchboard, tiny_office
from tests.api.raw_server import http, in_turn, raw_server
from tests.practice import office as tiny

__all__ = ["tiny_office"]

ROOT = Path(__file__).resolve().parents[2]
KEYS = Keys("developer", "customer")
OWN_THREAD = "Open Dental API"
CONSOLE = """
from app.api import Keys, connect_sync, service_address
office = connect_sync(service_address({server!r}), Keys({developer!r}, {customer!r}))
office.appointments
len(list(office.appointments.list(PatNum={patient})))
"""


@pytest.fixture
async def office(tiny_office: Path, tmp_path: Path) -> AsyncIterator[SyncOpenDental]:
    """A served practice, used without await."""
    async with Switchboard(tiny_office, tmp_path, socket=True)() as line:
        keys = line.practice.keys
        with connect_sync(line.office.address, Keys(keys.developer_key, keys.customer_key)) as made:
            yield made


async def test_lists_and_rows(office: SyncOpenDental) -> None:
    """A list is iterated page after page, as often as wanted; a method for one row returns it."""
    rows = office.appointments.list(date=tiny.TODAY)
    assert isinstance(rows, SyncRows)
    found = list(rows)
    assert [row.AptNum for row in found] == [row.AptNum for row in rows.all()] == [1, 2]
    assert [len(page) for page in rows.pages()] == [2]
    assert len(rows.first_page()) == 2
    assert office.appointments.get(found[0].AptNum).AptDateTime == found[0].AptDateTime


async def test_typed_calls(office: SyncOpenDental) -> None:
    """A declared method can be named, so that a type checker knows the answer."""
    row: Appointment = office.call(Appointments.get, tiny.VISIT)
    assert row.PatNum == tiny.ANN
    first: Appointment = next(iter(office.call(Appointments.list, PatNum=tiny.ANN)))
    assert first.AptNum == row.AptNum


async def test_writes_and_refusals(office: SyncOpenDental) -> None:
    """A write returns its row. A refusal is raised in the caller, in the office's words; so is an invalid argument."""
    made = office.commlogs.create(PatNum=tiny.ANN, Note="Called")
    assert made.CommlogNum in [row.CommlogNum for row in office.commlogs.list(PatNum=tiny.ANN)]
    with pytest.raises(Refused, match=r"NotFound in Appointments\.get \(404\): \w+"):
        office.appointments.get(4711)
    with pytest.raises(FieldError, match=r"Commlogs\.create: PatNum is required"):
        office.commlogs.create(Note="Called")


async def test_what_an_office_has(office: SyncOpenDental) -> None:
    """A console completes resources and their methods; nothing else is an attribute."""
    assert {each.__module__.rpartition(".")[2] for each in RESOURCES} <= {*dir(office)}
    assert {"list", "get", "create"} <= {*dir(office.commlogs)}
    assert "CommlogNum" in str(office.commlogs.update.__wrapped__.__annotations__)
    with pytest.raises(AttributeError):
        _ = office.comlogs
    with pytest.raises(AttributeError):
        _ = office.commlogs.endpoints
    assert "developer" not in repr(office)
    assert "create" in repr(office.commlogs)
    assert office.commlogs.create.__doc__ == "POST /commlogs, since 21.1. The key needs ApiComm."
    assert "list(" in repr(office.commlogs.list(PatNum=1))


async def test_what_is_known_of_the_office(office: SyncOpenDental) -> None:
    """Permissions, version and status are there as in the asynchronous client."""
    assert office.capabilities.permissions is None
    assert office.probe().permissions == office.capabilities.permissions
    assert office.probe_version() == office.capabilities
    assert office.can(Commlogs.create)
    assert office.can(Commlogs.create, "Note")
    assert copy.copy(office.commlogs).get is not None
    assert office.status.waiting == 0
    assert office.address.base_url.startswith("http://127.0.0.1:")


async def test_several_threads(office: SyncOpenDental) -> None:
    """Any number of threads uses one office at once."""
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: office.appointments.get(tiny.VISIT).PatNum, range(40)))
    assert found == [tiny.ANN] * 40


async def test_closing() -> None:
    """A call that waits in another thread fails when the office is closed, and so does every later one."""
    silent = asyncio.Event()

    async def never(reader: asyncio.StreamReader, *_: object) -> bool:
        silent.set()
        await reader.read()  # until the client closes the connection
        return False

    async with raw_server(never) as (url, _):
        office = connect_sync(service_address(url), KEYS)
        waiting = asyncio.gather(
            asyncio.to_thread(office.commlogs.get, 1),
            asyncio.to_thread(office.commlogs.list(PatNum=1).all),
            return_exceptions=True,
        )
        await silent.wait()
        await asyncio.to_thread(office.close)
        assert all(isinstance(each, NotSent | RuntimeError) for each in await waiting)
    office.close()
    with pytest.raises(RuntimeError, match="closed"):
        office.commlogs.get(1)
    with pytest.raises(RuntimeError, match="closed"):
        list(office.commlogs.list(PatNum=1))


async def test_a_list_that_is_left() -> None:
    """Pages that nobody asks for are not requested, and what is left can be closed before or after the office."""
    pages = in_turn(http(200, b"[" + b",".join(b'{"CommlogNum": %d}' % n for n in range(1, 101)) + b"]"))
    async with raw_server(pages) as (url, heard):
        office = connect_sync(service_address(url), KEYS)
        rows = iter(office.commlogs.list(PatNum=1))
        assert (await asyncio.to_thread(next, rows)).CommlogNum == 1
        await asyncio.to_thread(office.close)
        rows.close()
        assert len(heard.heads) == 1


def test_an_office_that_is_forgotten() -> None:
    """Its thread ends with it, but not while one of its resources is still in use."""
    commlogs = connect_sync(service_address("127.0.0.1:1"), KEYS).commlogs
    gc.collect()
    assert OWN_THREAD in [each.name for each in threading.enumerate()]
    del commlogs
    gc.collect()
    assert OWN_THREAD not in [each.name for each in threading.enumerate()]


def test_rows_that_nobody_has_fetched() -> None:
    """`if office.operatories.list():` would hold for an empty list too: it is told what to use."""
    with (
        connect_sync(service_address("127.0.0.1:1"), KEYS) as office,
        pytest.raises(TypeError, match=r"before they are fetched: use \.all"),
    ):
        bool(office.operatories.list())


def test_an_office_that_cannot_be_made() -> None:
    """Its thread ends with the error."""

    def broken() -> OpenDental:
        raise ModuleNotFoundError("httpx")

    with pytest.raises(ModuleNotFoundError):
        SyncOpenDental(broken)
    assert OWN_THREAD not in [each.name for each in threading.enumerate()]


def test_an_office_that_cant_be_reached_is_named() -> None:
    """A script that talks to several offices must not have to find out which one it was."""
    with connect_sync(service_address("127.0.0.1:1"), KEYS) as office, pytest.raises(Unreachable) as wrong:
        office.operatories.list().all()
    assert str(wrong.value) == "Unreachable in Operatories.list at 127.0.0.1:1"
    assert wrong.value.server == "127.0.0.1:1"


async def test_a_misspelled_argument(office: SyncOpenDental) -> None:
    """It is named before the required one that is missing because of it, with the spelling that is meant."""
    with pytest.raises(
        FieldError, match=r"note isn't a field of Commlogs.create: did you mean Note\?"
    ) as wrong:
        office.commlogs.create(PatNum=tiny.ANN, note="Called")
    assert wrong.value.name == "note"
    with pytest.raises(FieldError, match="Note is required"):
        office.commlogs.create(PatNum=tiny.ANN)
    for sent in ({"commType": "Recall"}, {"CommType": 1}):  # two fields, neither is the other misspelled
        with pytest.raises(FieldError, match="Note is required"):
            office.commlogs.create(PatNum=tiny.ANN, **sent)
    with pytest.raises(FieldError, match=r"Notes isn't a field of Commlogs.create: did you mean Note\?"):
        office.commlogs.create(PatNum=tiny.ANN, Notes="Called")
    with pytest.raises(FieldError, match=r"Words isn't a field of Commlogs.create$"):
        office.commlogs.create(PatNum=tiny.ANN, Note="Called", Words="x")


@pytest.mark.parametrize(
    ("address", "keys", "words"),
    [
        ("SERVER", Keys("d", "c"), r"use service_address\(server\)"),
        (service_address("SERVER"), ("d", "c"), r"use Keys\(developer, customer\)"),
        (service_address(" "), KEYS, "The address has no server name"),
        (service_address("SERVER:99999"), KEYS, "There is no port 99999"),
    ],
)
def test_what_opens_no_office(address: object, keys: object, words: str) -> None:
    """A server's bare name, a pair of texts, an address without a server or port: the error says what to use."""
    with pytest.raises((TypeError, ValueError), match=words):
        connect_sync(address, keys)
    assert OWN_THREAD not in [each.name for each in threading.enumerate()]


def test_waiting_for_itself() -> None:
    """A callback of the office's own loop is told that it can't wait there, instead of waiting forever."""
    with connect_sync(service_address("127.0.0.1:1"), KEYS) as office:
        worker = office._worker

        async def inside() -> None:
            office.commlogs.get(1)

        with pytest.raises(RuntimeError, match="itself"):
            worker.call(inside)


def test_a_call_that_exits() -> None:
    """SystemExit is raised in the caller and not in the loop, which other threads use."""

    async def leave() -> None:
        raise SystemExit(3)

    with connect_sync(service_address("127.0.0.1:1"), KEYS) as office:
        with pytest.raises(SystemExit):
            office._worker.call(leave)
        assert office.status.waiting == 0


async def test_a_console(tiny_office: Path, tmp_path: Path) -> None:
    """In Python's console a line shows its answer, and leaving it without `close` ends cleanly."""
    async with Switchboard(tiny_office, tmp_path, socket=True)() as line:
        keys = line.practice.keys
        lines = CONSOLE.format(
            server=line.office.address.base_url,
            developer=keys.developer_key,
            customer=keys.customer_key,
            patient=tiny.ANN,
        )
        done = await asyncio.to_thread(
            subprocess.run,
            [sys.executable, "-i", "-q"],
            input=lines,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    shown = done.stdout.strip().splitlines()
    assert shown[0].startswith("<Appointments: ")
    assert int(shown[1]) > 0
    assert "Traceback" not in done.stderr
