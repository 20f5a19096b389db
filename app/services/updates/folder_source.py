"""Updates from a folder, usually on a file share of the office."""

from __future__ import annotations

import asyncio
import stat
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import BinaryIO

from app.api.downloads import Content, Resume, SourceFailed, SourceRefused
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
        path = self._folder / name
        file, size, validator = await asyncio.to_thread(_open, path, name)
        start = resume.offset if resume is not None and resume.validator == validator else 0
        parts = _parts(file, start, size, name)
        try:
            yield Content(start, size, validator, parts)
        finally:
            await parts.aclose()
            await asyncio.to_thread(file.close)

    async def aclose(self) -> None:
        """As UpdateSource: nothing is kept open."""


def _open(path: Path, name: str) -> tuple[BinaryIO, int, str]:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would never end
            raise SourceRefused(msg("{name} isn't a file.", name=name))
        return path.open("rb"), found.st_size, f"{found.st_mtime_ns}-{found.st_size}"
    except FileNotFoundError:
        raise SourceFailed(msg("The update source has no {name}.", name=name)) from None
    except OSError as error:
        raise _failed(name) from error


async def _parts(file: BinaryIO, start: int, size: int, name: str) -> AsyncGenerator[bytes]:
    """The content up to its size as it was opened, however much is added meanwhile."""
    try:
        await asyncio.to_thread(file.seek, start)
        left = size - start
        while left > 0 and (part := await asyncio.to_thread(file.read, min(PART_BYTES, left))):
            left -= len(part)
            yield part
    except OSError as error:
        raise _failed(name) from error


def _failed(name: str) -> SourceFailed:
    return SourceFailed(msg("{name} can't be read from the update source.", name=name))
