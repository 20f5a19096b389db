"""Hubs of one database: one certificate, one list of devices, one stream. Discovery on the network."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.api.hub.discovery import PACKET_BYTES, find_hubs, nonce_of, question
from app.core.clock import SystemClock
from app.core.tasks import TaskScope
from app.hub.database.database import HubDatabase
from app.hub.devices.codes import Codes
from app.hub.devices.devices import DeviceBook, revoke_row
from app.hub.relay import LOOK_ALONE_SECONDS, Relay
from app.hub.server.certificate import fingerprint
from app.hub.server.responder import MOST_ANSWERS, Responder, _is_near
from app.hub.server.secrets import CUSTOMER, WrongOffice, open_seal, shared_certificate
from app.practice.server.app import Practice
from app.sealed.seal import AesGcmSeal, key_from, new_key
from app.sealed.sealing import Seal
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.devices import CODE_TRIES, DEVICES, REVOKE, DeviceNamed
from app.wire.hub.stream import Changed, Topic
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice, hub_office

SEAL = AesGcmSeal(key_from("customer key"))


@pytest.fixture
async def second(
    hub: HubOffice, practice: Practice, clock: FastClock, tasks: TaskScope
) -> AsyncIterator[HubOffice]:
    """Another hub on the same database."""
    path = str(hub.hub.database._engine.url.database)
    async with hub_office(practice, clock, tasks, path) as served:
        yield served


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[HubDatabase]:
    """An empty database."""
    opened = await HubDatabase.open(str(tmp_path / "empty.db"))
    yield opened
    await opened.close()


async def test_two_hubs_have_one_certificate(hub: HubOffice, second: HubOffice) -> None:
    """A device that was paired at one hub is at home at the other."""
    assert hub.certificate == second.certificate
    token = await hub.token(Kind.DESK, "Desk 1")
    await second.hub.part(DeviceBook).load()
    assert (await second.link(token).call(DEVICES, Nothing())).devices


async def test_a_device_revoked_at_one_hub_is_dead_at_the_other(
    hub: HubOffice, second: HubOffice, clock: FastClock
) -> None:
    """Within a second, and its stream there ends."""
    assert LOOK_ALONE_SECONDS < 1
    desk, token = await hub.desk("Desk 1"), await hub.token(Kind.DESK, "Desk 2")
    book = second.hub.part(DeviceBook)
    await until(lambda: book.find(token, "") is not None)
    number = next(each.device_num for each in book.valid if each.name == "Desk 2")
    line = second.hub.stream.open(number, Kind.DESK)
    clock.run(0)
    await desk.call(REVOKE, DeviceNamed(device_num=number))
    clock.skip(LOOK_ALONE_SECONDS)
    await until(lambda: book.find(token, "") is None)
    assert await line.queue.get() is None


async def test_the_command_line_revokes_beside_a_running_hub(hub: HubOffice) -> None:
    """A change in the database alone is enough."""
    token = await hub.token(Kind.DESK, "Desk 1")
    (device,) = hub.hub.part(DeviceBook).valid
    await hub.hub.database.run(lambda connection: revoke_row(connection, device.device_num))
    await until(lambda: hub.hub.part(DeviceBook).find(token, "") is None)


async def test_what_one_hub_tells_the_other_passes_on(
    hub: HubOffice, second: HubOffice, tasks: TaskScope
) -> None:
    """A line reaches the devices of both hubs once, sealed on its way; what each finds out itself stays there."""
    relays = [Relay(each.hub, several=True) for each in (hub, second)]
    for each in relays:
        tasks.start(each.run(), "relay")
    await until(lambda: all(each._last is not None for each in relays))
    here, there = (each.hub.stream.open(1, Kind.DESK) for each in (hub, second))
    hub.hub.stream.tell(Changed(Topic.KIOSKS), here=True)
    hub.hub.stream.tell(Changed(Topic.ARRIVALS, "Walker"))
    assert await asyncio.wait_for(there.queue.get(), 60) == Changed(Topic.ARRIVALS, "Walker")
    assert [here.queue.get_nowait(), here.queue.get_nowait()] == [
        Changed(Topic.KIOSKS),
        Changed(Topic.ARRIVALS, "Walker"),
    ]
    assert here.queue.empty()
    assert there.queue.empty()


async def test_two_hubs_count_tries_together(hub: HubOffice, second: HubOffice) -> None:
    """Three wrong tries are three, wherever they are made, also at once."""
    books = [Codes(each.hub.database, each.hub.seal, each.hub.clock) for each in (hub, second)]
    await books[0].new(Kind.DESK, "Desk 1")
    salts = [await books[each % 2].begin() for each in range(CODE_TRIES + 2)]
    tried = [await books[each % 2].count_try(salt or b"") for each, salt in enumerate(salts)]
    assert [len(each) for each in tried] == [1] * CODE_TRIES + [0, 0]
    assert [each[0].last_try for each in tried[:CODE_TRIES]] == [False, False, True]


async def test_a_salt_is_good_for_one_attempt(hub: HubOffice) -> None:
    """The same proof can't be tried twice, and a made-up salt opens nothing."""
    codes = Codes(hub.hub.database, hub.hub.seal, hub.hub.clock)
    await codes.new(Kind.DESK, "Desk 1")
    salt = await codes.begin()
    assert salt is not None
    assert await codes.count_try(salt)
    assert not await codes.count_try(salt)
    assert not await codes.count_try(b"x" * 16)


async def test_a_new_customer_key_keeps_what_is_sealed(database: HubDatabase) -> None:
    """This PC's own key opens the database after the office's key was replaced, and lets the new one in."""
    vault, replaced = AesGcmSeal(new_key()), AesGcmSeal(key_from("new key"))
    first = await open_seal(database, {CUSTOMER: SEAL, "vault 1": vault}, new_key())
    made = await shared_certificate(database, first)
    with pytest.raises(WrongOffice):
        await open_seal(database, {CUSTOMER: replaced}, new_key())
    again = await open_seal(database, {CUSTOMER: replaced, "vault 1": vault}, new_key())
    assert await shared_certificate(database, again) == made
    alone = await open_seal(database, {CUSTOMER: replaced}, new_key())
    assert await shared_certificate(database, alone) == made


async def test_hubs_that_begin_at_once_have_one_key(database: HubDatabase, tmp_path: Path) -> None:
    """Another hub that begins the same database between this one's look and its write is not overruled."""
    loop, other = asyncio.get_running_loop(), await HubDatabase.open(str(tmp_path / "empty.db"))
    began: list[Seal] = []

    class Overtaken(AesGcmSeal):
        def open(self, sealed: bytes, place: bytes) -> bytes:
            if not began:
                first = open_seal(other, {CUSTOMER: SEAL}, new_key())
                began.append(asyncio.run_coroutine_threadsafe(first, loop).result())
            return super().open(sealed, place)

    seal = await open_seal(database, {CUSTOMER: Overtaken(key_from("customer key"))}, new_key())
    assert seal.open(began[0].close(b"certificate", b"place"), b"place") == b"certificate"
    await other.close()


async def test_the_old_customer_key_opens_once(database: HubDatabase) -> None:
    """Without a vault the old key is given once; then the new one is enough."""
    made = await shared_certificate(database, await open_seal(database, {CUSTOMER: SEAL}, new_key()))
    replaced = {CUSTOMER: AesGcmSeal(key_from("new key"))}
    await open_seal(database, replaced, new_key(), (SEAL,))
    assert await shared_certificate(database, await open_seal(database, replaced, new_key())) == made


async def test_a_hub_is_found_by_its_certificate(hub: HubOffice) -> None:
    """A device that lost its hub finds it at another address, and knows it by its fingerprint."""
    own = fingerprint(hub.certificate.certificate)
    responder = Responder(hub.server.port, own, SystemClock())
    await responder.start("127.0.0.1", 0)
    where = (("127.0.0.1", responder.port),)
    (found,) = await find_hubs(1, targets=where, fingerprint=own)
    assert (found.addresses[0], found.port, found.fingerprint) == ("127.0.0.1", hub.server.port, own)
    assert await find_hubs(0.1, targets=where, fingerprint="00") == ()
    responder.stop()


async def test_a_hub_is_found_again_after_an_error_of_its_port(hub: HubOffice, tasks: TaskScope) -> None:
    """On Windows asyncio reads nothing more after some errors, so the port is opened again: the same one."""
    responder = Responder(hub.server.port, "ab", FastClock(SystemClock().now(), times=20))
    await responder.start("127.0.0.1", 0)
    port = responder.port
    watching = tasks.start(responder.stay_open(), "found")
    for _ in range(2):
        before = responder._transport  # the one that is given up
        responder.reopen()
        await until(lambda before=before: responder._transport is not before)
        assert await find_hubs(1, targets=(("127.0.0.1", port),), fingerprint="ab")
    responder.stop()
    responder.reopen()
    await watching  # ends by itself, and leaves nothing open


async def test_what_is_no_question_is_not_answered() -> None:
    """Short, long and made-up packets get nothing, so nobody can have the hub flood others."""
    assert nonce_of(question(b"x" * 16)) == (b"x" * 16).hex()
    for packet in (
        b"",
        b"Front Desk hub? 1 ",
        question(b"x" * 16)[:-1],
        b"\0" * PACKET_BYTES,
        question(b"x"),
    ):
        assert nonce_of(packet) == ""
    assert not _is_near("8.8.8.8")
    assert _is_near("192.168.1.20")


async def test_a_flood_of_questions_is_cut_off() -> None:
    """In a second so many are answered and no more."""
    responder = Responder(1, "00", FastClock(SystemClock().now(), times=0))
    await responder.start("127.0.0.1", 0)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.bind(("127.0.0.1", 0))
        for _ in range(MOST_ANSWERS + 20):
            responder.datagram_received(question(b"x" * 16), asking.getsockname())
        await asyncio.to_thread(_receive, asking)  # on Windows the loop sends one after the other
    responder.stop()


def _receive(asking: socket.socket) -> None:
    """As many answers as may come, and none more."""
    asking.settimeout(60)
    for _ in range(MOST_ANSWERS):
        assert asking.recv(PACKET_BYTES)
    asking.settimeout(0.2)
    with pytest.raises(TimeoutError):
        asking.recv(PACKET_BYTES)


async def until(holds: object) -> None:
    """Wait until it holds."""
    async with asyncio.timeout(60):
        while not holds():  # type: ignore[operator]
            await asyncio.sleep(0.01)
