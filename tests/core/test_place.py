"""Where the program's folders should not be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.core.paths import HOME_VARIABLE, program_folders
from app.core.place import OPEN, SYNCED, is_synced, troubles, words_for


@pytest.mark.parametrize(
    "name", ["OneDrive", "OneDrive - Smile Dental", "Dropbox", "Google Drive", "GoogleDrive", "iCloudDrive"]
)
def test_a_folder_that_is_copied_into_a_cloud_is_noticed(tmp_path: Path, name: str) -> None:
    """By the name of the folder, as these programs give it; and nobody's own folder is taken for one."""
    home = tmp_path / name / "desk"
    program_folders({HOME_VARIABLE: str(home)}).make()
    assert troubles(home / "data", {}) == [SYNCED]
    assert not is_synced(tmp_path / "Drive of Ortiz" / "onedrives", {})
    assert not is_synced(tmp_path / "Box" / "AppData", {})


def test_windows_word_for_its_folder_counts(tmp_path: Path) -> None:
    """Whatever it is called: Windows names it in the environment."""
    assert is_synced(tmp_path / "Files" / "x", {"OneDriveCommercial": str(tmp_path / "Files")})
    assert not is_synced(tmp_path / "Files" / "x", {"OneDrive": str(tmp_path / "Other")})


def test_the_usual_folders_are_all_right(tmp_path: Path) -> None:
    """Nothing is said about a private folder, and about one that isn't there."""
    folders = program_folders({HOME_VARIABLE: str(tmp_path / "desk")})
    assert troubles(folders.data, {}) == []
    folders.make()
    assert [troubles(each, {}) for each in (folders.data, folders.config, folders.logs)] == [[], [], []]


@pytest.mark.skipif(os.name == "nt", reason="Windows has access lists: tests/core/test_windows_access.py")
def test_a_folder_that_others_can_open_is_noticed(tmp_path: Path) -> None:
    """By its mode: as on a disk where it can't be set."""
    tmp_path.chmod(0o755)
    assert troubles(tmp_path, {}) == [OPEN]
    assert str(tmp_path) in str(words_for(OPEN, tmp_path))
