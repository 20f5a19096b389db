"""The compilers of the installers, and how they are called."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from installer.wine.cache import Cache
from tools.words import Trouble

ROOT = Path(__file__).resolve().parents[2]
INSTALLER = ROOT / "installer"
TOOLS = ("makensis", "wixl", "msibuild", "msiextract")


@dataclass(frozen=True)
class Tools:
    """The compilers. `find` says where they are."""

    makensis: tuple[str, ...]
    wixl: tuple[str, ...]
    msibuild: tuple[str, ...]
    msiextract: tuple[str, ...]

    @classmethod
    def find(cls) -> Tools | None:
        """On the PATH, else in Wine's Debian; None if they are in neither."""
        here = [shutil.which(each) for each in TOOLS]
        if all(here):
            return cls(*((each,) for each in here if each))
        cache = Cache.usual()
        return cls(*(tuple(cache.linux(each)) for each in TOOLS)) if cache.is_there else None


def call(command: Sequence[str], *shared: Path) -> str:
    """Run a compiler from this checkout; returns what it prints. Wine's Debian sees these folders and the checkout."""
    seen = " ".join(str(each) for each in (*shared, INSTALLER))
    environment = {**os.environ, "FD_SHARE": seen}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    printed = done.stdout.decode(errors="replace")
    if done.returncode != 0:
        raise Trouble(f"{Path(command[0]).name} failed:\n{printed}")
    return printed
