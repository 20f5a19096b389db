"""A small bundle, and what can be seen of the MSI that is made of it."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path

import pytest
from PyInstaller.archive.writers import ZlibArchiveWriter

needs_compilers = pytest.mark.skipif(
    any(shutil.which(each) is None for each in ("makensis", "wixl", "msibuild", "msiextract", "7z")),
    reason="needs compilers and readers: apt-get install nsis wixl msitools p7zip-full",
)


def bundle(folder: Path) -> Path:
    """A small folder like PyInstaller's."""
    for name in (
        "FrontDesk.exe",
        "front-desk.exe",
        "_internal/base_library.zip",
        "_internal/licenses/x & y/LICENSE",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(executable() if name.endswith(".exe") else name.encode())
    modules(folder / "_internal" / "modules.pyz")
    return folder


def modules(file: Path) -> Path:
    """An archive of modules, as PyInstaller writes it: a package, two modules, and a folder without one."""
    files = {"a": "a/__init__.py", "a.b": "a/b.py", "c": "c.py", "d": None}
    codes = {name: compile(f"value = '{name * 3000}'", name, "exec") for name, path in files.items() if path}
    ZlibArchiveWriter(str(file), [(name, path, "PYMODULE") for name, path in files.items()], codes)
    return file


def executable() -> bytes:
    """The smallest file of 64 bits that passes for a Windows executable."""
    head = bytearray(1024)
    head[:2] = b"MZ"
    struct.pack_into("<I", head, 0x3C, 64)
    struct.pack_into("<4sHHIIIHH", head, 64, b"PE\0\0", 0x8664, 1, 0, 0, 0, 240, 0x22)
    struct.pack_into("<HBBIIIIIQIIHHHHHHIIIIHH", head, 88, 0x20B, 14, 0, 0, 0, 0, 0, 0, 0x140000000, 4096, 512,
                     6, 0, 0, 0, 6, 0, 0, 8192, 512, 0, 2, 0)  # fmt: skip
    struct.pack_into("<I", head, 88 + 108, 16)
    struct.pack_into("<8sIIII", head, 88 + 240, b".text", 512, 4096, 512, 512)
    return bytes(head)


def shown(msi: Path, table: str) -> list[list[str]]:
    """The rows of an MSI's table."""
    text = subprocess.run(
        ["msiinfo", "export", str(msi), table], capture_output=True, check=True
    ).stdout.decode()
    return [line.split("\t") for line in text.splitlines()[3:]]
