"""Shares and network drives of Windows."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.core.place import is_on_another_pc


def test_a_folder_of_this_pc_is_here(tmp_path: Path) -> None:
    """The usual place of every file."""
    assert not is_on_another_pc(tmp_path / "hub.db")


@pytest.mark.skipif(os.name != "nt", reason="only Windows tells it in the path")
@pytest.mark.parametrize("folder", ["\\\\server\\share", "\\\\?\\UNC\\server\\share"])
def test_a_share_is_on_another_pc(folder: str) -> None:
    """SQLite needs a disk of its own PC."""
    assert is_on_another_pc(Path(folder, "hub.db"))
