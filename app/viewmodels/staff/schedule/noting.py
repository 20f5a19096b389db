"""Appending to an appointment's note: always after the existing text, never replacing it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.tasks import TaskScope
from app.domain.schedule.visit import Visit
from app.services.writes.schedule.visits import VisitWrites
from app.viewmodels.staff.schedule.visit_actions import VisitActions
from app.viewmodels.translation import tr


class NoteDrafts:
    """Text typed for an appointment's note that was neither added nor discarded, by AptNum."""

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}
        self._not_taken: dict[int, list[str]] = {}

    def open(self, apt_num: int) -> None:
        """An appointment's page is opened: text that was not accepted becomes its draft again, before newer text."""
        self.keep(apt_num, "\n".join([*self._not_taken.pop(apt_num, ()), self.of(apt_num)]).strip("\n"))

    def give_back(self, apt_num: int, text: str) -> None:
        """Keep rejected text until the page is opened the next time; an open page is not changed."""
        self._not_taken.setdefault(apt_num, []).append(text)

    def of(self, apt_num: int) -> str:
        """The draft of an appointment; empty without one."""
        return self._texts.get(apt_num, "")

    def keep(self, apt_num: int, text: str) -> None:
        """Keep a draft; one of only spaces is deleted."""
        self._texts.pop(apt_num, None)
        if text.strip():
            self._texts[apt_num] = text


class NoteViewModel(QObject):
    """One appointment's note. `finished` when the page can close; typed text is kept unless it was discarded."""

    finished = Signal()

    def __init__(
        self,
        visit: Visit,
        drafts: NoteDrafts,
        writes: VisitWrites,
        actions: VisitActions,
        scope: TaskScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.visit = visit
        self._drafts = drafts
        self._writes = writes
        self._actions = actions
        self._scope = scope
        self.why_not = ""
        """Why nothing can be added; empty if it can."""
        drafts.open(visit.apt_num)

    @property
    def draft(self) -> str:
        """The text typed so far."""
        return self._drafts.of(self.visit.apt_num)

    def type_text(self, text: str) -> None:
        """Keep the text typed so far."""
        self._drafts.keep(self.visit.apt_num, text)

    def give_way(self) -> bool:
        """Whether the page may be replaced by another; a page with unsaved text may not, with the reason."""
        if self.draft:
            self._actions.warn(
                tr("Add the note first, or press Esc. What you typed is kept for this appointment.")
            )
        return not self.draft

    def drop(self) -> None:
        """Discard the typed text and close."""
        self._drafts.keep(self.visit.apt_num, "")
        self.finished.emit()

    def add(self, text: str) -> None:
        """Append the text; blank text adds nothing. Rejected text is restored the next time."""
        self._drafts.keep(self.visit.apt_num, "")  # otherwise it would be added twice while it is being sent
        if text.strip():
            self._scope.start(self._add(text.strip()), "note")
        self.finished.emit()

    async def _add(self, text: str) -> None:
        if not await self._actions.tell(self._writes.append_note(self.visit, text)):
            self._drafts.give_back(self.visit.apt_num, text)
            self._actions.warn(
                tr("Your note for {name} is kept. Add to note opens it again.", name=self.visit.name)
            )
