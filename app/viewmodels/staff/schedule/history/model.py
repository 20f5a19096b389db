"""An appointment's history: who changed it, when, from where; a move can be undone from here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import zip_longest

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.core.clock import local
from app.core.text import At, Shape
from app.domain.schedule.openings import Team, team_of
from app.domain.schedule.visit import Visit
from app.journal.entries import Entry, WriteState
from app.sealed.errors import LocalStoreError
from app.services.patients.parts.history import AppointmentHistory, HistoryReader
from app.services.schedule.grids import visit_in_memory
from app.services.schedule.rows import names_of
from app.services.writes.schedule.appointment import apt_num_of
from app.store.lists import OfficeLists
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.asked_part import AskedPart
from app.viewmodels.staff.patient.sections.appointment_history import history_lines
from app.viewmodels.staff.schedule.drop import DropViewModel
from app.viewmodels.staff.schedule.history.commands import HISTORY
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.translation import tr, typed
from app.wire.codec import wire_value
from app.wire.resources.hist_appointments import HistAppointment

JOURNAL_DAYS = timedelta(days=31)
"""The journal keeps its entries a little less long."""
SAME_CHANGE = timedelta(seconds=5)
"""The office's clock, and the moment at which it did a write of ours, are known so exactly."""


class Place(Struct, frozen=True):
    """Where an appointment was before a move. Providers that were changed after the move stay."""

    start: datetime
    op_num: int
    team: Team


class HistoryRow(Struct, frozen=True):
    """One change, newest first."""

    when: str
    what: str
    who: str
    """Empty: nobody is named, neither by Open Dental nor by this PC's journal."""
    back: Place | None = None
    """If it was a move: where it was before. None also if it is there now."""
    before: str = ""
    """That place as text."""


class HistoryViewModel(QObject):
    """`changed` when `rows` or `words` are others; `finished` when the page can close."""

    changed = Signal()
    finished = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        schedule: ScheduleViewModel,
        drop: DropViewModel,
        visit: Visit,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._schedule = schedule
        self._drop = drop
        self._visit = visit
        self._ours: tuple[Entry, ...] = ()
        self._read: AskedPart[AppointmentHistory] = AskedPart(desk, HistoryReader, self)
        self._read.changed.connect(self._follow)
        self.title = tr("{what} of {name}", what=typed(HISTORY.title), name=visit.name)
        self.rows: tuple[HistoryRow, ...] = ()
        self.words = ""
        """That it is loading, why it can't be read, or that there is nothing; empty: see `rows`."""
        self._read.ask(visit.pat_num)
        self._reading = desk.parts.scope.start(self._read_journal(), "history of an appointment")
        schedule.state_changed.connect(self._follow)
        self._follow()

    @property
    def visit(self) -> Visit:
        """The appointment as it is now, as far as its day is in memory: it may have been moved off the day shown."""
        return visit_in_memory(self._desk.parts.office, self._visit.apt_num) or self._visit

    def go_back(self, place: Place) -> None:
        """Move the appointment to where it was before a change; clashes there are told first."""
        self._drop.move_to(self.visit, place.start, place.op_num, place.team)

    def leave(self) -> None:
        """The page was closed."""
        self._reading.cancel()
        self._read.close()
        self._schedule.state_changed.disconnect(self._follow)

    async def _read_journal(self) -> None:
        now = self._desk.parts.clock.utc()
        try:
            entries = await self._desk.parts.journal.made_between(now - JOURNAL_DAYS, now)
        except LocalStoreError:  # without it some changes name nobody
            return
        apt_num = self._visit.apt_num
        self._ours = tuple(
            entry
            for entry in entries
            if entry.state is WriteState.DONE
            and apt_num in (apt_num_of(entry.intent), (entry.answer or {}).get("AptNum"))
        )
        self._follow()

    def _follow(self) -> None:
        history = self._read.value
        rows = history.of(self._visit.apt_num) if history is not None else ()
        self.rows = self._rows(rows, history) if history is not None else ()
        self.words = self._read.note or ("" if self.rows else tr("No changes are recorded."))
        self.changed.emit()

    def _rows(self, rows: Sequence[HistAppointment], history: AppointmentHistory) -> tuple[HistoryRow, ...]:
        rooms = names_of(self._desk.parts.office.lists or OfficeLists())
        lines = history_lines(rows, history.users, rooms.chairs)
        found = []
        for line, new, old in zip_longest(lines, rows, rows[1:]):
            back = self._place_before(new, old)
            words = ""
            if back is not None:
                at = At(back.start, Shape.BOTH)
                words = tr("Before: {time}, {operatory}", time=at, operatory=rooms.chair(back.op_num))
            who = (self._own_name(new) if not new.HistUserNum else "") or line.who
            found.append(HistoryRow(line.when, line.what, who, back, words))
        return tuple(found)

    def _own_name(self, row: HistAppointment) -> str:
        """Who changed it at this PC: Open Dental names nobody for what comes through its API."""
        clock = self._desk.parts.clock
        for entry in self._ours:
            sent, done = (each and local(each, clock) for each in (entry.sent_at, entry.changed_at))
            if sent is None or done is None or row.HistDateTStamp is None:
                continue
            if sent - SAME_CHANGE <= row.HistDateTStamp <= done + SAME_CHANGE and _agrees(entry, row):
                return entry.who
        return ""

    def _place_before(self, new: HistAppointment, old: HistAppointment | None) -> Place | None:
        if old is None or old.AptDateTime is None or new.AptDateTime is None:
            return None
        visit, before = self.visit, Team(old.ProvNum, old.ProvHyg, old.IsHygiene)
        own = team_of(visit)
        changed_since = own != Team(new.ProvNum, new.ProvHyg, new.IsHygiene)
        place = Place(old.AptDateTime, old.Op, own if changed_since else before)
        is_move = (new.AptDateTime, new.Op) != (old.AptDateTime, old.Op)
        there = (visit.start, visit.op_num) == (place.start, place.op_num)
        return place if is_move and not there and old.Op else None


def _agrees(entry: Entry, row: HistAppointment) -> bool:
    """Whether the history's entry has the place that a write gave the appointment, if it gave it one."""
    written = {**entry.intent.arguments, **entry.intent.after}
    place = {"AptDateTime": wire_value(row.AptDateTime), "Op": row.Op}
    return all(written.get(name, value) == value for name, value in place.items())
