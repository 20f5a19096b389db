"""The hub's ear for `--quit`: the same message as the desk's, without Qt."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import os
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

from app.bootstrap.doors.protocol import MOST_BYTES, QUIT, REFUSED, ending
from app.bootstrap.system.elsewhere import hear
from app.core.files import write_whole

NOTES = "hubs"
"""The folder with the notes, below the account's."""
SECONDS = 3.0
"""How long a caller may take for its message."""

log = logging.getLogger(__name__)


def hub_address(folder: Path) -> str:
    """The socket of the hub with this folder: a file in it; on Windows a pipe, the same for each session."""
    if sys.platform == "win32":
        named = os.path.normcase(folder)  # however it was typed, it is the same folder
        return r"\\.\pipe\front-desk-hub-" + hashlib.sha256(named.encode()).hexdigest()[:16]
    return str(folder / "front-desk.socket")


def hubs_elsewhere(data: Path) -> list[Path]:
    """The folders of running hubs that have one of their own, by the notes that they leave in the account's."""
    found = []
    for note in (data / NOTES).glob("*.txt"):
        with contextlib.suppress(OSError, UnicodeError):
            found.append(Path(note.read_text("utf-8")))
    return found


@contextlib.asynccontextmanager
async def heard(
    folder: Path, stopping: asyncio.Event, data: Path | None = None
) -> AsyncIterator[asyncio.Event]:
    """Yield `stopping`, which is set when `--quit` asks for it. If the socket can't be made, the hub runs without.

    `data`: the account's folder, for a hub that has another one.
    """
    loop = asyncio.get_running_loop()
    with contextlib.ExitStack() as stack:
        stack.callback(hear(lambda: loop.call_soon_threadsafe(stopping.set)))
        try:
            stack.callback(await _listen(hub_address(folder), stopping))
            if data is not None and folder != data / "hub":
                stack.enter_context(_noted(folder, data / NOTES))
        except OSError as error:
            log.warning("--quit is not heard: %s", type(error).__name__)
        yield stopping


@contextlib.contextmanager
def _noted(folder: Path, notes: Path) -> Iterator[None]:
    """Leave a note of this hub's folder. One that was left behind asks nobody."""
    note = notes / f"{hashlib.sha256(str(folder).encode()).hexdigest()[:16]}.txt"
    write_whole(note, str(folder))
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # one that stays asks nobody
            note.unlink()


if sys.platform == "win32":

    async def _listen(name: str, stopping: asyncio.Event) -> Callable[[], None]:
        loop = asyncio.get_running_loop()

        def protocol() -> asyncio.StreamReaderProtocol:
            reader = asyncio.StreamReader(MOST_BYTES)
            return asyncio.StreamReaderProtocol(reader, lambda r, w: _answer(r, w, stopping))

        (server,) = await loop.start_serving_pipe(protocol, name)
        return server.close

else:

    async def _listen(name: str, stopping: asyncio.Event) -> Callable[[], None]:
        socket = Path(name)
        server = await asyncio.start_unix_server(
            lambda reader, writer: _answer(reader, writer, stopping), name, limit=MOST_BYTES
        )
        await asyncio.to_thread(socket.chmod, 0o600)  # its folder is this user's own anyway

        def close() -> None:
            server.close()
            socket.unlink(missing_ok=True)

        return close


async def _answer(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, stopping: asyncio.Event
) -> None:
    """Answer one caller."""
    try:
        with contextlib.suppress(OSError, TimeoutError, ValueError, asyncio.IncompleteReadError):
            async with asyncio.timeout(SECONDS):
                asked = await reader.readuntil(b"end\n")
                writer.write(ending(os.getpid()) if asked == QUIT else REFUSED)
                await writer.drain()
                if asked == QUIT:
                    log.info("asked to close by --quit")
                    stopping.set()
                await reader.read()  # the caller hangs up once it has the answer
    finally:
        writer.close()
