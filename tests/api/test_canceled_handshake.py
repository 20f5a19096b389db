"""A request that is canceled, or whose transport is closed, while its connection is being made and secured."""

from __future__ import annotations

import asyncio
import gc
import ssl
from contextlib import suppress
from pathlib import Path

import pytest

from app.api.http import to_hub
from app.api.transport import TransportLost, TransportNotSent
from app.hub.server.certificate import new_certificate

TURNS = range(60)
"""Iterations of the loop after which it is: from before the connection to after the handshake."""


@pytest.mark.parametrize("is_canceled", [True, False])
async def test_no_socket_is_left_open(tmp_path: Path, *, is_canceled: bool) -> None:
    """Whenever it is, its socket is closed: one that is not warns when it is collected, which fails here."""
    certificate = new_certificate()
    keys = tmp_path / "keys.pem"
    keys.write_text(certificate.private_key + certificate.certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(keys)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
            await reader.read()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context)
    url = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/hub/people"
    for turns in TURNS:
        transport = to_hub(certificate.certificate)
        asking = asyncio.get_running_loop().create_task(transport.send("POST", url, {}, b"{}", 5.0))
        for _ in range(turns):
            await asyncio.sleep(0)
        if is_canceled:
            asking.cancel()
        else:
            await transport.aclose()
        with suppress(asyncio.CancelledError, TransportLost, TransportNotSent):
            await asking
        await transport.aclose()
    gc.collect()
    server.close()
    await server.wait_closed()
