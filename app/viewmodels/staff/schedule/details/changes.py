"""Changes of procedures as they are asked for, click by click: those that come while one is sent go together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.text import NO_TEXT, ExplainedError, Text, msg
from app.domain.chart.numbering import Numbering, numbering_named, tooth_numbered
from app.domain.chart.typed_places import NOWHERE, Site, read_sites
from app.domain.schedule.visit import Visit
from app.journal.entries import Intent
from app.services.visits.facts import Listed, VisitFacts
from app.services.visits.sets import ProcedureSet, missing_from
from app.services.writes.details.detail_writes import DetailWrites
from app.services.writes.details.procedures import add_intent, put_on_intent, take_off_intent
from app.services.writes.errors import CannotWrite
from app.store.patients.parts import PatientPart, Ready
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.details.batches import Batches
from app.viewmodels.staff.schedule.details.coming import Coming, new_row
from app.viewmodels.staff.schedule.details.placing import is_same, listed_of, row_label, site_label
from app.wire.resources.appointment_types import AppointmentType
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog


class _Asked(Struct, frozen=True):
    """One change. `key`: the procedure's number, or the new row; None: the type."""

    visit: Visit
    key: int | ProcedureLog | None
    make: Callable[[], Intent]


class ProcedureChanges(QObject):
    """`changed` when `wanted` or `running` did. `place_asked`: a code of a set needs a tooth or an area."""

    changed = Signal()
    place_asked = Signal(object, object)
    """With the appointment and the ProcedureCode."""

    def __init__(
        self,
        desk: DeskViewModel,
        writes: DetailWrites,
        batches: Batches,
        part: PatientPart[VisitFacts],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._scope = desk.parts.scope
        self._writes = writes
        self._part = part
        self._batches = batches
        self._coming = Coming(desk.parts.journal)
        self._queue: list[_Asked] = []
        self._sets = 0
        """Sets whose codes are being read."""
        self.running = False
        """Whether a change is being sent."""

    @property
    def numbering(self) -> Numbering:
        """The system of tooth numbers on this PC."""
        return numbering_named(self._desk.tooth_numbers.value)

    @property
    def wanted(self) -> Mapping[int, bool]:
        """The procedures that are being put on (True) or taken off, by ProcNum; some may wait for the server."""
        return self._coming.wanted

    def tick(self, visit: Visit, facts: VisitFacts, proc_num: int, *, on: bool) -> None:
        """Put a procedure on an appointment, or take it off; nothing if it is there, or not, already."""
        known = (*facts.attached, *facts.planned)
        row = next((each for each in known if each.ProcNum == proc_num), None)
        pending = self.wanted.get(proc_num)
        if row is None or (pending if pending is not None else row.AptNum == visit.apt_num) is on:
            return
        if pending is not None:
            row = replace(row, AptNum=visit.apt_num if pending else 0)  # as it will be by then
        self._place(visit, row, on=on)

    def add(self, visit: Visit, facts: VisitFacts, offered: ProcedureSet) -> None:
        """Add what the appointment doesn't have of a set: planned procedures are put on it, others are made."""
        there = [listed_of(row, self.numbering) for row in self._coming.rows(visit, facts)]
        found: list[tuple[Listed, ProcedureLog | None, int]] = []
        for each in missing_from(offered.listed, there):
            row, nth = self._planned(facts, each), 0
            if row is not None:
                self._coming.ticked[row.ProcNum] = True
            else:
                nth = self._coming.begin(visit, facts, new_row(visit, each.code, self._site_of(each)))
            found.append((each, row, nth))
        self._sets += 1
        self._scope.start(self._add_all(visit, found), "set of procedures")

    def add_at(self, visit: Visit, facts: VisitFacts, code: ProcedureCode, sites: Sequence[Site]) -> Text:
        """Add procedures with a code, one at each site. Returns why not; empty: they are being added."""
        name, rows = code.ProcCode, self._coming.rows(visit, facts)
        for site in (each for each in sites if each.fields):
            label = site_label(name, site, self.numbering)
            if any(is_same(row, name, site) for row in rows):
                return msg("{procedure} is on this appointment already.", procedure=label)
            alike = [row for row in facts.planned if is_same(row, name, site)]
            if alike and all(row.AptNum for row in alike):
                return msg(
                    "{procedure} is planned for another appointment: tick it below to move it here.",
                    procedure=label,
                )
        for site in sites:
            alike = [row for row in facts.planned if is_same(row, name, site) and not row.AptNum]
            row = next((each for each in alike if each.ProcNum not in self.wanted), None)
            if row is not None:
                self._place(visit, row, on=True)
            else:
                self._make(visit, name, site, self._coming.begin(visit, facts, new_row(visit, name, site)))
        return NO_TEXT

    def set_type(self, visit: Visit, kind: AppointmentType | None) -> None:
        """Give an appointment another type, or none. The office adds the procedures of the type."""
        apt_num = visit.apt_num  # of several types only the last one is meant
        self._queue = [each for each in self._queue if (each.key, each.visit.apt_num) != (None, apt_num)]
        self._do(visit, None, partial(self._writes.type_intent, visit, kind))

    def set_length(self, visit: Visit, pattern: str) -> None:
        """Give an appointment the length of its procedures."""
        self._scope.start(self._batches.set_length(visit, pattern), "length")

    def settle(self, apt_num: int) -> None:
        """Show the office's state again, but only once it was read after the change: ticks would flicker."""
        state = self._part.state(apt_num)
        if not self._sets and (not isinstance(state, Ready) or not state.stale or state.why is not None):
            self._coming.settle([each.key for each in self._queue])

    def _planned(self, facts: VisitFacts, wanted: Listed) -> ProcedureLog | None:
        """A planned procedure that is what a set lists, and on no appointment."""
        for row in (each for each in facts.planned if not each.AptNum and each.ProcNum not in self.wanted):
            code, tooth = listed_of(row, self.numbering)
            if code == wanted.code and wanted.tooth in ("", tooth):
                return row
        return None

    def _site_of(self, listed: Listed) -> Site:
        """The tooth that a set names."""
        tooth = tooth_numbered(listed.tooth, self.numbering)
        return Site(tooth.name) if tooth is not None else NOWHERE

    async def _add_all(self, visit: Visit, found: Sequence[tuple[Listed, ProcedureLog | None, int]]) -> None:
        """Add a set's procedures together; ask for the tooth or area of those that need one."""
        try:
            codes = {
                row.ProcCode: row for row in (await self._desk.parts.office.codes.read(Need.CLICK)).values()
            }
        except ApiError:
            codes = {}  # then the office says what it needs
        finally:
            self._sets -= 1
        for listed, row, nth in found:
            site, code = self._site_of(listed), codes.get(listed.code)
            if row is not None:
                self._place(visit, row, on=True)
            elif code is not None and not self._is_said(code, listed):
                self._coming.new.remove(new_row(visit, listed.code, site))
                self.place_asked.emit(visit, code)
            else:
                self._make(visit, listed.code, site, nth)

    def _is_said(self, code: ProcedureCode, listed: Listed) -> bool:
        try:
            return bool(read_sites(code, listed.tooth, self.numbering))
        except ExplainedError:
            return False

    def _place(self, visit: Visit, row: ProcedureLog, *, on: bool) -> None:
        self._coming.ticked[row.ProcNum] = on
        make = put_on_intent if on else take_off_intent
        self._do(visit, row.ProcNum, partial(make, visit, row, row_label(row, self.numbering)))

    def _make(self, visit: Visit, code: str, site: Site, nth: int) -> None:
        label = site_label(code, site, self.numbering)
        self._do(visit, new_row(visit, code, site), partial(add_intent, visit, code, site, nth, label))

    def _do(self, visit: Visit, key: int | ProcedureLog | None, make: Callable[[], Intent]) -> None:
        self._queue.append(_Asked(visit, key, make))
        self.changed.emit()
        if not self.running:
            self.running = True
            self._scope.start(self._work(), "procedures")

    async def _work(self) -> None:
        """Send what was asked for, one appointment after another."""
        try:
            while self._queue:
                visit = self._queue[0].visit
                taken = [each for each in self._queue if each.visit.apt_num == visit.apt_num]
                self._queue = [each for each in self._queue if each.visit.apt_num != visit.apt_num]
                await self._batches.run(visit, self._facts(visit.apt_num), self._made(taken))
                self.settle(visit.apt_num)
        finally:
            self.running = False
            self.changed.emit()

    def _made(self, taken: Sequence[_Asked]) -> list[Intent]:
        found = []
        for each in taken:
            try:
                found.append(each.make())
            except CannotWrite as error:
                self._desk.outcomes.fail(error)
        return found

    def _facts(self, apt_num: int) -> VisitFacts:
        state = self._part.state(apt_num)
        return state.value if isinstance(state, Ready) else VisitFacts(apt_num)
