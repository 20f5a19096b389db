"""Confirmed, arrived, seated, dismissed: one click or key each, with a question where a stage is skipped."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

from PySide6.QtCore import QObject

from app.domain.schedule.stages import Skip, skip_of
from app.domain.schedule.tile import day_text, time_text
from app.domain.schedule.visit import Stage, Visit
from app.journal.entries import Entry
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.question import Question, QuestionViewModel
from app.viewmodels.staff.outcomes import Outcomes
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.visit_rules import may_reach
from app.viewmodels.verdict import YES, Verdict
from app.wire.resources.appointments import Appointments

CONFIRMED = CommandSpec("visit.confirmed", "Confirmed", "C", "Visit", "CONFIRM")
ARRIVED = CommandSpec("visit.arrived", "Arrived", "A", "Visit", "ARRIVE")
SEATED = CommandSpec("visit.seated", "Seated", "S", "Visit", "SEAT")
DISMISSED = CommandSpec("visit.dismissed", "Dismissed", "D", "Visit", "DISMISS")

NEXT = {Stage.CONFIRMED: 1, Stage.ARRIVED: 2, Stage.SEATED: 3, Stage.DISMISSED: 3}
"""Which of the commands comes next; from any other stage it is the first."""
DEEDS = {Stage.ARRIVED: "Mark arrived", Stage.SEATED: "Seat", Stage.DISMISSED: "Dismiss"}


class StageActions(QObject):
    """The commands that bring the selected appointment to a stage, in the order of the day."""

    def __init__(
        self,
        schedule: ScheduleViewModel,
        parts: Parts,
        outcomes: Outcomes,
        question: QuestionViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._schedule = schedule
        self._parts = parts
        self._outcomes = outcomes
        self._question = question
        self._asked: Visit | None = None
        writes = parts.writes
        self.commands = [
            self._command(CONFIRMED, Stage.CONFIRMED, writes.confirm_visit),
            self._command(ARRIVED, Stage.ARRIVED, writes.arrive),
            self._command(SEATED, Stage.SEATED, writes.seat),
            self._command(DISMISSED, Stage.DISMISSED, writes.dismiss),
        ]
        schedule.selection_changed.connect(self._drop_question)

    def advance(self, apt_num: int) -> None:
        """One click on a tile's letter: the next stage of the day; where there is none, the reason is told."""
        self._schedule.select(apt_num)
        if (visit := self._schedule.selected) is not None:
            self.commands[NEXT.get(visit.stage, 0)].run()

    def subject(self) -> tuple[int | None, Visit | None]:
        """What a command given now works on: the selected appointment, known by its AptNum however its row changes."""
        visit = self._schedule.selected
        return (visit.apt_num if visit is not None else None), visit

    def _command(
        self, spec: CommandSpec, stage: Stage, write: Callable[[Visit], Awaitable[Entry]]
    ) -> AsyncCommand:
        async def work(visit: Visit) -> None:
            lists, now = self._parts.office.lists, self._parts.clock.now()
            skip = skip_of(visit, stage, now, lists.stages) if lists is not None else None
            if skip is None:
                await self._outcomes.tell(write(visit))
                return
            self._asked = visit
            question = Question(question_words(visit, skip, now.date()), DEEDS[stage], visit.apt_num)
            self._question.ask(question, lambda: self._write(visit, write))

        def can() -> Verdict:
            verdict = may_reach(self._schedule.selected, stage, spec.title)
            if not verdict.ok:
                return verdict
            allowed = self._parts.client.can(Appointments.confirm)
            return YES if allowed.ok else Verdict(ok=False, reason=allowed.reason)

        return AsyncCommand(
            spec, self._parts.scope, work, can, self._outcomes.fail, self, about=self.subject
        )

    def _write(self, visit: Visit, write: Callable[[Visit], Awaitable[Entry]]) -> None:
        now = self._schedule.visit(visit.apt_num) or visit
        self._parts.scope.start(self._outcomes.tell(write(now)), "stage")

    def _drop_question(self) -> None:
        """The question ends when another appointment is selected, or when this one's stage changes elsewhere."""
        asked, now = self._asked, self._schedule.selected
        if asked is None or (now is not None and (now.apt_num, now.stage) == (asked.apt_num, asked.stage)):
            return
        self._asked = None
        if self._question.open is not None and self._question.open.apt_num == asked.apt_num:
            self._question.keep()


def question_words(visit: Visit, skip: Skip, today: date) -> str:
    """What is asked before a stage is skipped."""
    match skip:
        case Skip.OTHER_DAY:
            return f"{visit.name}'s appointment is on {day_text(visit.start)}, not today ({day_text(today)})."
        case Skip.EARLY:
            return f"{visit.name}'s appointment isn't until {time_text(visit.start)}."
        case Skip.NOT_ARRIVED:
            return f"{visit.name} hasn't arrived yet."
        case _:
            return f"{visit.name} hasn't been seated yet."
