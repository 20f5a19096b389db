"""Procedures: planned and completed treatment, with fees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.fields import (
    AppointmentKey,
    ClinicKey,
    Date,
    DateTime,
    InsSubKey,
    Money,
    Only,
    PatientKey,
    ProcedureCodeKey,
    ProcedureKey,
    ProviderKey,
    Refers,
    Since,
    SiteKey,
    Time,
)
from app.wire.permissions import Permission
from app.wire.resources.procedure_logs_records import (
    OWN_PROVIDER,
    SIGNED_NOTES,
    WHOLE_ROW,
    GroupNote,
    InsHistCategory,
    InsuranceHistory,
    PlaceOfService,
    ProcedureLog,
    ProcedureProsthesis,
    ProcedureStatus,
)
from app.wire.rows import Rows

__all__ = [
    "GroupNote",
    "InsHistCategory",
    "InsuranceHistory",
    "PlaceOfService",
    "ProcedureLog",
    "ProcedureLogs",
    "ProcedureProsthesis",
    "ProcedureStatus",
]

TxPriorityKey = Annotated[int, Refers("definition", (20,))]
TxPriorityName = Annotated[str, Refers("definition", (20,), "ItemName")]
DiagnosisKey = Annotated[int, Refers("definition", (16,))]
DiagnosisName = Annotated[str, Refers("definition", (16,), "ItemName")]
PrognosisKey = Annotated[int, Refers("definition", (30,))]
ProcedureCodeText = Annotated[str, Refers("procedurecode", column="ProcCode")]
_WRITTEN = Only(
    ProcedureStatus.TREATMENT_PLANNED,
    ProcedureStatus.COMPLETE,
    ProcedureStatus.EXISTING_OTHER,
    ProcedureStatus.EXISTING_CURRENT,
    ProcedureStatus.REFERRED,
    ProcedureStatus.CONDITION,
)
"""The statuses that can be written; the last three since 25.1.14."""


class ProcedureLogs(Resource):
    """Read, add, change and delete procedures.

    Set a priority or diagnosis by its definition (Priority, Dx) or its text (priority, dxName), not both.
    Only TP, TPi and (since 23.1.11) C can be deleted, and only with nothing attached; the row stays listed with
    the status D. The pages of 25.3 give a group note's number in the path of `update_group_note`, older pages in the
    body (`update_group_note_by_body`).
    """

    documentation = "API ProcedureLogs"

    @GET("/procedurelogs/{ProcNum}", since="23.3.13")
    async def get(self, ProcNum: int) -> ProcedureLog: ...

    @GET("/procedurelogs", since="21.1")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
        AptNum: Annotated[AppointmentKey, Since("22.3.32")] | None = None,
        ProcStatus: Annotated[ProcedureStatus, WHOLE_ROW] | None = None,
        PlannedAptNum: Annotated[AppointmentKey, Since("24.4.5")] | None = None,
        ClinicNum: Annotated[ClinicKey, Since("23.3.13")] | None = None,
        CodeNum: Annotated[ProcedureCodeKey, WHOLE_ROW] | None = None,
        DateTStamp: DateTime | None = None,
    ) -> Rows[ProcedureLog]: ...

    @GET("/procedurelogs/InsuranceHistory", since="22.4.31")
    def insurance_history(self, *, PatNum: PatientKey, InsSubNum: InsSubKey) -> Rows[InsuranceHistory]: ...

    @GET("/procedurelogs/GroupNotes", since="25.2.38")
    def group_notes(self, *, PatNum: PatientKey) -> Rows[GroupNote]: ...

    @POST("/procedurelogs", since="21.4", needs=Permission.PROCEDURE_LOGS)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        ProcDate: Date,
        ProcStatus: Annotated[ProcedureStatus, _WRITTEN],
        procCode: ProcedureCodeText | None = None,
        AptNum: AppointmentKey | None = None,
        ProcFee: Money | None = None,
        Surf: str | None = None,
        ToothNum: str | None = None,
        ToothRange: str | None = None,
        Priority: TxPriorityKey | None = None,
        priority: TxPriorityName | None = None,
        ProvNum: ProviderKey | None = None,
        Dx: DiagnosisKey | None = None,
        dxName: DiagnosisName | None = None,
        PlannedAptNum: AppointmentKey | None = None,
        ClinicNum: ClinicKey | None = None,
        CodeNum: Annotated[ProcedureCodeKey, WHOLE_ROW] | None = None,
        PlaceService: Annotated[PlaceOfService, WHOLE_ROW] | None = None,
        Prosthesis: Annotated[ProcedureProsthesis, WHOLE_ROW] | None = None,
        DateOriginalProsth: Annotated[Date, WHOLE_ROW] | None = None,
        IsDateProsthEst: Annotated[bool, WHOLE_ROW] | None = None,
        ClaimNote: Annotated[str, WHOLE_ROW] | None = None,
        DateTP: Annotated[Date, WHOLE_ROW] | None = None,
        SiteNum: Annotated[SiteKey, WHOLE_ROW] | None = None,
        ProcTime: Annotated[Time, WHOLE_ROW] | None = None,
        ProcTimeEnd: Annotated[Time, WHOLE_ROW] | None = None,
        Prognosis: Annotated[PrognosisKey, WHOLE_ROW] | None = None,
        BillingNote: Annotated[str, WHOLE_ROW] | None = None,
        Discount: Annotated[Money, WHOLE_ROW] | None = None,
    ) -> ProcedureLog: ...

    @POST("/procedurelogs/GroupNote", since="22.2", needs=Permission.ALL_OTHERS)
    async def create_group_note(
        self,
        *,
        PatNum: PatientKey,
        ProcNums: Sequence[ProcedureKey],
        Note: str,
        isSigned: Annotated[bool, SIGNED_NOTES] | None = None,
        ProvNum: Annotated[ProviderKey, OWN_PROVIDER] | None = None,
    ) -> GroupNote: ...

    @POST("/procedurelogs/InsuranceHistory", since="22.4.31", needs=Permission.PROCEDURE_LOGS)
    async def create_insurance_history(
        self, *, PatNum: PatientKey, InsSubNum: InsSubKey, insHistPrefName: InsHistCategory, ProcDate: Date
    ) -> ProcedureLog: ...

    @PUT("/procedurelogs/{ProcNum}", since="22.1", needs=Permission.PROCEDURE_LOGS)
    async def update(
        self,
        ProcNum: int,
        *,
        AptNum: AppointmentKey | None = None,
        ProcDate: Date | None = None,
        ProcFee: Money | None = None,
        Priority: TxPriorityKey | None = None,
        ProcStatus: Annotated[ProcedureStatus, _WRITTEN] | None = None,
        ProvNum: ProviderKey | None = None,
        Dx: DiagnosisKey | None = None,
        PlannedAptNum: AppointmentKey | None = None,
        ClinicNum: ClinicKey | None = None,
        procCode: ProcedureCodeText | None = None,
        ToothNum: str | None = None,
        Surf: str | None = None,
        ToothRange: str | None = None,
        CodeNum: Annotated[ProcedureCodeKey, WHOLE_ROW] | None = None,
        PlaceService: Annotated[PlaceOfService, WHOLE_ROW] | None = None,
        Prosthesis: Annotated[ProcedureProsthesis, WHOLE_ROW] | None = None,
        DateOriginalProsth: Annotated[Date, WHOLE_ROW] | None = None,
        IsDateProsthEst: Annotated[bool, WHOLE_ROW] | None = None,
        ClaimNote: Annotated[str, WHOLE_ROW] | None = None,
        DateTP: Annotated[Date, WHOLE_ROW] | None = None,
        SiteNum: Annotated[SiteKey, WHOLE_ROW] | None = None,
        ProcTime: Annotated[Time, WHOLE_ROW] | None = None,
        ProcTimeEnd: Annotated[Time, WHOLE_ROW] | None = None,
        Prognosis: Annotated[PrognosisKey, WHOLE_ROW] | None = None,
        BillingNote: Annotated[str, WHOLE_ROW] | None = None,
        Discount: Annotated[Money, WHOLE_ROW] | None = None,
    ) -> ProcedureLog: ...

    @PUT("/procedurelogs/{ProcNum}/GroupNote", since="22.2.29", needs=Permission.ALL_OTHERS)
    async def update_group_note(
        self,
        ProcNum: int,
        *,
        PatNum: PatientKey,
        Note: str,
        doAppendNote: Annotated[bool, SIGNED_NOTES] | None = None,
        isSigned: Annotated[bool, SIGNED_NOTES] | None = None,
        ProvNum: Annotated[ProviderKey, OWN_PROVIDER] | None = None,
    ) -> GroupNote: ...

    @PUT("/procedurelogs/GroupNote", since="22.2.29", needs=Permission.ALL_OTHERS)
    async def update_group_note_by_body(
        self, *, PatNum: PatientKey, ProcNum: ProcedureKey, Note: str
    ) -> None: ...

    @DELETE("/procedurelogs/{ProcNum}", since="22.1", needs=Permission.PROCEDURE_LOGS)
    async def delete(self, ProcNum: int) -> None: ...

    @DELETE("/procedurelogs/{ProcNum}/GroupNote", since="22.3.8", needs=Permission.ALL_OTHERS)
    async def delete_group_note(self, ProcNum: int) -> None: ...
