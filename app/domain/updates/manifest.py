"""The update manifest: which versions there are, and the installers that belong to them.

Its signature is checked before it is read. It is checked here all the same, so that a release made by mistake can't
name a file outside its folder, fill a disk, or write control characters to a terminal.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from app.core.text import ExplainedError, msg
from app.domain.updates.versions import NotAVersion, Version

MANIFEST_NAME = "front-desk-update.json"
SIGNATURE_NAME = "front-desk-update.json.sig"
PRODUCT = "Front Desk"  # words: a name
MOST_MANIFEST_BYTES = 256 * 1024
MOST_FILE_BYTES = 500 * 1024 * 1024
"""Of one installer: a tenth of that is usual."""
MOST_RELEASES = 50
MOST_FILES = 20
MOST_NOTES = 50
LONGEST_NOTE = 400

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,95}\.(?:exe|msi|zip)")
"""No separators, drives, streams or dots at the start, and an ending that we know."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[ .].*)?", re.IGNORECASE)
"""Device names of Windows, with any ending."""
_SHA256 = re.compile(r"[0-9a-f]{64}")
_KIND = re.compile(r"[a-z][a-z0-9-]{0,19}")


class BadManifest(ExplainedError):
    """A manifest that is signed and can't be used. Its text says why."""


class UpdateFile(Struct, frozen=True):
    """One file of a release."""

    kind: str
    """What it is for: "nsis", "msi", "zip". Newer manifests may have more kinds."""
    name: str
    """In the folder of the manifest."""
    size: int
    sha256: str
    """Of its content, 64 lowercase hexadecimal digits."""


class Release(Struct, frozen=True):
    """One version that is available."""

    version: Version
    minimum: Version
    """The oldest version that can be updated to this one directly."""
    percent: int
    """The part of all PCs that get it now."""
    notes: tuple[str, ...]
    """What is new, one line each, in plain text."""
    files: tuple[UpdateFile, ...]
    data: int = 0
    """The format of what it stores on a PC; 0: not known."""

    def file(self, kind: str) -> UpdateFile | None:
        """Its file of a kind, if it has one."""
        return next((each for each in self.files if each.kind == kind), None)


class Manifest(Struct, frozen=True):
    """What a source offers."""

    sequence: int
    """Higher in each manifest than in the one before: an older one is refused."""
    issued: datetime
    """When it was made, in UTC."""
    releases: tuple[Release, ...]
    """In any order, each version once. Several, so that PCs outside of a stage still get the version before."""


class _WrittenRelease(Struct):
    version: str
    percent: int
    files: list[UpdateFile]
    minimum: str = "0.0.0"
    notes: list[str] = []
    data: int = 0


class _Written(Struct):
    """The manifest as JSON. Fields that this version doesn't know are skipped, for newer ones."""

    product: str
    sequence: int
    issued: datetime
    releases: list[_WrittenRelease]


def parse(content: bytes) -> Manifest:
    """The manifest in these bytes. Raises BadManifest."""
    try:
        written = msgspec.json.decode(content, type=_Written)
        releases = tuple(_release(each) for each in written.releases)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _bad("form") from error
    except NotAVersion as error:
        raise _bad("version") from error
    _need(written.product == PRODUCT, "product")
    _need(0 < written.sequence < 2**53, "sequence")
    _need(written.issued.tzinfo is not None and 2000 <= written.issued.year < 3000, "issued")
    _need(0 < len(releases) <= MOST_RELEASES, "releases")
    _need(len({each.version for each in releases}) == len(releases), "releases")
    return Manifest(written.sequence, written.issued.astimezone(UTC), releases)


def write(manifest: Manifest) -> bytes:
    """The manifest as JSON, which `parse` reads back."""
    releases = [
        _WrittenRelease(
            str(each.version), each.percent, list(each.files), str(each.minimum), list(each.notes), each.data
        )
        for each in sorted(manifest.releases, key=lambda each: each.version, reverse=True)
    ]
    written = _Written(PRODUCT, manifest.sequence, manifest.issued, releases)
    return msgspec.json.format(msgspec.json.encode(written), indent=2) + b"\n"


def _release(written: _WrittenRelease) -> Release:
    _need(0 <= written.percent <= 100, "percent")
    _need(0 <= written.data < 2**31, "data")
    _need(len(written.notes) <= MOST_NOTES, "notes")
    for note in written.notes:
        _need(len(note) <= LONGEST_NOTE and note.isprintable(), "notes")
    _need(0 < len(written.files) <= MOST_FILES, "files")
    for each in written.files:
        _need(_KIND.fullmatch(each.kind) is not None, "kind")
        _need(_NAME.fullmatch(each.name) is not None and _RESERVED.fullmatch(each.name) is None, "name")
        _need(0 < each.size <= MOST_FILE_BYTES, "size")
        _need(_SHA256.fullmatch(each.sha256) is not None, "sha256")
    _need(len({each.kind for each in written.files}) == len(written.files), "kind")
    _need(len({each.name.lower() for each in written.files}) == len(written.files), "name")
    return Release(
        Version.of(written.version),
        Version.of(written.minimum),
        written.percent,
        tuple(written.notes),
        tuple(written.files),
        written.data,
    )


def _need(fits: bool, field: str) -> None:  # noqa: FBT001 # a condition
    if not fits:
        raise _bad(field)


def _bad(field: str) -> BadManifest:
    return BadManifest(
        msg("The update list has an invalid value ({field}). No update was made.", field=field)
    )
