"""Whether the program's folders are where they should be: on this PC's own disk, and for this user only."""

from __future__ import annotations

import ctypes
import os
import re
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

from app.core.later import load_name
from app.core.text import Text, msg

SYNCED, ON_NETWORK, OPEN = "synced", "network", "open to others"
_CLOUD = re.compile(
    r"(?i)onedrive(?: ?- ?.*)?|dropbox(?: .*)?|google ?drive|my drive|icloud ?drive|box sync|nextcloud"
)
"""How the folders are called whose content a program copies elsewhere; none that could be a person's name (Box)."""
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_REMOTE = 4
"""What Windows calls a drive of another PC."""


def troubles(folder: Path, environment: Mapping[str, str] = os.environ) -> list[str]:
    """What is wrong with a folder's place; nothing if it isn't there."""
    if not folder.is_dir():
        return []
    found = {
        SYNCED: is_synced(folder, environment),
        ON_NETWORK: is_on_another_pc(folder),
        OPEN: _is_open(folder),
    }
    return [name for name, is_so in found.items() if is_so]


def words_for(trouble: str, folder: Path) -> Text:
    """What it means, and who can mend it."""
    path = str(folder)
    if trouble == SYNCED:
        return msg(
            "Front Desk keeps its data in a folder that is synced to the cloud: {path}. Changes could be lost or reach "
            "others. Ask your IT support to put it on this PC's own disk.",
            path=path,
        )
    if trouble == ON_NETWORK:
        return msg(
            "Front Desk keeps its data in a folder on another PC: {path}. Changes could be lost when the network "
            "fails. Ask your IT support to put it on this PC's own disk.",
            path=path,
        )
    return msg(
        "Other users of this PC can open the folder in which Front Desk keeps its data: {path}. Tell your IT support.",
        path=path,
    )


def is_synced(folder: Path, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether OneDrive or a similar program copies what is in it, by the folder's name or Windows' word."""
    roots = [Path(root) for name in _VARIABLES if (root := environment.get(name))]
    return any(folder.is_relative_to(root) for root in roots) or any(
        _CLOUD.fullmatch(each) for each in folder.parts
    )


def is_on_another_pc(path: Path) -> bool:
    """Whether a file or folder is on a share or a network drive of Windows. Other systems don't tell it in the path."""
    if sys.platform == "win32":
        root = path.absolute().anchor.removeprefix("\\\\?\\")
        return root.startswith(("\\\\", "UNC\\")) or ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOTE
    return False


def _is_open(folder: Path) -> bool:
    """By the access list, or the mode bits. A file system that has neither protects nothing."""
    try:
        if os.name == "nt":
            access = load_name("app.core.windows_access:access_of")(folder)
            return bool(load_name("app.core.windows_access:open_to_others")(access))
        return bool(stat.S_IMODE(folder.stat().st_mode) & 0o077)
    except OSError:
        return True
