"""What happened to a tooth, and the days on which a mouth changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from app.core.text import Text
from app.domain.chart.anatomy import Tooth, find_tooth
from app.domain.chart.entries import planned_on
from app.domain.chart.places import teeth_of
from app.domain.chart.surfaces import letters_of, read_surfaces
from app.domain.chart.words import STATUS_WORDS
from app.domain.chart.work import STATUSES, Status
from app.wire.resources.procedure_codes import ProcedureCode, ToothPaint
from app.wire.resources.procedure_logs import ProcedureLog


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


def _line(row: ProcedureLog, tooth: Tooth, status: Status) -> HistoryLine:
    surfaces, strange = read_surfaces(row.Surf, tooth)
    return HistoryLine(
        row.ProcNum,
        row.ProcDate,
        tooth,
        letters_of(surfaces, tooth) + strange,
        row.procCode,
        row.descript,
        status,
        STATUS_WORDS[status],
        row.provAbbr,
    )
