"""Insurance verifications: when a plan's benefits or a patient's eligibility were last checked."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, DateTime, Only, Refers, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

VerificationStatusKey = Annotated[int, Refers("definition", (38,))]


class VerifyTypes(WireEnum):
    """What was verified."""

    NONE = "None"
    INSURANCE_BENEFIT = "InsuranceBenefit"
    PATIENT_ENROLLMENT = "PatientEnrollment"


class InsVerify(Record):
    """One verification. FKey is a PlanNum or PatPlanNum, depending on VerifyType."""

    primary_key = "InsVerifyNum"

    InsVerifyNum: BigInt = 0
    DateLastVerified: Date | None = None
    UserNum: BigInt = 0
    VerifyType: VerifyTypes = VerifyTypes.NONE
    FKey: BigInt = 0
    DefNum: BigInt = 0
    Note: str = ""
    DateLastAssigned: Date | None = None
    SecDateTEdit: DateTime | None = None


class InsVerifies(Resource):
    """The last verification of each plan and patient plan.

    `verify` finds its row by VerifyType and FKey; DateLastVerified was required before 24.1.17.
    """

    documentation = "API InsVerifies"

    @GET("/insverifies/{InsVerifyNum}", since="23.2.23")
    async def get(self, InsVerifyNum: int) -> InsVerify: ...

    @GET("/insverifies", since="23.2.23")
    def list(
        self,
        *,
        VerifyType: Annotated[
            VerifyTypes, Only(VerifyTypes.PATIENT_ENROLLMENT, VerifyTypes.INSURANCE_BENEFIT)
        ]
        | None = None,
        FKey: Annotated[int, Since("24.4.17")] | None = None,
        SecDateTEdit: DateTime | None = None,
    ) -> Rows[InsVerify]: ...

    @PUT("/insverifies", since="21.1", needs=Permission.INSURANCE_SIMPLE)
    async def verify(
        self,
        *,
        DateLastVerified: Date | None = None,
        VerifyType: Annotated[
            VerifyTypes, Only(VerifyTypes.PATIENT_ENROLLMENT, VerifyTypes.INSURANCE_BENEFIT)
        ],
        FKey: int,
        DefNum: VerificationStatusKey | None = None,
        Note: Annotated[str, Since("24.1.17")] | None = None,
    ) -> InsVerify: ...
