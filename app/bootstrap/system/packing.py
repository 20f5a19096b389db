"""Packs the program's modules where it was installed: the setup program brings them unpacked.

A bundle has each module packed for itself, so that each can be read alone. The setup program packs all of its files as
one, which makes half as much of the same modules, but only of unpacked ones.
"""
# words: file names and arguments that installers pass

from __future__ import annotations

import marshal
import os
import struct
import zlib
from contextlib import suppress
from pathlib import Path

from app.core.files import delete, replace

PACK = "--pack"
NAME = "modules.pyz"
"""In the folder `_internal`, where installer/shared_archive.py has the program look for it."""
INSTALLED, UNPACKED = 6, 0
"""How hard modules are packed. The bundle's 9 saves 0.1 MB more of 11.4, and takes two seconds longer."""
_BEGIN = struct.Struct("!8si5x")
"""PyInstaller's archive begins with its marks, the place of its table, and five bytes that mean nothing."""


def repacked(archive: bytes, level: int) -> bytes:
    """The same archive with each module packed at this level. Raises ValueError for another file."""
    try:
        marks, at = _BEGIN.unpack_from(archive)
        made = bytearray(_BEGIN.size)
        table = []
        for name, (kind, begin, size) in marshal.loads(archive[at:]):  # noqa: S302 # the program runs what is in it
            module = archive[begin : begin + size]
            packed = zlib.compress(zlib.decompress(module), level) if size else b""
            table.append((name, (kind, len(made), len(packed))))
            made += packed
    except (struct.error, zlib.error, EOFError, TypeError) as error:
        raise ValueError(NAME) from error
    _BEGIN.pack_into(made, 0, marks, len(made))
    return bytes(made) + marshal.dumps(table)


def pack(installed: Path) -> None:
    """Pack the modules of the program in this folder. Raises OSError or ValueError, and leaves them as they were.

    A program that runs meanwhile can't load any more modules: it knows where they were. So the setup program has this
    done before FrontDesk.exe is there, and whoever calls it loads nothing afterwards.
    """
    file = installed / "_internal" / NAME
    beside = file.with_name(f"{NAME}.new")
    packed = repacked(file.read_bytes(), INSTALLED)
    try:
        with beside.open("wb") as written:
            written.write(packed)
            written.flush()
            os.fsync(written.fileno())
        replace(beside, file)
    finally:
        with suppress(OSError):
            delete(beside)
