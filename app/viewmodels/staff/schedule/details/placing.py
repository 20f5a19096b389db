"""Where procedures are, in the numbering of this PC: in words, and compared with a set's and with the chart."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from app.core.text import NO_TEXT, Text
from app.domain.chart.anatomy import find_tooth
from app.domain.chart.build import mouth
from app.domain.chart.numbering import Numbering, number_of
from app.domain.chart.typed_places import Site
from app.domain.chart.words import problem_words
from app.services.patients.chart.teeth import ChartTeeth
from app.services.visits.facts import Listed
from app.services.writes.details.procedures import is_at
from app.viewmodels.staff.chart.note_entries import place_text
from app.wire.codec import wire_row
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog

CANDIDATE = -1
"""The number of a procedure that isn't made yet."""


def place_words(teeth: str, surfaces: str, numbering: Numbering) -> str:
    """#14 MOD, #2, 3, UR; empty: nowhere in particular."""
    text = place_text(teeth.strip(), surfaces.strip(), numbering)
    return f"#{text}" if teeth.strip() else text


def site_label(code: str, site: Site, numbering: Numbering) -> str:
    """What a new procedure is called: "D2740 #14"."""
    place = place_words(site.teeth or site.tooth, site.surf, numbering)
    return f"{code} {place}" if place else code


def row_label(row: ProcedureLog, numbering: Numbering) -> str:
    """The same of one that is there."""
    return site_label(row.procCode, Site(row.ToothNum, row.Surf, row.ToothRange), numbering)


def listed_of(row: ProcedureLog, numbering: Numbering) -> Listed:
    """A procedure as a set lists it."""
    tooth = find_tooth(row.ToothNum)
    return Listed(row.procCode, number_of(tooth, numbering) if tooth is not None else row.ToothNum)


def is_same(row: ProcedureLog, code: str, site: Site) -> bool:
    """Whether a procedure has this code, and is there; nowhere in particular: anywhere."""
    return row.procCode == code and is_at(wire_row(row), site.fields)


def chart_problem(
    code: ProcedureCode, sites: Iterable[Site], chart: ChartTeeth, numbering: Numbering
) -> Text:
    """What in the chart contradicts a new procedure: its tooth is missing, or isn't in the mouth. Empty: nothing."""
    initials = chart.initials if isinstance(chart.initials, tuple) else ()
    known = chart.codes if isinstance(chart.codes, tuple) else ()
    codes = {**{each.CodeNum: each for each in known}, code.CodeNum: code}
    for site in sites:
        row = ProcedureLog(
            ProcNum=CANDIDATE,
            CodeNum=code.CodeNum,
            procCode=code.ProcCode,
            descript=code.Descript,
            ToothNum=site.tooth,
            Surf=site.surf,
            ToothRange=site.teeth,
        )
        found = mouth((*chart.procedures, row), initials, codes).problems
        problem = next((each for each in found if each.proc_num == CANDIDATE), None)
        if problem is not None:
            return problem_words(replace(problem, name=site_label(code.ProcCode, site, numbering)), numbering)
    return NO_TEXT
