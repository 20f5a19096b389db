"""What this workstation remembers between two starts. Keys are not among it: they lie in the system's vault.

Read before the first paint (theme, geometry), so it is plain JSON and a dataclass, and nothing slow is imported.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any


class Theme(StrEnum):
    """Which colours the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one workstation; every one has a default that a first start can live with."""

    mode: str = ""
    """How the office is reached, as `app.api.modes.Mode` spells it; empty: not chosen yet, ask."""
    server: str = ""
    """The address of the office's server where the mode needs one."""
    user: str = ""
    """Who sits at the desk, as the journal names them."""
    language: str = ""
    """The interface's language, as its translation is called ("es"); empty: English."""
    theme: Theme = Theme.SYSTEM
    clinic_num: int = 0
    """The clinic that the schedule was last filtered by; 0: all."""
    zoom: int = 100
    """The schedule's zoom in per cent."""
    side_panel: bool = True
    """Whether the side panel is unfolded."""
    geometry: str = ""
    """The window's place and size, as Qt's saveGeometry gives it, in base64."""
    others: dict[str, Any] = field(default_factory=dict)
    """Settings that this version does not know, kept for the one that does."""

    def changed(self, **changes: Any) -> Settings:
        """A copy with these settings changed."""
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read from disk, and what was wrong with it."""

    settings: Settings
    damaged: Path | None = None
    """Where an unreadable file was set aside; people are told, and the defaults hold."""
    unusable: tuple[str, ...] = ()
    """Names of settings whose value made no sense and was replaced by the default."""


class SettingsFile:
    """The settings on disk. A file that cannot be read is set aside and named, never an error at start."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Loaded:
        """Read the settings; a missing file reads as the defaults."""
        if not self.path.exists():
            return Loaded(Settings())
        with suppress(OSError):
            self.path.chmod(0o600)  # earlier versions left it readable for everyone
        values = self._values()
        return _read(values) if values is not None else Loaded(Settings(), damaged=self._set_aside())

    def save(self, settings: Settings) -> None:
        """Write all settings at once: a crash leaves the old file or the new one. OSError when it cannot be written."""
        values = asdict(settings)
        text = json.dumps({**values.pop("others"), **values}, indent=2, sort_keys=True, ensure_ascii=False)
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
        try:
            # Half of a surrogate pair has no UTF-8; as \ud83d JSON reads it again.
            with beside.open("w", encoding="utf-8", errors="backslashreplace") as file:
                beside.chmod(0o600)
                file.write(text + "\n")
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self.path)
        finally:
            beside.unlink(missing_ok=True)

    def _values(self) -> dict[str, Any] | None:
        """What stands in the file; None where that is no settings."""
        try:
            values = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        return values if isinstance(values, dict) else None

    def _set_aside(self) -> Path:
        """Rename the damaged file to the first free name beside it; where it then lies."""
        number = 1
        while (aside := self.path.with_name(f"{self.path.stem}.damaged-{number}.json")).exists():
            number += 1
        try:
            self.path.replace(aside)
        except OSError:
            return self.path
        return aside


def _read(values: dict[str, Any]) -> Loaded:
    """Take what has the type that its setting should have, keep what is not known, name the rest."""
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
