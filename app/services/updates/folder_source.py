"""Updates from a folder, usually on a file share of the office."""

from __future__ import annotations

import asyncio
import stat
import threading
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import BinaryIO

from app.api.downloads import Content, Resume, SourceFailed, SourceRefused
from app.core.tasks import finish
from app.core.text import msg

PART_BYTES = 1024 * 1024


class FolderSource:
    """Reads files of one folder in threads: a share that is gone answers after seconds."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def read(self, name: str, most: int) -> bytes:
        """As UpdateSource."""
        async with self.open(name, None) as content:
            if content.size is None or content.size > most:
                raise SourceRefused(msg("{name} is far too large.", name=name))
            # A file that grows while it is read is refused below.
            kept = b"".join([part async for part in content.parts])
        if len(kept) > most:
            raise SourceRefused(msg("{name} is far too large.", name=name))
        return kept

    @asynccontextmanager
    async def open(self, name: str, resume: Resume | None) -> AsyncGenerator[Content]:
        """As UpdateSource. The time of the last change and the size identify a content."""
        file = _File(self._folder / name)
        try:
            size, validator = await asyncio.to_thread(file.open)
            start = resume.offset if resume is not None and resume.validator == validator else 0
            parts = _parts(file, start, size)
            try:
                yield Content(start, size, validator, parts)
            finally:
                await parts.aclose()
        finally:
            await finish(file.close)

    async def aclose(self) -> None:
        """As UpdateSource: nothing is kept open."""


class _File:
    """A file that threads open and read.

    A share may answer after whoever asked was canceled: what is opened then is closed at once. Left open, it could not
    be replaced on the share.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._opened: BinaryIO | None = None
        self._closed = False

    @property
    def name(self) -> str:
        """As the source names it."""
        return self._path.name

    def open(self) -> tuple[int, str]:
        """Returns size and validator."""
        name = self.name
        try:
            found = self._path.stat()
            if not stat.S_ISREG(found.st_mode):  # a pipe would never end
                raise SourceRefused(msg("{name} isn't a file.", name=name))
            opened = self._path.open("rb")
        except FileNotFoundError:
            raise SourceFailed(msg("The update source has no {name}.", name=name)) from None
        except OSError as error:
            raise _failed(name) from error
        with self._lock:
            self._opened = opened
            if self._closed:
                opened.close()
        return found.st_size, f"{found.st_mtime_ns}-{found.st_size}"

    def read(self, start: int, most: int) -> bytes:
        """A part."""
        if self._opened is None:
            return b""
        self._opened.seek(start)
        return self._opened.read(most)

    def close(self) -> None:
        """Also if it isn't open yet."""
        with self._lock:
            self._closed = True
            if self._opened is not None:
                self._opened.close()


async def _parts(file: _File, start: int, size: int) -> AsyncGenerator[bytes]:
    """The content up to its size as it was opened, however much is added meanwhile."""
    try:
        while start < size and (
            part := await asyncio.to_thread(file.read, start, min(PART_BYTES, size - start))
        ):
            start += len(part)
            yield part
    except OSError as error:
        raise _failed(file.name) from error


def _failed(name: str) -> SourceFailed:
    return SourceFailed(msg("{name} can't be read from the update source.", name=name))
