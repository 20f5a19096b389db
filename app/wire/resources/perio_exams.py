"""PerioExams: perio exams of a patient."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.fields import BigInt, Date, DateTime, PatientKey, ProviderKey, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class PerioExam(Record):
    """One exam; its measures are in PerioMeasures."""

    primary_key = "PerioExamNum"

    PerioExamNum: BigInt = 0
    PatNum: BigInt = 0
    ExamDate: Date | None = None
    ProvNum: BigInt = 0
    DateTMeasureEdit: DateTime | None = None
    Note: str = ""


class PerioExams(Resource):
    """Perio exams."""

    documentation = "API PerioExams"

    @GET("/perioexams/{PerioExamNum}", since="22.4.36")
    async def get(self, PerioExamNum: int) -> PerioExam: ...

    @GET("/perioexams", since="22.4.36")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
        ExamDate: Date | None = None,
    ) -> Rows[PerioExam]: ...

    @POST("/perioexams", since="23.1.20", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        UpperFacial: str | None = None,
        UpperLingual: str | None = None,
        LowerLingual: str | None = None,
        LowerFacial: str | None = None,
        ExamDate: Annotated[Date, Since("23.3.27")] | None = None,
        ProvNum: Annotated[ProviderKey, Since("23.3.27")] | None = None,
        Note: Annotated[str, Since("23.3.27")] | None = None,
    ) -> PerioExam: ...

    @PUT("/perioexams/{PerioExamNum}", since="23.3.27", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        PerioExamNum: int,
        *,
        ExamDate: Date | None = None,
        ProvNum: ProviderKey | None = None,
        Note: str | None = None,
    ) -> PerioExam: ...

    @DELETE("/perioexams/{PerioExamNum}", since="23.3.27", needs=Permission.ALL_OTHERS)
    async def delete(self, PerioExamNum: int) -> None: ...
