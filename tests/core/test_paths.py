"""Where files go."""

from __future__ import annotations

from pathlib import Path

from app.core.paths import HOME_VARIABLE, places


def test_one_folder_can_hold_everything(tmp_path: Path) -> None:
    """Kiosks and tests keep all files under one folder of their choice."""
    found = places({HOME_VARIABLE: str(tmp_path / "office 2")})
    found.make()
    found.make()
    assert {path.name for path in (tmp_path / "office 2").iterdir()} == {"config", "data", "logs"}


def test_without_it_the_system_decides() -> None:
    """Each system's own folders are used, under the program's name."""
    found = places({})
    assert all(path.is_absolute() for path in (found.config, found.data, found.logs))
    assert all("Front Desk" in str(path) for path in (found.config, found.data, found.logs))
