"""Stand-in for SFTP servers: folders below one folder, the first level is the server's name.

Every path is checked before it is used: none may lead out of the folder, by its parts or by a link.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any, TextIO

from msgspec import Struct

from app.practice.server.refusals import BadRequest
from app.practice.server.work import Given, Work

MOST_BYTES = 12_000_000
"""The largest file in bytes, so that its base64 fits into the database."""


MOST_FOLDERS = 40
MOST_ADDRESS_CHARACTERS = 1_000
"""What every server's file system can hold; folders are created one within the other."""

MOST_RESULT_BYTES = 1_000_000_000
"""The largest result of a query."""
_NOT_WRITTEN = "SFTP error: the file cannot be written at SftpAddress."
_AT_ONCE = 1_000


class SftpText(Struct, frozen=True):
    """A text file that is being written."""

    file: TextIO

    def write_csv(self, names: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
        """Comma-delimited rows after their names, or OK without rows; replaces what was written before."""
        self.file.seek(0)
        self.file.truncate()
        writer = csv.writer(self.file)
        piece = [*islice(rows, _AT_ONCE)]
        if not piece:
            self.file.write("OK")
            return
        writer.writerow(names)
        while piece:
            writer.writerows(piece)
            if self.file.tell() > MOST_RESULT_BYTES:
                raise BadRequest(f"SFTP error: the result is larger than {MOST_RESULT_BYTES:,} bytes.")
            piece = [*islice(rows, _AT_ONCE)]


class SftpPlace(Struct, frozen=True):
    """A file on a server. `address` is its full path there."""

    path: Path
    address: str

    def write(self, content: bytes) -> None:
        """Write it, creating missing folders; an existing file is overwritten. BadRequest when it fails."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_bytes(content)
        except OSError:
            raise BadRequest(_NOT_WRITTEN) from None

    @contextmanager
    def rewritten(self) -> Iterator[SftpText]:
        """Write it in pieces; it is what it was until all has succeeded. BadRequest when it can't be written."""
        part = self.path.with_name(f".{self.path.name[:200]}.part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with part.open("w", encoding="utf-8", errors="replace", newline="") as file:
                    yield SftpText(file)
                part.replace(self.path)
            finally:
                part.unlink(missing_ok=True)
        except OSError:
            raise BadRequest(_NOT_WRITTEN) from None

    def read(self) -> bytes:
        """Its content. BadRequest when it does not exist or is too large."""
        try:
            if self.path.stat().st_size > MOST_BYTES:
                raise BadRequest("SFTP error: the file at SftpAddress is too large.")
            return self.path.read_bytes()
        except OSError:
            raise BadRequest("SFTP error: there is no file at SftpAddress.") from None


class SftpFolder(Struct, frozen=True):
    """A folder on a server."""

    _root: Path
    _parts: tuple[str, ...]

    def file(self, name: str) -> SftpPlace:
        """A file in it. BadRequest when its name leads out of the folder."""
        parts = (*self._parts, name)
        _check_parts(parts)
        found = self._root.joinpath(*parts)
        if not found.resolve().is_relative_to(self._root.resolve()):
            raise BadRequest("SftpAddress is invalid: it leads out of the server.")
        return SftpPlace(found, "/".join(parts))


def sftp_file(work: Work, given: Given, *, default_name: str = "") -> SftpPlace:
    """The file that a request names; an address without a file name gets the default one.

    BadRequest for an invalid address, and without credentials.
    """
    root, parts = _named(work, given)
    is_file = not given["SftpAddress"].endswith("/") and (not default_name or "." in parts[-1])
    if is_file and len(parts) > 1:
        return SftpFolder(root, parts[:-1]).file(parts[-1])
    if not default_name:
        raise BadRequest("SftpAddress is invalid: server, folders and file name, with forward slashes.")
    return SftpFolder(root, parts).file(default_name)


def sftp_folder(work: Work, given: Given) -> SftpFolder:
    """The folder that a request names; for an address with a file name, its folder."""
    root, parts = _named(work, given)
    is_file = not given["SftpAddress"].endswith("/") and "." in parts[-1] and len(parts) > 1
    return SftpFolder(root, parts[:-1] if is_file else parts)


def _named(work: Work, given: Given) -> tuple[Path, tuple[str, ...]]:
    for name in ("SftpAddress", "SftpUsername", "SftpPassword"):
        if not given[name].strip():
            raise BadRequest(f"{name} is required.")
    if work.office.files is None:
        raise BadRequest("SFTP connection error: this practice has no SFTP server.")
    if len(given["SftpAddress"]) > MOST_ADDRESS_CHARACTERS:
        raise BadRequest(
            f"SftpAddress is invalid: at most {MOST_ADDRESS_CHARACTERS} characters are expected."
        )
    parts = PurePosixPath(given["SftpAddress"]).parts
    _check_parts(parts)
    return work.office.files, parts


def _check_parts(parts: tuple[str, ...]) -> None:
    odd = any(
        part in ("", ".", "..") or not part.isprintable() or set(part) & set('/\\:*?"<>|') for part in parts
    )
    if odd or not parts or len(parts) > MOST_FOLDERS:
        raise BadRequest("SftpAddress is invalid: server, folders and file name, with forward slashes.")
