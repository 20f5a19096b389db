"""The portable zip: unpacked into any folder, it starts in a Windows in which nothing was installed."""

from __future__ import annotations

import zipfile
from pathlib import Path

from installer.verify_under_wine.installed import Installed
from tools.building import comparing
from tools.building.parts import FOLDER, WINDOWED
from tools.words import Trouble

PLACE = "Portable"
"""A folder on drive C."""


def unpacks(desk: Installed, archive: Path, bundle: Path) -> str:
    """It holds the bundle, every file of it, below one folder."""
    place = desk.drive / PLACE
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(place)
    if differences := comparing.builds_differ(comparing.hashes(place), _below(comparing.hashes(bundle))):
        raise Trouble(f"{len(differences)} files aren't the bundle's: {', '.join(differences)[:300]}")
    return f"{len(comparing.hashes(bundle))} files, the bundle's"


def _below(files: dict[str, str]) -> dict[str, str]:
    return {f"{FOLDER}/{name}": content for name, content in files.items()}


def starts(desk: Installed) -> str:
    """It paints and closes, and neither needs nor makes anything that an installer makes."""
    if desk.folder.exists():
        raise Trouble("Front Desk is installed here: that it starts says nothing")
    program = rf"C:\{PLACE}\{FOLDER}\{WINDOWED}.exe"
    with desk.started("--training", program=program) as child:
        painted = desk.painted()
        closed = desk.closed(child)
    made = [*(str(each) for each in (desk.folder, desk.shared) if each.exists()), *desk.inside("registered")]
    if made:
        raise Trouble(f"it made {', '.join(made)[:300]}")
    return f"{painted}; closed {closed}"
