"""Claim procedures: what insurance is expected to pay, and paid, for one procedure."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import (
    BigInt,
    ClaimKey,
    ClaimPaymentKey,
    Date,
    DateTime,
    Money,
    Only,
    PatientKey,
    PatPlanKey,
    ProcedureKey,
    ProviderKey,
    Refers,
    Since,
)
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

ClaimPaymentTrackingKey = Annotated[int, Refers("definition", (36,))]


class ClaimProcStatus(WireEnum):
    """The status of a claimproc."""

    NOT_RECEIVED = "NotReceived"
    RECEIVED = "Received"
    PREAUTH = "Preauth"
    ADJUSTMENT = "Adjustment"
    SUPPLEMENTAL = "Supplemental"
    CAP_CLAIM = "CapClaim"
    ESTIMATE = "Estimate"
    CAP_COMPLETE = "CapComplete"
    CAP_ESTIMATE = "CapEstimate"
    INS_HIST = "InsHist"


class ClaimProc(Record):
    """One claimproc. -1 in an override or optional amount means none."""

    primary_key = "ClaimProcNum"

    ClaimProcNum: BigInt = 0
    ProcNum: BigInt = 0
    ClaimNum: BigInt = 0
    PatNum: BigInt = 0
    ProvNum: BigInt = 0
    FeeBilled: Money = Money(0)
    InsPayEst: Money = Money(0)
    DedApplied: Money = Money(0)
    Status: ClaimProcStatus = ClaimProcStatus.NOT_RECEIVED
    InsPayAmt: Money = Money(0)
    Remarks: str = ""
    ClaimPaymentNum: BigInt = 0
    PlanNum: BigInt = 0
    DateCP: Date | None = None
    WriteOff: Money = Money(0)
    CodeSent: str = ""
    AllowedOverride: Money = Money(0)
    Percentage: BigInt = 0
    PercentOverride: BigInt = 0
    CopayAmt: Money = Money(0)
    NoBillIns: bool = False
    PaidOtherIns: Money = Money(0)
    BaseEst: Money = Money(0)
    CopayOverride: Money = Money(0)
    ProcDate: Date | None = None
    DateEntry: Date | None = None
    DedEst: Money = Money(0)
    DedEstOverride: Money = Money(0)
    InsEstTotal: Money = Money(0)
    InsEstTotalOverride: Money = Money(0)
    PaidOtherInsOverride: Money = Money(0)
    EstimateNote: str = ""
    WriteOffEst: Money = Money(0)
    WriteOffEstOverride: Money = Money(0)
    ClinicNum: BigInt = 0
    InsSubNum: BigInt = 0
    PaymentRow: BigInt = 0
    PayPlanNum: BigInt = 0
    ClaimPaymentTracking: BigInt = 0
    claimPaymentTracking: str = ""
    SecUserNumEntry: BigInt = 0
    SecDateEntry: Date | None = None
    SecDateTEdit: DateTime | None = None
    DateSuppReceived: Date | None = None
    DateInsFinalized: Date | None = None
    IsTransfer: bool = False
    ClaimAdjReasonCodes: str = ""


class ClaimProcs(Resource):
    """Estimates, procedures on claims, and benefit adjustments.

    Up to 23.2.16, `list` requires ClaimNum and PatNum. `create_supplemental` records a further insurance payment,
    also a negative one, for a received claimproc.
    """

    documentation = "API ClaimProcs"

    @GET("/claimprocs/{ClaimProcNum}", since="25.1.27")
    async def get(self, ClaimProcNum: int) -> ClaimProc: ...

    @GET("/claimprocs", since="22.2.33")
    def list(
        self,
        *,
        ProcNum: Annotated[ProcedureKey, Since("23.2.16")] | None = None,
        ClaimNum: ClaimKey | None = None,
        PatNum: PatientKey | None = None,
        Status: Annotated[ClaimProcStatus, Since("24.4.13")] | None = None,
        ClaimPaymentNum: Annotated[ClaimPaymentKey, Since("23.2.16")] | None = None,
    ) -> Rows[ClaimProc]: ...

    @PUT("/claimprocs/{ClaimProcNum}", since="22.3.33", needs=Permission.INSURANCE)
    async def update(
        self,
        ClaimProcNum: int,
        *,
        ProvNum: ProviderKey | None = None,
        FeeBilled: Money | None = None,
        DedApplied: Money | None = None,
        Status: Annotated[
            ClaimProcStatus,
            Only(
                ClaimProcStatus.NOT_RECEIVED,
                ClaimProcStatus.RECEIVED,
                ClaimProcStatus.PREAUTH,
                ClaimProcStatus.SUPPLEMENTAL,
                ClaimProcStatus.ESTIMATE,
            ),
        ]
        | None = None,
        InsPayAmt: Money | None = None,
        Remarks: str | None = None,
        ClaimPaymentNum: Annotated[ClaimPaymentKey, Since("24.3.24")] | None = None,
        WriteOff: Money | None = None,
        CodeSent: Annotated[str, Refers("procedurecode", column="ProcCode")] | None = None,
        PercentOverride: int | None = None,
        NoBillIns: Annotated[bool, Since("23.2.10")] | None = None,
        CopayOverride: Money | None = None,
        DedEstOverride: Money | None = None,
        InsEstTotalOverride: Money | None = None,
        PaidOtherInsOverride: Money | None = None,
        WriteOffEstOverride: Money | None = None,
        ClaimPaymentTracking: ClaimPaymentTrackingKey | None = None,
    ) -> ClaimProc: ...

    @PUT("/claimprocs/InsAdjust", since="21.1", needs=Permission.INSURANCE_SIMPLE)
    async def set_adjustment(
        self,
        *,
        PatPlanNum: PatPlanKey,
        insUsed: Money | None = None,
        deductibleUsed: Money | None = None,
        date: Date | None = None,
    ) -> None: ...

    @POST("/claimprocs/InsAdjust", since="23.2.5", needs=Permission.INSURANCE_SIMPLE)
    async def create_adjustment(
        self,
        *,
        PatPlanNum: PatPlanKey,
        insUsed: Money | None = None,
        deductibleUsed: Money | None = None,
        date: Date | None = None,
    ) -> ClaimProc: ...

    @POST("/claimprocs/Supplemental", since="25.2.7", needs=Permission.INSURANCE)
    async def create_supplemental(
        self,
        *,
        ClaimProcNum: int,
        InsPayAmt: Money | None = None,
    ) -> ClaimProc: ...

    @DELETE("/claimprocs/{ClaimProcNum}", since="26.2", needs=Permission.ALL_OTHERS)
    async def delete(self, ClaimProcNum: int) -> None: ...
