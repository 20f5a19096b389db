"""How a kiosk is, for staff and IT."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app.core.later import load_name
from app.core.text import NO_TEXT, Text
from app.viewmodels.durations import duration
from app.viewmodels.translation import tr


@dataclass(frozen=True, slots=True)
class Condition:
    """What the staff page tells. `kiosk`, `office` and `hub`: names and an address; empty: never paired."""

    kiosk: str
    office: str
    hub: str
    trouble: Text = NO_TEXT
    """Why the hub can't be reached; empty: it can."""
    closed_because: str = ""
    """Why nobody can check in although the hub answers, in its own word (`Why`); empty: patients can."""
    ahead: timedelta | None = None
    """By how much this PC's clock differs from the office's; None: it is right."""
    screens: int = 1
    crashes: int = 0
    version: str = ""

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Each with its word, in the language that is spoken now."""
        clock = (
            tr("Correct")
            if self.ahead is None
            else tr("This PC's clock is off by {span}.", span=duration(self.ahead))
        )
        return (
            (tr("Kiosk"), self.kiosk),
            (tr("Office"), self.office),
            (tr("Hub"), self.hub),
            (tr("Connection"), tr(self.trouble) or self._closed() or tr("Connected")),
            (tr("Clock"), clock),
            (tr("Screens"), str(self.screens)),
            (tr("Crashes since this PC was started"), str(self.crashes)),
            (tr("Version"), self.version),
        )

    def _closed(self) -> str:
        if not self.closed_because:
            return ""
        if self.closed_because == load_name("app.wire.hub.check_in:Why").NO_STATUS:
            return tr("Connected, but Open Dental has no confirmation status for arrived.")
        return tr("Connected, but Open Dental doesn't answer the hub.")
