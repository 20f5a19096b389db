"""The hub's port: bodies, the health page, figures, stopping with writes in flight."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from app.api.errors import ServerFault
from app.api.http import to_hub
from app.api.hub.link import HubRefused
from app.api.hub.trouble import HubTrouble, diagnose
from app.api.modes import API_PATH
from app.api.network.inside import in_process
from app.core.tasks import TaskScope
from app.hub.devices.devices import DeviceBook
from app.hub.server import app as served_app
from app.hub.server.figures import Figures
from app.practice.server.app import Practice
from app.wire.hub.actions import HEALTH_PATH, STREAM_PATH, Kind, Nothing
from app.wire.hub.check_in import KIOSKS_LIST
from app.wire.hub.devices import DEVICES, RENAME, REVOKE, DeviceNamed, Rename
from app.wire.hub.kiosk import HEARTBEAT, Heartbeat, Step
from tests.hub.raw_lines import line_to
from tests.journeys.practices import TEN_TWENTY
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
        await asyncio.wait_for(line.reader.readuntil(b"\r\n0\r\n\r\n"), 60)
    async with line_to(hub) as line:
        line.writer.write(stream_request(token))
        assert await line.status() == 401


def stream_request(token: str) -> bytes:
    """The request that opens a change stream."""
    return f"GET {STREAM_PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n".encode()


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
    await hub.lose_database()
    transport = to_hub(hub.certificate.certificate)
    told = await transport.send("GET", hub.url + HEALTH_PATH, {}, None, 10)
    assert (told.status, json.loads(told.body)["status"]) == (503, "database not reachable")
    await transport.aclose()
    await hub.find_database()


@pytest.mark.logs("app.hub")
async def test_devices_hear_that_the_database_is_gone(hub: HubOffice) -> None:
    """No action takes that for another program's answer, and both are well once it is back."""
    desk, kiosk = await hub.desk(), await hub.kiosk()
    beat = Heartbeat(step=Step.WELCOME)
    await hub.lose_database()
    for link, action, asked in ((desk, KIOSKS_LIST, Nothing()), (kiosk, HEARTBEAT, beat)):
        with pytest.raises(ServerFault) as fault:
            await link.call(action, asked)
        seen = await diagnose(fault.value, hub.url, hub.certificate.certificate, now=TEN_TWENTY)
        assert seen is HubTrouble.HUB_DATABASE
    await hub.find_database()
    assert (await kiosk.call(HEARTBEAT, beat)).open


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


@pytest.mark.logs("uvicorn.error")
async def test_a_mistake_of_the_hub_is_reported(hub: HubOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that fails on a mistake of ours is answered with 500, and whoever writes reports gets the error."""
    told: list[BaseException] = []
    served = served_app._Routes(hub.hub)
    served._on_error = told.append
    mistake = ValueError("x")

    async def fail(*_: object) -> None:
        raise mistake

    monkeypatch.setattr(served, "_stream", fail)
    with pytest.raises(ValueError, match="x"):
        await served({"type": "http", "method": "GET", "path": STREAM_PATH}, fail, fail)
    assert told == [mistake]
