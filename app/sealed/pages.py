"""Reads the pages of a SQLite file without SQLite, for a file that SQLite refuses or misreads.

A file that was not closed has its latest pages in the -wal file next to it: frames, each the image of one
page, with checksums that continue from frame to frame (sqlite.org/fileformat2.html, section 4).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from app.sealed.database import PAGE_BYTES

WAL_HEADER = struct.Struct(">8I")
FRAME_HEADER = struct.Struct(">6I")
FRAME_BYTES = FRAME_HEADER.size + PAGE_BYTES
BIG_ENDIAN = 0x377F0683
MAGIC = (0x377F0682, BIG_ENDIAN)

Sums = tuple[int, int]


class Frame(Struct, frozen=True):
    """One page image in the WAL."""

    number: int
    page: bytes
    commits: bool
    """Whether a transaction ends with it."""
    sound: bool
    """Whether its checksum continues that of the frame before."""


class Wal(Struct, frozen=True):
    """The contents of the -wal file."""

    frames: tuple[Frame, ...] = ()
    header_sound: bool = True

    @property
    def damaged(self) -> bool:
        """Whether SQLite would skip committed changes.

        A frame cut off by a crash is normal if nothing of a later transaction follows: every transaction is
        on disk before the next one begins.
        """
        if not self.header_sound:
            return bool(self.frames)
        broken = next((at for at, frame in enumerate(self.frames) if not frame.sound), None)
        if broken is None:
            return False
        end = next((at for at, frame in enumerate(self.frames) if at >= broken and frame.commits), None)
        return end is not None and any(frame.sound for frame in self.frames[end + 1 :])


def read_pages(path: Path, wal: Wal) -> dict[int, bytes]:
    """Every page by its number, from 1, as of the last committed change. Raises OSError if it can't be read."""
    data = path.read_bytes()
    pages = {
        at // PAGE_BYTES + 1: data[at : at + PAGE_BYTES]
        for at in range(0, len(data) - PAGE_BYTES + 1, PAGE_BYTES)
    }
    last = max((at for at, frame in enumerate(wal.frames) if frame.commits), default=-1)
    pages.update((frame.number, frame.page) for frame in wal.frames[: last + 1])
    return pages


def read_wal(path: Path) -> Wal:
    """The contents of the -wal file next to a store; empty if there is none. Raises OSError if it can't be read."""
    wal = path.with_name(path.name + "-wal")
    data = wal.read_bytes() if wal.exists() else b""
    if len(data) < WAL_HEADER.size + FRAME_BYTES:
        return Wal()
    magic, *_, salt1, salt2, sum1, sum2 = WAL_HEADER.unpack_from(data)
    order = ">" if magic == BIG_ENDIAN else "<"
    sums = _checksum(data[:24], (0, 0), order)
    sound = magic in MAGIC and sums == (sum1, sum2)
    salts = (salt1, salt2) if sound else FRAME_HEADER.unpack_from(data, WAL_HEADER.size)[2:4]
    return Wal(tuple(_frames(data, salts, sums, order)), sound)


def _frames(data: bytes, salts: tuple[int, int], sums: Sums, order: str) -> Iterator[Frame]:
    """The frames up to the last one of the current run.

    Frames after it are left over from before the file was reused, and have other salts.
    """
    starts = range(WAL_HEADER.size, len(data) - FRAME_BYTES + 1, FRAME_BYTES)
    ours = [at for at in starts if FRAME_HEADER.unpack_from(data, at)[2:4] == salts]
    for at in starts[: starts.index(ours[-1]) + 1 if ours else 0]:
        number, size, salt1, salt2, sum1, sum2 = FRAME_HEADER.unpack_from(data, at)
        page = data[at + FRAME_HEADER.size : at + FRAME_BYTES]
        expected = _checksum(page, _checksum(data[at : at + 8], sums, order), order)
        sums = (sum1, sum2)
        yield Frame(number, page, size > 0, (salt1, salt2) == salts and expected == sums)


def _checksum(data: bytes, sums: Sums, order: str) -> Sums:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, two in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return first, second
