"""TreatPlans: treatment plans of a patient."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, DateTime, PatientKey, Refers, TreatPlanKey
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

PresenterKey = Annotated[int, Refers("userod")]


class TreatPlanStatus(WireEnum):
    """Whether a plan follows its procedures, or was saved as a copy."""

    SAVED = "Saved"
    ACTIVE = "Active"
    INACTIVE = "Inactive"


class TreatPlanType(WireEnum):
    """The fee basis of a plan: insurance or a discount plan."""

    INSURANCE = "Insurance"
    DISCOUNT = "Discount"


class TreatPlan(Record):
    """One treatment plan. The signatures themselves are not returned."""

    primary_key = "TreatPlanNum"

    TreatPlanNum: BigInt = 0
    PatNum: BigInt = 0
    DateTP: Date | None = None
    Heading: str = ""
    Note: str = ""
    SigIsTopaz: bool = False
    ResponsParty: BigInt = 0
    DocNum: BigInt = 0
    TPStatus: TreatPlanStatus = TreatPlanStatus.SAVED
    SecUserNumEntry: BigInt = 0
    SecDateEntry: Date | None = None
    SecDateTEdit: DateTime | None = None
    UserNumPresenter: BigInt = 0
    TPType: TreatPlanType = TreatPlanType.INSURANCE
    DateTSigned: DateTime | None = None
    DateTPracticeSigned: DateTime | None = None
    SignatureText: str = ""
    SignaturePracticeText: str = ""
    isSigned: bool = False
    isSignedPractice: bool = False


class TreatPlans(Resource):
    """Treatment plans.

    Active and Inactive ones refer to procedures (TreatPlanAttaches), Saved ones hold copies (ProcTPs).
    """

    documentation = "API TreatPlans"

    @GET("/treatplans", since="22.4.16")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
        SecDateTEdit: DateTime | None = None,
        TPStatus: TreatPlanStatus | None = None,
    ) -> Rows[TreatPlan]: ...

    @POST("/treatplans", since="23.2.13", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        Heading: str | None = None,
        Note: str | None = None,
        TPType: TreatPlanType | None = None,
    ) -> TreatPlan: ...

    @POST("/treatplans/Saved", since="23.2.22", needs=Permission.ALL_OTHERS)
    async def create_saved(
        self,
        *,
        TreatPlanNum: TreatPlanKey,
        Heading: str | None = None,
        UserNumPresenter: PresenterKey | None = None,
    ) -> TreatPlan: ...

    @PUT("/treatplans/{TreatPlanNum}", since="24.1.10", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        TreatPlanNum: int,
        *,
        DateTP: Date | None = None,
        Heading: str | None = None,
        Note: str | None = None,
        ResponsParty: PatientKey | None = None,
        TPType: TreatPlanType | None = None,
        SignatureText: str | None = None,
        SignaturePracticeText: str | None = None,
        isSigned: bool | None = None,
        isSignedPractice: bool | None = None,
    ) -> TreatPlan: ...

    @DELETE("/treatplans/{TreatPlanNum}", since="24.4.26", needs=Permission.ALL_OTHERS)
    async def delete(self, TreatPlanNum: int) -> None: ...
