"""Where the program keeps data in the profiles of this PC's users: for what an administrator does for all of them."""

# words: file names and keys of the registry

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def data_folders() -> Iterator[Path]:
    """The program's folder in the profile of each user, whether it is there or not. Empty on other systems."""
    if sys.platform == "win32":
        import winreg

        place = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList"
        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place, 0, access) as profiles:
            names = [winreg.EnumKey(profiles, each) for each in range(winreg.QueryInfoKey(profiles)[0])]
            for name in names:
                with suppress(OSError), winreg.OpenKey(profiles, name) as profile:
                    path = winreg.ExpandEnvironmentStrings(
                        winreg.QueryValueEx(profile, "ProfileImagePath")[0]
                    )
                    yield Path(path) / "AppData" / "Local" / "Front Desk"
    else:
        yield from ()
