"""What happened to a tooth, and the days on which a mouth changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from app.core.text import Text, join
from app.domain.chart.anatomy import Tooth, find_tooth
from app.domain.chart.entries import planned_on, status_at
from app.domain.chart.numbering import Numbering, number_of
from app.domain.chart.places import teeth_of
from app.domain.chart.surfaces import letters_of, read_surfaces
from app.domain.chart.words import STATUS_WORDS
from app.domain.chart.work import STATUSES, Status
from app.wire.resources.procedure_codes import ProcedureCode, ToothPaint
from app.wire.resources.procedure_logs import ProcedureLog

MOST_TEETH = 3
"""Teeth of a range that are named."""


class HistoryLine(Struct, frozen=True):
    """One procedure of a tooth."""

    proc_num: int
    on: date | None
    tooth: Tooth
    """The tooth that the procedure names: an adult tooth or its primary predecessor."""
    surfaces: str
    code: str
    name: str
    status: Status
    status_words: Text
    provider: str


def history_of(tooth: str, procedures: Iterable[ProcedureLog]) -> tuple[HistoryLine, ...]:
    """The procedures of a tooth and its predecessor, the latest first. Also those that the chart doesn't draw."""
    wanted = find_tooth(tooth)
    if wanted is None:
        return ()
    lines = [
        _line(row, named, STATUSES[row.ProcStatus])
        for row in procedures
        if row.ProcStatus in STATUSES
        for named in teeth_of(row)
        if (named.slot, named.extra) == (wanted.slot, wanted.extra)
    ]
    return tuple(sorted(lines, key=lambda line: (line.on or date.min, line.proc_num), reverse=True))


def change_dates(
    procedures: Iterable[ProcedureLog], codes: Mapping[int, ProcedureCode], today: date
) -> tuple[date, ...]:
    """The days on which the chart changed, the oldest first; none in the future."""
    found: set[date] = set()
    for row in procedures:
        code = codes.get(row.CodeNum)
        if (
            code is None
            or code.PaintType is ToothPaint.NONE
            or row.ProcStatus not in STATUSES
            or row.HideGraphics
        ):
            continue
        found.update(day for day in (row.ProcDate, planned_on(row)) if day is not None and day <= today)
    return tuple(sorted(found))


def changes_on(
    day: date, procedures: Iterable[ProcedureLog], codes: Mapping[int, ProcedureCode], numbering: Numbering
) -> tuple[Text, ...]:
    """What changed on the chart on a day, one text for each procedure: "14 Extraction, completed"."""
    return tuple(
        _change(row, status, numbering)
        for row in procedures
        if _is_drawn(row, codes) and day in _days_of(row) and (status := status_at(row, day)) is not None
    )


def _is_drawn(row: ProcedureLog, codes: Mapping[int, ProcedureCode]) -> bool:
    code = codes.get(row.CodeNum)
    painted = code is not None and code.PaintType is not ToothPaint.NONE
    return painted and row.ProcStatus in STATUSES and not row.HideGraphics


def _days_of(row: ProcedureLog) -> set[date]:
    """The days on which a procedure changes the chart: planned, done."""
    planned = planned_on(row)
    done = None if STATUSES[row.ProcStatus] is Status.PLANNED else row.ProcDate
    return {day for day in (planned, done) if day is not None}


def _change(row: ProcedureLog, status: Status, numbering: Numbering) -> Text:
    teeth = teeth_of(row)
    where = ", ".join(number_of(tooth, numbering) for tooth in teeth[:MOST_TEETH])
    more = "…" if len(teeth) > MOST_TEETH else ""
    surfaces = _letters(row.Surf, teeth[0]) if len(teeth) == 1 else row.Surf
    return join(
        [join([f"{where}{more}", row.descript or row.procCode, surfaces]), STATUS_WORDS[status]], ", "
    )


def _letters(text: str, tooth: Tooth) -> str:
    surfaces, strange = read_surfaces(text, tooth)
    return letters_of(surfaces, tooth) + strange


def _line(row: ProcedureLog, tooth: Tooth, status: Status) -> HistoryLine:
    return HistoryLine(
        row.ProcNum,
        row.ProcDate,
        tooth,
        _letters(row.Surf, tooth),
        row.procCode,
        row.descript,
        status,
        STATUS_WORDS[status],
        row.provAbbr,
    )
