"""What Windows reads from an executable: its version, and the manifest that says how it wants to be run."""

from __future__ import annotations

import re
import tomllib

from app.core.version import VERSION
from tools.building.parts import ROOT
from tools.words import Trouble

MANIFEST = (ROOT / "installer" / "front-desk.manifest").read_text(encoding="utf-8")
"""Sharp on every screen, paths over 260 characters, UTF-8 for the C library, and Windows 10 and 11 as they are."""

_VERSION = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers},
    mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', 'Front Desk'),
      StringStruct('FileDescription', 'Front Desk'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', 'front-desk'),
      StringStruct('OriginalFilename', '{file}'),
      StringStruct('ProductName', 'Front Desk'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])])
  ]
)
"""


def version(file: str, of: str = VERSION) -> str:
    """The version resource of an executable, as PyInstaller reads it. Raises Trouble for a version it can't hold."""
    found = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", of)
    if found is None or any(int(each) > 0xFFFF for each in found.groups()):
        raise Trouble(f"The version in app/core/version.py must be three numbers, each at most 65535: {of}")
    return _VERSION.format(numbers=(*map(int, found.groups()), 0), version=of, file=file)


def check_one_version() -> None:
    """Raise Trouble if pyproject.toml names another version than app/core/version.py."""
    named = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    if named != VERSION:
        raise Trouble(f"app/core/version.py names version {VERSION}, and pyproject.toml {named}.")
