"""What this PC remembers about updates: its random id, and the last manifest, so that no older one is accepted."""

from __future__ import annotations

import re
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app.core.files import write_whole
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
    looked: datetime | None = None
    """When a source last had a good manifest, in UTC."""


class UpdateMemory:
    """The state in a file. A damaged file is begun anew: the order of versions still holds."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._state = _read(path)

    @property
    def installation(self) -> str:
        """This PC's random id."""
        return self._state.installation

    @property
    def looked(self) -> datetime | None:
        """When a source last had a good manifest, in UTC."""
        return self._state.looked

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
            self._keep(replace(known, sequence=manifest.sequence, digest=digest))

    def note_look(self, moment: datetime) -> None:
        """The source has answered with a good manifest. Raises OSError."""
        self._keep(replace(self._state, looked=moment))

    def _keep(self, state: UpdateState) -> None:
        self._state = state
        write_whole(self._path, msgspec.json.encode(state).decode())


def _read(path: Path) -> UpdateState:
    try:
        state = msgspec.json.decode(path.read_bytes(), type=UpdateState)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return UpdateState(token_hex(16))
    return state if _ID.fullmatch(state.installation) else UpdateState(token_hex(16))
