"""Updates from a file share."""

from __future__ import annotations

import asyncio
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, ClassVar

import pytest

from app.api.downloads import OtherFile, SourceFailed, SourceRefused
from app.services.updates.downloading import download
from app.services.updates.folder_source import FolderSource
from tests.support.qt_loop import until
from tests.support.updates.source import INSTALLER, SETUP, Signer, file_of, offered, put


async def test_a_download_continues_where_it_was(tmp_path: Path) -> None:
    """Only the rest is read, if the file on the share is still the same."""
    share, own = put(tmp_path / "share", offered(Signer())), tmp_path / "own"
    found = (share / SETUP).stat()
    begun = {"sha256": file_of().sha256, "validator": f"{found.st_mtime_ns}-{found.st_size}"}
    put(
        own, {f"{SETUP}.part": INSTALLER[:1000], f"{SETUP}.part.json": repr(begun).replace("'", '"').encode()}
    )
    seen: list[int] = []
    got = await download(FolderSource(share), file_of(), own, lambda done, _: seen.append(done))
    assert got.read_bytes() == INSTALLER
    put(own, {f"{SETUP}.part": b"wrong", f"{SETUP}.part.json": repr(begun).replace("'", '"').encode()})
    got.unlink()
    with pytest.raises(OtherFile):
        await download(FolderSource(share), file_of(), own)
    assert list(own.iterdir()) == []


async def test_what_the_share_does_not_have_is_said(tmp_path: Path) -> None:
    """No folder, no file, a folder in place of a file, and one that is too large."""
    with pytest.raises(SourceFailed):
        await FolderSource(tmp_path / "gone").read("x.json", 10)
    share = put(tmp_path / "share", {"x.json": b"x" * 11})
    (share / "y.json").mkdir()
    with pytest.raises(SourceFailed):
        await FolderSource(share).read("z.json", 10)
    with pytest.raises(SourceRefused):
        await FolderSource(share).read("y.json", 10)
    with pytest.raises(SourceRefused):
        await FolderSource(share).read("x.json", 10)
    assert await FolderSource(share).read("x.json", 11) == b"x" * 11


async def test_another_file_on_the_share_is_thrown_away(tmp_path: Path) -> None:
    """Shorter or changed: nothing of it is kept."""
    for number, content in enumerate((INSTALLER[:10], b"x" * len(INSTALLER))):
        share = put(tmp_path / f"share{number}", offered(Signer(), installer=content))
        with pytest.raises(OtherFile):
            await download(FolderSource(share), file_of(), tmp_path / "own")
        assert list((tmp_path / "own").iterdir()) == []


class SlowPath(type(Path())):  # type: ignore[misc] # the system's own kind of paths
    """On a share that opens a file only when it is told to."""

    asked = threading.Event()
    answers = threading.Event()
    opened: ClassVar[list[Any]] = []

    def open(self, *given: Any, **options: Any) -> Any:
        """As Path."""
        SlowPath.asked.set()
        assert SlowPath.answers.wait(60)
        SlowPath.opened.append(super().open(*given, **options))
        return SlowPath.opened[-1]


async def test_a_file_that_is_opened_after_all_is_closed(tmp_path: Path) -> None:
    """The program was closed while the share didn't answer: there the file can be replaced."""
    put(tmp_path, {"x.json": b"x"})
    reading = asyncio.get_running_loop().create_task(FolderSource(SlowPath(tmp_path)).read("x.json", 10))
    await until(SlowPath.asked.is_set)
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
    assert SlowPath.opened == [], "nobody waited for it"
    SlowPath.answers.set()
    await until(lambda: bool(SlowPath.opened) and SlowPath.opened[0].closed)


async def test_a_file_is_closed_when_no_thread_was_free_at_the_end(tmp_path: Path) -> None:
    """Canceled while its closing waits for a thread, it is closed once there is one."""
    put(tmp_path, {"x.json": b"x"})
    SlowPath.answers.set()
    held, free = threading.Event(), threading.Event()
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1) as only:
        loop.set_default_executor(only)

        async def use() -> None:
            async with FolderSource(SlowPath(tmp_path)).open("x.json", None):
                only.submit(lambda: (held.set(), free.wait(60)))

        using = loop.create_task(use())
        await until(lambda: held.is_set() and only._work_queue.qsize() == 1)
        using.cancel()
        await asyncio.gather(using, return_exceptions=True)
        assert not SlowPath.opened[-1].closed
        free.set()
        await until(lambda: SlowPath.opened[-1].closed)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
async def test_a_pipe_on_the_share_is_refused(tmp_path: Path) -> None:
    """Reading it would never end."""
    os.mkfifo(tmp_path / "x.json")
    with pytest.raises(SourceRefused):
        await FolderSource(tmp_path).read("x.json", 10)
