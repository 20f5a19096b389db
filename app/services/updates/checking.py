"""Asks a source of updates what there is for this PC."""

from __future__ import annotations

from collections.abc import Callable, Container

from msgspec import Struct

from app.api.downloads import UpdateSource
from app.domain.updates.choosing import Choice, choose
from app.domain.updates.manifest import (
    MANIFEST_NAME,
    MOST_MANIFEST_BYTES,
    SIGNATURE_NAME,
    Manifest,
    Release,
    parse,
)
from app.domain.updates.versions import Version
from app.services.updates.state import UpdateMemory

MOST_SIGNATURE_BYTES = 1024

Check = Callable[[bytes, bytes], None]
"""Raises `NotSigned` unless the second bytes are a good signature under the first ones."""


class Signed(Struct, frozen=True):
    """A manifest and its signature, as their files are."""

    content: bytes
    signature: bytes


class Found(Struct, frozen=True):
    """What a source has: the version for this PC, and the whole list."""

    choice: Choice
    manifest: Manifest
    signed: Signed

    def release(self, version: Version) -> Release | None:
        """A version of the list, if it is there."""
        return next((each for each in self.manifest.releases if each.version == version), None)


async def check(
    source: UpdateSource,
    memory: UpdateMemory,
    own: Version,
    check_signature: Check,
    without: Container[Version] = (),
) -> Found:
    """The source's newest version for this PC. Nothing of the manifest is read before its signature is checked.

    Raises SourceFailed, SourceRefused, NotSigned, BadManifest and Replayed, all of which explain themselves, and
    OSError if the memory can't be written.
    """
    signature = await source.read(SIGNATURE_NAME, MOST_SIGNATURE_BYTES)
    content = await source.read(MANIFEST_NAME, MOST_MANIFEST_BYTES)
    return accept(Signed(content, signature), memory, own, check_signature, without)


def accept(
    signed: Signed,
    memory: UpdateMemory,
    own: Version,
    check_signature: Check,
    without: Container[Version] = (),
) -> Found:
    """What a manifest means for this PC, once its signature and its number are good. Raises as `check`."""
    check_signature(signed.content, signed.signature)
    manifest = parse(signed.content)
    memory.accept(manifest, signed.content)
    return Found(choose(manifest, own, memory.installation, without), manifest, signed)
