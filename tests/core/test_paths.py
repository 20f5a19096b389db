"""The program's folders."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from app.core.paths import HOME_VARIABLE, program_folders


def test_one_folder_can_hold_everything(tmp_path: Path) -> None:
    """Kiosks and tests keep all files in one chosen folder."""
    found = program_folders({HOME_VARIABLE: str(tmp_path / "office 2")})
    found.make()
    found.make()
    assert {path.name for path in (tmp_path / "office 2").iterdir()} == {"config", "data", "logs"}


def test_without_it_the_system_decides() -> None:
    """Each system's standard folders are used, with the program's name."""
    found = program_folders({})
    assert all(path.is_absolute() for path in (found.config, found.data, found.logs))
    assert all("Front Desk" in str(path) for path in (found.config, found.data, found.logs))


@pytest.mark.skipif(os.name == "nt", reason="Windows protects the user's folders with access lists")
def test_folders_are_private_to_this_user(tmp_path: Path) -> None:
    """New folders are accessible only to this user, and so are existing ones made by an earlier version."""
    found = program_folders({HOME_VARIABLE: str(tmp_path)})
    found.data.mkdir(mode=0o755)
    found.make()
    assert {stat.S_IMODE(each.stat().st_mode) for each in (found.config, found.data, found.logs)} == {0o700}


@pytest.mark.skipif(os.name != "nt", reason="Only Windows has roaming profiles")
def test_nothing_is_kept_in_the_roaming_profile() -> None:
    """Settings, journal and logs stay in LocalAppData: neither roaming profiles nor OneDrive carry them away."""
    found = program_folders({})
    local = Path(os.environ["LOCALAPPDATA"])
    assert all(each.is_relative_to(local) for each in (found.config, found.data, found.logs))
