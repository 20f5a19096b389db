"""What one PC on the network can't do to the others: slow, silent and endless connections, and too many requests."""

from __future__ import annotations

import contextlib

import pytest

from app.api.hub.link import HubRefused
from app.api.modes import API_PATH
from app.core import http_limits
from app.hub.server.limits import Limits, Rate
from app.wire.hub.actions import HEALTH_PATH, Kind, Nothing
from app.wire.hub.devices import DEVICES, PAIR_BEGIN, PairBegin
from tests.hub.raw_lines import line_to
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice


async def test_slow_headers_and_bodies_are_cut_off(hub: HubOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that sends nothing, or half a head, or half a body, is closed after a while."""
    monkeypatch.setattr(http_limits, "HEAD_SECONDS", 0.2)
    monkeypatch.setattr(http_limits, "BODY_PAUSE_SECONDS", 0.2)
    begun = b"POST /hub/pair/begin HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n"
    for sent in (b"", begun, begun + b"\r\n{"):
        async with line_to(hub) as line:
            line.writer.write(sent)
            assert await line.ended()


async def test_endless_headers_are_refused(hub: HubOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anybody on the network can send them: they must not fill the hub's memory until their time is over."""
    monkeypatch.setattr(http_limits, "HEAD_SECONDS", 0.2)
    async with line_to(hub) as first:
        first.writer.write(b"GET /" + b"a" * 4 * http_limits.LimitedHttpTools.most_head)
        assert await first.status() == 431
        await first.reader.readuntil(b"The headers are too long.")
        assert await first.ended()
    monkeypatch.undo()
    async with line_to(hub) as second:
        second.writer.write(b"GET /health HTTP/1.1\r\nHost: hub\r\n\r\n")
        assert await second.status() == 200
        await second.reader.readuntil(b"}")
        second.writer.write(
            b"GET /health HTTP/1.1\r\nX: " + b"a" * 4 * http_limits.LimitedHttpTools.most_head
        )
        assert await second.status() == 431


async def test_the_answer_to_a_large_body_that_nobody_reads_arrives(hub: HubOffice) -> None:
    """A stranger's upload is refused at once; the rest of it is no header."""
    body = b"x" * 4 * http_limits.LimitedHttpTools.most_head
    async with line_to(hub) as line:
        head = (
            f"POST {API_PATH}/documents/Upload HTTP/1.1\r\nHost: hub\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        line.writer.write(head.encode() + body)
        assert await line.status() == 401
        line.writer.write(b"GET /health HTTP/1.1\r\nHost: hub\r\n\r\n")
        assert await line.reader.readuntil(b"HTTP/1.1 200")


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


async def test_what_is_refused_takes_nothing_from_the_share_of_all(hub: HubOffice, clock: FastClock) -> None:
    """A stranger, or one device, that goes on and on leaves what all together may send to the others."""
    clock.run(0)
    limits, nobody = hub.hub.part(Limits), hub.link()
    busy, calm = await hub.desk("Desk 1"), await hub.desk("Desk 2")
    limits.total_rate, limits.rates[Kind.DESK], limits.rates[None] = Rate(1, 12), Rate(1, 3), Rate(1, 3)
    for link, action, asked in ((nobody, PAIR_BEGIN, PairBegin()), (busy, DEVICES, Nothing())):
        codes = []
        for _ in range(15):
            try:
                await link.call(action, asked)
            except HubRefused as refused:
                codes.append(refused.code)
        assert codes.count("too fast") == 12
    await calm.call(DEVICES, Nothing())


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
