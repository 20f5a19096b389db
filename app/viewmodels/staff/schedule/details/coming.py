"""What an appointment has, and what it is about to get: so that a second click adds nothing twice."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from app.domain.chart.typed_places import Site
from app.domain.schedule.visit import Visit
from app.journal.journal import Journal
from app.services.visits.facts import VisitFacts
from app.services.writes.details.procedures import ADD_PROCEDURE, PLACE_FIELDS, PLACE_PROCEDURE
from app.viewmodels.staff.schedule.details.placing import is_same
from app.wire.resources.procedure_logs import ProcedureLog


class Coming:
    """Procedures that are being put on, taken off and made; some may wait for the server."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.ticked: dict[int, bool] = {}
        """Being put on (True) or taken off, by ProcNum."""
        self.new: list[ProcedureLog] = []
        """Being made."""

    @property
    def wanted(self) -> Mapping[int, bool]:
        """What is ticked, and what of it is in the journal."""
        waiting = (each.intent for each in self._journal.unsettled())
        found = {
            intent.arguments["ProcNum"]: bool(intent.arguments["AptNum"])
            for intent in waiting
            if intent.kind == PLACE_PROCEDURE.kind
        }
        return {**found, **self.ticked}

    def begin(self, visit: Visit, facts: VisitFacts, row: ProcedureLog) -> int:
        """One more is being made. Returns how many equal ones there will be with it."""
        self.new.append(row)
        site = Site(row.ToothNum, row.Surf, row.ToothRange)
        return sum(is_same(each, row.procCode, site) for each in self.rows(visit, facts))

    def rows(self, visit: Visit, facts: VisitFacts) -> list[ProcedureLog]:
        """All that the appointment has or is about to get."""
        coming = {number for number, on in self.wanted.items() if on}
        planned = (row for row in facts.planned if row.ProcNum in coming)
        new = [row for row in self.new if row.AptNum == visit.apt_num]
        return [*facts.attached, *planned, *new, *self._waiting(visit, new)]

    def settle(self, queued: Collection[object]) -> None:
        """What was sent is in the office's rows now; what is still queued (ProcNums, new rows) is not."""
        self.ticked = {number: on for number, on in self.ticked.items() if number in queued}
        self.new = [row for row in self.new if row in queued]

    def _waiting(self, visit: Visit, known: list[ProcedureLog]) -> list[ProcedureLog]:
        """New ones in the journal that are not among those known."""
        found, left = [], list(known)
        for intent in (each.intent for each in self._journal.unsettled()):
            if intent.kind == ADD_PROCEDURE.kind and intent.arguments["AptNum"] == visit.apt_num:
                site = Site(*(str(intent.arguments.get(name, "")) for name in PLACE_FIELDS))
                row = new_row(visit, str(intent.arguments["procCode"]), site)
                if row in left:
                    left.remove(row)
                else:
                    found.append(row)
        return found


def new_row(visit: Visit, code: str, site: Site) -> ProcedureLog:
    """A procedure that isn't made yet."""
    return ProcedureLog(
        AptNum=visit.apt_num, procCode=code, ToothNum=site.tooth, Surf=site.surf, ToothRange=site.teeth
    )
