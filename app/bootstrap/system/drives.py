"""Where a file is."""

from __future__ import annotations

import sys
from pathlib import Path

REMOTE = 4
"""What Windows calls a drive of another PC."""


def is_on_another_pc(path: Path) -> bool:
    """Whether a file is on a share or a network drive of Windows. Other systems don't tell it in the path."""
    if sys.platform == "win32":
        import ctypes

        root = path.absolute().anchor.removeprefix("\\\\?\\")
        return root.startswith(("\\\\", "UNC\\")) or ctypes.windll.kernel32.GetDriveTypeW(root) == REMOTE
    return False
