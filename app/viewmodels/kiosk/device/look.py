"""The look of the pages for staff: their language, the size of text, the contrast. It ends with the page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.viewmodels.kiosk.languages import Languages, all_languages
from app.viewmodels.kiosk.state import KioskState, Look, Office


class StaffLook(QObject):
    """Every language that has a file, whatever the office offers its patients: before pairing that isn't known."""

    changed = Signal()

    def __init__(self, languages: Languages, parent: QObject | None = None) -> None:
        """`languages`: the kiosk's, which speak one language at a time."""
        super().__init__(parent)
        self._languages = languages
        self.state = KioskState(look=Look(languages.code), office=Office(languages=all_languages()))

    def begin(self) -> None:
        """The page is opened: the office's first language, and the usual look."""
        self._show(Look(self._languages.code))

    def choose_language(self, code: str) -> None:
        """Speak another language."""
        self._languages.speak_to_staff(code)
        self.follow()

    def toggle_look(self, name: str) -> None:
        """Larger text ("larger") or high contrast ("contrast"), or not."""
        look = self.state.look
        self._show(
            look._replace(larger=not look.larger)
            if name == "larger"
            else look._replace(contrast=not look.contrast)
        )

    def follow(self) -> None:
        """Another language may be spoken now: the office changed its first one."""
        self._show(self.state.look._replace(language=self._languages.code))

    def _show(self, look: Look) -> None:
        if look != self.state.look:
            self.state = self.state._replace(look=look)
            self.changed.emit()
