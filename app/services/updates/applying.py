"""The installing process: runs as the system, verifies everything again, and prepares what the script installs.

Whoever asked for it may be anybody: a request, the signed list and the installers lie in folders that users write. So
each installer is copied to where only administrators can write, and what was verified is the copy.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from app.core.files import delete
from app.core.files import replace as replace_file
from app.core.text import ExplainedError
from app.domain.updates.manifest import Release, UpdateFile
from app.domain.updates.versions import NotAVersion, Version
from app.services.updates.checking import Check, Found, accept
from app.services.updates.downloading import has_content
from app.services.updates.held import is_link, open_plain, read_signed
from app.services.updates.protected import ANSWERED, InstallState, Kept, Outcome, Protected, Result, Why
from app.services.updates.requests import Request, Wish
from app.services.updates.script import Step, UnusablePath, write_script
from app.services.updates.state import UpdateMemory

TRIAL = timedelta(days=7)
"""How long after an update a version that never started well can be gone back from."""
MOST_BACK = 3
"""After so many failures nobody goes back any more: a check-in PC restarts each time, and nobody could mend it."""
PART_BYTES = 1024 * 1024

log = logging.getLogger(__name__)


class Refused(Exception):
    """The request isn't followed."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


class Installed(Struct, frozen=True):
    """The installed program."""

    version: Version
    kind: str
    """"nsis" or "msi"."""
    console: str
    """Its console executable."""
    downloads: str
    """The protected folder, as it is written in the script."""
    options: tuple[str, ...] = ()
    """What an MSI has to be told again after it was removed."""
    restarts: bool = False
    """Whether the PC is restarted afterwards: a check-in PC."""


class Applying:
    """Answers requests, one at a time."""

    def __init__(
        self,
        protected: Protected,
        installed: Installed,
        check_signature: Check,
        now: Callable[[], datetime],
        is_free: Callable[[], bool],
    ) -> None:
        """`is_free` waits until no other process of the installed program runs; False: one does."""
        self._protected = protected
        self._installed = installed
        self._check = check_signature
        self._now = now
        self._is_free = is_free

    def answer(self, folder: Path, request: Request) -> bool:
        """Do what a request asks for; returns whether the script is to run now. Raises OSError."""
        self.recover()
        state = self._protected.read()
        if request.token in state.answered:
            return False
        answered = (*state.answered, request.token)[-ANSWERED:]
        state = replace(state, answered=answered, token=request.token)
        try:
            state, step, otherwise = self._prepare(folder, request, state)
            if step is None:
                self._protected.write(state)
                self._protected.answer(request.token, state.answered)
                return False
            text = write_script(self._installed.console, step, otherwise, restart=self._installed.restarts)
            if not self._is_free():
                raise Refused(Why.IN_USE)
        except UnusablePath:
            self._refuse(state, request, Why.NOT_VERIFIED)
            return False
        except Refused as refused:
            self._refuse(state, request, refused.why)
            return False
        self._protected.write(state)
        self._protected.script.write_bytes(text.encode("ascii"))
        return True

    def recover(self) -> None:
        """Count a script that was cut off, by a power failure, and delete it. Raises OSError.

        The task runs a script that it finds where there is no program. Months later it would install an old version.
        """
        if self._protected.read().pending is not None:
            self.finish(0)
        delete(self._protected.script)

    def finish(self, code: int, *, fell_back: bool = False) -> None:
        """The installer has ended: remember how. The version that runs this is the one that is installed now."""
        state, own = self._protected.read(), str(self._installed.version)
        pending, before = state.pending, state.current
        if pending is None:
            return
        # A version that couldn't be gone back from runs this, too: then it is the one that is on trial.
        fell_back = fell_back and pending.version != own
        if fell_back or (state.going_back and pending.version == own):
            bad = pending.version if fell_back else (before.version if before is not None else "")
            kept = before if fell_back else pending
            outcome = Outcome(Result.WENT_BACK, own, bad, self._now(), code=code)
            state = replace(
                state,
                current=kept,
                previous=None,
                on_trial="",
                since=None,
                back_failed=0,
                refused=_with(state.refused, bad),
            )
        elif pending.version == own:
            outcome = Outcome(Result.UPDATED, own, before.version if before else "", self._now(), code=code)
            state = replace(
                state, current=pending, previous=before, on_trial=own, since=self._now(), back_failed=0
            )
        else:
            outcome = Outcome(Result.FAILED, pending.version, own, self._now(), Why.INSTALLER, code)
            failed = state.back_failed + state.going_back
            state = replace(state, back_failed=failed, on_trial=state.on_trial if failed < MOST_BACK else "")
        self._protected.write(replace(state, pending=None, going_back=False, outcome=outcome, token=""))
        self._protected.tidy((state.current, state.previous))
        self._protected.answer(state.token, state.answered)

    def _prepare(
        self, folder: Path, request: Request, state: InstallState
    ) -> tuple[InstallState, Step | None, Step | None]:
        """The state to keep, what the script installs, and what it installs if the new program can't be started."""
        own = str(self._installed.version)
        if request.wish is Wish.CONFIRM:
            confirmed = request.version == own and state.on_trial == own
            return (replace(state, on_trial="", since=None) if confirmed else state), None, None
        if request.wish is Wish.GO_BACK:
            kept = self._earlier(request, state)
            return replace(state, pending=kept, going_back=True), self._back(kept, state.current), None
        if request.version == own:
            return state, None, None  # another user's request has installed it
        pending, current = self._newer(folder, request, state)
        return (
            # `current` None: whatever is remembered of an earlier version isn't what is installed now
            replace(state, pending=pending, current=current, going_back=False),
            Step(pending.file.kind, self._path(pending), options=self._installed.options),
            self._back(current, pending) if current is not None else None,
        )

    def _newer(self, folder: Path, request: Request, state: InstallState) -> tuple[Kept, Kept | None]:
        """The requested version and the running one, both copied and verified. Raises Refused."""
        signed = read_signed(folder) if not is_inside_link(folder) else None
        if signed is None:
            raise Refused(Why.NOT_VERIFIED)
        try:
            found = accept(
                signed,
                UpdateMemory(self._protected.seen),
                self._installed.version,
                self._check,
                state.without,
            )
            version = Version.of(request.version)
        except (ExplainedError, NotAVersion) as error:
            log.warning("an update was refused: %s", type(error).__name__)
            raise Refused(Why.NOT_VERIFIED) from error
        release = found.release(version)
        file = release.file(self._installed.kind) if release is not None else None
        if release is None or file is None or not self._may_install(release, state):
            raise Refused(Why.NOT_VERIFIED)
        if not self._take(folder, file):
            raise Refused(Why.NOT_VERIFIED)
        return Kept.of(release, file), self._own(folder, found, state)

    def _may_install(self, release: Release, state: InstallState) -> bool:
        """Newer, not too new, released to anybody at all, and not one that did not start here."""
        own = self._installed.version
        newer = release.minimum <= own < release.version
        return newer and release.percent > 0 and release.version not in state.without

    def _own(self, folder: Path, found: Found, state: InstallState) -> Kept | None:
        """The running version's installer, to go back to; None if it isn't here."""
        own = found.release(self._installed.version)
        file = own.file(self._installed.kind) if own is not None else None
        if own is not None and file is not None and self._take(folder, file):
            return Kept.of(own, file)
        kept = state.current
        if kept is not None and kept.version == str(self._installed.version) and self._has(kept.file):
            return kept
        return None

    def _earlier(self, request: Request, state: InstallState) -> Kept:
        """The version to go back to. Raises Refused."""
        own, kept = str(self._installed.version), state.previous
        on_trial = state.on_trial == own == request.version and state.since is not None
        if not on_trial or state.since is None or not timedelta() <= self._now() - state.since < TRIAL:
            raise Refused(Why.NOT_ON_TRIAL)
        if kept is None or not self._has(kept.file):
            raise Refused(Why.NO_EARLIER)
        if state.current is None or kept.data != state.current.data or not kept.data:
            raise Refused(Why.OTHER_DATA)
        return kept

    def _back(self, kept: Kept, newer: Kept | None) -> Step:
        """How an earlier version is installed over a newer one, whose installer may not be here any more."""
        again = self._path(newer) if newer is not None and self._has(newer.file) else ""
        options = self._installed.options
        return Step(kept.file.kind, self._path(kept), goes_back=True, newer=again, options=options)

    def _path(self, kept: Kept) -> str:
        return f"{self._installed.downloads}\\{kept.file.name}"

    def _has(self, file: UpdateFile) -> bool:
        path = self._protected.folder / file.name
        return path.is_file() and not is_link(path) and has_content(path, file)

    def _take(self, folder: Path, file: UpdateFile) -> bool:
        """Copy a file to the protected folder, and verify the copy."""
        if self._has(file):
            return True
        target = self._protected.folder / file.name
        beside = target.with_name(f"{target.name}.new")
        try:
            if not copy_exactly(folder / file.name, beside, file):
                delete(beside)
                return False
            replace_file(beside, target)
        except OSError as error:
            log.warning("an installer could not be copied: %s", type(error).__name__)
            return False
        return self._has(file)

    def _refuse(self, state: InstallState, request: Request, why: Why) -> None:
        own = str(self._installed.version)
        log.warning("a request was refused: %s", why.value)
        outcome = Outcome(Result.FAILED, request.version[:20], own, self._now(), why)
        self._protected.write(replace(self._protected.read(), outcome=outcome, answered=state.answered))
        self._protected.answer(request.token, state.answered)


def copy_exactly(source: Path, target: Path, file: UpdateFile) -> bool:
    """Copy a file that users can change meanwhile; False unless what was copied is the signed content. OSError."""
    digest, left = sha256(), file.size
    with os.fdopen(open_plain(source), "rb") as reading, target.open("wb") as writing:
        while left > 0 and (part := reading.read(min(PART_BYTES, left))):
            digest.update(part)
            writing.write(part)
            left -= len(part)
        writing.flush()
        os.fsync(writing.fileno())
    return left == 0 and digest.hexdigest() == file.sha256


def is_inside_link(folder: Path) -> bool:
    """Whether a folder, or the one that it is in, leads elsewhere."""
    try:
        return any(is_link(each) for each in (folder, folder.parent))
    except OSError:
        return True


def _with(versions: tuple[str, ...], bad: str) -> tuple[str, ...]:
    return (*versions, bad) if bad and bad not in versions else versions
