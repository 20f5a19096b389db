"""How each write went, told in one place: at once, and again when one that could not be told is settled."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.tasks import TaskScope
from app.core.text import join, msg
from app.journal.entries import Entry, WriteState
from app.journal.journal import Journal
from app.journal.outbox import TAKEN_BACK
from app.sealed.errors import LocalStoreError
from app.services.writes.attach import ATTACH
from app.services.writes.errors import CannotWrite
from app.services.writes.writes import Writes
from app.viewmodels.activity import Notice, Notices
from app.viewmodels.messages import explain
from app.viewmodels.translation import tr


class Outcomes(QObject):
    """Says of every write what became of it. What waited or was unknown is told again once it is settled.

    `refused` comes with every write that was not done: the screen may be behind the office.
    """

    refused = Signal()

    def __init__(
        self,
        writes: Writes,
        journal: Journal,
        notices: Notices,
        scope: TaskScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writes = writes
        self._journal = journal
        self._notices = notices
        self._scope = scope
        self._open = {entry.id for entry in journal.unsettled()}
        self._told: tuple[int, WriteState] | None = None
        self._unsettled: dict[int, int] = {}
        """By entry, the notice that said that it was not settled yet."""
        self._unwatch = journal.watch(self._follow)

    async def tell(self, write: Awaitable[Entry]) -> Entry | None:
        """Wait for a write and say how it went, with an undo where there is one; its entry, if it was taken."""
        try:
            entry = await write
            entry = await self._journal.get(entry.id)  # it may have gone on since
        except (ApiError, LocalStoreError, CannotWrite) as error:
            self.fail(error)
            return None
        if not entry.state.settled:
            self._open.add(entry.id)
        self._say(entry)
        return entry

    def fail(self, error: BaseException) -> None:
        """Where a command's failure lands."""
        self._notices.fail(explain(error))

    def close(self) -> None:
        """Stop watching the journal."""
        self._unwatch()

    def _follow(self, entry: Entry) -> None:
        behind_an_undo = entry.intent.kind == ATTACH.kind and entry.state is WriteState.REFUSED
        if (entry.id in self._open and entry.state.settled) or behind_an_undo:
            self._open.discard(entry.id)
            self._say(entry)

    def _say(self, entry: Entry) -> None:
        if self._told == (entry.id, entry.state):
            return  # a double click is one write
        self._told = (entry.id, entry.state)
        if (outdated := self._unsettled.pop(entry.id, None)) is not None:
            self._notices.close(outdated)
        notice = self._post(entry)
        if not entry.state.settled:
            self._unsettled[entry.id] = notice.id

    def _post(self, entry: Entry) -> Notice:
        words = entry.intent.words
        match entry.state:
            case WriteState.DONE:
                return self._notices.say(
                    tr(join([msg("{what}.", "a change that is done", what=words), entry.outcome])),
                    undo=self._undo_of(entry),
                )
            case WriteState.WAITING:
                return self._notices.say(
                    tr("{what}: not sent yet. It will be sent when the server is back.", what=words),
                    kind="waiting",
                    undo=self._undo_of(entry),
                )
            case WriteState.REFUSED if entry.outcome == TAKEN_BACK:
                return self._notices.say(tr("{what}: canceled. Nothing was sent.", what=words))
            case WriteState.REFUSED:
                self.refused.emit()
                words = msg("{what}: not done.", what=words)
                if entry.conflict is not None and entry.intent.whose:  # the outcome says what was not done
                    words = msg("{name}.", "whose appointment", name=entry.intent.whose)
                return self._notices.say(tr(join([words, entry.outcome])), kind="error")
            case _:
                return self._notices.say(
                    tr(
                        "{what}: sent, but Open Dental hasn't confirmed it. Front Desk is checking.",
                        what=words,
                    ),
                    kind="warning",
                )

    def _undo_of(self, entry: Entry) -> Callable[[], None] | None:
        """What takes a write back; an undo is not undone: one does it again."""
        if entry.intent.undo_of is not None or not self._writes.can_undo(entry):
            return None
        return lambda: self._take_back(entry)

    def _take_back(self, entry: Entry) -> None:
        self._scope.start(self.tell(self._writes.undo(entry)), "undo")
