"""Diseases: medical problems of patients."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import AlsoSpelled, BigInt, Date, PatientKey, Refers
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

DiseaseDefKey = Annotated[int, Refers("diseasedef")]


class ProblemStatus(WireEnum):
    """Whether a patient still has the problem."""

    ACTIVE = "Active"
    RESOLVED = "Resolved"
    INACTIVE = "Inactive"


class Disease(Record):
    """One problem of one patient. `diseaseDefName` is the name of DiseaseDefNum."""

    primary_key = "DiseaseNum"

    DiseaseNum: BigInt = 0
    PatNum: BigInt = 0
    DiseaseDefNum: BigInt = 0
    diseaseDefName: str = ""
    PatNote: str = ""
    ProbStatus: ProblemStatus = ProblemStatus.ACTIVE
    DateStart: Date | None = None
    DateStop: Date | None = None


class Diseases(Resource):
    """Problems of patients.

    Before 24.2.5, `list` requires PatNum.
    """

    documentation = "API Diseases"

    @GET("/diseases/{DiseaseNum}", since="24.2.5")
    async def get(self, DiseaseNum: int) -> Disease: ...

    @GET("/diseases", since="21.3")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
    ) -> Rows[Disease]: ...

    @POST("/diseases", since="21.3", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        DiseaseDefNum: DiseaseDefKey | None = None,
        diseaseDefName: Annotated[str, AlsoSpelled("DiseaseDefName")] | None = None,
        DateStart: Date | None = None,
        DateStop: Date | None = None,
        ProbStatus: ProblemStatus | None = None,
        PatNote: str | None = None,
    ) -> Disease: ...

    @PUT("/diseases/{DiseaseNum}", since="22.1", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        DiseaseNum: int,
        *,
        DateStart: Date | None = None,
        DateStop: Date | None = None,
        ProbStatus: ProblemStatus | None = None,
        PatNote: str | None = None,
    ) -> Disease: ...

    @DELETE("/diseases/{DiseaseNum}", since="22.1", needs=Permission.ALL_OTHERS)
    async def delete(self, DiseaseNum: int) -> None: ...
