"""How this copy of the program was installed, as the installers wrote it down."""

from __future__ import annotations

import sys
from pathlib import Path

KINDS = {"exe": "nsis", "msi": "msi"}
"""What the registry says about who installed it, and the kind of installer in an update list."""
KEY = r"Software\Front Desk"  # words: a key of the registry


def installed_kind(executable: str = sys.executable) -> str:
    """The kind of installer that installed this copy; empty: it was unpacked or runs from source."""
    by, program = _value("InstalledBy"), _value("Program")
    if not program or Path(program).parent != Path(executable).parent:
        return ""
    return KINDS.get(by, "")


def installed_options() -> tuple[str, ...]:
    """What the installer was asked for, as an MSI takes it: it forgets it when it is removed."""
    return tuple(f"{name.upper()}=1" for name in ("Kiosk", "Autostart") if _value(name) == "1")


def _value(name: str) -> str:
    """A text that an administrator's installer wrote: the user's part of the registry isn't looked at."""
    if sys.platform == "win32":
        import winreg
        from contextlib import suppress

        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, KEY, 0, access) as opened:
            return str(winreg.QueryValueEx(opened, name)[0])
    return ""
