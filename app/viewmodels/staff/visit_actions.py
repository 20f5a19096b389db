"""What a receptionist does to the selected visit with one click or key."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtCore import QObject

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.core.tasks import TaskScope
from app.domain.visit import Stage, Visit
from app.journal.entries import Entry, WriteState
from app.journal.errors import JournalError
from app.services.visits import CannotWrite, VisitWrites
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.messages import explain
from app.viewmodels.notices import Notices
from app.viewmodels.staff.book import BookViewModel
from app.viewmodels.verdict import YES, Verdict
from app.wire.resources.appointments import Appointments

CONFIRMED = CommandSpec("visit.confirmed", "Confirmed", "C", "Visit", "CONFIRM")
ARRIVED = CommandSpec("visit.arrived", "Arrived", "A", "Visit", "ARRIVE")
SEATED = CommandSpec("visit.seated", "Seated", "S", "Visit", "SEAT")
DISMISSED = CommandSpec("visit.dismissed", "Dismissed", "D", "Visit", "DISMISS")
LONGER = CommandSpec("visit.longer", "10 minutes longer", "+", "Visit", "RESIZE")
SHORTER = CommandSpec("visit.shorter", "10 minutes shorter", "-", "Visit", "RESIZE")
UNDO = CommandSpec("visit.undo", "Undo the last change", "Ctrl+Z", "Visit", "UNDO")

STEP_MINUTES = 10
NOTHING_SELECTED = Verdict(ok=False, reason="Select a visit first.")
ORDER = (Stage.UNCONFIRMED, Stage.CONFIRMED, Stage.ARRIVED, Stage.SEATED, Stage.DISMISSED)


class VisitActions(QObject):
    """The commands of the selected visit, and the one way that a write's outcome is told."""

    def __init__(
        self,
        book: BookViewModel,
        writes: VisitWrites,
        client: OpenDental,
        notices: Notices,
        scope: TaskScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._writes = writes
        self._client = client
        self._notices = notices
        self._scope = scope
        self._undoable: Entry | None = None
        self.undo = self._command(UNDO, self._undo, self._can_undo)
        self.commands = [
            self._stage(CONFIRMED, Stage.CONFIRMED, writes.confirm_visit),
            self._stage(ARRIVED, Stage.ARRIVED, writes.arrive),
            self._stage(SEATED, Stage.SEATED, writes.seat),
            self._stage(DISMISSED, Stage.DISMISSED, writes.dismiss),
            self._command(LONGER, lambda: self._stretch(STEP_MINUTES), self._can_change),
            self._command(SHORTER, lambda: self._stretch(-STEP_MINUTES), self._can_change),
            self.undo,
        ]
        book.selection_changed.connect(self._refresh)

    def advance(self, apt_num: int) -> None:
        """One click on a tile's letter: the next stage of the day."""
        visit = self._book.visit(apt_num)
        self._book.select(apt_num)
        if visit is not None and visit.stage in ORDER[:-1]:
            self.commands[ORDER.index(visit.stage)].run()

    async def tell(self, write: Awaitable[Entry]) -> None:
        """Wait for a write and say how it went, with an undo where there is one."""
        try:
            entry = await write
        except (ApiError, JournalError, CannotWrite) as error:
            self.fail(error)
            return
        words = entry.intent.words
        if entry.state is WriteState.DONE:
            self._undoable = entry if self._writes.can_undo(entry) else None
            self._notices.say(f"{words}.", undo=self._undo_of(entry) if self._undoable else None)
        elif entry.state is WriteState.WAITING:
            self._notices.say(f"{words}: waits until the server is back.", kind="waiting")
        elif entry.state is WriteState.UNKNOWN:
            self._notices.say(f"{words}: not known yet whether it was done; being checked.", kind="warning")
        else:
            self._notices.say(f"{words}: not done. {entry.outcome}", kind="error")
        self._refresh()

    def fail(self, error: BaseException) -> None:
        """Where a command's failure lands."""
        self._notices.fail(explain(error))

    def _command(
        self, spec: CommandSpec, work: Callable[..., Any], can: Callable[[], Verdict]
    ) -> AsyncCommand:
        return AsyncCommand(spec, self._scope, work, can, self.fail, self)

    def _stage(
        self, spec: CommandSpec, stage: Stage, write: Callable[[Visit], Awaitable[Entry]]
    ) -> AsyncCommand:
        async def work() -> None:
            if (visit := self._book.selected) is not None:
                await self.tell(write(visit))

        def can() -> Verdict:
            visit = self._book.selected
            if visit is None:
                return NOTHING_SELECTED
            if visit.stage is Stage.BROKEN:
                return Verdict(ok=False, reason="This visit is broken. Move it to a new time first.")
            if visit.stage is stage:
                return Verdict(ok=False, reason=f"Already {spec.title.lower()}.")
            return self._may(Appointments.confirm)

        return self._command(spec, work, can)

    async def _stretch(self, minutes: int) -> None:
        if (visit := self._book.selected) is not None:
            await self.tell(self._writes.resize(visit, visit.minutes + minutes))

    def _can_change(self) -> Verdict:
        return self._may(Appointments.update) if self._book.selected else NOTHING_SELECTED

    def _may(self, method: Callable[..., Any]) -> Verdict:
        verdict = self._client.can(method)
        return YES if verdict.ok else Verdict(ok=False, reason=verdict.reason)

    async def _undo(self) -> None:
        if (entry := self._undoable) is not None:
            self._undoable = None
            await self.tell(self._writes.undo(entry))

    def _can_undo(self) -> Verdict:
        return YES if self._undoable else Verdict(ok=False, reason="There is nothing to undo.")

    def _undo_of(self, entry: Entry) -> Callable[[], None]:
        def undo() -> None:
            self._undoable = entry
            self.undo.run()

        return undo

    def _refresh(self) -> None:
        for command in self.commands:
            command.refresh()
