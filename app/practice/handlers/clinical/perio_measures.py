"""PerioMeasures: the measures of each tooth in a perio exam."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import sqlalchemy as sa

from app.practice.handlers.clinical.chart_rows import changeable, take_away
from app.practice.handlers.clinical.perio_strings import NONE, SURFACES
from app.practice.schema.charting import perioexam, periomeasure
from app.practice.schema.enums.clinical import PERIO_SEQUENCE
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.perio_measures import PerioMeasure, PerioMeasures

_M = periomeasure.c
ROWS = Listing(
    name="PerioMeasure",
    columns=lambda: columns_of(PerioMeasure, periomeasure),
    source=periomeasure,
    filters={"PerioMeasureNum": Filter(_M.PerioMeasureNum), "PerioExamNum": Filter(_M.PerioExamNum)},
    order=(_M.PerioMeasureNum,),
)
VALUES = ("ToothValue", *SURFACES)
_LINGUAL = ("MLvalue", "Lvalue", "DLvalue")
_UPPER_TEETH = 16


class Range(NamedTuple):
    """The valid values of each measure type, for the tooth or its surfaces. -1 is always valid for a surface."""

    tooth: frozenset[int] = frozenset()
    surface: frozenset[int] = frozenset()
    words: str = ""


_MILLIMETERS = frozenset(range(20))
_RANGES: Mapping[str, Range] = {
    "Mobility": Range(tooth=_MILLIMETERS, words="0 to 19"),
    "SkipTooth": Range(tooth=frozenset({1}), words="1"),
    "Furcation": Range(surface=_MILLIMETERS, words="-1 or 0 to 19"),
    "Probing": Range(surface=_MILLIMETERS, words="-1 or 0 to 19"),
    "MGJ": Range(surface=_MILLIMETERS, words="-1 or 0 to 19"),
    "GingMargin": Range(surface=_MILLIMETERS | frozenset(range(101, 120)), words="-1, 0 to 19 or 101 to 119"),
    "BleedSupPlaqCalc": Range(surface=frozenset(range(16)), words="0 to 15"),
}
_DELETABLE = frozenset(PERIO_SEQUENCE.number(word) for word in ("Mobility", "SkipTooth"))


@serves(PerioMeasures.list)
def list_(work: Work, given: Given) -> Outcome:
    """Measures of one exam, or all."""
    return work.page(ROWS, given)


@serves(PerioMeasures.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one; a tooth has one row per type in an exam."""
    exam = changeable(work, perioexam, given["PerioExamNum"], "PerioExam")
    tooth, kind = given["IntTooth"], given["SequenceType"]
    if not 1 <= tooth <= 2 * _UPPER_TEETH:
        raise BadRequest("IntTooth is invalid: 1 to 32 is expected.")
    values = {name: given.get(name, NONE) for name in VALUES}
    _check(kind, tooth, values)
    row = for_columns(periomeasure, given, ("PerioExamNum", "SequenceType", "IntTooth"))
    same = sa.select(_M.PerioMeasureNum).where(*(_M[name] == value for name, value in row.items()))
    if work.connection.execute(same.limit(1)).first() is not None:
        raise BadRequest(f"The exam has a measure of the SequenceType {kind} for this tooth already.")
    stamps = {"SecDateTEntry": work.now, "SecDateTEdit": work.now}
    key = work.insert(periomeasure, {**row, **values, **stamps})
    _touch(work, exam)
    path = f"/periomeasures?PerioExamNum={exam.PerioExamNum}"
    return work.created(ROWS, path, {"PerioMeasureNum": key})


@serves(PerioMeasures.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the values; type and tooth stay and limit the values."""
    row, exam = _with_exam(work, given["PerioMeasureNum"])
    sent = {name: given[name] for name in VALUES if name in given}
    after = {name: getattr(row, name) for name in VALUES} | sent
    _check(PERIO_SEQUENCE.text(row.SequenceType), row.IntTooth, after)
    work.update(periomeasure, row.PerioMeasureNum, {**sent, "SecDateTEdit": work.now})
    _touch(work, exam)
    return work.one(ROWS, "PerioMeasure", {"PerioMeasureNum": row.PerioMeasureNum})


@serves(PerioMeasures.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete a measure of a whole tooth; surface measures are set to -1 instead."""
    row, exam = _with_exam(work, given["PerioMeasureNum"])
    if row.SequenceType not in _DELETABLE:
        raise BadRequest("Only measures of the SequenceTypes Mobility and SkipTooth can be deleted.")
    take_away(work, periomeasure, row.PerioMeasureNum)
    _touch(work, exam)
    return None


def _with_exam(work: Work, key: int) -> tuple[Row, Row]:
    row = work.find(periomeasure, key, "PerioMeasure")
    return row, changeable(work, perioexam, row.PerioExamNum, "PerioExam")


def _touch(work: Work, exam: Row) -> None:
    """Mark the exam as changed."""
    work.update(perioexam, exam.PerioExamNum, {"DateTMeasureEdit": work.now})
    log(work, "PerioEdit", "Perio measure changed.", pat_num=exam.PatNum, key=exam.PerioExamNum)
    signal(work, "PerioExams", key=exam.PatNum)


def _check(kind: str, tooth: int, values: Mapping[str, int]) -> None:
    """BadRequest for a value that is invalid for the measure type, or for no value at all."""
    may = _RANGES[kind]
    if may.tooth:
        if values["ToothValue"] not in may.tooth:
            raise BadRequest(f"ToothValue is invalid: {kind} takes {may.words}.")
        _keep_empty(kind, values, SURFACES)
        return
    _keep_empty(kind, values, ("ToothValue",))
    if kind == "MGJ" and tooth <= _UPPER_TEETH:
        _keep_empty(f"{kind} of the teeth 1 to 16", values, _LINGUAL)
    for name in SURFACES:
        if values[name] != NONE and values[name] not in may.surface:
            raise BadRequest(f"{name} is invalid: {kind} takes {may.words}.")
    if all(values[name] == NONE for name in SURFACES):
        raise BadRequest(f"At least one of {', '.join(SURFACES)} must hold a measurement.")


def _keep_empty(kind: str, values: Mapping[str, int], names: tuple[str, ...]) -> None:
    for name in names:
        if values[name] != NONE:
            raise BadRequest(f"{name} is invalid: {kind} takes -1.")
