"""Raw connections to a hub, for what no client sends."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator

from tests.support.hub_office import HubOffice


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
            return await asyncio.wait_for(self.reader.read(), 60) == b""
        return True


@contextlib.asynccontextmanager
async def line_to(hub: HubOffice) -> AsyncIterator[Line]:
    """Connect with TLS, and send nothing yet."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    reader, writer = await asyncio.open_connection("127.0.0.1", hub.server.port, ssl=context)
    yield Line(reader, writer)
    writer.transport.abort()
