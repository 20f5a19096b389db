"""The quiet look for updates while the program runs."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from pathlib import Path

from app.domain.updates.manifest import MANIFEST_NAME
from app.domain.updates.versions import Version
from app.services.updates.folder_source import FolderSource
from app.services.updates.standing import Phase, Standing
from app.services.updates.state import UpdateMemory
from app.services.updates.watching import DAY, Pc, UpdateWatch
from tests.support.manual_clock import ManualClock
from tests.support.qt_loop import until
from tests.support.updates.machine import OLD, OWN_SETUP
from tests.support.updates.source import (
    INSTALLER,
    OURS,
    OWN,
    SETUP,
    Signer,
    accepted,
    file_of,
    manifest_of,
    offered,
    put,
    release,
)


class Desk:
    """A PC with a share that offers updates."""

    def __init__(self, folder: Path, kind: str = "nsis", without: tuple[Version, ...] = ()) -> None:
        self.share = folder / "share"
        self.folder = folder / "updates"
        self.clock = ManualClock()
        self.opened = 0
        self.told: list[Phase] = []
        memory = UpdateMemory(folder / "updates.json")
        pc = Pc(OWN, kind, self.folder)
        self.watch = UpdateWatch(
            pc, self._open, memory, accepted, self.clock, without=lambda: without, draw=lambda: 0.5
        )
        self.watch.watch(lambda standing: self.told.append(standing.phase))

    def _open(self) -> FolderSource:
        self.opened += 1
        return FolderSource(self.share)

    async def look(self) -> Standing:
        """Look once."""
        await self.watch.look()
        return self.watch.standing

    @property
    def kept(self) -> list[str]:
        """All files of its folder."""
        return sorted(each.name for each in self.folder.iterdir())


def with_own(sequence: int = 10) -> dict[str, bytes]:
    """A source that still has the running version, too."""
    own = release("0.1.0", file=file_of(OLD, OWN_SETUP))
    return offered(OURS, manifest_of(release(), own, sequence=sequence)) | {OWN_SETUP: OLD}


@asynccontextmanager
async def running(desk: Desk):
    """Its watch, as the program runs it."""
    task = asyncio.get_running_loop().create_task(desk.watch.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_a_newer_version_is_downloaded_and_then_ready(tmp_path: Path) -> None:
    """With its signed list, and the running version's installer to go back to; the share is left as it is."""
    desk = Desk(tmp_path)
    put(desk.share, with_own())
    standing = await desk.look()
    assert standing.phase is Phase.READY
    assert standing.release.version == Version(9, 0, 0)
    assert standing.installer.read_bytes() == INSTALLER
    assert standing.can_go_back
    assert standing.looked == desk.clock.utc()
    assert desk.told[:2] == [Phase.LOOKING, Phase.DOWNLOADING]
    assert desk.kept == sorted([OWN_SETUP, SETUP, MANIFEST_NAME, f"{MANIFEST_NAME}.sig"])


async def test_what_is_ready_stays_ready_without_the_source(tmp_path: Path) -> None:
    """After a restart without a network: verified from the disk, with the reason why the look failed."""
    put(Desk(tmp_path).share, with_own())
    await Desk(tmp_path).look()
    desk = Desk(tmp_path)
    desk.share = tmp_path / "gone"
    standing = await desk.look()
    assert (standing.phase, standing.can_go_back) == (Phase.READY, True)
    assert "can't be read" in str(standing.why) or "has no" in str(standing.why)


async def test_a_file_that_was_changed_is_not_ready(tmp_path: Path) -> None:
    """It is downloaded again; without the source it is nothing."""
    desk = Desk(tmp_path)
    put(desk.share, with_own())
    await desk.look()
    (desk.folder / SETUP).write_bytes(b"x" * len(INSTALLER))
    assert (await desk.look()).installer.read_bytes() == INSTALLER
    (desk.folder / SETUP).write_bytes(b"x" * len(INSTALLER))
    desk.share = tmp_path / "gone"
    assert (await desk.look()).phase is Phase.FAILED


async def test_it_looks_each_day_and_sooner_after_a_failure(tmp_path: Path) -> None:
    """A source that is away is asked again after an hour."""
    desk = Desk(tmp_path)
    async with running(desk):
        await until(lambda: desk.clock.sleeping)
        assert desk.watch.standing.phase is Phase.FAILED
        await desk.clock.advance(3601)
        await until(lambda: desk.opened == 2 and desk.clock.sleeping)
        assert desk.watch.standing.phase is Phase.FAILED
        put(desk.share, offered(OURS, manifest_of(release("0.1.0"))))
        await desk.clock.advance(3601)
        await until(lambda: desk.opened == 3 and desk.clock.sleeping)
        assert desk.watch.standing.phase is Phase.CURRENT
        await desk.clock.advance(DAY - 10)
        assert desk.opened == 3
        await desk.clock.advance(20)
        await until(lambda: desk.opened == 4)


async def test_each_pc_waits_a_little_longer_or_shorter(tmp_path: Path) -> None:
    """So that they don't ask together."""
    waits = []
    for share in (0.0, 0.999):
        desk = Desk(tmp_path)
        desk.watch._draw = lambda share=share: share
        put(desk.share, offered(OURS, manifest_of(release("0.1.0"))))
        async with running(desk):
            await until(lambda desk=desk: desk.clock.sleeping)
            waits.append(desk.clock._sleepers[0][0])
    assert waits[1] - waits[0] > 4 * 3600


async def test_a_foreign_manifest_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    """Nothing is downloaded before the signature is good."""
    desk = Desk(tmp_path)
    put(desk.share, offered(Signer()))
    standing = await desk.look()
    assert standing.phase is Phase.FAILED
    assert "signed" in str(standing.why)
    assert not desk.folder.exists()


async def test_a_copy_that_was_not_installed_is_told_only(tmp_path: Path) -> None:
    """It downloads nothing."""
    desk = Desk(tmp_path, kind="")
    put(desk.share, with_own())
    assert (await desk.look()).phase is Phase.AVAILABLE
    assert not desk.folder.exists()


async def test_a_version_that_did_not_start_is_not_offered_again(tmp_path: Path) -> None:
    """But a newer one is; the reason is said."""
    desk = Desk(tmp_path, without=(Version(9, 0, 0),))
    put(desk.share, offered(OURS))
    standing = await desk.look()
    assert standing.phase is Phase.CURRENT
    assert "didn't start" in str(standing.why)
    put(desk.share, offered(OURS, manifest_of(release("9.0.1"), sequence=11)))
    assert (await desk.look()).release.version == Version(9, 0, 1)


async def test_only_what_is_needed_is_kept(tmp_path: Path) -> None:
    """Installers and broken downloads of other versions go; files of others stay."""
    desk = Desk(tmp_path)
    put(desk.folder, {"FrontDesk-0.0.9.exe": b"x", "FrontDesk-8.0.0.exe.part": b"x", "notes.txt": b"x"})
    put(desk.share, with_own())
    await desk.look()
    assert desk.kept == sorted([OWN_SETUP, SETUP, MANIFEST_NAME, f"{MANIFEST_NAME}.sig", "notes.txt"])
