"""The patient's perio exams and vital signs."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.services.patients.chart.branches import EXAMS
from app.services.patients.parts.filed import LOADING, Group
from app.services.patients.parts.union import UnionRows, union_query
from app.store.office import Office
from app.store.patients.parts import Refused
from app.store.patients.readers import PartReader
from app.store.queries import Questions
from app.store.topics import Part
from app.wire.resources.perio_exams import PerioExam
from app.wire.resources.perio_measures import PerioMeasure, PerioSequenceType
from app.wire.resources.vitalsigns import Vitalsign

_USED = frozenset(
    {PerioSequenceType.PROBING, PerioSequenceType.SKIP_TOOTH, PerioSequenceType.BLEED_SUP_PLAQ_CALC}
)


class PerioRows(Struct, frozen=True):
    """The exams, newest first, and what was measured at the newest two."""

    exams: tuple[PerioExam, ...]
    measures: tuple[PerioMeasure, ...]

    def of(self, exam: PerioExam) -> list[PerioMeasure]:
        """The measures of one of the newest two exams."""
        return [row for row in self.measures if row.PerioExamNum == exam.PerioExamNum]


class PatientExams(Struct, frozen=True):
    """Gums and vital signs, each as it could be read."""

    vitals: Group[tuple[Vitalsign, ...]] = LOADING
    """Newest first."""
    perio: Group[PerioRows] = LOADING


class ExamsReader(PartReader[PatientExams]):
    """One query; without Queries two requests, and one for each of the newest two perio exams."""

    part: ClassVar[Part] = Part.CHART

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)

    async def read(self, pat_num: int, need: Need) -> PatientExams:
        """Read them. A group that is refused says why; with Queries, raises the client's ApiErrors."""
        rows = await self._questions.ask("exams", union_query(EXAMS, {"pat_num": int(pat_num)}), need)
        if rows is not None:
            found = UnionRows(EXAMS, rows)
            perio = PerioRows(_exams(found.of("exam", PerioExam)), found.of("measure", PerioMeasure))
            return PatientExams(_vitals(found.of("vital", Vitalsign)), perio)
        client = self.client.at(need)
        exams = PatientExams(perio=await self._perio(client, pat_num))
        self.publish(pat_num, exams)
        return PatientExams(await self._read_vitals(client, pat_num), exams.perio)

    async def _perio(self, client: OpenDental, pat_num: int) -> Group[PerioRows]:
        try:
            exams = _exams(await client.perio_exams.list(PatNum=pat_num))
            lists = await asyncio.gather(
                *(client.perio_measures.list(PerioExamNum=exam.PerioExamNum) for exam in exams[:2])
            )
        except ApiError as error:
            return Refused(error)
        return PerioRows(exams, tuple(row for rows in lists for row in rows if row.SequenceType in _USED))

    async def _read_vitals(self, client: OpenDental, pat_num: int) -> Group[tuple[Vitalsign, ...]]:
        try:
            return _vitals(await client.vitalsigns.list(PatNum=pat_num))
        except ApiError as error:
            return Refused(error)


def _exams(rows: Iterable[PerioExam]) -> tuple[PerioExam, ...]:
    return tuple(sorted(rows, key=lambda row: (row.ExamDate or date.min, row.PerioExamNum), reverse=True))


def _vitals(rows: Iterable[Vitalsign]) -> tuple[Vitalsign, ...]:
    return tuple(sorted(rows, key=lambda row: (row.DateTaken or date.min, row.VitalsignNum), reverse=True))
