"""Asks a source of updates what there is for this PC."""

from __future__ import annotations

from collections.abc import Callable

from app.api.downloads import UpdateSource
from app.domain.updates.choosing import Choice, choose
from app.domain.updates.manifest import MANIFEST_NAME, MOST_MANIFEST_BYTES, SIGNATURE_NAME, parse
from app.domain.updates.versions import Version
from app.services.updates.state import UpdateMemory

MOST_SIGNATURE_BYTES = 1024

Check = Callable[[bytes, bytes], None]
"""Raises `NotSigned` unless the second bytes are a good signature under the first ones."""


async def check(source: UpdateSource, memory: UpdateMemory, own: Version, check_signature: Check) -> Choice:
    """The source's newest version for this PC. Nothing of the manifest is read before its signature is checked.

    Raises SourceFailed, SourceRefused, NotSigned, BadManifest and Replayed, all of which explain themselves, and
    OSError if the memory can't be written.
    """
    signature = await source.read(SIGNATURE_NAME, MOST_SIGNATURE_BYTES)
    content = await source.read(MANIFEST_NAME, MOST_MANIFEST_BYTES)
    check_signature(content, signature)
    manifest = parse(content)
    memory.accept(manifest, content)
    return choose(manifest, own, memory.installation)
