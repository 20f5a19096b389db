"""Imports every module of the program with nothing but the modules that a bundle holds.

    python -m tools.building.importing BUNDLE [TREE]      prints a line for each module that can't be imported

A list of imports can't tell whether a library works without a part of it that was left out: here it is tried, in a
process of its own, with the code that is in the bundle's archive. Compiled modules are taken from this Python's.
"""

from __future__ import annotations

import importlib
import sys
import zipfile
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

from PyInstaller.archive.readers import ZlibArchiveReader

from tools.building import contents
from tools.building.parts import MODULES, ROOT

_ELSEWHERE = {"win32": ("fcntl", "pwd", "resource", "termios")}.get(sys.platform, contents.ELSEWHERE)
"""What the program imports on other systems only."""


class OfBundle(PathFinder):
    """A finder that is asked before any other, and refuses what the bundle doesn't hold."""

    def __init__(self, held: set[str], archive: ZlibArchiveReader) -> None:
        self.held = held
        self.archive = archive

    def find_spec(  # type: ignore[override] # PathFinder's are methods of the class
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """With the archive's code; None leaves it to the next finder."""
        if fullname not in self.held:
            raise ModuleNotFoundError(f"The bundle has no module {fullname}", name=fullname)
        if fullname not in self.archive.toc:
            return None
        found = super().find_spec(fullname, path, target)
        if found is not None and isinstance(found.loader, SourceFileLoader):
            found.loader = Archived(fullname, found.loader.path, self.archive)
        return found


class Archived(SourceFileLoader):
    """Loads a module's code from the archive."""

    def __init__(self, fullname: str, path: str, archive: ZlibArchiveReader) -> None:
        super().__init__(fullname, path)
        self.archive = archive

    def get_code(self, fullname: str) -> CodeType:
        """The archive's."""
        code: CodeType = self.archive.extract(fullname)
        return code


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
    sys.meta_path.insert(0, OfBundle(held, ZlibArchiveReader(str(bundle / "_internal" / MODULES))))
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
