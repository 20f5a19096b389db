"""PerioExams: perio exams of a patient."""

from __future__ import annotations

import operator

import sqlalchemy as sa

from app.practice.handlers.clinical.chart_rows import changeable, take_away
from app.practice.handlers.clinical.perio_strings import REGIONS, measured_rows
from app.practice.schema.charting import perioexam, periomeasure
from app.practice.schema.people import patient
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.perio_exams import PerioExam, PerioExams

_E = perioexam.c
ROWS = Listing(
    name="PerioExam",
    columns=lambda: columns_of(PerioExam, perioexam),
    source=perioexam,
    filters={
        "PerioExamNum": Filter(_E.PerioExamNum),
        "PatNum": Filter(_E.PatNum),
        "ExamDate": Filter(_E.ExamDate, operator.ge),
    },
    order=(_E.ExamDate, _E.PerioExamNum),
)
_CHANGEABLE = ("ExamDate", "ProvNum", "Note")


@serves(PerioExams.get)
def get(work: Work, given: Given) -> Outcome:
    """One exam."""
    return work.one(ROWS, "PerioExam", given)


@serves(PerioExams.list)
def list_(work: Work, given: Given) -> Outcome:
    """Exams of one patient, or since a day."""
    return work.page(ROWS, given)


@serves(PerioExams.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one, with the measures from its four texts."""
    person = work.find(patient, given["PatNum"], "Patient")
    values = {
        "ExamDate": work.today,
        "ProvNum": person.PriProv or work.preference_number("PracticeDefaultProv"),
        **for_columns(perioexam, given, ("PatNum", *_CHANGEABLE)),
        "DateTMeasureEdit": work.now,
    }
    key = work.insert(perioexam, values)
    texts = {name: given[name] for name in REGIONS if name in given}
    for row in measured_rows(texts):
        stamps = {"SecDateTEntry": work.now, "SecDateTEdit": work.now}
        work.insert(periomeasure, {**row, **stamps, "PerioExamNum": key})
    _tell(work, "Perio exam created.", person.PatNum, key)
    return work.created(ROWS, f"/perioexams/{key}", {"PerioExamNum": key})


@serves(PerioExams.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the date, the provider and the note, which is replaced."""
    row = changeable(work, perioexam, given["PerioExamNum"], "PerioExam")
    values = for_columns(perioexam, given, _CHANGEABLE)
    work.update(perioexam, row.PerioExamNum, {**values, "DateTMeasureEdit": work.now})
    _tell(work, "Perio exam changed.", row.PatNum, row.PerioExamNum)
    return work.one(ROWS, "PerioExam", {"PerioExamNum": row.PerioExamNum})


@serves(PerioExams.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete an exam with its measures."""
    row = changeable(work, perioexam, given["PerioExamNum"], "PerioExam")
    measures = sa.delete(periomeasure).where(periomeasure.c.PerioExamNum == row.PerioExamNum)
    work.connection.execute(measures)
    take_away(work, perioexam, row.PerioExamNum)
    _tell(work, "Perio exam deleted.", row.PatNum, row.PerioExamNum)
    return None


def _tell(work: Work, words: str, pat_num: int, key: int) -> None:
    log(work, "PerioEdit", words, pat_num=pat_num, key=key)
    signal(work, "PerioExams", key=pat_num)
