"""What the bar at the top of every page changes: the language, the size of text, the contrast."""

from __future__ import annotations

from typing import Protocol


class Looks(Protocol):
    """The patient's (`KioskViewModel`) or the staff's (`device.look.StaffLook`)."""

    def choose_language(self, code: str) -> None:
        """Speak another language."""
        ...

    def toggle_look(self, name: str) -> None:
        """Larger text ("larger") or high contrast ("contrast"), or not."""
        ...
