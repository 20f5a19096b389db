"""Changes of procedures as they are asked for, click by click: those that come while one is sent go together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.schedule.visit import Visit
from app.services.visits.facts import VisitFacts
from app.services.visits.sets import ProcedureSet, missing_from
from app.services.writes.details.detail_writes import DetailWrites
from app.services.writes.details.procedures import ADD_PROCEDURE, PLACE_PROCEDURE
from app.store.patients.parts import PatientPart, Ready
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.details.batches import Batch, Batches, Step
from app.wire.resources.appointment_types import AppointmentType


class ProcedureChanges(QObject):
    """`changed` when `wanted` or `running` did."""

    changed = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        writes: DetailWrites,
        visit_now: Callable[[int], Visit | None],
        part: PatientPart[VisitFacts],
        parent: QObject,
    ) -> None:
        """`visit_now` returns an appointment as the schedule has it now."""
        super().__init__(parent)
        self._scope = desk.parts.scope
        self._journal = desk.parts.journal
        self._writes = writes
        self._part = part
        self._batches = Batches(desk, writes, visit_now)
        self._wanted: dict[int, bool] = {}
        self._adding: set[tuple[int, str]] = set()
        """AptNum and code of what is being added."""
        self._queue: list[tuple[Visit, int, Step]] = []
        self.running = False
        """Whether a change is being sent."""

    @property
    def wanted(self) -> Mapping[int, bool]:
        """The procedures that are being put on (True) or taken off, by ProcNum; some may wait for the server."""
        waiting = (each.intent for each in self._journal.unsettled())
        found = {
            intent.arguments["ProcNum"]: bool(intent.arguments["AptNum"])
            for intent in waiting
            if intent.kind == PLACE_PROCEDURE.kind
        }
        return {**found, **self._wanted}

    def tick(self, visit: Visit, facts: VisitFacts, proc_num: int, *, on: bool) -> None:
        """Put a procedure on an appointment, or take it off; nothing if it is there, or not, already."""
        known = (*facts.attached, *facts.planned)
        row = next((each for each in known if each.ProcNum == proc_num), None)
        if row is None or self.wanted.get(proc_num, row.AptNum == visit.apt_num) is on:
            return
        self._wanted[proc_num] = on
        send = self._writes.put_on if on else self._writes.take_off
        self._do(visit, proc_num, Step(row.procCode, partial(send, visit, row)))

    def add(self, visit: Visit, facts: VisitFacts, offered: ProcedureSet) -> None:
        """Add what the appointment doesn't have of a set: planned procedures are put on it, others are made."""
        for code in missing_from(offered.codes, self._there(visit, facts)):
            waiting = (row for row in facts.planned if row.procCode == code and not row.AptNum)
            planned = next((row for row in waiting if row.ProcNum not in self._wanted), None)
            if planned is not None:
                self.tick(visit, facts, planned.ProcNum, on=True)
            else:
                self._adding.add((visit.apt_num, code))
                self._do(visit, 0, Step(code, partial(self._writes.add, visit, code)))

    def set_type(self, visit: Visit, kind: AppointmentType | None) -> None:
        """Give an appointment another type, or none. The office adds the procedures of the type."""
        self._do(visit, 0, Step("", partial(self._writes.set_type, visit, kind)))

    def set_length(self, visit: Visit, pattern: str) -> None:
        """Give an appointment the length of its procedures."""
        self._scope.start(self._batches.set_length(visit, pattern), "length")

    def settle(self, apt_num: int) -> None:
        """Show the office's state again, but only once it was read after the change: ticks would flicker."""
        state = self._part.state(apt_num)
        queued = {proc_num for _, proc_num, _ in self._queue}
        if not isinstance(state, Ready) or not state.stale or state.why is not None:
            self._wanted = {number: on for number, on in self._wanted.items() if number in queued}
            self._adding = {(each.apt_num, step.code) for each, number, step in self._queue if not number}

    def _there(self, visit: Visit, facts: VisitFacts) -> set[str]:
        """The codes that an appointment has, and those that it is about to get: a second click adds nothing twice."""
        codes = {row.procCode for row in facts.attached} | {
            code for apt_num, code in self._adding if apt_num == visit.apt_num
        }
        coming = {number for number, on in self.wanted.items() if on}
        codes |= {row.procCode for row in facts.planned if row.ProcNum in coming}
        intents = (each.intent for each in self._journal.unsettled())
        return codes | {
            intent.arguments["procCode"]
            for intent in intents
            if intent.kind == ADD_PROCEDURE.kind and intent.arguments["AptNum"] == visit.apt_num
        }

    def _do(self, visit: Visit, proc_num: int, step: Step) -> None:
        self._queue.append((visit, proc_num, step))
        self.changed.emit()
        if not self.running:
            self.running = True
            self._scope.start(self._work(), "procedures")

    async def _work(self) -> None:
        """Send what was asked for, one appointment after another."""
        try:
            while self._queue:
                visit = self._queue[0][0]
                taken = [each for each in self._queue if each[0].apt_num == visit.apt_num]
                self._queue = [each for each in self._queue if each[0].apt_num != visit.apt_num]
                steps = tuple(step for _, _, step in taken)
                await self._batches.run(Batch(visit, self._facts(visit.apt_num), steps))
                self.settle(visit.apt_num)
        finally:
            self.running = False
            self.changed.emit()

    def _facts(self, apt_num: int) -> VisitFacts:
        state = self._part.state(apt_num)
        return state.value if isinstance(state, Ready) else VisitFacts(apt_num)
