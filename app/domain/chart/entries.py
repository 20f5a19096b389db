"""What procedures draw on a day: their kind, state and teeth, oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from app.domain.chart.anatomy import Tooth
from app.domain.chart.mouth import Problem, Reason
from app.domain.chart.places import Place, place_of_procedure, teeth_of
from app.domain.chart.surfaces import Surface, read_surfaces
from app.domain.chart.work import ON_SURFACES, PAINTS, STATUSES, Kind, Status, Work
from app.wire.resources.procedure_codes import ProcedureCode, ToothPaint, TreatmentArea
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus

_DECAY = ("decay", "caries", "carious", "cavity")
"""Words in the description of a condition that is decay. Open Dental has no paint type for it."""
_WATCH = "W"


class Entry(Struct, frozen=True):
    """One drawn procedure."""

    proc_num: int
    name: str
    kind: Kind
    status: Status
    light: bool
    when: date
    place: Place
    surfaces: str = ""
    text: str = ""

    def work(self, surfaces: tuple[Surface, ...] = ()) -> Work:
        """The work on one of its teeth."""
        named = self.name if self.kind is Kind.FINDING else ""
        return Work(self.kind, self.status, self.light, surfaces, self.text, named)

    def problem(self, reason: Reason, tooth: Tooth | None = None, text: str = "") -> Problem:
        """Why it, or a part of it, can't be drawn."""
        return Problem(reason, self.name, text, tooth, self.proc_num)

    def surfaces_on(self, tooth: Tooth) -> tuple[tuple[Surface, ...], Problem | None]:
        """The surfaces of a filling or finding on a tooth, and what is wrong with the others."""
        found, strange = read_surfaces(self.surfaces, tooth)
        if strange:
            return found, self.problem(Reason.NO_SURFACE, tooth, strange)
        return found, None if found else self.problem(Reason.NO_PLACE, tooth)


def read_entries(
    rows: Iterable[ProcedureLog], codes: Mapping[int, ProcedureCode], at: date | None
) -> tuple[list[Entry], list[Problem], set[str]]:
    """The drawn procedures, oldest first; what names no tooth or has an unknown code; the teeth extracted later."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    later: set[str] = set()
    for row in rows:
        status, code = status_at(row, at), codes.get(row.CodeNum)
        if at is not None and _is_later_extraction(row, code, at):
            later.update(tooth.name for tooth in teeth_of(row))
        if status is None or row.HideGraphics:
            continue
        if code is None:
            if row.ToothNum or row.ToothRange:
                name = row.descript or row.procCode
                problems.append(Problem(Reason.NO_CODE, name, row.procCode, proc_num=row.ProcNum))
            continue
        if code.PaintType is not ToothPaint.NONE and code.PaintType not in PAINTS:
            paint = Problem(Reason.NO_PAINT, row.descript or code.Descript, proc_num=row.ProcNum)
            problems.append(paint)
        entry = _entry(row, code, status)
        if entry is None:
            continue
        if entry.place.strange:
            problems.append(entry.problem(Reason.NO_TOOTH, text=entry.place.strange))
        if entry.place.teeth or entry.place.slots:
            entries.append(entry)
    entries.sort(key=_order)
    return entries, problems, later


def primary_on(
    rows: Iterable[ProcedureLog], codes: Mapping[int, ProcedureCode], at: date
) -> frozenset[Tooth]:
    """Primary teeth that were in the mouth on a day because they were treated later.

    The tooth chart tells only today's teeth. A primary tooth isn't assumed where its successor was treated by then.
    """
    then: set[Tooth] = set()
    erupted: set[int] = set()
    for row in rows:
        status, code, day = STATUSES.get(row.ProcStatus), codes.get(row.CodeNum), row.ProcDate
        if status is None or status.open or code is None or day is None:
            continue
        lost = code.PaintType is ToothPaint.EXTRACTION
        for tooth in teeth_of(row):
            if tooth.primary and not tooth.extra and (day > at or (day == at and not lost)):
                then.add(tooth)
            elif not tooth.primary and day <= at:
                erupted.add(tooth.slot)
    return frozenset(tooth for tooth in then if tooth.slot not in erupted)


def status_at(row: ProcedureLog, at: date | None) -> Status | None:
    """A procedure's state on a day (None: now); None if it isn't drawn then.

    A completed procedure is planned from the day it was planned to the day it was done.
    """
    status = STATUSES.get(row.ProcStatus)
    if at is None or status is None:
        return status
    if status is Status.COMPLETED and row.ProcDate is not None and row.ProcDate > at:
        planned = planned_on(row)
        return Status.PLANNED if planned is not None and planned <= at else None
    since = planned_on(row) if status is Status.PLANNED else row.ProcDate
    return status if since is None or since <= at else None


def planned_on(row: ProcedureLog) -> date | None:
    """The day a procedure was planned before it was done, as far as it is known: from 25.2.21 on."""
    if row.ProcStatus is ProcedureStatus.TREATMENT_PLANNED:
        return row.DateTP or row.ProcDate
    before = row.DateTP is not None and row.ProcDate is not None and row.DateTP < row.ProcDate
    return row.DateTP if before else None


def _is_later_extraction(row: ProcedureLog, code: ProcedureCode | None, at: date) -> bool:
    """Whether a tooth was lost after a day."""
    done = row.ProcStatus in STATUSES and STATUSES[row.ProcStatus].done
    if code is None or code.PaintType is not ToothPaint.EXTRACTION or not done:
        return False
    return row.ProcDate is not None and row.ProcDate > at


def _entry(row: ProcedureLog, code: ProcedureCode, status: Status) -> Entry | None:
    if code.PaintType is ToothPaint.NONE or code.PaintType not in PAINTS:
        return None
    kind, light = PAINTS[code.PaintType]
    text = ""
    name = row.descript or code.Descript or row.procCode
    if kind is Kind.NOTE:
        text = code.PaintText.strip() or _WATCH
        kind = Kind.WATCH if text.upper() == _WATCH else Kind.NOTE
    elif kind is Kind.FILLING and status is Status.CONDITION:
        decayed = any(word in name.lower() for word in _DECAY)
        kind = Kind.DECAY if decayed else Kind.FINDING
    place = place_of_procedure(row, code, kind)
    if place is None:
        return None
    surfaces = row.Surf if code.TreatArea is TreatmentArea.SURF or kind in ON_SURFACES else ""
    return Entry(row.ProcNum, name, kind, status, light, row.ProcDate or date.min, place, surfaces, text)


def _order(entry: Entry) -> tuple[bool, date, int]:
    """Open work is drawn over what is in the mouth."""
    return entry.status.open, entry.when, entry.proc_num
