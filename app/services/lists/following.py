"""Brings changes of appointments and own writes to the lists at once, however late they are done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import TaskScope
from app.domain.lists.candidate import Candidate, CandidateKind
from app.journal.entries import Entry, Wire, WriteState
from app.services.lists.rows import SCHEDULED, list_of, of_appointment
from app.store.changes import Change, ChangeKind
from app.store.office import Office
from app.store.patients.parts import PatientPart
from app.wire.codec import CodecError, decode_one
from app.wire.resources.appointments import Appointment, ApptStatus
from app.wire.resources.recalls import Recall

Rows = tuple[Candidate, ...]
Parts = Mapping[CandidateKind, PatientPart[Rows]]
TOLD = frozenset({ChangeKind.VISITS, ChangeKind.DAY})
"""Changes that name appointments."""
WatchWrites = Callable[[Callable[[Entry], None]], Callable[[], None]]
APPOINTMENT = frozenset({"AptNum", "AptStatus", "Pattern"})
"""Fields that only an appointment's row has."""
RECALL = frozenset({"RecallNum", "RecallTypeNum", "RecallStatus"})
"""The same of a recall's row."""
R = TypeVar("R", Appointment, Recall)


class ListFollowing:
    """Follows the office and the journal until it is closed."""

    def __init__(
        self, parts: Parts, client: OpenDental, office: Office, writes: WatchWrites, scope: TaskScope
    ) -> None:
        """`writes` subscribes to the journal's entries."""
        self._parts = parts
        self._client = client
        self._office = office
        self._scope = scope
        self._looked: set[int] = set()
        """Appointments whose patients' recalls were looked at."""
        self._ends: tuple[Callable[[], None], ...] = (
            office.watch(self._follow),
            writes(self._follow_write),
        )

    def close(self) -> None:
        """Stop following."""
        for end in self._ends:
            end()

    def _follow_write(self, entry: Entry) -> None:
        """A write of this PC: its row is on the list where it belongs now, also if its day isn't in memory."""
        row = entry.answer if entry.state is WriteState.DONE else entry.conflict
        if row is None or not entry.state.settled:
            return
        if row.keys() >= RECALL and (recall := _read(row, Recall)) is not None:
            self._parts[CandidateKind.RECALL].change(partial(_with_recall, recall))
        if row.keys() >= APPOINTMENT and (read := _read(row, Appointment)) is not None:
            self._take([read])
            self._look([read])

    def _follow(self, change: Change) -> None:
        if change.kind not in TOLD or not change.apt_nums:
            return
        rows = [row for row in map(self._office.visit_row, change.apt_nums) if row is not None]
        self._take(rows)
        if change.kind is ChangeKind.VISITS:  # a day that is read for the first time tells nothing new
            self._look(rows)

    def _take(self, rows: Sequence[Appointment]) -> None:
        today = self._office.clock.now().date()
        for kind, part in self._parts.items():
            if kind is not CandidateKind.RECALL:
                part.change(partial(_with, rows, kind, today))

    def _look(self, rows: Sequence[Appointment]) -> None:
        """Who is on the recall list and has an appointment now: whether it is for the recall, only the office knows."""
        today = self._office.clock.now().date()
        part = self._parts[CandidateKind.RECALL]
        for row in rows:
            at, new = row.AptDateTime, row.AptNum not in self._looked
            if new and row.AptStatus in SCHEDULED and at is not None and at.date() >= today:
                self._looked.add(row.AptNum)
                if any(each.pat_num == row.PatNum for known in part.values() for each in known):
                    self._scope.start(self._reread(row.PatNum), "recalls of a patient")

    async def _reread(self, pat_num: int) -> None:
        try:
            found = await self._client.at(Need.REFRESH).recalls.list(PatNum=pat_num)
        except ApiError:
            return  # the list is read again when it is old
        due = {each.RecallNum: each for each in found if is_due(each)}
        types = {each.RecallTypeNum for each in due.values()}
        part = self._parts[CandidateKind.RECALL]
        part.change(lambda _clinic, rows: _still_due(rows, pat_num, due, any_due=bool(types)))


def missing(office: Office, change: Change) -> bool:
    """Whether an appointment left the days in memory: it may be on the Unscheduled List now."""
    return change.kind in TOLD and any(office.visit_row(number) is None for number in change.apt_nums)


def is_due(recall: Recall) -> bool:
    """Whether it still waits for an appointment."""
    return not recall.IsDisabled and recall.DateScheduled is None and recall.DateDue is not None


def _still_due(rows: Rows, pat_num: int, due: Mapping[int, Recall], *, any_due: bool) -> Rows:
    """Without this patient's recalls that are scheduled now; a list without numbers knows only the patient."""

    def stays(row: Candidate) -> bool:
        return row.pat_num != pat_num or (row.recall_num in due if row.recall_num else any_due)

    return tuple(row for row in rows if stays(row))


def _with(changed: Sequence[Appointment], kind: CandidateKind, today: date, clinic: int, rows: Rows) -> Rows:
    """The list with these appointments as they are now: added, changed, or left out."""
    known = {each.apt_num: each for each in rows}
    here = {row.AptNum: row for row in changed if list_of(row, kind, today) and clinic in (0, row.ClinicNum)}
    copied = {row.NextAptNum for row in changed if row.AptStatus is not ApptStatus.PLANNED}
    gone = ({row.AptNum for row in changed} | copied) & known.keys()
    if not here and not gone:
        return rows
    now = [_now(row, known.get(number), kind, today) for number, row in here.items()]
    return (*(each for each in rows if each.apt_num not in gone), *now)


def _now(row: Appointment, known: Candidate | None, kind: CandidateKind, today: date) -> Candidate:
    """An appointment as it is now, with what only the reading of the list told."""
    now = of_appointment(row, kind, today)
    if known is None:
        return now
    return replace(now, last_contact=known.last_contact, attempts=known.attempts, production=known.production)


def _with_recall(now: Recall, _clinic: int, rows: Rows) -> Rows:
    """The list with this recall's status and note. A list without numbers knows the patient and the type."""

    def same(row: Candidate) -> bool:
        if row.recall_num:
            return row.recall_num == now.RecallNum
        return (row.pat_num, row.recall_type_num) == (now.PatNum, now.RecallTypeNum)

    status, name, note = now.RecallStatus, now.recallStatus.strip(), now.Note.strip()
    return tuple(
        replace(row, status=status, status_name=name, note=note) if same(row) else row for row in rows
    )


def _read(row: Wire, record: type[R]) -> R | None:
    """A row of a write's answer; None if it is incomplete: the next reading shows it."""
    try:
        return decode_one(msgspec.json.encode(row), record)
    except CodecError:
        return None
