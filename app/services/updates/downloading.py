"""Downloads a file of a release: continues after a break, and keeps only what has the signed hash."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct

from app.api.downloads import Content, OtherFile, Resume, UpdateSource
from app.core.files import delete, replace
from app.core.tasks import finish
from app.core.text import ExplainedError, msg
from app.domain.updates.manifest import UpdateFile

Progress = Callable[[int, int], None]
"""Is told the bytes that are there, and all bytes."""

SPARE_BYTES = 200 * 1024 * 1024
"""What must stay free on the disk besides: the installer unpacks itself there."""


class NoRoom(ExplainedError):
    """The disk is too full, or can't be written to."""


class _Begun(Struct):
    """What a partial file belongs to, kept beside it."""

    sha256: str
    validator: str


async def download(
    source: UpdateSource, file: UpdateFile, folder: Path, progress: Progress | None = None
) -> Path:
    """The verified file in `folder`; what an earlier try left there is continued.

    Raises SourceFailed and SourceRefused (what is there is kept for the next try), OtherFile (it is thrown away), and
    NoRoom.
    """
    partial = PartialFile(folder, file)
    try:
        if await asyncio.to_thread(has_content, partial.final, file):
            return partial.final
        partial.prepare()
        await _receive(source, file, partial, progress or _nobody)
        if not await asyncio.to_thread(has_content, partial.path, file):
            raise _other(file)
        return await asyncio.to_thread(partial.finish)
    except OtherFile:
        await finish(partial.discard)
        raise
    except OSError as error:
        raise NoRoom(msg("{name} can't be kept on this PC's disk.", name=file.name)) from error


def has_content(path: Path, file: UpdateFile) -> bool:
    """Whether a file on this PC has exactly the signed content. Asked again just before it is started."""
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    with path.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest() == file.sha256


async def _receive(source: UpdateSource, file: UpdateFile, partial: PartialFile, progress: Progress) -> None:
    resume = partial.resume()
    if resume is not None and resume.offset == file.size:
        return  # complete, and not checked yet
    async with source.open(file.name, resume) as content:
        if content.size is not None and content.size != file.size:
            raise _other(file)
        await asyncio.to_thread(partial.begin, content)
        # Opened once: a virus scanner may look at the whole file each time it is closed.
        with partial.open() as opened:
            async for part in content.parts:
                if partial.length + len(part) > file.size:
                    raise _other(file)
                opened.write(part)
                partial.length += len(part)
                progress(partial.length, file.size)
    if partial.length < file.size:
        raise _other(file)


class PartialFile:
    """NAME.part, and NAME.part.json, which tells what it is the beginning of.

    Virus scanners look at new programs: replacing and deleting is retried, so it is done in a thread.
    """

    def __init__(self, folder: Path, file: UpdateFile) -> None:
        self._file = file
        self.final = folder / file.name
        self.path = folder / f"{file.name}.part"
        self._about = folder / f"{file.name}.part.json"
        self.length = 0

    def prepare(self) -> None:
        """Make the folder, and see that the file fits in. Raises NoRoom and OSError."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if shutil.disk_usage(self.path.parent).free < self._file.size + SPARE_BYTES:
            raise NoRoom(msg("There isn't enough space on this PC's disk for the update."))

    def resume(self) -> Resume | None:
        """The rest that is missing; None: all of it."""
        try:
            begun = msgspec.json.decode(self._about.read_bytes(), type=_Begun)
            length = self.path.stat().st_size
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None
        if begun.sha256 != self._file.sha256 or not begun.validator or not 0 < length <= self._file.size:
            return None
        return Resume(length, begun.validator)

    def begin(self, content: Content) -> None:
        """Write from where the content begins."""
        self.length = content.start
        if content.start == 0:
            self.discard()
            self._about.write_bytes(msgspec.json.encode(_Begun(self._file.sha256, content.validator)))
            self.path.touch(mode=0o600)

    def open(self) -> BinaryIO:
        """For what follows."""
        return self.path.open("ab")

    def finish(self) -> Path:
        """It is complete and verified: give it its name."""
        replace(self.path, self.final)
        delete(self._about)
        return self.final

    def discard(self) -> None:
        """Throw it away."""
        delete(self.path)
        delete(self._about)


def _other(file: UpdateFile) -> OtherFile:
    return OtherFile(
        msg("{name} at the update source isn't the file that was signed. It was thrown away.", name=file.name)
    )


def _nobody(_done: int, _all: int) -> None:
    """No progress is wanted."""
