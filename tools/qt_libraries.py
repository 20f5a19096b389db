"""Finds the system libraries that Qt's wheels need on Linux, by inspecting the wheels."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tools.system import install_packages
from tools.words import Trouble

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtSvg", "QtPrintSupport")
FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_ASK_FOLDER = "import importlib.util as u; print(u.find_spec('PySide6').submodule_search_locations[0])"
_NOT_FOUND = re.compile(r"^\s*(\S+\.so[.\d]*) => not found", re.MULTILINE)
_ODD_NAMES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
    "libstdc++.so.6": "libstdc++6",
}
"""Libraries whose Debian package doesn't follow Debian's naming rule."""


def provide_for_qt(python: Path, *, screen: bool) -> None:
    """Install the libraries Qt needs on this Linux, or raise Trouble with the command that does."""
    missing = {package_of(name) for name in missing_libraries(_qt_files(python, screen=screen))}
    if not _has_fonts():
        missing.add(FONT_PACKAGE)
    if missing:
        install_packages(sorted(missing), "A part of the system that Qt needs")
        if still := missing_libraries(_qt_files(python, screen=screen)):
            raise Trouble(f"Qt still misses {', '.join(sorted(still))}.")


def package_of(library: str) -> str:
    """The Debian package of a shared library: `libxkbcommon-x11.so.0` is in `libxkbcommon-x11-0`."""
    if library in _ODD_NAMES:
        return _ODD_NAMES[library]
    name, _, version = library.partition(".so")
    name, version = name.lower().replace("_", "-"), version.strip(".")
    return f"{name}-{version}" if name[-1:].isdigit() else f"{name}{version}"


def missing_libraries(files: list[Path]) -> set[str]:
    """The libraries that the dynamic loader doesn't find for any of these files."""
    found = subprocess.run(["ldd", *map(str, files)], capture_output=True, text=True, check=False)
    return set(_NOT_FOUND.findall(found.stdout))


def _qt_files(python: Path, *, screen: bool) -> list[Path]:
    """The parts of Qt that the program loads: its modules and the platform plugin, if there is a screen."""
    asked = subprocess.run([str(python), "-c", _ASK_FOLDER], capture_output=True, text=True, check=False)
    if asked.returncode != 0:
        raise Trouble("PySide6 is not installed in .venv. Delete the folder .venv and try again.")
    folder = Path(asked.stdout.strip())
    plugins = [folder / "Qt/plugins/platforms/libqoffscreen.so"]
    if screen:
        plugins += [folder / "Qt/plugins/platforms/libqxcb.so"]
    modules = [path for name in MODULES for path in folder.glob(f"{name}.abi3.so")]
    return [path for path in [*modules, *plugins] if path.exists()]


def _has_fonts() -> bool:
    folders = [Path(each).expanduser() for each in FONT_FOLDERS]
    return any(next(folder.rglob(f"*.{kind}"), None) for folder in folders for kind in ("ttf", "otf", "ttc"))
