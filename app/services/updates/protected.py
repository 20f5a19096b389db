"""What the installing process keeps where only administrators can write: the state, and the verified installers.

Every user's program reads the state: what was installed, what failed, and which versions are not offered again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import datetime
from enum import Enum
from pathlib import Path

import msgspec
from msgspec import Struct

from app.core.files import delete, write_whole
from app.domain.updates.manifest import Release, UpdateFile
from app.domain.updates.versions import NotAVersion, Version
from app.services.updates.held import read_plain

STATE = "state.json"
SEEN = "seen.json"
SCRIPT = "run.cmd"
DONE = "done-"
"""With a request's token: the empty file for which the program that asked waits."""
MOST_BYTES = 64 * 1024
ANSWERED = 20
"""Tokens of requests that were answered are kept, so that none is answered twice."""


class Result(Enum):
    """How the last installation ended."""

    UPDATED = "updated"
    WENT_BACK = "went-back"
    FAILED = "failed"


class Why(Enum):
    """Why it failed, or a request was refused."""

    NONE = ""
    NOT_VERIFIED = "not-verified"
    """What was held ready isn't signed, is older, or isn't the signed file."""
    IN_USE = "in-use"
    """Another account has Front Desk open."""
    INSTALLER = "installer"
    """The installer ended with an error; it leaves the earlier version in place."""
    NO_EARLIER = "no-earlier"
    """The installer of the version before isn't here."""
    OTHER_DATA = "other-data"
    """The version before can't read what this version has stored."""
    NOT_ON_TRIAL = "not-on-trial"
    """Going back is allowed only from a version that was just installed and has not started well yet."""


class Kept(Struct, frozen=True):
    """A version whose verified installer is kept."""

    version: str
    file: UpdateFile
    data: int
    """The format of what it stores on this PC."""

    @classmethod
    def of(cls, release: Release, file: UpdateFile) -> Kept:
        """The version of a list."""
        return cls(str(release.version), file, release.data)


class Outcome(Struct, frozen=True):
    """How the last installation ended."""

    result: Result
    version: str
    """The version that was installed, or should have been."""
    before: str
    at: datetime
    why: Why = Why.NONE
    code: int = 0
    """The installer's exit code."""


class InstallState(Struct, frozen=True):
    """As it is kept."""

    current: Kept | None = None
    previous: Kept | None = None
    pending: Kept | None = None
    """What the script is installing right now."""
    going_back: bool = False
    """Whether `pending` is the version before."""
    on_trial: str = ""
    """The version that was installed last and has not started well yet; empty: none."""
    since: datetime | None = None
    """When it was installed."""
    back_failed: int = 0
    """How often going back from it has failed."""
    refused: tuple[str, ...] = ()
    """Versions that did not start: they are not offered again."""
    outcome: Outcome | None = None
    token: str = ""
    """Of the request that is being answered."""
    answered: tuple[str, ...] = ()

    @property
    def without(self) -> tuple[Version, ...]:
        """The versions that are not offered."""
        found = []
        for each in self.refused:
            with suppress(NotAVersion):
                found.append(Version.of(each))
        return tuple(found)


class Protected:
    """The folder. `is_safe` says whether only administrators can write a path of it."""

    def __init__(self, folder: Path, is_safe: Callable[[Path], bool]) -> None:
        self.folder = folder
        self._is_safe = is_safe

    @property
    def script(self) -> Path:
        """What the task runs next."""
        return self.folder / SCRIPT

    @property
    def seen(self) -> Path:
        """Where the number of the newest list is kept."""
        return self.folder / SEEN

    def prepare(self) -> bool:
        """Make the folder; False if anybody else could have put something there. Raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return all(self._is_safe(each) for each in (self.folder.parent, self.folder))

    def read(self) -> InstallState:
        """The state; an empty one if there is none, or if others could have written it."""
        path = self.folder / STATE
        with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
            if self._is_safe(self.folder):
                return msgspec.json.decode(read_plain(path, MOST_BYTES), type=InstallState)
        return InstallState()

    def write(self, state: InstallState) -> None:
        """Keep it, readable for everybody. Raises OSError."""
        path = self.folder / STATE
        write_whole(path, msgspec.json.encode(state).decode())
        with suppress(OSError):
            path.chmod(0o644)

    def answer(self, token: str, answered: Collection[str]) -> None:
        """Tell who waits for the end of a request that it is there. Raises OSError.

        `answered`: the last requests of all users, one of whom may not have seen the answer to hers yet.
        """
        for each in self.folder.glob(f"{DONE}*"):
            if each.name.removeprefix(DONE) not in answered:
                with suppress(OSError):
                    delete(each)
        if token:
            (self.folder / f"{DONE}{token}").write_bytes(b"")

    def tidy(self, keep: Sequence[Kept | None]) -> None:
        """Delete the installers of other versions."""
        names = {each.file.name for each in keep if each is not None}
        for each in self.folder.iterdir():
            if each.suffix in (".exe", ".msi", ".zip", ".new") and each.name not in names:
                with suppress(OSError):
                    delete(each)
