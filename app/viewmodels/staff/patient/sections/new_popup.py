"""A new popup: its text and who sees it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.core.text import Text, msg
from app.domain.schedule.visit import Person
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr, typed
from app.wire.resources.popups import EnumPopupLevel, Popups

LEVELS: dict[EnumPopupLevel, Text] = {
    EnumPopupLevel.PATIENT: msg("This patient"),
    EnumPopupLevel.FAMILY: msg("Whole family"),
    EnumPopupLevel.SUPER_FAMILY: msg("Super family"),
}


class PopupDraft(Struct, frozen=True):
    """What is entered."""

    text: str = ""
    level: EnumPopupLevel = EnumPopupLevel.PATIENT
    words: str = ""
    """What is missing, or why it can't be saved."""


class NewPopup(QObject):
    """`changed` when its draft did, or it was opened or closed. What was typed is kept for its patient."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._person: Person | None = None
        self._drafts: dict[int, PopupDraft] = {}
        self.levels = tuple(LEVELS)
        """Who can be chosen to see it."""
        self.draft: PopupDraft | None = None
        """None: it is closed."""

    def open(self, person: Person, *, in_super_family: bool) -> None:
        """Enter one for this patient."""
        self.close()
        self._person = person
        self.levels = tuple(LEVELS)[: 3 if in_super_family else 2]
        self._show(self._drafts.pop(person.pat_num, PopupDraft()))

    def close(self) -> None:
        """Close it. What was typed is kept for this patient."""
        if self._person is not None and self.draft is not None and self.draft.text.strip():
            self._drafts[self._person.pat_num] = self.draft
        self._show(None)

    def type_text(self, text: str) -> None:
        """Keep what is typed."""
        if self.draft is not None:
            self._show(replace(self.draft, text=text, words=""))

    def set_level(self, level: EnumPopupLevel) -> None:
        """Choose who sees it."""
        if self.draft is not None:
            self._show(replace(self.draft, level=level, words=""))

    def save(self) -> None:
        """Add it and close, or say what is missing."""
        draft, person = self.draft, self._person
        if draft is None or person is None:  # pressed twice
            return
        verdict = self._desk.parts.client.can(Popups.create)
        if not verdict.ok:
            self._show(replace(draft, words=typed(verdict.reason)))
        elif not draft.text.strip():
            self._show(replace(draft, words=tr("Type a text first.")))
        else:
            self._show(None)
            self._desk.parts.scope.start(self._send(person, draft), "popup")

    async def _send(self, person: Person, draft: PopupDraft) -> None:
        write = self._desk.parts.patient_writes().add_popup(person, draft.text, draft.level)
        if await self._desk.outcomes.tell(write) is None:
            self._drafts.setdefault(person.pat_num, draft)

    def _show(self, draft: PopupDraft | None) -> None:
        if draft != self.draft:
            self.draft = draft
            self.changed.emit()
