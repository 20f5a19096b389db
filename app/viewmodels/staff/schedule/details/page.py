"""The page with the details of the selected appointment."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.need import Need
from app.core.text import NO_TEXT, At, Shape, Span, join, msg
from app.domain.schedule.pattern import minutes_of
from app.domain.schedule.visit import Mark, Visit
from app.services.patients.summary.records import known_or_none
from app.services.schedule.rows import where_of
from app.services.visits.facts import VisitFacts
from app.services.visits.length import new_clashes, pattern_by_procedures, type_of
from app.services.visits.reader import VisitFactsReader
from app.services.visits.sets import ProcedureSet
from app.services.writes.details.detail_writes import DetailWrites
from app.store.lists import OfficeLists
from app.store.patients.parts import Ready, Refused
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.details.batches import Batches
from app.viewmodels.staff.schedule.details.changes import ProcedureChanges
from app.viewmodels.staff.schedule.details.entry import ProcedureEntry
from app.viewmodels.staff.schedule.details.fields import AppointmentFields
from app.viewmodels.staff.schedule.details.offers import offers_of, places_of, types_of
from app.viewmodels.staff.schedule.details.shown import (
    NO_PROCEDURES,
    NOTHING_PLANNED,
    Shown,
    form_rows,
    lab_rows,
    length_words,
    procedure_rows,
    referral_rows,
    restriction_rows,
    set_rows,
    total_of,
    why_unknown,
)
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.translation import tr, typed
from app.viewmodels.verdict import Verdict
from app.wire.resources.procedure_logs import ProcedureStatus

HINT = msg("Select an appointment to see its procedures and details here.")
A_NOTE = msg("This is a note on the schedule, not an appointment.")
RESTRICTED = msg("Restricted in Open Dental: this patient may not be scheduled.")


class DetailsPageViewModel(QObject):
    """Follows the selection from `begin` until `leave`. `changed` when `shown` did, `finished` when it can close."""

    changed = Signal()
    finished = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        schedule: ScheduleViewModel,
        writes: DetailWrites,
        batches: Batches,
        may_change: Callable[[], Verdict],
        parent: QObject | None = None,
    ) -> None:
        """`may_change`: whether the selected appointment can be changed, with this key."""
        super().__init__(parent)
        self.desk = desk
        self.shown = Shown()
        self.writes = writes
        self._schedule = schedule
        self._may_change = may_change
        self._part = desk.parts.patients.of(VisitFactsReader)
        self._changes = ProcedureChanges(desk, writes, batches, self._part, self)
        self._changes.changed.connect(self._fill)
        self.fields = AppointmentFields(desk, writes, self)
        self.entry = ProcedureEntry(desk, self._changes, self)
        self._release: Callable[[], None] | None = None
        self._apt_num: int | None = None
        self._shows = False
        self._unwatch: Callable[[], None] | None = None
        self._part.watch(self._part_changed)
        schedule.selection_changed.connect(self._follow)

    @property
    def visit(self) -> Visit | None:
        """The appointment shown."""
        return self._schedule.visit(self._apt_num) if self._apt_num else None

    @property
    def facts(self) -> VisitFacts | None:
        """What is known of it; None: nothing yet."""
        state = self._part.state(self._apt_num) if self._apt_num else None
        return state.value if isinstance(state, Ready) else None

    def begin(self) -> None:
        """The page is opened: show the selected appointment, and follow the selection."""
        self._shows = True
        self._unwatch = self._unwatch or self.desk.parts.journal.watch(lambda _: self._fill())
        self._follow()
        self.entry.prepare()

    def leave(self) -> None:
        """The page was left: nothing more is read for it."""
        self._shows = False
        if self._unwatch is not None:
            self._unwatch()
            self._unwatch = None
        self.fields.leave()
        self.entry.show(None, None)
        self._need(None)

    def tick(self, proc_num: int, *, on: bool) -> None:
        """Put a procedure on the appointment, or take it off."""
        if (visit := self.visit) is not None:
            self._changes.tick(visit, self.facts or VisitFacts(visit.apt_num), proc_num, on=on)

    def add(self, offered: ProcedureSet) -> None:
        """Add the procedures of a set that the appointment doesn't have."""
        if (visit := self.visit) is not None:
            self._changes.add(visit, self.facts or VisitFacts(visit.apt_num), offered)

    def set_type(self, type_num: int) -> None:
        """Give the appointment another type; 0: none."""
        visit, lists = self.visit, self.desk.parts.office.lists
        if visit is not None and lists is not None and visit.type_num != type_num:
            self._changes.set_type(visit, type_of(type_num, lists.appointment_types))

    def set_length(self) -> None:
        """Give the appointment the length of its procedures."""
        visit = self.visit
        if visit is not None and (pattern := self._pattern(visit)):
            self._changes.set_length(visit, pattern)

    # --- what is shown -------------------------------------------------------------------------------------

    def _pattern(self, visit: Visit) -> str:
        """The pattern of its procedures; empty: not known, or none."""
        facts = self.facts
        if facts is None or not facts.has_procedures:
            return ""
        lists = self.desk.parts.office.lists or OfficeLists()
        kind = type_of(visit.type_num, lists.appointment_types)
        return pattern_by_procedures(facts.attached, facts.times, lists.increment, kind)

    def _follow(self) -> None:
        if self._shows:
            visit = self._schedule.selected
            readable = visit is not None and not visit.unsent and not visit.is_note
            self._need(visit.apt_num if visit is not None and readable else None)
            self._fill()

    def _need(self, apt_num: int | None) -> None:
        if apt_num == self._apt_num:
            return
        if self._release is not None:
            self._release()
        self._apt_num = apt_num
        self._release = self._part.need(apt_num, Need.CLICK) if apt_num is not None else None

    def _part_changed(self, apt_num: int) -> None:
        if apt_num == self._apt_num:
            if not self._changes.running:
                self._changes.settle(apt_num)
            self._fill()

    def _fill(self) -> None:
        visit = self.visit
        self.entry.show(visit, self.facts)
        if visit is None:
            selected = self._schedule.selected
            hint = tr(A_NOTE if selected is not None and selected.is_note else HINT)
            if selected is not None and selected.unsent:
                hint = typed(self._may_change().reason)
            self._show(Shown(selected.name if selected is not None else "", hint=hint))
            return
        self._show(self._shown_of(visit))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

    def _shown_of(self, visit: Visit) -> Shown:
        lists = self.desk.parts.office.lists
        where = where_of(visit, lists) if lists is not None else ""
        at = join([At(visit.start, Shape.DAY), Span(visit.start, visit.end)], " · ")
        when = join([at, join([where, msg("{n} min", n=visit.minutes)], " · ")], "\n")
        head = Shown(
            visit.name,
            tr(when),
            types=types_of(lists or OfficeLists(), visit.type_num),
            type_num=visit.type_num,
            asap=Mark.ASAP in visit.marks,
            why_not=typed(self._may_change().reason),
        )
        facts, state = self.facts, self._part.state(visit.apt_num)
        if facts is None:
            words = explain(state.why).sentence if isinstance(state, Refused) else tr("Loading…")
            return replace(head, state=words, is_empty=True)
        return self._with_facts(head, visit, facts)

    def _with_facts(self, head: Shown, visit: Visit, facts: VisitFacts) -> Shown:
        today = self.desk.now().date()
        elsewhere = places_of(self.desk.parts.office, facts)
        complete = {
            row.ProcNum for row in facts.attached if row.ProcStatus is not ProcedureStatus.TREATMENT_PLANNED
        }
        wanted, saving, numbering = self._changes.wanted, self._changes.running, self._changes.numbering
        attached, planned = (
            procedure_rows(
                rows, facts.times, visit.apt_num, wanted, elsewhere, complete, numbering, saving=saving
            )
            for rows in (facts.attached, facts.planned)
        )
        sets, more = offers_of(self.desk, visit, facts)
        self.fields.show(visit, known_or_none(facts.fields) or (), head.why_not)
        length, may_set = self._length(visit)
        is_known = not (state := why_unknown(facts.procedures))
        return replace(
            head,
            warning=tr(RESTRICTED) if known_or_none(facts.restrictions) else "",
            attached=attached,
            planned=planned,
            total=total_of(facts.attached),
            state=state,
            nothing=tr(NO_PROCEDURES) if is_known and not attached else "",
            no_more=tr(NOTHING_PLANNED) if is_known and not planned else "",
            length=length,
            may_set_length=may_set and not head.why_not,
            sets=sets,
            more=more,
            fields=why_unknown(facts.fields),
            rows=(
                *restriction_rows(facts),
                *set_rows(facts),
                *lab_rows(facts, visit.start),
                *referral_rows(facts),
                *form_rows(facts, today),
            ),
        )

    def _length(self, visit: Visit) -> tuple[str, bool]:
        """That the procedures take another time, and whether the appointment can be given it."""
        pattern = self._pattern(visit)
        if not pattern or len(pattern) == len(visit.pattern) or self._changes.running:
            return "", False
        clashes = new_clashes(self.desk.parts.office, visit, pattern)
        words = clashes[0].words if clashes else NO_TEXT
        return length_words(minutes_of(pattern), words, locked=visit.time_locked), not visit.time_locked
