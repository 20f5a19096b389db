"""The license texts of everything a bundle contains. A library without one ends the build."""

from __future__ import annotations

import importlib.metadata
import re
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from tools.building.locked import shipped
from tools.building.parts import ROOT
from tools.words import Trouble

KEPT = ROOT / "installer" / "licenses"
"""Texts that a library's own files lack, each in a folder of its name."""
_OF_QT = {"pyside6-essentials": "qt", "shiboken6": "qt"}
"""Qt for Python's files carry no license text: Qt's, with its notice, is theirs too."""
_STARTER = "pyinstaller"
"""Its starter is in every bundle, though it is not one of the program's own libraries."""
_TEXT = re.compile(r"(?i)licen[cs]e|copying|notice|authors")


def licenses() -> list[tuple[str, str]]:
    """Each text as (file, folder in the bundle). Raises Trouble if a library has none."""
    found: list[tuple[str, str]] = []
    lacking = []
    for name in (*(each.name for each in shipped()), _STARTER):
        folder = _OF_QT.get(name, name)
        texts = [*_installed(name), *_kept(folder)]
        if not texts:
            lacking.append(name)
        found += [(str(text), f"licenses/{folder}") for text in texts]
    python = _of_python()
    if python is None:
        lacking.append("Python")
    else:
        found.append((str(python), "licenses/python"))
    if lacking:
        raise Trouble(
            f"No license text was found for: {', '.join(lacking)}. Put it into installer/licenses/NAME/LICENSE."
        )
    return sorted(set(found))


def _installed(name: str) -> Iterator[Path]:
    for file in importlib.metadata.files(name) or ():
        if ".dist-info" in str(file) and _TEXT.search(file.name):
            path = Path(str(file.locate()))
            if path.is_file() and path.stat().st_size > 0:
                yield path


def _kept(name: str) -> list[Path]:
    return sorted(each for each in (KEPT / name).glob("*") if each.is_file())


def _of_python() -> Path | None:
    """Python's own license: beside its library on Linux and macOS, in its folder on Windows."""
    folders = [sysconfig.get_path("stdlib"), sysconfig.get_config_var("installed_base"), str(KEPT / "python")]
    for folder in folders:
        for name in ("LICENSE.txt", "LICENSE"):
            if folder and (path := Path(folder) / name).is_file():
                return path
    return None
