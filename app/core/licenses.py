"""The parts that the program ships with: version, license and its texts. One truth for the build and for About.

A bundle has the texts in its folder `licenses`, collected by tools/building/licenses.py, and the versions in its bill
of materials; a program that runs from source has both from the environment. Loaded with the page that shows it.
"""

from __future__ import annotations

import importlib.metadata
import json
import platform
import re
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.installation import libraries
from app.core.root import ROOT

BILL = "front-desk.cdx.json"
"""The bill of materials, in a bundle's folder."""
PYTHON, STARTER, ICONS = "Python", "the starter of PyInstaller", "Lucide icons"
"""What THIRD-PARTY.md names besides libraries."""
QT = "qt"
OF_QT = {"pyside6-essentials": QT, "shiboken6": QT}
"""Qt for Python's files carry no license text: Qt's, with its notice, is theirs too."""
_FOLDERS = {PYTHON: "python", STARTER: "pyinstaller", **OF_QT}
_ICONS_LICENSE = Path("resources", "icons", "LICENSE")
_VENDOR = "vendor"
"""The folder of what a library contains of others."""
_TEXT = re.compile(r"(?i)licen[cs]e|copying|notice|authors")


@dataclass(frozen=True, slots=True)
class Part:
    """Something that others made."""

    name: str
    version: str
    """Empty: not recorded."""
    license: str
    texts: tuple[Path, ...]


def parts(root: Path = ROOT) -> tuple[Part, ...]:
    """What this program ships with, Qt first, then as in THIRD-PARTY.md; a library of other systems is left out."""
    bundled = root / "licenses"
    known = versions(root)
    found: list[Part] = []
    for row in libraries(root):
        names = [each.strip() for each in row.names.partition(" (")[0].split(", ")]
        for name in names[:1] if names[0] in OF_QT else names:
            texts = _bundled(bundled, name) if bundled.is_dir() else _from_here(root, name)
            texts = [*texts, root / _ICONS_LICENSE] if name == ICONS else texts
            there = [each for each in texts if each.is_file()]
            if there or name in known:
                shown = "Qt, PySide6, shiboken6" if name in OF_QT else name  # words: names
                found.append(Part(shown, known.get(name, ""), row.license, tuple(there)))
    return tuple(sorted(found, key=lambda each: not each.name.startswith("Qt,")))


def versions(root: Path = ROOT) -> dict[str, str]:
    """By the names of THIRD-PARTY.md, the versions of what is here."""
    bill = root / BILL
    if bill.is_file():
        try:
            listed = json.loads(bill.read_text(encoding="utf-8"))["components"]
            return {str(each["name"]): str(each["version"]) for each in listed}
        except (OSError, ValueError, KeyError, TypeError):  # somebody has changed the file
            return {}
    names = [each for row in libraries(root) for each in row.names.partition(" (")[0].split(", ")]
    found = {each: version for each in names if (version := _installed_version(each))}
    return {**found, PYTHON: platform.python_version()}


def text_of(part: Part) -> str:
    """All texts of a part, one below the other, each below its file's name if there are several."""
    texts = []
    for path in sorted(part.texts, key=_order):
        try:
            text = path.read_text(encoding="utf-8", errors="replace").strip()
        except OSError as error:
            text = f"{path}: {error.strerror or type(error).__name__}"
        if len(part.texts) > 1:
            head = str(Path(*path.parts[-2:])) if _VENDOR in path.parts else path.name
            text = f"{head}\n{'=' * len(head)}\n\n{text}"
        texts.append(text)
    return "\n\n\n".join(texts)


def _order(path: Path) -> tuple[int, int, Path]:
    """Notices first; the LGPL adds to the GPL; what a library contains comes after the library's own."""
    first = next((at for at, name in enumerate(("NOTICE", "LGPL")) if path.name.startswith(name)), 2)
    return first, len(path.parts), path


def folder_below(path: Path) -> str:
    """Where a text of pip's stands below its library's folder: what a library contains has texts of its own."""
    names = path.parent.parts
    return "/".join(names[names.index(_VENDOR) :]) if _VENDOR in names else ""


def installed_texts(name: str) -> Iterator[Path]:
    """A library's texts, where pip has put them."""
    for file in importlib.metadata.files(name) or ():
        if ".dist-info" in str(file) and _TEXT.search(file.name):
            path = Path(str(file.locate()))
            if path.is_file() and path.stat().st_size > 0:
                yield path


def kept_texts(name: str, root: Path = ROOT) -> list[Path]:
    """Texts that a library's own files lack, kept in the source tree."""
    return sorted(each for each in (root / "installer" / "licenses" / name).glob("*") if each.is_file())


def python_text(root: Path = ROOT) -> Path | None:
    """Python's own license: beside its library on Linux and macOS, in its folder on Windows."""
    kept = root / "installer" / "licenses" / "python"
    for folder in (sysconfig.get_path("stdlib"), sysconfig.get_config_var("installed_base"), str(kept)):
        for name in ("LICENSE.txt", "LICENSE"):
            if folder and (path := Path(folder) / name).is_file():
                return path
    return None


def folder_of(name: str) -> str:
    """The name of the folder with a part's texts."""
    return _FOLDERS.get(name, name)


def _bundled(folder: Path, name: str) -> list[Path]:
    return sorted(each for each in (folder / folder_of(name)).rglob("*") if each.is_file())


def _from_here(root: Path, name: str) -> list[Path]:
    if name == PYTHON:
        found = python_text(root)
        return [found] if found is not None else []
    try:
        installed = list(installed_texts(name))
    except importlib.metadata.PackageNotFoundError:
        return []
    return [*installed, *kept_texts(folder_of(name), root)]


def _installed_version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:  # of another system, or no library
        return ""
