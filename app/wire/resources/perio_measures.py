"""PerioMeasures: the measures of each tooth in a perio exam."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, DateTime, Refers
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

PerioExamKey = Annotated[int, Refers("perioexam")]


class PerioSequenceType(WireEnum):
    """What was measured."""

    MOBILITY = "Mobility"
    FURCATION = "Furcation"
    GING_MARGIN = "GingMargin"
    MGJ = "MGJ"
    PROBING = "Probing"
    SKIP_TOOTH = "SkipTooth"
    BLEED_SUP_PLAQ_CALC = "BleedSupPlaqCalc"


class PerioMeasure(Record):
    """Up to six measurements of one type at one tooth. -1 means none; above 100 means 100 minus the value."""

    primary_key = "PerioMeasureNum"

    PerioMeasureNum: BigInt = 0
    PerioExamNum: BigInt = 0
    SequenceType: PerioSequenceType = PerioSequenceType.MOBILITY
    IntTooth: BigInt = 0
    ToothValue: BigInt = 0
    MBvalue: BigInt = 0
    Bvalue: BigInt = 0
    DBvalue: BigInt = 0
    MLvalue: BigInt = 0
    Lvalue: BigInt = 0
    DLvalue: BigInt = 0
    SecDateTEdit: DateTime | None = None


class PerioMeasures(Resource):
    """Measurements in millimeters, and flags: bleeding 1, suppuration 2, plaque 4, calculus 8."""

    documentation = "API PerioMeasures"

    @GET("/periomeasures", since="22.4.32")
    def list(
        self,
        *,
        PerioExamNum: PerioExamKey | None = None,
    ) -> Rows[PerioMeasure]: ...

    @POST("/periomeasures", since="22.4.37", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        PerioExamNum: PerioExamKey,
        SequenceType: PerioSequenceType,
        IntTooth: int,
        ToothValue: int | None = None,
        MBvalue: int | None = None,
        Bvalue: int | None = None,
        DBvalue: int | None = None,
        MLvalue: int | None = None,
        Lvalue: int | None = None,
        DLvalue: int | None = None,
    ) -> PerioMeasure: ...

    @PUT("/periomeasures/{PerioMeasureNum}", since="22.4.37", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        PerioMeasureNum: int,
        *,
        ToothValue: int | None = None,
        MBvalue: int | None = None,
        Bvalue: int | None = None,
        DBvalue: int | None = None,
        MLvalue: int | None = None,
        Lvalue: int | None = None,
        DLvalue: int | None = None,
    ) -> PerioMeasure: ...

    @DELETE("/periomeasures/{PerioMeasureNum}", since="23.3.27", needs=Permission.ALL_OTHERS)
    async def delete(self, PerioMeasureNum: int) -> None: ...
