"""Updates from an https address."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import cast
from urllib.parse import quote, urljoin, urlsplit

import httpx

from app.api.downloads import Content, OtherFile, Resume, SourceFailed, SourceRefused
from app.api.errors import UnusableProxy
from app.api.transport import TransportNotSent
from app.core.text import ExplainedError, msg

SILENCE_SECONDS = 30.0
"""The longest wait for a connection, for an answer, and for the next part of a file."""
SMALL_SECONDS = 60.0
"""For a small file as a whole: a source that sends a byte now and then holds nobody up."""
MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_FAILURES = (
    httpx.HTTPError,
    httpx.StreamError,
    httpx.InvalidURL,
    OSError,
    OverflowError,
    UnicodeError,
    ExceptionGroup,
    TransportNotSent,
)
"""What a broken line, an address or a proxy can raise; anything else is a bug."""
_LIMITS = {
    "timeout": dict.fromkeys(("connect", "read", "write", "pool"), SILENCE_SECONDS),
}


class WebSource:
    """Reads files below an https address. Redirects are followed, but never to plain http."""

    def __init__(self, base: str, pool: Callable[[], httpx.AsyncBaseTransport]) -> None:
        self._base = base.rstrip("/") + "/"
        self._pool = pool()

    async def read(self, name: str, most: int) -> bytes:
        """As UpdateSource."""
        kept = bytearray()
        try:
            async with asyncio.timeout(SMALL_SECONDS), self.open(name, None) as content:
                async for part in content.parts:
                    kept += part
                    if len(kept) > most:
                        raise SourceRefused(msg("{name} is far too large.", name=name))
        except TimeoutError:
            raise SourceFailed(msg("The update source takes too long to answer.")) from None
        return bytes(kept)

    @asynccontextmanager
    async def open(self, name: str, resume: Resume | None) -> AsyncGenerator[Content]:
        """As UpdateSource."""
        headers = {"Accept-Encoding": "identity"}
        if resume is not None:
            headers |= {"Range": f"bytes={resume.offset}-", "If-Range": resume.validator}
        response = await self._answer(urljoin(self._base, quote(name)), headers)
        parts = _parts(cast(httpx.AsyncByteStream, response.stream))
        try:
            yield _content(name, response, resume, parts)
        finally:
            await parts.aclose()
            await response.aclose()

    async def aclose(self) -> None:
        """As UpdateSource."""
        await self._pool.aclose()

    async def _answer(self, url: str, headers: dict[str, str]) -> httpx.Response:
        """The answer at the end of all redirects."""
        for _ in range(MOST_REDIRECTS + 1):
            if urlsplit(url).scheme != "https":
                raise SourceRefused(msg("The update source sends this PC to an address without https."))
            try:
                request = httpx.Request("GET", url, headers=headers, extensions=_LIMITS)
                response = await self._pool.handle_async_request(request)
            except _FAILURES as error:
                raise _failure(error) from error
            if response.status_code not in _REDIRECTS:
                return response
            await response.aclose()
            url = _joined(url, response.headers.get("location", ""))
        raise SourceRefused(msg("The update source sends this PC from one address to the next."))


def _content(
    name: str, response: httpx.Response, resume: Resume | None, parts: AsyncIterator[bytes]
) -> Content:
    """What the answer has. Raises SourceFailed and SourceRefused."""
    headers, status = response.headers, response.status_code
    if headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise SourceRefused(msg("The update source sends {name} in another form than asked for.", name=name))
    validator = _validator(headers)
    if status == 200:
        return Content(0, _number(headers.get("content-length", "")), validator, parts)
    if status == 206 and resume is not None:
        start, size = _range(headers.get("content-range", ""))
        if start != resume.offset:
            raise OtherFile(msg("The update source sends another part of {name} than asked for.", name=name))
        return Content(start, size, validator, parts)
    if status == 416:
        raise OtherFile(msg("The update source has a shorter {name} than before.", name=name))
    if status in (404, 410):
        raise SourceFailed(msg("The update source has no {name}.", name=name))
    raise SourceFailed(
        msg("The update source doesn't give {name} (status {status}).", name=name, status=status)
    )


def _joined(url: str, location: str) -> str:
    """Where a redirect leads. Raises SourceRefused for what is no address."""
    try:
        return urljoin(url, location)
    except ValueError:
        raise SourceRefused(
            msg("The update source sends this PC to an address that can't be read.")
        ) from None


def _validator(headers: httpx.Headers) -> str:
    """A strong ETag, or the date of the last change: what If-Range takes. The hash is checked in any case."""
    tag = headers.get("etag", "")
    found = headers.get("last-modified", "") if not tag or tag.startswith("W/") else tag
    return found if found.isascii() and found.isprintable() and len(found) < 200 else ""


def _range(text: str) -> tuple[int | None, int | None]:
    """Start and size of the whole from "bytes 100-199/200"."""
    unit, _, rest = text.partition(" ")
    first, _, size = rest.partition("/")
    return (_number(first.partition("-")[0]) if unit == "bytes" else None), _number(size)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


async def _parts(stream: httpx.AsyncByteStream) -> AsyncGenerator[bytes]:
    try:
        async for part in stream:
            yield part
    except _FAILURES as error:
        raise _failure(error) from error


def _failure(error: BaseException) -> ExplainedError:
    """The error in words."""
    if isinstance(error, TransportNotSent) and error.kind is UnusableProxy:
        return SourceFailed(msg("This PC's proxy is of a kind that Front Desk can't use."))
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return SourceRefused(msg("The update source has a certificate that this PC doesn't trust."))
        cause = cause.__cause__ or cause.__context__
    return SourceFailed(msg("Can't reach the update source, or the connection was lost."))
