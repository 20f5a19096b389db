"""A desk says where its folders should not be."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap.system.placing import tell_of_places
from app.core.clock import SystemClock
from app.core.paths import HOME_VARIABLE, program_folders
from app.viewmodels.activity import Notices


@pytest.mark.logs("app.bootstrap.system.placing")
async def test_a_cloud_is_said_once(qapp: QApplication, tmp_path: Path) -> None:
    """All three folders are in it, and the user reads one sentence with the place."""
    folders = program_folders({HOME_VARIABLE: str(tmp_path / "OneDrive - Office" / "desk")})
    folders.make()
    notices = Notices(SystemClock())
    await tell_of_places(folders, notices)
    assert [each.kind for each in notices.items] == ["warning"]
    assert "synced to the cloud" in notices.items[0].words
    assert str(folders.data) in notices.items[0].words


async def test_a_good_place_is_not_mentioned(qapp: QApplication, tmp_path: Path) -> None:
    """A private folder on this PC."""
    folders = program_folders({HOME_VARIABLE: str(tmp_path / "desk")})
    folders.make()
    notices = Notices(SystemClock())
    await tell_of_places(folders, notices)
    assert notices.items == []
