"""The program's folders on this PC."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from app.core.later import load_name

HOME_VARIABLE = "FRONT_DESK_HOME"
"""Names one folder that holds everything: for tests, kiosks and trying a second office."""

MAX_PATH = 260
BELOW = 130
"""The longest path of our files below one of the folders, with what SQLite adds, has fewer characters."""
EXTENDED = "\\\\?\\"


class FolderUnusable(OSError):
    """One of the program's folders can't be created or written to. The text says which and why."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(f"{folder} cannot be written to ({why})")
        self.folder = folder


@dataclass(frozen=True, slots=True)
class ProgramFolders:
    """The program's folders. They may not exist yet: `make` creates them."""

    config: Path
    """Settings: small, worth backing up."""
    data: Path
    """The journal and the training practice."""
    logs: Path

    def make(self) -> None:
        """Create all missing folders, accessible only to this user.

        On Windows the access list of the user's profile ensures this; a folder elsewhere gets one. Raises
        FolderUnusable if one can't be created or written to.
        """
        for folder in (self.config, self.data, self.logs):
            probe = folder / f".can-be-written-{os.getpid()}"
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                probe.touch()
                probe.unlink()
            except OSError as error:
                raise FolderUnusable(folder, error.strerror or type(error).__name__) from error
            with suppress(PermissionError):  # another user's folder, writable for this one
                folder.chmod(0o700)
            if os.name == "nt":
                with suppress(OSError):  # a file system without access lists, such as a stick's
                    load_name("app.core.windows_access:make_private")(folder)


def program_folders(environment: Mapping[str, str] = os.environ) -> ProgramFolders:
    """This user's folders on this system, or those under the folder named by FRONT_DESK_HOME."""
    if home := environment.get(HOME_VARIABLE):
        root = unlimited(Path(home).expanduser().absolute())
        return ProgramFolders(root / "config", root / "data", root / "logs")
    dirs = PlatformDirs("Front Desk", appauthor=False, roaming=False)
    paths = (dirs.user_config_path, dirs.user_data_path, dirs.user_log_path)
    return ProgramFolders(*(unlimited(each) for each in paths))


def unlimited(folder: Path) -> Path:
    r"""The same folder, written so that Windows takes paths of any length in it: with \\?\ in front.

    Only where that is needed: Windows' limit is 260 characters unless an administrator lifts it, and our files need
    BELOW of them.
    """
    text = str(folder)
    if os.name != "nt" or len(text) + BELOW <= MAX_PATH or text.startswith(EXTENDED):
        return folder
    return Path(f"{EXTENDED}UNC{text[1:]}" if text.startswith("\\\\") else EXTENDED + text)
