"""A machine in the middle: TLS with its own certificate to the device, TLS to the hub, every byte passed on."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import ssl
from typing import Self

from app.core.serving import stop_accepting
from app.hub.server.certificate import new_certificate, server_context

_BEGUN = {"salt": base64.b64encode(bytes(16)).decode()}
_PAIRED = {
    "proof": base64.b64encode(bytes(32)).decode(),
    "token": base64.b64encode(bytes(60)).decode(),
    "certificate": "",
    "device_num": 1,
    "kind": "kiosk",
    "office": "",
}


class TlsMiddle:
    """Listens while entered. With `lies` it answers pairing by itself, as if every proof were right."""

    def __init__(self, hub_port: int, *, lies: bool = False) -> None:
        self._hub_port = hub_port
        self._lies = lies
        self._own = new_certificate()
        self._serving: set[asyncio.Task[None] | None] = set()
        self._open: set[asyncio.StreamWriter] = set()
        self.passed = b""
        """What the device sent through it, decrypted."""
        self.port = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=server_context(self._own))
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        await stop_accepting(self._server)
        for writer in tuple(self._open):
            writer.transport.abort()
        await asyncio.gather(*(each for each in self._serving if each), return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        self._serving.add(task)
        self._open.add(writer)
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
                await (self._answer(reader, writer) if self._lies else self._pass_on(reader, writer))
        finally:
            self._serving.discard(task)
            self._open.discard(writer)
            writer.transport.abort()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        any_hub = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        any_hub.check_hostname, any_hub.verify_mode = False, ssl.CERT_NONE
        from_hub, to_hub = await asyncio.open_connection("127.0.0.1", self._hub_port, ssl=any_hub)
        back = asyncio.get_running_loop().create_task(_copy(from_hub, writer))
        try:
            while data := await reader.read(65_536):
                self.passed += data
                to_hub.write(data)
        finally:
            back.cancel()
            await asyncio.gather(back, return_exceptions=True)
            to_hub.transport.abort()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(
                (
                    int(line.split(b":")[1])
                    for line in head.split(b"\r\n")
                    if line.lower().startswith(b"content-length")
                ),
                0,
            )
            self.passed += head + await reader.readexactly(length)
            body = dict(_PAIRED, certificate=self._own.certificate) if b"/prove" in head else _BEGUN
            said = json.dumps(body).encode()
            writer.write(
                b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(said)
                + said
            )
            await writer.drain()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError):
        while data := await reader.read(65_536):
            writer.write(data)
