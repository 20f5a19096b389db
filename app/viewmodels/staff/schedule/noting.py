"""Adding to an appointment's note: always behind what stands there, never over it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.tasks import TaskScope
from app.domain.schedule.visit import Visit
from app.services.writes.visits import VisitWrites
from app.viewmodels.staff.schedule.visit_actions import VisitActions
from app.viewmodels.translation import tr


class NoteDrafts:
    """What was typed for an appointment's note and neither added nor thrown away, by AptNum."""

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}
        self._not_taken: dict[int, list[str]] = {}

    def open(self, apt_num: int) -> None:
        """An appointment's page is opened: what was not taken is its draft again, before what was typed since."""
        self.keep(apt_num, "\n".join([*self._not_taken.pop(apt_num, ()), self.of(apt_num)]).strip("\n"))

    def give_back(self, apt_num: int, text: str) -> None:
        """Keep what was not taken until the page is opened the next time; an open one is left as it is."""
        self._not_taken.setdefault(apt_num, []).append(text)

    def of(self, apt_num: int) -> str:
        """The draft of an appointment; empty without one."""
        return self._texts.get(apt_num, "")

    def keep(self, apt_num: int, text: str) -> None:
        """Keep a draft; blanks are none."""
        self._texts.pop(apt_num, None)
        if text.strip():
            self._texts[apt_num] = text


class NoteViewModel(QObject):
    """One visit's note. `finished` comes when the page can close; what was typed is kept unless it was dropped."""

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
        """Why nothing can be added; empty: it can."""
        drafts.open(visit.apt_num)

    @property
    def draft(self) -> str:
        """What is typed so far."""
        return self._drafts.of(self.visit.apt_num)

    def type_text(self, text: str) -> None:
        """Keep what is typed so far."""
        self._drafts.keep(self.visit.apt_num, text)

    def give_way(self) -> bool:
        """Whether the page may give way to another; one with a half-typed note says why not."""
        if self.draft:
            self._actions.warn(
                tr("Add the note first, or press Esc. What you typed is kept for this appointment.")
            )
        return not self.draft

    def drop(self) -> None:
        """Throw away what is typed, and close."""
        self._drafts.keep(self.visit.apt_num, "")
        self.finished.emit()

    def add(self, text: str) -> None:
        """Append the text; blank text adds nothing. What is not taken is there again the next time."""
        self._drafts.keep(self.visit.apt_num, "")  # or it would be added twice while it is on its way
        if text.strip():
            self._scope.start(self._add(text.strip()), "note")
        self.finished.emit()

    async def _add(self, text: str) -> None:
        if not await self._actions.tell(self._writes.append_note(self.visit, text)):
            self._drafts.give_back(self.visit.apt_num, text)
            self._actions.warn(
                tr("Your note for {name} is kept. Add to note opens it again.", name=self.visit.name)
            )
