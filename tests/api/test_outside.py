"""What leaves the office: over the computer's proxy, and to a trusted certificate only."""

from __future__ import annotations

import asyncio
import threading

import pytest

from app.api import errors
from app.api.http import HttpxTransport, over_network
from app.api.modes import Mode, OfficeAddress
from app.api.network import proxies
from app.api.network.proxies import FindProxy, proxy_for
from app.api.transport import Answer, TransportNotSent
from tests.api.raw_server import always, http, office_at, raw_server


async def test_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests that leave the office use the computer's proxy, others don't."""
    async with raw_server(always(http(502, b""))) as (proxy, heard):
        for name in ("http_proxy", "https_proxy"):
            monkeypatch.setenv(name, proxy.removesuffix("/api/v1"))
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        async with office_at("https://office.invalid/api/v1", mode=Mode.REMOTE) as office:
            with pytest.raises(errors.Unreachable):
                await office.appointments.confirm(1, defNum=20)
        assert heard.heads[0].startswith("CONNECT office.invalid:443 ")
        assert "customer-secret" not in heard.heads[0]
        async with raw_server(always(http(200, b"[]"))) as (url, inside), office_at(url) as office:
            await office.appointments.list()
            assert len(inside.heads) == 1


async def test_no_certificate() -> None:
    """An https address without a trusted certificate gets neither the request nor the keys."""
    got: list[bytes] = []

    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(http(400, b"This is a plain HTTP port."))
        got.append(await reader.read(10_000))
        writer.close()

    server = await asyncio.start_server(plain, "127.0.0.1", 0)
    async with server, office_at(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/api/v1") as office:
        with pytest.raises(errors.Unreachable):
            await office.appointments.confirm(1, defNum=20)
    assert not any(b"secret" in each or b"PUT" in each for each in got)


def _without_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def _outside(find: FindProxy) -> HttpxTransport:
    return over_network(OfficeAddress(Mode.REMOTE, "https://office.invalid/api/v1"), find)


async def _send(transport: HttpxTransport) -> Answer:
    return await transport.send("GET", "https://office.invalid/api/v1/x", {}, None, 20)


async def test_the_systems_proxy_is_asked_for_in_a_thread_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy script may block: the window isn't held up. After a sleep it is asked anew, on another network maybe."""
    _without_environment(monkeypatch)
    threads: list[bool] = []
    async with raw_server(always(http(502, b""))) as (proxy, heard):

        def find(url: str) -> str:
            threads.append(threading.current_thread() is threading.main_thread())
            assert url == "https://office.invalid/api/v1"
            return proxy.removesuffix("/api/v1")

        transport = _outside(find)
        assert threads == []
        for _ in range(2):
            with pytest.raises(TransportNotSent):
                await _send(transport)
        assert threads == [False]
        transport.drop_connections()
        with pytest.raises(TransportNotSent):
            await _send(transport)
        assert threads == [False, False]
        assert [head.split(" ")[0] for head in heard.heads] == ["CONNECT"] * 3
        await transport.aclose()


async def test_the_environment_goes_before_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that is named for this program is used, and the system isn't asked."""
    _without_environment(monkeypatch)

    def find(_: str) -> str:
        raise AssertionError("the system was asked")

    monkeypatch.setenv("https_proxy", "http://named.invalid:1")
    assert str(getattr(proxy_for("https://office.invalid/", find), "url", "")) == "http://named.invalid:1"
    monkeypatch.setenv("no_proxy", "office.invalid")
    assert proxy_for("https://office.invalid/", find) is None


@pytest.mark.parametrize("found", ["socks5://proxy.invalid:1080", "http://", ""])
async def test_a_proxy_that_cannot_be_used_is_said(monkeypatch: pytest.MonkeyPatch, found: str) -> None:
    """Of another kind, without an address, or from a script that doesn't end: nothing is sent, past it neither."""
    _without_environment(monkeypatch)
    monkeypatch.setattr(proxies, "FIND_SECONDS", 0.05)
    ends = threading.Event()

    def find(_: str) -> str:
        if not found:
            ends.wait(20)
        return found

    transport = _outside(find)
    with pytest.raises(TransportNotSent) as failure:
        await _send(transport)
    assert failure.value.kind is errors.UnusableProxy
    ends.set()
    await transport.aclose()
