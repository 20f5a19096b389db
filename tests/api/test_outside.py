"""What leaves the office: over the computer's proxy, and to a trusted certificate only."""

from __future__ import annotations

import asyncio

import pytest

from app.api import errors
from app.api.modes import Mode
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
