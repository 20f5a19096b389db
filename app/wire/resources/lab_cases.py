"""LabCases: lab work."""

from __future__ import annotations

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.fields import AppointmentKey, BigInt, DateTime, LaboratoryKey, Money, PatientKey, ProviderKey
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class LabCase(Record):
    """One case. LabFee is informational."""

    primary_key = "LabCaseNum"

    LabCaseNum: BigInt = 0
    PatNum: BigInt = 0
    LaboratoryNum: BigInt = 0
    AptNum: BigInt = 0
    PlannedAptNum: BigInt = 0
    DateTimeDue: DateTime | None = None
    DateTimeCreated: DateTime | None = None
    DateTimeSent: DateTime | None = None
    DateTimeRecd: DateTime | None = None
    DateTimeChecked: DateTime | None = None
    ProvNum: BigInt = 0
    Instructions: str = ""
    LabFee: Money = Money(0)
    DateTStamp: DateTime | None = None
    InvoiceNum: str = ""

    @property
    def is_back(self) -> bool:
        """Whether the office has it."""
        return self.DateTimeRecd is not None or self.DateTimeChecked is not None


class LabCases(Resource):
    """Lab cases of patients."""

    documentation = "API LabCases"

    @GET("/labcases/{LabCaseNum}", since="24.2.28")
    async def get(self, LabCaseNum: int) -> LabCase: ...

    @GET("/labcases", since="24.2.28")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
        LaboratoryNum: LaboratoryKey | None = None,
        AptNum: AppointmentKey | None = None,
        PlannedAptNum: AppointmentKey | None = None,
        ProvNum: ProviderKey | None = None,
    ) -> Rows[LabCase]: ...

    @POST("/labcases", since="24.4.19", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        LaboratoryNum: LaboratoryKey,
        ProvNum: ProviderKey,
        AptNum: AppointmentKey | None = None,
        PlannedAptNum: AppointmentKey | None = None,
        DateTimeDue: DateTime | None = None,
        DateTimeCreated: DateTime | None = None,
        DateTimeSent: DateTime | None = None,
        DateTimeRecd: DateTime | None = None,
        DateTimeChecked: DateTime | None = None,
        Instructions: str | None = None,
        LabFee: Money | None = None,
        InvoiceNum: str | None = None,
    ) -> LabCase: ...

    @PUT("/labcases/{LabCaseNum}", since="24.4.19", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        LabCaseNum: int,
        *,
        LaboratoryNum: LaboratoryKey | None = None,
        AptNum: AppointmentKey | None = None,
        PlannedAptNum: AppointmentKey | None = None,
        DateTimeDue: DateTime | None = None,
        DateTimeCreated: DateTime | None = None,
        DateTimeSent: DateTime | None = None,
        DateTimeRecd: DateTime | None = None,
        DateTimeChecked: DateTime | None = None,
        ProvNum: ProviderKey | None = None,
        Instructions: str | None = None,
        LabFee: Money | None = None,
        InvoiceNum: str | None = None,
    ) -> LabCase: ...

    @DELETE("/labcases/{LabCaseNum}", since="24.4.19", needs=Permission.ALL_OTHERS)
    async def delete(self, LabCaseNum: int) -> None: ...
