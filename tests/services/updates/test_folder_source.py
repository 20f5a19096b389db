"""Updates from a file share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.api.downloads import OtherFile, SourceFailed, SourceRefused
from app.services.updates.downloading import download
from app.services.updates.folder_source import FolderSource
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


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
async def test_a_pipe_on_the_share_is_refused(tmp_path: Path) -> None:
    """Reading it would never end."""
    os.mkfifo(tmp_path / "x.json")
    with pytest.raises(SourceRefused):
        await FolderSource(tmp_path).read("x.json", 10)
