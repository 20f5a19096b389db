"""What this PC remembers about updates: its random id, and the last manifest, so that no older one is accepted."""

from __future__ import annotations

import os
import re
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

import msgspec
from msgspec import Struct

from app.core.text import ExplainedError, msg
from app.domain.updates.manifest import Manifest

_ID = re.compile(r"[0-9a-f]{32}")


class Replayed(ExplainedError):
    """An older manifest than one that this PC has seen."""


class UpdateState(Struct, frozen=True):
    """As it is kept."""

    installation: str
    """Random, 32 hexadecimal digits; only for staged roll-outs, and it never leaves this PC."""
    sequence: int = 0
    """Of the newest manifest that was accepted."""
    digest: str = ""
    """SHA-256 of that manifest."""


class UpdateMemory:
    """The state in a file. A damaged file is begun anew: the order of versions still holds."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._state = _read(path)

    @property
    def installation(self) -> str:
        """This PC's random id."""
        return self._state.installation

    def accept(self, manifest: Manifest, content: bytes) -> None:
        """Remember a manifest whose signature is good. Raises Replayed, and OSError."""
        digest = sha256(content).hexdigest()
        known = self._state
        if manifest.sequence < known.sequence:
            raise Replayed(msg("The update list is older than the one before. It isn't used."))
        if manifest.sequence == known.sequence and digest != known.digest:
            raise Replayed(
                msg("There are two different update lists with the same number. This one isn't used.")
            )
        if digest != known.digest:
            self._state = UpdateState(known.installation, manifest.sequence, digest)
            self._save()

    def _save(self) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        try:
            with beside.open("wb") as file:
                file.write(msgspec.json.encode(self._state))
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._path)
        finally:
            beside.unlink(missing_ok=True)


def _read(path: Path) -> UpdateState:
    try:
        state = msgspec.json.decode(path.read_bytes(), type=UpdateState)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return UpdateState(token_hex(16))
    return state if _ID.fullmatch(state.installation) else UpdateState(token_hex(16))
