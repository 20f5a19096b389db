r"""Administrative settings: what the office's administrator has set for everybody on this PC.

They are in `%ProgramData%\Front Desk\settings.json`, on other systems in `/etc/xdg/Front Desk/settings.json`: a JSON
object with any of these keys. Users can't change the file, and its values overrule theirs.

=================== ======= =======================================================================================
key                 value   meaning
=================== ======= =======================================================================================
mode                text    how the office is reached: Service, Hub, Local, Remote or Training
server              text    the office's server for mode Service: SERVER, 10.0.0.5:30223 or a URL
hub                 text    the office hub for mode Hub: PC, 10.0.0.5:30224 or a URL
open_dental         text    the path of OpenDental.exe
language            text    the language's code; en is English
task_sound          text    on or off: whether new tasks and reminders make a sound
waiting_tasks       text    on or off: whether the PC writes a task for a provider whose patient waits
kiosk               yes/no  true: this PC is a check-in PC, and Front Desk starts as the kiosk
start_with_windows  yes/no  whether the installer has Front Desk start when somebody signs in to Windows
update_from         text    the address or the folder of updates; an empty text: none are looked for
=================== ======= =======================================================================================

`kiosk`, `start_with_windows` and `update_from` have no place among a user's settings; `start_with_windows` is what
the installer was asked for, and it registers the start. Unknown keys, kept for newer versions, and values of another
kind are ignored and reported. A file that can't be read, or that other users can write, is not used at all, and that
is reported too. Read before the first paint, so without slow imports.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.core.later import load_name
from app.core.settings import Loaded, Settings

FOLDER_VARIABLE = "FRONT_DESK_POLICY"
"""Names the folder where there is no administrator's file: for tests. It never stands in for one that is there."""
NAME = "settings.json"
MODES = ("Service", "Hub", "Local", "Remote", "Training")
OVERRULING = ("mode", "server", "hub", "open_dental", "language", "task_sound", "waiting_tasks")
"""Keys that take the place of a user's settings of the same name."""
SWITCHES = ("kiosk", "start_with_windows")
KEYS = (*OVERRULING, *SWITCHES, "update_from")
CHOICES = {"mode": MODES, "task_sound": ("on", "off"), "waiting_tasks": ("on", "off")}


class Policy:
    """What the administrator has set. A plain class: a dataclass takes half a millisecond of the start to make."""

    def __init__(
        self,
        values: Mapping[str, Any] | None = None,
        path: Path | None = None,
        *,
        damaged: bool = False,
        damaged_at: str = "",
        open_to_others: bool = False,
        unusable: tuple[str, ...] = (),
        unknown: tuple[str, ...] = (),
    ) -> None:
        self.values = values or {}
        """By the keys above; only what can be used."""
        self.path = path
        """The file; None: there is none."""
        self.damaged = damaged
        """The file can't be read as a JSON object."""
        self.damaged_at = damaged_at
        """Where the text stops being JSON, as "line:column"; empty: not known."""
        self.open_to_others = open_to_others
        """Ordinary users can write the file, so it may not be the administrator's."""
        self.unusable = unusable
        """Keys whose values can't be used."""
        self.unknown = unknown
        """Keys that this version doesn't know: a newer version's, or a slip of the pen."""

    @property
    def fixed(self) -> frozenset[str]:
        """The names of settings that the user can't change."""
        return frozenset(OVERRULING).intersection(self.values)

    def over(self, settings: Settings) -> Settings:
        """These settings with the administrator's."""
        return settings.changed(**{name: self.values[name] for name in self.fixed})

    def without(self, settings: Settings, own: Settings) -> Settings:
        """What is kept for the user: her `own` values where the administrator's overruled them."""
        return settings.changed(**{name: getattr(own, name) for name in self.fixed})


NO_POLICY = Policy()


def overruled(loaded: Loaded, policy: Policy) -> Loaded:
    """The settings that are in force."""
    return replace(loaded, settings=policy.over(loaded.settings), own=loaded.settings, policy=policy)


def read_policy(environment: Mapping[str, str] = os.environ, system: Path | None = None) -> Policy:
    """The administrator's settings of this PC. `system` None: this system's own folder for them."""
    path = (system or system_folder()) / NAME
    found = _read(path)
    if found is not NO_POLICY:
        return Policy(path=path, open_to_others=True) if _others_can_write(path) else found
    if named := environment.get(FOLDER_VARIABLE):
        return _read(Path(named) / NAME)
    return NO_POLICY


def system_folder() -> Path:
    """Where administrators of this system put settings for everybody. No variable of the environment moves it."""
    if os.name != "nt":
        return Path("/etc/xdg/Front Desk")
    folder: Path = load_name("app.core.windows_access:program_data")() / "Front Desk"
    return folder


def _others_can_write(path: Path) -> bool:
    if os.name == "nt":
        return bool(load_name("app.core.windows_access:others_can_write")(path))
    try:
        found = path.stat()
    except OSError:
        return True  # it went away just now
    return found.st_uid != 0 or bool(found.st_mode & 0o022)


def _read(path: Path) -> Policy:
    """What the file says; NO_POLICY if there is none."""
    try:
        values = json.loads(path.read_text(encoding="utf-8-sig"))  # Windows' Notepad may put a mark in front
    except (FileNotFoundError, NotADirectoryError):
        return NO_POLICY
    except json.JSONDecodeError as error:
        return Policy(path=path, damaged=True, damaged_at=f"{error.lineno}:{error.colno}")
    except (OSError, ValueError, RecursionError):
        return Policy(path=path, damaged=True)
    if not isinstance(values, dict):
        return Policy(path=path, damaged=True)
    known = {name: value for name, value in values.items() if name in KEYS}
    usable = {name: value for name, value in known.items() if _can_be_used(name, value)}
    return Policy(
        usable,
        path,
        unusable=tuple(name for name in known if name not in usable),
        unknown=tuple(name for name in values if name not in KEYS),
    )


def _can_be_used(name: str, value: object) -> bool:
    if name in SWITCHES:
        return isinstance(value, bool)
    return isinstance(value, str) and value in CHOICES.get(name, (value,))
