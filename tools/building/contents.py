"""What is in a bundle that was built: which modules, and how much of what."""

from __future__ import annotations

import functools
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PyInstaller.archive.readers import ZlibArchiveReader

from tools.building.parts import EXCLUDED, MODULES, ROOT, UNMISSED

LIMITS = {"win32": 90.0, "linux": 162.0}
"""The most megabytes of a bundle. On Linux Qt brings its own ICU (38 MB), and the system's libraries come along."""
ELSEWHERE = {"winreg", "_winapi", "msvcrt", "nt", *(() if os.name == "nt" else ("win32ctypes",))}
"""What is imported on Windows only: its own modules, and there a library that is locked for no other system."""
_IMPORT = re.compile(
    r"^[ \t]*(?:from ([\w.]+) import (\([^)]*\)|[^\n]+)|import ([\w., ]+?)[ \t]*(?:#.*)?$)", re.MULTILINE
)
"""Import statements, wherever they stand: to read the syntax trees of a thousand files would take seconds."""
_SUFFIX = re.compile(r"\.(abi3|cpython-[\w-]+|cp\d+-\w+)?\.?(so|pyd)$")
_PARTS = (
    ("Qt", re.compile(r"(?i)^(PySide6|shiboken6)/|^(lib)?(Qt6|pyside6|shiboken6|icu)")),
    ("texts and pictures", re.compile(r"^resources/|\.(md|cdx\.json)$")),
    ("license texts", re.compile(r"^licenses/")),
    (
        "Python",
        re.compile(
            r"(?i)^(python\d|libpython|base_library|lib(crypto|ssl|sqlite3|ffi)|sqlite3\.dll|vcruntime)"
        ),
    ),
)


def imported(tree: Path = ROOT / "app") -> dict[str, str]:
    """Each module of others that the program imports anywhere, with one file that does."""
    found: dict[str, str] = {}
    for path in sorted(tree.rglob("*.py")):
        for name in _names(path.read_text(encoding="utf-8")):
            if name.partition(".")[0] not in {*sys.stdlib_module_names, *ELSEWHERE, "app"}:
                found.setdefault(name, path.relative_to(tree.parent).as_posix())
    return found


def _names(source: str) -> Iterator[str]:
    for package, several, plain in _IMPORT.findall(source):
        if plain:
            yield from (each.split()[0] for each in plain.split(","))
        elif package.partition(".")[0] not in {*sys.stdlib_module_names, "app"}:
            yield package
            # What is imported from a package may be a module of it.
            names = (
                each.split()[0] for each in re.sub(r"#.*", "", several).strip("()").split(",") if each.strip()
            )
            yield from (f"{package}.{each}" for each in names if _is_module(package, each))


def _is_module(package: str, name: str) -> bool:
    folders = (Path(each, *package.split(".")) for each in sys.path if each)
    return any(name in _modules_in(folder) for folder in folders)


@functools.cache
def _modules_in(folder: Path) -> frozenset[str]:
    """Names as they are written: Windows would find phonenumber.py by the name of its class, PhoneNumber, too."""
    if not folder.is_dir():
        return frozenset()
    return frozenset(
        each.name.partition(".")[0]
        for each in folder.iterdir()
        if each.suffix in {".py", ".so", ".pyd"} or (each / "__init__.py").exists()
    )


def modules(bundle: Path) -> set[str]:
    """The modules that a bundle holds: those in its archive, and the compiled ones beside it."""
    inside = bundle / "_internal"
    found = set(ZlibArchiveReader(str(inside / MODULES)).toc)
    for path in inside.rglob("*"):
        name = path.relative_to(inside).as_posix()
        if _SUFFIX.search(name):
            found.add(_SUFFIX.sub("", name).replace("/", "."))
    return found


def lacking(wanted: dict[str, str], held: set[str]) -> list[str]:
    """A line for each imported module that a bundle doesn't hold."""
    return [f"{name} (imported by {path})" for name, path in sorted(wanted.items()) if name not in held]


def wrongly_excluded(warnings: str) -> list[str]:
    """A line for each excluded module that another one of the bundle imports as soon as it is loaded.

    `warnings` is what PyInstaller writes about its analysis. A package that names a module of its own is no importer:
    PyInstaller's hooks name there what the package may load.
    """
    lines = []
    for name, importers in re.findall(
        r"^excluded module named (\S+) - imported by (.+)$", warnings, re.MULTILINE
    ):
        found = [
            each for each in re.findall(r"(\S+) \(top-level\)", importers) if not _needs_nothing(each, name)
        ]
        if found and name in EXCLUDED:
            lines.append(f"{name} (imported by {', '.join(found)})")
    return lines


def _needs_nothing(importer: str, name: str) -> bool:
    return (name, importer) in UNMISSED or name.startswith(f"{importer}.")


def sizes(bundle: Path) -> Counter[str]:
    """Bytes by part; links count nothing."""
    found: Counter[str] = Counter()
    inside = bundle / "_internal"
    for path in bundle.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[_part_of(path, inside)] += path.stat().st_size
    return found


def _part_of(path: Path, inside: Path) -> str:
    if not path.is_relative_to(inside) or path == inside / MODULES:
        return "the program and pure Python libraries"
    name = path.relative_to(inside).as_posix()
    for part, pattern in _PARTS:
        if pattern.search(name):
            return part
    return name.split("/")[0] if "/" in name else "libraries of the system"
