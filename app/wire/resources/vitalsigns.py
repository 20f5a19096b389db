"""Vitalsigns: height, weight, blood pressure and pulse."""

from __future__ import annotations

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.fields import BigInt, Date, Money, PatientKey
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class Vitalsign(Record):
    """One dated reading. Inches, pounds, mmHg and beats per minute; 0 means not measured."""

    primary_key = "VitalsignNum"

    VitalsignNum: BigInt = 0
    PatNum: BigInt = 0
    Height: Money = Money(0)
    Weight: Money = Money(0)
    BpSystolic: BigInt = 0
    BpDiastolic: BigInt = 0
    DateTaken: Date | None = None
    HasFollowupPlan: bool = False
    IsIneligible: bool = False
    Documentation: str = ""
    ChildGotNutrition: bool = False
    ChildGotPhysCouns: bool = False
    WeightCode: str = ""
    HeightExamCode: str = ""
    WeightExamCode: str = ""
    BMIExamCode: str = ""
    EhrNotPerformedNum: BigInt = 0
    PregDiseaseNum: BigInt = 0
    BMIPercentile: BigInt = 0
    Pulse: BigInt = 0


class Vitalsigns(Resource):
    """Readings of patients. The body mass index is computed, never stored.

    No documentation page was available: the methods are those that public clients use, the fields the
    database's.
    """

    documentation = "API Vitalsigns"

    @GET("/vitalsigns/{VitalsignNum}")
    async def get(self, VitalsignNum: int) -> Vitalsign: ...

    @GET("/vitalsigns")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
    ) -> Rows[Vitalsign]: ...

    @POST("/vitalsigns", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        Height: Money | None = None,
        Weight: Money | None = None,
        BpSystolic: int | None = None,
        BpDiastolic: int | None = None,
        DateTaken: Date | None = None,
        Pulse: int | None = None,
        Documentation: str | None = None,
    ) -> Vitalsign: ...

    @PUT("/vitalsigns/{VitalsignNum}", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        VitalsignNum: int,
        *,
        Height: Money | None = None,
        Weight: Money | None = None,
        BpSystolic: int | None = None,
        BpDiastolic: int | None = None,
        DateTaken: Date | None = None,
        Pulse: int | None = None,
        Documentation: str | None = None,
    ) -> Vitalsign: ...

    @DELETE("/vitalsigns/{VitalsignNum}", needs=Permission.ALL_OTHERS)
    async def delete(self, VitalsignNum: int) -> None: ...
