"""The settings that this workstation keeps. Keys are not among them: they are in the system's vault.

Read before the first paint (theme, geometry), so it is plain JSON and a dataclass, without slow imports.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core.files import SLEEP, Wait, delete, write_whole
from app.core.files import replace as replace_file

if TYPE_CHECKING:  # it imports this module
    from app.core.policy import Policy


class Theme(StrEnum):
    """The window's color scheme."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one workstation; all have defaults that suit a first start."""

    mode: str = ""
    """The connection mode as in `app.api.modes.Mode`; empty: not chosen yet, ask."""
    server: str = ""
    """The address of the office's server, if the mode needs one."""
    hub: str = ""
    """The address where the office's hub was reached last ("https://10.0.0.5:30224"), in mode Hub."""
    hub_id: str = ""
    """Which hub this PC is paired with, as in `app.api.hub.access`; the vault has the rest."""
    hub_runs: str = ""
    """The office whose hub this PC runs: its connection mode and address; empty: it runs none."""
    user: str = ""
    """The signed-in user, as recorded in the journal."""
    sign_in: bool = False
    """Whether people sign in at the last office: then the first paint is the lock page. The vault decides."""
    language: str = ""
    """The interface's language code ("es"); empty: English."""
    theme: Theme = Theme.SYSTEM
    clinic_num: int = 0
    """The clinic that the schedule was last filtered by; 0: all."""
    schedule_view: int = 0
    """The id of the schedule's saved view that was shown last; 0: none."""
    by_provider: bool = False
    """Whether the schedule's columns were providers."""
    hides_names: bool = False
    """Whether the schedule hid patient names; then none is shown before its saved view has loaded."""
    zoom: int = 100
    """The schedule's zoom in percent."""
    side_panel: bool = True
    """Whether the side panel is expanded."""
    geometry: str = ""
    """The window's geometry as returned by Qt's saveGeometry, in base64."""
    open_dental: str = ""
    """The path of Open Dental's program file as the user chose it; empty: where it is usually installed."""
    tables: dict[str, Any] = field(default_factory=dict)
    """How the user arranged the columns of each table, by the table's id."""
    tooth_numbers: str = "universal"
    """The system of tooth numbers, as in `app.domain.chart.numbering.Numbering`."""
    pay_type: str = ""
    """The DefNum of the payment type that was used last; empty: none was."""
    task_sound: str = "off"
    """"on": new tasks and reminders make a sound."""
    waiting_tasks: str = "off"
    """"on": this PC writes a task for the provider when a patient waits ten minutes past the start."""
    others: dict[str, Any] = field(default_factory=dict)
    """Settings that this version doesn't know, kept for newer ones."""

    def changed(self, **changes: Any) -> Settings:
        """A copy with these settings changed."""
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings read from disk, and problems with them."""

    settings: Settings
    damaged: Path | None = None
    """Where an unreadable file was moved; the user is told, and defaults are used."""
    unusable: tuple[str, ...] = ()
    """Names of settings with invalid values that were replaced by their defaults."""
    own: Settings | None = None
    """The user's, where the administrator's have overruled some of them; None: nothing has."""
    policy: Policy | None = None
    """The administrator's settings; None: they were not looked for."""
    held: bool = False
    """Whether the last save found the file held by another program. What it kept beside it is used."""


class SettingsFile:
    """The settings file. A file that can't be read is moved away and reported, never an error at startup."""

    def __init__(self, path: Path, wait: Wait = SLEEP) -> None:
        """`wait` is called with seconds while another program holds the file."""
        self.path = path
        self._wait = wait
        self._kept = path.with_name(f"{path.stem}.not-saved.json")

    def load(self) -> Loaded:
        """Read the settings; a missing file gives the defaults."""
        if held := self._take_kept():
            return held
        if not self.path.exists():
            return Loaded(Settings())
        with suppress(OSError):
            self.path.chmod(0o600)  # earlier versions left it readable for everyone
        values = self._values(self.path)
        return _read(values) if values is not None else Loaded(Settings(), damaged=self._set_aside())

    def save(self, settings: Settings) -> None:
        """Write all settings atomically: a crash leaves the old file or the new one.

        Raises OSError. If another program holds the file, they are kept beside it for the next start.
        """
        values = asdict(settings)
        text = json.dumps({**values.pop("others"), **values}, indent=2, sort_keys=True, ensure_ascii=False)
        write_whole(self.path, text + "\n", wait=self._wait, otherwise=self._kept)
        with suppress(OSError):
            delete(self._kept, self._wait)

    def _take_kept(self) -> Loaded | None:
        """The settings that the last save could only keep beside the file; None if there are none."""
        try:
            kept = self._kept.stat().st_mtime_ns
        except OSError:
            return None
        values = self._values(self._kept)
        if values is None or (self.path.exists() and self.path.stat().st_mtime_ns > kept):
            return None  # a later save came through
        with suppress(OSError):
            self._kept.replace(self.path)  # without waiting: this is before the first paint
        return replace(_read(values), held=True)

    @staticmethod
    def _values(path: Path) -> dict[str, Any] | None:
        """A file's content; None if it isn't valid."""
        try:
            values = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        return values if isinstance(values, dict) else None

    def _set_aside(self) -> Path:
        """Rename the damaged file to the first free name next to it; returns the new path."""
        number = 1
        while (aside := self.path.with_name(f"{self.path.stem}.damaged-{number}.json")).exists():
            number += 1
        try:
            replace_file(self.path, aside, self._wait)
        except OSError:
            return self.path
        return aside


def _read(values: dict[str, Any]) -> Loaded:
    """Take values of the right type, keep unknown settings, and list invalid ones."""
    known: dict[str, Any] = {}
    unusable: list[str] = []
    defaults = Settings()
    for each in fields(Settings):
        if each.name == "others" or each.name not in values:
            continue
        value, default = values[each.name], getattr(defaults, each.name)
        if isinstance(default, Theme) and value in tuple(Theme):
            known[each.name] = Theme(value)
        elif type(value) is type(default):
            known[each.name] = value
        else:
            unusable.append(each.name)
    others = {
        name: value for name, value in values.items() if name not in {each.name for each in fields(Settings)}
    }
    return Loaded(Settings(**known, others=others), unusable=tuple(unusable))
