"""The program's folders."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from app.core.paths import HOME_VARIABLE, program_folders
from app.core.settings import Settings, SettingsFile


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


def test_a_folder_with_a_long_name_in_any_script_can_be_used(tmp_path: Path) -> None:
    """More than 260 characters, which Windows takes in its extended notation only, and letters of other languages."""
    deep = tmp_path.joinpath(*["Zahnärzte Ñuñoa 診療所 " + "x" * 40] * 5)
    found = program_folders({HOME_VARIABLE: str(deep)})
    found.make()
    assert len(str(found.data / "journal.db")) > 260
    file = SettingsFile(found.config / "settings.json")
    file.save(Settings(user="Ñuñoa"))
    assert file.load().settings.user == "Ñuñoa"
    with closing(sqlite3.connect(found.data / "journal.db")) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE kept (value)")
    assert (found.data / "journal.db").stat().st_size


def test_short_paths_stay_as_they_are(tmp_path: Path) -> None:
    """Windows' extended notation is seen by nobody who doesn't need it."""
    assert "?" not in str(program_folders({HOME_VARIABLE: str(tmp_path)[:60]}).data)
