"""The hub's port: limits, slow and silent connections, the health page, stopping with writes in flight."""

from __future__ import annotations

import asyncio
import contextlib
import json
import ssl
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from app.api.http import in_process, to_hub
from app.api.hub.link import HubRefused
from app.api.modes import API_PATH
from app.core import hurried
from app.core.tasks import TaskScope
from app.hub.devices.devices import DeviceBook
from app.hub.server import app as served_app
from app.hub.server.figures import Figures
from app.hub.server.limits import Limits, Rate
from app.practice.server.app import Practice
from app.wire.hub.actions import HEALTH_PATH, STREAM_PATH, Kind, Nothing
from app.wire.hub.devices import DEVICES, PAIR_BEGIN, RENAME, REVOKE, DeviceNamed, PairBegin, Rename
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice, hub_office

COMMLOG = b'{"PatNum": 1, "Note": "Called"}'


class Gate:
    """The practice behind a gate that holds writes until it is opened."""

    def __init__(self, practice: Practice) -> None:
        self._inner = practice.asgi
        self.opened = asyncio.Event()
        self.held = asyncio.Event()
        self.writes = 0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """As the practice's."""
        if scope["method"] == "POST":
            self.writes += 1
            self.held.set()
            await self.opened.wait()
        await self._inner(scope, receive, send)


class Line:
    """A raw connection to the hub."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    async def status(self) -> int:
        """The status of the next answer."""
        return int((await self.reader.readuntil(b"\r\n\r\n")).split()[1])

    async def ended(self) -> bool:
        """Whether the hub closes it."""
        with contextlib.suppress(ConnectionError, ssl.SSLError):
            return await asyncio.wait_for(self.reader.read(), 10) == b""
        return True


@contextlib.asynccontextmanager
async def line_to(hub: HubOffice) -> AsyncIterator[Line]:
    """Connect with TLS, and send nothing yet."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    reader, writer = await asyncio.open_connection("127.0.0.1", hub.server.port, ssl=context)
    yield Line(reader, writer)
    writer.transport.abort()


@pytest.fixture
async def gate(practice: Practice) -> Gate:
    """Holds the office's writes."""
    return Gate(practice)


@pytest.fixture
async def held(
    practice: Practice, gate: Gate, clock: FastClock, tasks: TaskScope, tmp_path: Path
) -> AsyncIterator[HubOffice]:
    """A hub whose office holds writes."""
    async with hub_office(practice, clock, tasks, tmp_path / "held.db", transport=in_process(gate)) as served:
        yield served


async def post(hub: HubOffice, token: str, path: str, body: bytes) -> int:
    """One POST as a device; returns the status."""
    transport = to_hub(hub.certificate.certificate)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    try:
        return (await transport.send("POST", hub.url + path, headers, body, 20)).status
    finally:
        await transport.aclose()


async def test_a_write_in_flight_ends_before_the_hub_does(
    held: HubOffice, gate: Gate, tasks: TaskScope
) -> None:
    """Stopping waits for a write, whose desk gets its answer; a new one is refused, and sent nowhere."""
    token = await held.token(Kind.DESK, "Desk 1")
    writing = tasks.start(post(held, token, f"{API_PATH}/commlogs", COMMLOG), "write")
    async with line_to(held) as late:
        await gate.held.wait()
        stopping = tasks.start(held.server.stop(), "stop")
        await asyncio.sleep(0)
        assert not stopping.done()
        late.writer.write(b"POST /api/v1/commlogs HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}")
        assert await late.ended()
        gate.opened.set()
        assert await writing == 201
        await stopping
    assert gate.writes == 1


async def test_streams_are_told_goodbye(hub: HubOffice, tasks: TaskScope) -> None:
    """A stream ends in order when the hub stops: the device sees its end, not a broken line."""
    token = await hub.token(Kind.DESK, "Desk 1")
    async with line_to(hub) as line:
        line.writer.write(stream_request(token))
        assert await line.status() == 200
        await line.reader.readline()
        await hub.server.stop()
        assert (await line.reader.read()).endswith(b"0\r\n\r\n")


async def test_a_revoked_device_loses_its_stream_at_once(hub: HubOffice) -> None:
    """Its open stream ends, and the next one is refused."""
    desk, token = await hub.desk("Desk 1"), await hub.token(Kind.DESK, "Desk 2")
    async with line_to(hub) as line:
        line.writer.write(stream_request(token))
        assert await line.status() == 200
        number = next(
            each.device_num for each in (await desk.call(DEVICES, Nothing())).devices if each.name == "Desk 2"
        )
        await desk.call(REVOKE, DeviceNamed(device_num=number))
        await asyncio.wait_for(line.reader.readuntil(b"\r\n0\r\n\r\n"), 10)
    async with line_to(hub) as line:
        line.writer.write(stream_request(token))
        assert await line.status() == 401


def stream_request(token: str) -> bytes:
    """The request that opens a change stream."""
    return f"GET {STREAM_PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n".encode()


async def test_slow_headers_and_bodies_are_cut_off(hub: HubOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that sends nothing, or half a head, or half a body, is closed after a while."""
    monkeypatch.setattr(hurried, "HEAD_SECONDS", 0.2)
    monkeypatch.setattr(hurried, "BODY_PAUSE_SECONDS", 0.2)
    begun = b"POST /hub/pair/begin HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n"
    for sent in (b"", begun, begun + b"\r\n{"):
        async with line_to(hub) as line:
            line.writer.write(sent)
            assert await line.ended()


async def test_endless_headers_are_cut_off(hub: HubOffice) -> None:
    """Anybody on the network can send them: they must not fill the hub's memory until their time is over."""
    async with line_to(hub) as first, line_to(hub) as second:
        first.writer.write(b"GET /" + b"a" * 4 * hurried.MOST_HEAD)
        assert await first.ended()
        second.writer.write(b"GET /health HTTP/1.1\r\nHost: hub\r\n\r\n")
        assert await second.status() == 200
        await second.reader.readuntil(b"}")
        second.writer.write(b"GET /health HTTP/1.1\r\nX: " + b"a" * 4 * hurried.MOST_HEAD)
        assert await second.ended()


async def test_the_answer_to_a_large_body_that_nobody_reads_arrives(hub: HubOffice) -> None:
    """A stranger's upload is refused at once; the rest of it is no header."""
    body = b"x" * 4 * hurried.MOST_HEAD
    async with line_to(hub) as line:
        head = (
            f"POST {API_PATH}/documents/Upload HTTP/1.1\r\nHost: hub\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        line.writer.write(head.encode() + body)
        assert await line.status() == 401
        line.writer.write(b"GET /health HTTP/1.1\r\nHost: hub\r\n\r\n")
        assert await line.reader.readuntil(b"HTTP/1.1 200")


async def test_a_body_that_trickles_is_refused(hub: HubOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    """However steadily it trickles, an action's message has its time."""
    monkeypatch.setattr(served_app, "BODY_SECONDS", 0.2)
    async with line_to(hub) as line:
        line.writer.write(b"POST /hub/pair/begin HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        assert await line.status() == 408


async def test_a_message_that_is_too_large_is_refused(hub: HubOffice) -> None:
    """An action's own limit counts, and the connection isn't read to the end."""
    token = await hub.token(Kind.DESK, "Desk 1")
    assert await post(hub, token, RENAME.path, b" " * (RENAME.most_bytes + 1)) == 413


async def test_silent_connections_keep_nobody_out(hub: HubOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many silent connections the oldest give way to a device."""
    monkeypatch.setattr("app.hub.server.serve._Protocol.most_silent", 5)
    async with contextlib.AsyncExitStack() as opened:
        silent = [await opened.enter_async_context(line_to(hub)) for _ in range(8)]
        assert await silent[0].ended()
        desk = await hub.desk()
        assert (await desk.call(DEVICES, Nothing())).devices


async def test_a_device_that_sends_too_much_is_told_when_to_come_back(
    hub: HubOffice, clock: FastClock
) -> None:
    """Each device has its own rate, and a while later it is served again."""
    clock.run(0)
    limits = hub.hub.part(Limits)
    limits.rates[Kind.DESK] = Rate(1, 3)
    busy, calm = await hub.desk("Desk 1"), await hub.desk("Desk 2")
    for _ in range(3):
        await busy.call(DEVICES, Nothing())
    with pytest.raises(HubRefused) as refused:
        await busy.call(DEVICES, Nothing())
    assert (refused.value.status, refused.value.code) == (429, "too fast")
    await calm.call(DEVICES, Nothing())
    clock.skip(1)
    await busy.call(DEVICES, Nothing())


async def test_strangers_are_limited_by_address(hub: HubOffice, clock: FastClock) -> None:
    """Whoever has no token can't flood the hub with attempts to pair, and devices are served all the same."""
    clock.run(0)
    nobody, desk, codes = hub.link(), await hub.desk(), []
    for _ in range(25):
        with pytest.raises(HubRefused) as refused:
            await nobody.call(PAIR_BEGIN, PairBegin())
        codes.append(refused.value.code)
    assert set(codes[:20]) == {"no code"}
    assert set(codes[20:]) == {"too fast"}
    await desk.call(DEVICES, Nothing())


@pytest.mark.parametrize("path", [HEALTH_PATH, "/favicon.ico"])
async def test_pages_for_anybody_are_limited_by_address(hub: HubOffice, path: str) -> None:
    """One PC that floods them takes nothing from the share of the desks and kiosks."""
    hub.hub.part(Limits).rates[None] = Rate(1, 2)
    async with line_to(hub) as line:
        found = []
        for _ in range(3):
            line.writer.write(f"GET {path} HTTP/1.1\r\nHost: hub\r\n\r\n".encode())
            found.append(await line.status())
            await line.reader.readuntil(b"}")
        assert found[:2] != [429, 429]
        assert found[2] == 429
    desk = await hub.desk()
    assert (await desk.call(DEVICES, Nothing())).devices


async def test_the_health_page_needs_no_token_and_names_nobody(hub: HubOffice) -> None:
    """IT sees whether the hub works, as JSON and as a page."""
    transport = to_hub(hub.certificate.certificate)
    await hub.desk("Desk of Ana")
    told = await transport.send("GET", hub.url + HEALTH_PATH, {}, None, 10)
    health = json.loads(told.body)
    assert (health["status"], health["database_ok"], health["protocol"]) == ("ok", True, 1)
    page = await transport.send("GET", hub.url + HEALTH_PATH, {"Accept": "text/html"}, None, 10)
    assert b"<table>" in page.body
    assert b"Ana" not in told.body + page.body
    await transport.aclose()


@pytest.mark.logs("app.hub")
async def test_the_health_page_says_that_the_database_is_gone(hub: HubOffice) -> None:
    """Then the page is an error for a monitor, and says which part it is."""
    hub.hub.database._connection.close()
    transport = to_hub(hub.certificate.certificate)
    told = await transport.send("GET", hub.url + HEALTH_PATH, {}, None, 10)
    assert (told.status, json.loads(told.body)["status"]) == (503, "database not reachable")
    await transport.aclose()
    hub.hub.database._connection = hub.hub.database._engine.connect()


async def test_figures_count_by_route_and_name_nobody(hub: HubOffice) -> None:
    """Prometheus gets declared routes and statuses; a path or query that someone made up is only "other"."""
    desk = await hub.desk("Desk of Ana")
    await desk.call(DEVICES, Nothing())
    transport = to_hub(hub.certificate.certificate)
    await transport.send("GET", f"{hub.url}/walker?LName=Walker", {}, None, 10)
    await transport.aclose()
    text = hub.hub.part(Figures).text().decode()
    assert 'front_desk_hub_requests_total{route="/hub/devices",status="200"} 1.0' in text
    assert 'front_desk_hub_requests_total{route="other",status="404"} 1.0' in text
    assert "front_desk_hub_devices 1.0" in text
    assert not any(name in text.lower() for name in ("ana", "walker"))


async def test_a_renamed_device_has_one_line_of_a_name(hub: HubOffice) -> None:
    """A name is made fit for a list; an empty one is refused."""
    desk = await hub.desk("Desk 1")
    own = (await desk.call(DEVICES, Nothing())).own
    await desk.call(RENAME, Rename(device_num=own, name="  Front\n desk \x00" + "x" * 80))
    (named,) = (await desk.call(DEVICES, Nothing())).devices
    assert named.name.startswith("Front desk x")
    assert len(named.name) == 40
    with pytest.raises(HubRefused):
        await desk.call(RENAME, Rename(device_num=own, name=" \n "))
    with pytest.raises(HubRefused):
        await desk.call(REVOKE, DeviceNamed(device_num=99))


async def test_a_desk_sees_when_and_where_a_device_was(hub: HubOffice, clock: FastClock) -> None:
    """Last seen is written now and then, and when the list is asked for."""
    desk = await hub.desk("Desk 1")
    (seen,) = (await desk.call(DEVICES, Nothing())).devices
    assert (seen.address, seen.seen_at is not None) == ("127.0.0.1", True)


async def test_tokens_are_kept_as_hashes(hub: HubOffice) -> None:
    """Who reads the database can't act as a device."""
    token = await hub.token(Kind.DESK, "Desk 1")
    path = Path(str(hub.hub.database._engine.url.database))
    await hub.hub.part(DeviceBook).write_seen()
    stored = b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))
    assert token.encode() not in stored
    assert b"PRIVATE KEY" not in stored


async def test_the_log_has_routes_and_numbers_only(hub: HubOffice, caplog: pytest.LogCaptureFixture) -> None:
    """What was refused is logged by its declared route; nothing that a device sent."""
    token = await hub.token(Kind.DESK, "Desk of Ana")
    assert await post(hub, token, f"{API_PATH}/patients?LName=Walker", b'{"LName": "Walker"}') >= 400
    assert await post(hub, token, "/hub/walker?LName=Walker", b"{}") == 404
    assert await post(hub, "walker-token", RENAME.path, b"{}") == 401
    told = [each.getMessage() for each in caplog.records if each.name.startswith("app.hub")]
    assert any("other: 404" in each and "device" in each for each in told)
    assert any(f"{RENAME.path}: 401" in each for each in told)
    assert not any("walker" in each.getMessage().lower() for each in caplog.records)
