"""What the transport for the local network does by itself; what it shares with the other one is in test_network.py."""

from __future__ import annotations

import asyncio

import pytest

from app.api.http import over_network
from app.api.modes import service_address
from app.api.network.lean import LeanTransport, _Connection
from app.api.transport import TransportNotSent


async def test_a_connection_that_is_closed_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a write is sent on it, and the write is told so at once: what forwards a port may accept and close."""

    async def shut(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    server = await asyncio.start_server(shut, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/api/v1"
    transport = LeanTransport(over_network(service_address(url)))
    connect = transport._connect

    async def connect_slowly(place: tuple[str, int]) -> _Connection:
        connection = await connect(place)
        while transport._open:  # Qt's loop may take in the end before the request is written
            await asyncio.sleep(0.01)
        return connection

    monkeypatch.setattr(transport, "_connect", connect_slowly)
    async with server:
        with pytest.raises(TransportNotSent):
            await transport.send("PUT", f"{url}/appointments/1", {}, b"{}", 3)
    await transport.aclose()
