"""What a PC holds ready for an update: the signed list, the new installer, and that of the running version.

The installer's process, which runs as an administrator, takes it from here and verifies all of it again.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from app.core.files import delete, replace
from app.domain.updates.manifest import MANIFEST_NAME, MOST_MANIFEST_BYTES, SIGNATURE_NAME
from app.services.updates.checking import MOST_SIGNATURE_BYTES, Signed

OURS = (".exe", ".msi", ".zip", ".part", ".json", ".sig", ".new")
"""The endings of what is put there."""


def keep_signed(folder: Path, signed: Signed) -> None:
    """Write the list and its signature. Raises OSError."""
    for name, content in ((MANIFEST_NAME, signed.content), (SIGNATURE_NAME, signed.signature)):
        beside = folder / f"{name}.new"
        beside.write_bytes(content)
        replace(beside, folder / name)


def read_signed(folder: Path) -> Signed | None:
    """The list that is held ready; None if there is none. It isn't verified yet."""
    with suppress(OSError):
        content = read_plain(folder / MANIFEST_NAME, MOST_MANIFEST_BYTES)
        signature = read_plain(folder / SIGNATURE_NAME, MOST_SIGNATURE_BYTES)
        return Signed(content, signature)
    return None


def read_plain(path: Path, most: int) -> bytes:
    """A small regular file, read up to one byte more than allowed. Raises OSError, also for a link or a pipe."""
    with open(open_plain(path), "rb") as opened:
        found = opened.read(most + 1)
    if len(found) > most:
        raise OSError("too large")
    return found


def open_plain(path: Path) -> int:
    """Open a regular file for reading without following a link in its name. Raises OSError."""
    if is_link(path):
        raise OSError("a link")
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    opened = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))  # a pipe would never answer
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise OSError("no regular file")
    except OSError:
        os.close(opened)
        raise
    return opened


def is_link(path: Path) -> bool:
    """Whether this leads elsewhere: a symbolic link, or a junction, which any user of Windows may make."""
    found = path.lstat()
    return stat.S_ISLNK(found.st_mode) or bool(getattr(found, "st_reparse_tag", 0))


def tidy(folder: Path, keep: set[str]) -> None:
    """Delete what older updates have left. What is held open stays until the next time."""
    with suppress(OSError):
        for each in list(folder.iterdir()):
            if each.name not in keep and each.suffix in OURS:
                with suppress(OSError):
                    delete(each)
