"""One-click and one-key actions on the selected appointment."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtCore import QObject

from app.domain.schedule.visit import Visit
from app.journal.entries import Entry, WriteState
from app.services.writes.schedule.appointment import apt_num_of
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.question import QuestionViewModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.commands import LONGER, SHORTER
from app.viewmodels.staff.schedule.resizing import Resizing
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.stage_actions import StageActions
from app.viewmodels.staff.schedule.visit_rules import may_move, may_stretch
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict
from app.wire.resources.appointments import Appointments


class VisitActions(QObject):
    """The selected appointment's commands that need no page of their own; also reports the outcome of writes."""

    def __init__(
        self, schedule: ScheduleViewModel, desk: DeskViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._schedule = schedule
        parts = desk.parts
        self._desk = desk
        self._client = parts.client
        self._scope = parts.scope
        self._outcomes = desk.outcomes
        self._resizing = Resizing(schedule, parts.visits, parts.journal, self._outcomes, parts.scope)
        self.question = QuestionViewModel(self)
        self.stages = StageActions(schedule, parts, self._outcomes, self.question, self)
        self.subject = self.stages.subject
        self.commands = [
            *self.stages.commands,
            self._stretch(LONGER, 1),
            self._stretch(SHORTER, -1),
        ]
        self._outcomes.refused.connect(schedule.refresh)
        schedule.selection_changed.connect(self._refresh)

    async def tell(self, write: Awaitable[Entry]) -> bool:
        """Wait for a write and report its outcome, with an undo if possible.

        False when it was not accepted: nothing of it remains except what the screen keeps.
        """
        return _taken(await self._outcomes.tell(write))

    def write_and_show(
        self, write: Awaitable[Entry], name: str, not_taken: Callable[[Entry | None], None] = lambda _: None
    ) -> None:
        """As `tell`; if the appointment is then on the shown schedule, it is selected and scrolled into view.

        Not if it is done only later, nor if something else was selected meanwhile: the user has moved on. The
        schedule doesn't switch to another day for it. `not_taken` is called where `tell` would return False,
        with the refused entry if there is one.
        """
        before = self._schedule.selected
        self._scope.start(self._write_and_show(write, before.apt_num if before else None, not_taken), name)

    def fail(self, error: BaseException) -> None:
        """Handles a command's failure."""
        self._desk.fail(error)

    def warn(self, words: str) -> None:
        """Show why something was not done."""
        self._desk.warn(words)

    def hide_refusal(self, entry_id: int) -> None:
        """Close the notice of a refused write that the screen shows itself."""
        self._outcomes.hide_refusal(entry_id)

    def resize(self, visit: Visit, minutes: int) -> None:
        """Change an appointment's length."""
        self._resizing.set_minutes(visit, minutes)

    def may_move(self, visit: Visit | None) -> Verdict:
        """Whether an appointment can be moved, with this key."""
        verdict = may_move(visit)
        return self._may(Appointments.update) if verdict.ok else verdict

    def may_stretch(self, visit: Visit | None) -> Verdict:
        """Whether an appointment can be resized, with this key."""
        verdict = may_stretch(visit)
        return self._may(Appointments.update) if verdict.ok else verdict

    async def _write_and_show(
        self, write: Awaitable[Entry], before: int | None, not_taken: Callable[[Entry | None], None]
    ) -> None:
        entry = await self._outcomes.tell(write)
        if not _taken(entry):
            not_taken(entry)
        if entry is None or entry.state is not WriteState.DONE:
            return
        now = self._schedule.selected
        apt_num = (entry.answer or {}).get("AptNum", 0) or apt_num_of(entry.intent)
        if self._schedule.visit(apt_num) is not None and (now is None or now.apt_num == before):
            self._schedule.select(apt_num, in_sight=True)

    def _about_selected(
        self, spec: CommandSpec, work: Callable[..., Any], can: Callable[[], Verdict]
    ) -> AsyncCommand:
        return AsyncCommand(spec, self._scope, work, can, self.fail, self, about=self.subject)

    def _stretch(self, spec: CommandSpec, direction: int) -> AsyncCommand:
        """The command that makes an appointment one increment longer (+1) or shorter (-1)."""

        async def work(visit: Visit) -> None:
            if (minutes := self._resizing.next_length(visit, direction)) is not None:
                self._resizing.set_minutes(visit, minutes)

        def can() -> Verdict:
            visit = self._schedule.selected
            if visit is not None and self._resizing.next_length(visit, direction) is None:
                least = self._resizing.increment
                reason = tr("An appointment can be {n} minutes to 9 hours long.", n=least)
                return Verdict(ok=False, reason=reason)
            return self.may_stretch(visit)

        return self._about_selected(spec, work, can)

    def _may(self, method: Callable[..., Any]) -> Verdict:
        verdict = self._client.can(method)
        return YES if verdict.ok else Verdict(ok=False, reason=verdict.reason)

    def _refresh(self) -> None:
        for command in self.commands:
            command.refresh()


def _taken(entry: Entry | None) -> bool:
    """Whether a write is done, or will be unless the office refuses it."""
    return entry is not None and entry.state is not WriteState.REFUSED
