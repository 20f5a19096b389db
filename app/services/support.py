"""The file for support: what it is called, where it goes, and having another process write it.

Another process, because that works when this one is in trouble, and because it isn't held up by a vault or an office
that doesn't answer.
"""

from __future__ import annotations

import asyncio
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from platformdirs import user_desktop_path

from app.core.text import ExplainedError, msg

SECONDS = 120.0
"""How long it may take: it asks the office and the vault, and copies journals."""


class NoSupportFile(ExplainedError):
    """It could not be written."""


def usual_files(now: datetime) -> list[Path]:
    """Where it goes, the first place that takes it: the desktop, the home folder, the folder for temporary files."""
    folders = (user_desktop_path(), Path.home(), Path(tempfile.gettempdir()))
    name = f"front-desk-diagnose-{now:%Y%m%d-%H%M%S}.zip"
    return [each / name for each in dict.fromkeys(folders) if each.is_dir()]


async def support_file(command: Sequence[str], places: Sequence[Path]) -> Path:
    """Run the command, which takes `--out FILE`, until it has written one of these. Raises NoSupportFile."""
    for path in places:
        if await asyncio.to_thread(_written, [*command, "--out", str(path)], path):
            return path
    raise NoSupportFile(
        msg("The file for support couldn't be written. Run the command in a terminal to see why.")
    )


def _written(command: Sequence[str], path: Path) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 # the program itself
            command,
            check=False,
            timeout=SECONDS,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and path.is_file()
