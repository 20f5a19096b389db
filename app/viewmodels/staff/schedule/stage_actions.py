"""Confirmed, arrived, seated, dismissed: one click or key each, with a question when a stage is skipped."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject

from app.core.text import At, Shape
from app.domain.schedule.stages import Skip, skip_of
from app.domain.schedule.visit import Stage, Visit
from app.journal.entries import Entry
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.question import Question, QuestionViewModel
from app.viewmodels.staff.outcomes import Outcomes
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.schedule.commands import ARRIVED, CONFIRMED, DISMISSED, SEATED
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.visit_rules import may_reach
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict
from app.wire.resources.appointments import Appointments

NEXT = {Stage.CONFIRMED: 1, Stage.ARRIVED: 2, Stage.SEATED: 3, Stage.DISMISSED: 3}
"""The next command for each stage; for any other stage it is the first."""


class StageActions(QObject):
    """The commands that set the selected appointment's stage, in the order of the day."""

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
        writes = parts.visits
        self.commands = [
            self._command(CONFIRMED, Stage.CONFIRMED, writes.confirm_visit),
            self._command(ARRIVED, Stage.ARRIVED, writes.arrive),
            self._command(SEATED, Stage.SEATED, writes.seat),
            self._command(DISMISSED, Stage.DISMISSED, writes.dismiss),
        ]
        schedule.selection_changed.connect(self._drop_question)

    def advance(self, apt_num: int) -> None:
        """A click on a tile's letter: the next stage of the day; if there is none, the reason is shown."""
        self._schedule.select(apt_num)
        if (visit := self._schedule.selected) is not None:
            self.commands[NEXT.get(visit.stage, 0)].run()

    def subject(self) -> tuple[int | None, Visit | None]:
        """A command's target: the selected appointment, identified by its AptNum even when its row changes."""
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
            self._question.ask(question_of(visit, stage, skip), lambda: self._write(visit, write))

        def can() -> Verdict:
            verdict = may_reach(self._schedule.selected, stage)
            if not verdict.ok:
                return verdict
            allowed = self._parts.client.can(Appointments.confirm)
            return YES if allowed.ok else Verdict(ok=False, reason=allowed.reason)

        return AsyncCommand(spec, self._parts.scope, work, can, self._outcomes.fail, self, about=self.subject)

    def _write(self, visit: Visit, write: Callable[[Visit], Awaitable[Entry]]) -> None:
        now = self._schedule.visit(visit.apt_num) or visit
        self._parts.scope.start(self._outcomes.tell(write(now)), "stage")

    def _drop_question(self) -> None:
        """The question closes when another appointment is selected, or when this one's stage changes elsewhere."""
        asked, now = self._asked, self._schedule.selected
        if asked is None or (now is not None and (now.apt_num, now.stage) == (asked.apt_num, asked.stage)):
            return
        self._asked = None
        if self._question.open is not None and self._question.open.apt_num == asked.apt_num:
            self._question.keep()


def question_of(visit: Visit, stage: Stage, skip: Skip) -> Question:
    """The question before a stage is skipped."""
    name = visit.name
    deed = {
        Stage.ARRIVED: tr("Mark arrived"),
        Stage.SEATED: tr("Seat"),
        Stage.DISMISSED: tr("Dismiss"),
    }[stage]
    match skip:
        case Skip.OTHER_DAY:
            words = tr(
                "{name}'s appointment is on {day}, not today. {deed} anyway?",
                name=name,
                day=At(visit.start, Shape.DAY),
                deed=deed,
            )
        case Skip.EARLY:
            words = tr(
                "{name}'s appointment isn't until {time}. {deed} anyway?",
                name=name,
                time=At(visit.start),
                deed=deed,
            )
        case Skip.NOT_ARRIVED:
            words = tr("{name} hasn't arrived yet. {deed} anyway?", name=name, deed=deed)
        case _:
            words = tr("{name} hasn't been seated yet. {deed} anyway?", name=name, deed=deed)
    return Question(words, deed, visit.apt_num)
