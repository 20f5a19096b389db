"""Releases signed by a key of the test, an https server that offers them or something worse, and a PC that looks."""

from __future__ import annotations

import asyncio
import base64
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.api.http import _connections
from app.api.network.web_source import WebSource
from app.core.serving import stop_accepting
from app.domain.updates.choosing import Choice
from app.domain.updates.manifest import MANIFEST_NAME, SIGNATURE_NAME, Manifest, Release, UpdateFile, write
from app.domain.updates.versions import Version
from app.hub.server.certificate import Certificate, new_certificate, server_context
from app.services.updates.checking import check
from app.services.updates.downloading import download
from app.services.updates.signature import check_signature
from app.services.updates.state import UpdateMemory

SETUP = "FrontDesk-9.0.0.exe"
INSTALLER = bytes(range(256)) * 1000
OWN = Version(0, 1, 0)
ISSUED = datetime(2026, 11, 30, 12, tzinfo=UTC)


class Signer:
    """Whoever releases: a key pair of this test."""

    def __init__(self) -> None:
        self._key = Ed25519PrivateKey.generate()
        self.public = base64.b64encode(self._key.public_key().public_bytes_raw()).decode()

    def sign(self, content: bytes) -> bytes:
        """The signature's file."""
        return base64.b64encode(self._key.sign(content)) + b"\n"


def file_of(content: bytes = INSTALLER, name: str = SETUP, kind: str = "nsis") -> UpdateFile:
    """The entry of an installer with this content."""
    return UpdateFile(kind, name, len(content), sha256(content).hexdigest())


def release(version: str = "9.0.0", *, percent: int = 100, minimum: str = "0.0.0", file=None) -> Release:
    """A version with one installer."""
    return Release(
        Version.of(version), Version.of(minimum), percent, ("It is faster.",), (file or file_of(),)
    )


def manifest_of(*releases: Release, sequence: int = 10) -> bytes:
    """A manifest's file."""
    return write(Manifest(sequence, ISSUED, releases or (release(),)))


def offered(signer: Signer, content: bytes | None = None, installer: bytes = INSTALLER) -> dict[str, bytes]:
    """All files of a source."""
    content = content or manifest_of()
    return {MANIFEST_NAME: content, SIGNATURE_NAME: signer.sign(content), SETUP: installer}


def put(folder: Path, files: dict[str, bytes]) -> Path:
    """The files in a folder."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


@dataclass
class Asked:
    """One request: its path without the slash, and its headers in lower case."""

    path: str
    headers: dict[str, str]


Answering = Callable[[Asked], bytes]


def answer(body: bytes, *headers: str, status: int = 200, length: int | None = None) -> bytes:
    """A whole answer, after which the connection is closed; a `length` that isn't the body's breaks it off."""
    lines = [
        f"HTTP/1.1 {status} X",
        f"Content-Length: {len(body) if length is None else length}",
        "Connection: close",
    ]
    return "\r\n".join([*lines, *headers]).encode() + b"\r\n\r\n" + body


@dataclass
class Server:
    """A web server on https whose answers the test decides."""

    certificate: Certificate
    answering: Answering
    port: int = 0
    asked: list[Asked] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Its base address."""
        return f"https://127.0.0.1:{self.port}/front-desk"

    def source(self) -> WebSource:
        """A source that trusts its certificate."""
        trust = ssl.create_default_context(cadata=self.certificate.certificate)
        trust.check_hostname = False
        return WebSource(self.url, lambda: _connections(trust, 1.0))

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request on one connection."""
        with suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            first, *lines = head.strip().split("\r\n")
            headers = dict(line.lower().split(": ", 1) for line in lines)
            self.asked.append(Asked(first.split()[1].removeprefix("/front-desk/"), headers))
            writer.write(self.answering(self.asked[-1]))
            await writer.drain()
        writer.close()
        with suppress(ConnectionError, ssl.SSLError):
            await writer.wait_closed()


@asynccontextmanager
async def web(answering: Answering | dict[str, bytes]) -> AsyncIterator[Server]:
    """Serve files as they are, or what a function answers."""
    if isinstance(answering, dict):
        files = answering

        def answering(asked: Asked) -> bytes:
            found = files.get(asked.path)
            return answer(b"", status=404) if found is None else answer(found)

    server = Server(new_certificate(), answering)
    serving: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        serving.add(asyncio.current_task())
        await server.serve(reader, writer)

    listening = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=server_context(server.certificate))
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        await stop_accepting(listening)
        await asyncio.gather(*serving, return_exceptions=True)
        await listening.wait_closed()


OURS = Signer()
"""Whose key a `Pc` accepts."""


def accepted(content: bytes, signed: bytes) -> None:
    """A Check that accepts OURS only."""
    check_signature(content, signed, [OURS.public])


class Pc:
    """A PC that looks for updates."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "updates"
        self.memory = UpdateMemory(folder / "updates.json")

    async def check(self, server: Server) -> Choice:
        """What it is offered."""
        source = server.source()
        try:
            found = await check(source, self.memory, OWN, accepted)
            return found.choice
        finally:
            await source.aclose()

    async def download(self, server: Server, wanted: Release | None = None) -> Path:
        """The installer that it keeps."""
        source = server.source()
        try:
            return await download(source, (wanted or release()).files[0], self.folder)
        finally:
            await source.aclose()

    @property
    def kept(self) -> list[str]:
        """The names of all files in its folder for downloads."""
        return sorted(each.name for each in self.folder.iterdir()) if self.folder.exists() else []
