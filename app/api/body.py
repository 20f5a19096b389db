"""Bodies of requests and answers: large ones are sent in parts, compressed ones are unpacked in parts."""

from __future__ import annotations

import asyncio
import contextlib
import zlib
from collections.abc import AsyncIterable, AsyncIterator, Iterator, MutableMapping

from app.api.sending import PART, Sending


def content_of(
    body: bytes | None,
    headers: MutableMapping[str, str],
    limit: asyncio.Timeout,
    patience: float,
    sending: Sending | None,
) -> bytes | AsyncIterator[bytes] | None:
    """A request's body, whose length is put into the headers if it is sent in parts.

    Each part that the network takes moves `limit` to `patience` seconds from then.
    """
    if body is None or len(body) <= PART:
        return body
    headers["Content-Length"] = str(len(body))
    return _in_parts(body, limit, patience, sending)


async def _in_parts(
    body: bytes, limit: asyncio.Timeout, patience: float, sending: Sending | None
) -> AsyncIterator[bytes]:
    """The body in parts. The next one is asked for when the network has taken the one before."""
    for at in range(0, len(body), PART):
        yield body[at : at + PART]
        if sending is not None:
            sending.note(min(at + PART, len(body)), len(body))
            await asyncio.sleep(0)  # the training practice takes all parts without a pause
            if sending.is_stopped():
                await asyncio.Event().wait()  # nothing more is sent: the timeout, which is due, ends it
        if not limit.expired():
            limit.reschedule(asyncio.get_running_loop().time() + patience)


@contextlib.contextmanager
def stoppable(sending: Sending | None, limit: asyncio.Timeout) -> Iterator[None]:
    """Stopping it is a timeout at once."""
    if sending is None:
        yield
        return

    def cut() -> None:
        if not limit.expired():
            limit.reschedule(asyncio.get_running_loop().time())

    sending.attach(cut)
    try:
        yield
    finally:
        sending.attach(None)


async def plain(stream: AsyncIterable[bytes], _most: int) -> AsyncIterator[bytes]:
    """A stream as it is."""
    async for part in stream:
        yield part


async def unpacked(stream: AsyncIterable[bytes], most: int) -> AsyncIterator[bytes]:
    """Decompress a gzip stream in pieces of at most `most` + 1 bytes. Raises zlib.error if it is invalid."""
    unpacker = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    async for part in stream:
        yield unpacker.decompress(part, most + 1)
    if not unpacker.eof:
        raise zlib.error("the end is missing")
