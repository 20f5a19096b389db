"""Where the program keeps its files on this computer."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

HOME_VARIABLE = "FRONT_DESK_HOME"
"""Names one folder that holds everything instead: for tests, kiosks and trying out a second office."""


class FolderUnusable(OSError):
    """A folder of the program's cannot be made or written to. Its text says which and why."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(f"{folder} cannot be written to ({why})")
        self.folder = folder


@dataclass(frozen=True, slots=True)
class ProgramFolders:
    """The program's folders. They may not exist yet: `make` makes them."""

    config: Path
    """Settings: small, worth a backup."""
    data: Path
    """The journal and the training practice."""
    logs: Path

    def make(self) -> None:
        """Make every folder that is missing, and let nobody but this user into them.

        On Windows they lie in the user's profile, whose access list does that. FolderUnusable when one can't be made,
        or can't be written to.
        """
        for folder in (self.config, self.data, self.logs):
            probe = folder / f".can-be-written-{os.getpid()}"
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                probe.touch()
                probe.unlink()
            except OSError as error:
                raise FolderUnusable(folder, error.strerror or type(error).__name__) from error
            with suppress(PermissionError):  # somebody else's folder, in which this user may write
                folder.chmod(0o700)


def program_folders(environment: Mapping[str, str] = os.environ) -> ProgramFolders:
    """The folders of this user on this system, or those under the folder that FRONT_DESK_HOME names."""
    if home := environment.get(HOME_VARIABLE):
        root = Path(home).expanduser().absolute()
        return ProgramFolders(root / "config", root / "data", root / "logs")
    dirs = PlatformDirs("Front Desk", appauthor=False, roaming=False)
    return ProgramFolders(dirs.user_config_path, dirs.user_data_path, dirs.user_log_path)
