"""LabTurnarounds: turnaround times of a laboratory."""

from __future__ import annotations

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.fields import BigInt, LaboratoryKey
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class LabTurnaround(Record):
    """The published and the actual days for one service."""

    primary_key = "LabTurnaroundNum"

    LabTurnaroundNum: BigInt = 0
    LaboratoryNum: BigInt = 0
    Description: str = ""
    DaysPublished: BigInt = 0
    DaysActual: BigInt = 0


class LabTurnarounds(Resource):
    """The days used to compute due dates."""

    documentation = "API LabTurnarounds"

    @GET("/labturnarounds/{LabTurnaroundNum}", since="24.2.29")
    async def get(self, LabTurnaroundNum: int) -> LabTurnaround: ...

    @GET("/labturnarounds", since="24.2.29")
    def list(
        self,
        *,
        LaboratoryNum: LaboratoryKey | None = None,
    ) -> Rows[LabTurnaround]: ...

    @POST("/labturnarounds", since="24.4.13", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        LaboratoryNum: LaboratoryKey,
        Description: str,
        DaysActual: int,
        DaysPublished: int | None = None,
    ) -> LabTurnaround: ...

    @PUT("/labturnarounds/{LabTurnaroundNum}", since="24.4.13", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        LabTurnaroundNum: int,
        *,
        Description: str | None = None,
        DaysPublished: int | None = None,
        DaysActual: int | None = None,
    ) -> LabTurnaround: ...
