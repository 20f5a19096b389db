"""Replacing and deleting files on a PC where other programs look at them too.

On Windows a virus scanner, a backup or a search index opens a new file for a moment, and meanwhile it can be neither
replaced nor deleted. So each step is retried for about a second before it fails.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

HELD = (5, 32, 33)
"""Windows' errors while another program holds a file: access denied, sharing violation, lock violation."""
WAITS = (0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.4)
"""Seconds before each retry: most programs let go of a file within a tenth of a second."""

Wait = Callable[[float], None]
"""Waits for these seconds."""
SLEEP: Wait = time.sleep  # noqa: TID251 # who replaces a file must know the outcome before going on, also at the end


def is_held(error: OSError) -> bool:
    """Whether another program holds the file. Only Windows has this."""
    return getattr(error, "winerror", None) in HELD


def patiently(work: Callable[[], object], wait: Wait = SLEEP) -> None:
    """Do it, again after each of WAITS while another program holds the file. Raises the last OSError."""
    for seconds in WAITS:
        try:
            work()
        except OSError as error:
            if not is_held(error):
                raise
            wait(seconds)
        else:
            return
    work()


def replace(source: Path, target: Path, wait: Wait = SLEEP) -> None:
    """Rename a file; the target is replaced at once. Blocks for a second at most. Raises OSError."""
    patiently(lambda: source.replace(target), wait)


def delete(path: Path, wait: Wait = SLEEP) -> None:
    """Delete a file that may be missing. Blocks for a second at most. Raises OSError."""
    patiently(lambda: path.unlink(missing_ok=True), wait)


def write_whole(path: Path, text: str, *, wait: Wait = SLEEP, otherwise: Path | None = None) -> None:
    """Write a private file so that a crash leaves the old one or the new one. Raises OSError.

    `otherwise`: where the completed new one goes if the old one stays held; the error is raised all the same.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        # An unpaired surrogate has no UTF-8 encoding; as \ud83d JSON reads it back.
        with beside.open("w", encoding="utf-8", errors="backslashreplace") as file:
            with suppress(OSError):
                beside.chmod(0o600)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        try:
            replace(beside, path, wait)
        except OSError:
            if otherwise is not None:
                replace(beside, otherwise, wait)
            raise
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
