"""Properties of this computer: a screen, and a usable package manager."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from tools.words import Trouble, say


def has_screen() -> bool:
    """Whether a window can be shown: always on Windows and macOS; Linux needs a display."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def install_packages(packages: list[str], what: str) -> None:
    """Install system packages with apt-get if this is root; otherwise raise Trouble with the command to run."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *sorted(packages)]
    if shutil.which("apt-get") is None:
        raise Trouble(
            f"{what} is missing. On Debian its packages are {' '.join(sorted(packages))}: install yours."
        )
    if os.geteuid() != 0:
        raise Trouble(f"{what} is missing. Type this once, then try again:\n\n   sudo {' '.join(command)}\n")
    say(f"Installing {' '.join(sorted(packages))}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if _run(command, quiet) != 0 and (_run(["apt-get", "update"], quiet) != 0 or _run(command, quiet) != 0):
        raise Trouble(f"{what} is missing and could not be installed. Try: {' '.join(command)}")


def _run(command: list[str], environment: dict[str, str]) -> int:
    return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode
