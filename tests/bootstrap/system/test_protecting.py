"""The office's folder below ProgramData, where any user may have put something before Front Desk was installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap.system import administering
from app.bootstrap.system.administering import administer


class Access:
    """Who can write what, and how icacls changes it."""

    def __init__(self, *of_users: Path) -> None:
        self.of_users = set(of_users)
        self.calls: list[tuple[Path, tuple[str, ...]]] = []

    def may_be_a_users(self, path: Path) -> bool:
        """Instead of what Windows says."""
        return path in self.of_users and path.exists()

    def icacls(self, path: Path, *change: str) -> None:
        """Instead of Windows' program."""
        self.calls.append((path, change))
        if "/reset" in change:
            self.of_users.discard(path)


@pytest.fixture
def access(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Access:
    """Those of a PC on which a user has planted a script of updates."""
    folder = tmp_path / "Front Desk"
    (folder / "updates").mkdir(parents=True)
    (folder / "updates" / "run.cmd").write_text("planted", encoding="ascii")
    made = Access(folder / "updates")
    monkeypatch.setattr(administering, "_may_be_a_users", made.may_be_a_users)
    monkeypatch.setattr(administering, "_icacls", made.icacls)
    return made


@pytest.mark.parametrize("whole_folder", [False, True])
def test_a_script_that_a_user_has_planted_is_set_aside(
    tmp_path: Path, access: Access, *, whole_folder: bool
) -> None:
    """The task would run it as the system where it finds no program, and each installation has such a moment."""
    folder = tmp_path / "Front Desk"
    if whole_folder:
        access.of_users = {folder}
    assert administer([], folder) == 0
    assert not (folder / "updates").exists()
    assert [each.read_text() for each in folder.glob("updates.*.aside/run.cmd")] == ["planted"]
    assert not any("/T" in change for _, change in access.calls), "it may lead elsewhere"


def test_what_only_administrators_wrote_stays_and_is_never_opened(tmp_path: Path, access: Access) -> None:
    """An installer is called by that script; a reset of the folder would let users add files for a moment."""
    access.of_users.clear()
    folder = tmp_path / "Front Desk"
    assert administer(["--kiosk=1"], folder) == 0
    assert (folder / "updates" / "run.cmd").exists()
    assert (folder, administering.CLOSED) in access.calls
    assert not any("/reset" in change for path, change in access.calls if path == folder)
    assert (folder / "settings.json", ("/reset", "/T")) in access.calls


def test_a_folder_that_leads_elsewhere_is_made_anew(tmp_path: Path) -> None:
    """A user may have made it lead to one of hers."""
    hers, folder = tmp_path / "hers", tmp_path / "Front Desk"
    hers.mkdir()
    try:
        folder.symlink_to(hers, target_is_directory=True)
    except OSError:
        pytest.skip("this account may not make links")
    assert administer(["--kiosk=1"], folder) == 0
    assert not folder.is_symlink()
    assert not any(hers.iterdir())
