"""Looks for updates quietly while the program runs, downloads the newer version, and tells how this PC stands."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Collection
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from app.api.downloads import UpdateSource
from app.api.retry import Draw
from app.core.clock import Clock
from app.core.observers import Observers
from app.core.text import NO_TEXT, ExplainedError, Text, msg
from app.domain.updates.choosing import Choice, Verdict
from app.domain.updates.manifest import MANIFEST_NAME, SIGNATURE_NAME, Release, UpdateFile
from app.domain.updates.versions import Version
from app.services.updates.checking import Check, Found, accept, check
from app.services.updates.downloading import download, has_content
from app.services.updates.held import keep_signed, read_signed, tidy
from app.services.updates.standing import Phase, Standing
from app.services.updates.state import UpdateMemory

DAY = 24 * 3600.0
AGAIN_SECONDS = 3600.0
"""After a failure: the source may be back soon."""
SPREAD = 0.1
"""Each PC waits up to so much longer or shorter, so that an office's PCs don't ask together."""

log = logging.getLogger(__name__)


class Pc(Struct, frozen=True):
    """What is known about this copy of the program."""

    version: Version
    kind: str
    """How it was installed: "nsis" or "msi"; empty: it was not, and can't be updated by itself."""
    folder: Path
    """For downloads."""


class UpdateWatch:
    """`run` as a task. It downloads, and never installs."""

    def __init__(
        self,
        pc: Pc,
        open_source: Callable[[], UpdateSource],
        memory: UpdateMemory,
        check_signature: Check,
        clock: Clock,
        *,
        without: Callable[[], Collection[Version]] = tuple,
        draw: Draw = random.random,
    ) -> None:
        """`without`: versions that did not start on this PC. `draw`: this PC's share of a spread."""
        self._pc = pc
        self._open_source = open_source
        self._memory = memory
        self._check = check_signature
        self._clock = clock
        self._without = without
        self._draw = draw
        self._observers: Observers[Standing] = Observers()
        self._looking = asyncio.Lock()
        self.standing = Standing(looked=memory.looked)

    def watch(self, watcher: Callable[[Standing], object]) -> Callable[[], None]:
        """Call with each change; returns a function that ends it."""
        return self._observers.add(watcher)

    async def run(self) -> None:
        """Look now, then each day; never ends."""
        while True:
            await self.look()
            wait = AGAIN_SECONDS if self.standing.why and self.standing.phase is not Phase.CURRENT else DAY
            await self._clock.sleep(wait * (1 - SPREAD + 2 * SPREAD * self._draw()))

    async def look(self) -> None:
        """Look once, and download what is newer. A second call meanwhile waits for the first."""
        if self._looking.locked():
            async with self._looking:
                return
        async with self._looking:
            ready = await self._ready()
            try:
                await self._look(quiet=ready is not None)
            except ExplainedError as error:
                self._fail(error.words, ready)
            except OSError as error:
                log.warning("updates can't be kept: %s", type(error).__name__)
                self._fail(msg("Updates can't be stored on this PC's disk."), ready)

    async def verified(self) -> Release | None:
        """The version that is ready, if its installer still has the signed content."""
        release, installer = self.standing.release, self.standing.installer
        file = release.file(self._pc.kind) if release is not None else None
        if installer is None or file is None or not await asyncio.to_thread(_has, installer, file):
            return None
        return release

    async def _look(self, *, quiet: bool) -> None:
        if not quiet:
            self._tell(Phase.LOOKING)
        source = self._open_source()
        try:
            found = await check(source, self._memory, self._pc.version, self._check, self._without())
            self._memory.note_look(self._clock.utc())
            await self._take(source, found)
        finally:
            await source.aclose()

    async def _take(self, source: UpdateSource, found: Found) -> None:
        """Download what the source offers this PC."""
        release = found.choice.offer
        if release is None:
            self._tell(Phase.CURRENT, why=_why_nothing(found.choice))
        elif not self._pc.kind:
            self._tell(Phase.AVAILABLE, release)
        elif (file := release.file(self._pc.kind)) is None:
            raise ExplainedError(_no_installer(release))
        else:
            await self._download(source, release, file, found)

    async def _download(self, source: UpdateSource, release: Release, file: UpdateFile, found: Found) -> None:
        def progress(done: int, size: int) -> None:
            self._tell(Phase.DOWNLOADING, release, done=done, size=size)

        if self.standing.phase is not Phase.READY:
            progress(0, file.size)
        installer = await download(source, file, self._pc.folder, progress)
        before = await self._own_installer(source, found)
        await asyncio.to_thread(keep_signed, self._pc.folder, found.signed)
        names = {MANIFEST_NAME, SIGNATURE_NAME, file.name, *([before.name] if before else [])}
        await asyncio.to_thread(tidy, self._pc.folder, names)
        self._tell(Phase.READY, release, installer=installer, can_go_back=before is not None)

    async def _own_installer(self, source: UpdateSource, found: Found) -> Path | None:
        """The running version's installer, for going back; None if the source does not have it any more."""
        own = found.release(self._pc.version)
        file = own.file(self._pc.kind) if own is not None else None
        try:
            return await download(source, file, self._pc.folder) if file is not None else None
        except ExplainedError:
            log.info("the installer of the running version can't be downloaded")
            return None

    async def _ready(self) -> Standing | None:
        """What an earlier look has left ready, verified again; None: nothing."""
        found = await asyncio.to_thread(self._found_here)
        release = found.choice.offer if found is not None else None
        file = release.file(self._pc.kind) if release is not None else None
        if found is None or release is None or file is None:
            return None
        installer = self._pc.folder / file.name
        if not await asyncio.to_thread(_has, installer, file):
            return None
        own = found.release(self._pc.version)
        own_file = own.file(self._pc.kind) if own is not None else None
        back = own_file is not None and await asyncio.to_thread(
            _has, self._pc.folder / own_file.name, own_file
        )
        self._tell(Phase.READY, release, installer=installer, can_go_back=back)
        return self.standing

    def _found_here(self) -> Found | None:
        signed = read_signed(self._pc.folder)
        if signed is None:
            return None
        try:
            return accept(signed, self._memory, self._pc.version, self._check, self._without())
        except (ExplainedError, OSError):
            return None

    def _fail(self, why: Text, ready: Standing | None) -> None:
        if ready is not None:
            self._set(replace(ready, why=why))
        else:
            self._tell(Phase.FAILED, why=why)

    def _tell(
        self,
        phase: Phase,
        release: Release | None = None,
        *,
        installer: Path | None = None,
        done: int = 0,
        size: int = 0,
        why: Text = NO_TEXT,
        can_go_back: bool = False,
    ) -> None:
        self._set(Standing(phase, release, installer, done, size, why, self._memory.looked, can_go_back))

    def _set(self, standing: Standing) -> None:
        self.standing = standing
        self._observers.notify(standing)


def _has(path: Path, file: UpdateFile) -> bool:
    try:
        return has_content(path, file)
    except OSError:
        return False


def _why_nothing(choice: Choice) -> Text:
    version = str(choice.release.version)
    match choice.verdict:
        case Verdict.LATER:
            return msg(
                "Front Desk {version} is being rolled out. It isn't this PC's turn yet.", version=version
            )
        case Verdict.TOO_FAR:
            return msg(
                "Front Desk {version} can't be installed over this version. Install {minimum} first.",
                version=version,
                minimum=str(choice.release.minimum),
            )
        case Verdict.WENT_BACK:
            return msg(
                "Front Desk {version} didn't start on this PC. It isn't offered again.", version=version
            )
    return NO_TEXT


def _no_installer(release: Release) -> Text:
    return msg(
        "Front Desk {version} has no installer of the kind that this PC has.", version=str(release.version)
    )
