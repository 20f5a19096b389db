"""Imports every module of the program with nothing but the modules that a bundle holds.

    python -m tools.building.importing BUNDLE [TREE]      prints a line for each module that can't be imported

A list of imports can't tell whether a library works without a part of it that was left out: here it is tried, in a
process of its own, from source.
"""

from __future__ import annotations

import importlib
import sys
import zipfile
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from tools.building import contents
from tools.building.parts import ROOT

_ELSEWHERE = {"win32": ("fcntl", "pwd", "resource", "termios")}.get(sys.platform, contents.ELSEWHERE)
"""What the program imports on other systems only."""


class Refusing:
    """A finder that refuses, before any other is asked, what the bundle doesn't hold."""

    def __init__(self, held: set[str]) -> None:
        self.held = held

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Refuse it, or leave it to the next finder."""
        if name in self.held:
            return None
        raise ModuleNotFoundError(f"The bundle has no module {name}", name=name)


def held_by(bundle: Path) -> set[str]:
    """All modules that can be imported in a bundle, those of Python's own library and in Python itself too."""
    with zipfile.ZipFile(bundle / "_internal" / "base_library.zip") as archive:
        names = [Path(name).with_suffix("") for name in archive.namelist() if name.endswith(".pyc")]
    base = {".".join(each.parts).removesuffix(".__init__") for each in names}
    # Compiled parts of Python's own library: below a folder of theirs, or beside those of others.
    found = contents.modules(bundle)
    own = {name.rpartition("lib-dynload.")[2] for name in found}
    in_executable = {"pyimod01_archive", "pyimod02_importers", "pyimod03_ctypes", "struct"}
    return found | own | base | in_executable | set(sys.builtin_module_names) | _frozen()


def _frozen() -> set[str]:
    return {name for name in sys.stdlib_module_names if importlib.machinery.FrozenImporter.find_spec(name)}


def failing(bundle: Path, tree: Path = ROOT / "app") -> list[str]:
    """A line for each module of the program that can't be imported."""
    sys.path.insert(0, str(tree.parent))
    held = held_by(bundle)
    for name in [each for each in sys.modules if each not in {*held, "__main__", "os.path"}]:
        # Loaded by this tool or at Python's start: as if it weren't.
        del sys.modules[name]
    sys.meta_path.insert(0, Refusing(held))
    lines = []
    for path in sorted(tree.rglob("*.py")):
        name = ".".join(path.relative_to(tree.parent).with_suffix("").parts).removesuffix(".__init__")
        try:
            importlib.import_module(name)
        except ImportError as error:
            if error.name not in _ELSEWHERE:
                lines.append(f"{name}: {error}")
    return lines


if __name__ == "__main__":
    troubles = failing(*map(Path, sys.argv[1:]))
    sys.stdout.write("".join(f"{each}\n" for each in troubles))
    sys.exit(1 if troubles else 0)
