"""An installer in two versions: what was built, and the same files under an older number."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.building import installers
from tools.building.compilers import Tools
from tools.building.msi import msi
from tools.words import Trouble

OLDER = "0.0.9"
"""The version that is upgraded. Its files are the newer one's: what is checked is what an upgrade does to an office."""
FOLDER = "Front Desk"
WINDOWS_FOLDER = rf"C:\Program Files\{FOLDER}"


def make_older(bundle: Path, out: Path) -> tuple[Path, Path]:
    """The setup program and the MSI of the older version. Raises Trouble."""
    tools = Tools.find()
    if tools is None:
        raise Trouble("makensis and wixl are missing. On Debian: apt-get install nsis wixl msitools")
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    return installers.nsis(tools, bundle, out, version=OLDER), msi(tools, bundle, out, OLDER)


@dataclass(frozen=True)
class Package:
    """An installer in two versions."""

    name: str
    older: Path
    newer: Path

    @property
    def is_msi(self) -> bool:
        """Whether Windows' own installer handles it."""
        return self.newer.suffix == ".msi"

    def install(self, file: Path, parameters: Mapping[str, str] | None = None) -> list[str]:
        """The command that installs a version silently."""
        if self.is_msi:
            return ["msiexec", "/i", _path(file), "/qn", *(f"{a}={b}" for a, b in (parameters or {}).items())]
        return [_path(file), "/S", *(f"/{a}={b}" for a, b in (parameters or {}).items())]

    def repair(self) -> list[str]:
        """The command that brings back what is missing.

        Of an MSI what Windows makes of `/fa FILE`. Wine takes that for a product's number, and knows none like it.
        """
        parameters = {"REINSTALL": "ALL", "REINSTALLMODE": "amus"} if self.is_msi else None
        return self.install(self.newer, parameters)

    def remove(self) -> list[str]:
        """The command that removes the program and all data."""
        if self.is_msi:
            return ["msiexec", "/x", _path(self.newer), "/qn", "REMOVEDATA=1"]
        return [rf"{WINDOWS_FOLDER}\uninstall.exe", "/S", "/REMOVEDATA=1"]


@dataclass(frozen=True)
class Built:
    """What was built, all of it."""

    bundle: Path
    setup: Package
    msi: Package
    portable: Path


def _path(file: Path) -> str:
    return f"Z:{file}".replace("/", "\\")
