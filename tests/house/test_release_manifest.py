"""The tool that makes and signs update manifests."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.updates.manifest import MANIFEST_NAME, SIGNATURE_NAME, Manifest, parse
from app.services.updates.signature import check_signature
from tools.release_manifest import KEY_VARIABLE, main, public_key, read_key
from tools.words import Trouble

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


class Desk:
    """Whoever releases, with a folder and a key."""

    def __init__(self, folder: Path) -> None:
        self.key = folder / "key.pem"
        main(["new-key", str(self.key)])
        self.public = public_key(read_key(str(self.key)))
        self.folder = folder / "releases"
        self.folder.mkdir()
        self.notes = folder / "notes.txt"
        self.notes.write_text("It is faster.\n\n Fewer clicks. \n", encoding="utf-8")

    def build(self, version: str) -> None:
        """Installers of this version."""
        for ending in ("exe", "msi", "zip", "txt"):
            (self.folder / f"FrontDesk-{version}.{ending}").write_bytes(f"{version} {ending}".encode())

    def run(self, *arguments: str, now: datetime = NOW, keys: list[str] | None = None) -> Manifest:
        """Run the tool; what the folder offers then, its signature checked."""
        main(
            [arguments[0], str(self.folder), *arguments[1:]],
            {KEY_VARIABLE: str(self.key)},
            [self.public] if keys is None else keys,
            now,
        )
        content = (self.folder / MANIFEST_NAME).read_bytes()
        check_signature(content, (self.folder / SIGNATURE_NAME).read_bytes(), [self.public])
        return parse(content)

    def make(self, version: str, *more: str, now: datetime = NOW) -> Manifest:
        """Release a version."""
        self.build(version)
        return self.run("make", "--version", version, "--notes", str(self.notes), *more, now=now)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A new one."""
    return Desk(tmp_path)


def test_a_release_has_its_installers_and_notes(desk: Desk) -> None:
    """All three kinds with size and hash; other files aren't listed."""
    made = desk.make("0.2.0", "--percent", "10", "--minimum", "0.1.0")
    (only,) = made.releases
    assert {each.kind: each.name for each in only.files} == {
        "nsis": "FrontDesk-0.2.0.exe",
        "msi": "FrontDesk-0.2.0.msi",
        "zip": "FrontDesk-0.2.0.zip",
    }
    assert (only.percent, str(only.minimum), only.notes) == (10, "0.1.0", ("It is faster.", "Fewer clicks."))


def test_each_manifest_has_a_higher_number(desk: Desk) -> None:
    """Also in the same second, after the clock went back, and after the manifest was lost."""
    first = desk.make("0.2.0")
    second = desk.make("0.3.0", now=NOW - timedelta(days=1))
    assert [str(each.version) for each in second.releases] == ["0.3.0", "0.2.0"]
    (desk.folder / MANIFEST_NAME).unlink()
    third = desk.make("0.4.0", now=NOW + timedelta(seconds=5))
    assert first.sequence < second.sequence < third.sequence


def test_a_stage_is_widened(desk: Desk) -> None:
    """Nothing of the release changes but its percentage."""
    before = desk.make("0.2.0", "--percent", "10")
    after = desk.run("percent", "--version", "0.2.0", "--percent", "50")
    assert after.releases[0].percent == 50
    assert after.releases[0].files == before.releases[0].files


def test_a_release_whose_files_are_gone_is_left_out(desk: Desk) -> None:
    """Old installers can be deleted."""
    desk.make("0.2.0")
    (desk.folder / "FrontDesk-0.2.0.exe").unlink()
    assert [str(each.version) for each in desk.make("0.3.0").releases] == ["0.3.0"]


def test_what_no_program_would_accept_is_not_written(desk: Desk) -> None:
    """A key that isn't pinned, no installers, nonsense, a manifest that somebody else put there."""
    desk.build("0.2.0")
    with pytest.raises(Trouble, match="release_keys"):
        desk.run("make", "--version", "0.2.0", "--notes", str(desk.notes), keys=[])
    with pytest.raises(Trouble, match="installer"):
        desk.run("make", "--version", "0.7.0", "--notes", str(desk.notes))
    with pytest.raises(Trouble, match="percent"):
        desk.make("0.2.0", "--percent", "101")
    assert not (desk.folder / MANIFEST_NAME).exists()
    (desk.folder / MANIFEST_NAME).write_bytes(b"{}")
    (desk.folder / SIGNATURE_NAME).write_bytes(b"")
    with pytest.raises(Trouble, match="signed"):
        desk.make("0.2.0")


def test_a_key_is_never_overwritten(desk: Desk) -> None:
    """It would be lost; and nobody else may read it."""
    with pytest.raises(Trouble, match="already"):
        main(["new-key", str(desk.key)])
    if os.name != "nt":  # there the folder's access list decides
        assert desk.key.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [None, b"", b"-----BEGIN PRIVATE KEY-----\n"])
def test_without_a_key_it_is_said(tmp_path: Path, content: bytes | None) -> None:
    """No file, or one without a key."""
    if content is not None:
        (tmp_path / "k").write_bytes(content)
    with pytest.raises(Trouble, match="key"):
        main(["percent", str(tmp_path), "--key", str(tmp_path / "k")], {})
    with pytest.raises(Trouble, match=KEY_VARIABLE):
        main(["percent", str(tmp_path)], {})
