"""Insurance plans of carriers."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, CarrierKey, Date, DateTime, EmployerKey, FeeSchedKey, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class InsPlanType(WireEnum):
    """How a plan pays."""

    PERCENTAGE = ""
    PPO = "p"
    FLAT_COPAY = "f"
    CAPITATION = "c"


class InsPlanFilter(WireEnum):
    """How a plan pays, as a filter value."""

    PERCENTAGE = "percentage"
    PPO = "p"
    FLAT_COPAY = "f"
    CAPITATION = "c"


class InsPlan(Record):
    """One plan; its subscribers share it."""

    primary_key = "PlanNum"

    PlanNum: BigInt = 0
    GroupName: str = ""
    GroupNum: str = ""
    PlanNote: str = ""
    FeeSched: BigInt = 0
    PlanType: InsPlanType = InsPlanType.PERCENTAGE
    ClaimFormNum: BigInt = 0
    CopayFeeSched: BigInt = 0
    EmployerNum: BigInt = 0
    CarrierNum: BigInt = 0
    IsMedical: bool = False
    CodeSubstNone: bool = False
    IsHidden: bool = False
    MonthRenew: BigInt = 0
    SecUserNumEntry: BigInt = 0
    SecDateEntry: Date | None = None
    SecDateTEdit: DateTime | None = None
    IsBlueBookEnabled: bool = False


class InsPlans(Resource):
    """The plans, hidden ones included.

    IsBlueBookEnabled applies to percentage plans only. `create` answers 200, not 201.
    """

    documentation = "API InsPlans"

    @GET("/insplans/{PlanNum}", since="24.2.11")
    async def get(self, PlanNum: int) -> InsPlan: ...

    @GET("/insplans", since="22.3.30")
    def list(
        self,
        *,
        PlanType: Annotated[InsPlanFilter, Since("24.2.11")] | None = None,
        CarrierNum: Annotated[CarrierKey, Since("24.2.11")] | None = None,
    ) -> Rows[InsPlan]: ...

    @POST("/insplans", since="22.4.24", needs=Permission.INSURANCE, status=200)
    async def create(
        self,
        *,
        CarrierNum: CarrierKey,
        GroupName: str | None = None,
        GroupNum: str | None = None,
        PlanNote: str | None = None,
        FeeSched: FeeSchedKey | None = None,
        PlanType: InsPlanType | None = None,
        CopayFeeSched: Annotated[FeeSchedKey, Since("23.3.17")] | None = None,
        EmployerNum: EmployerKey | None = None,
        IsMedical: Annotated[bool, Since("24.4.34")] | None = None,
        CodeSubstNone: Annotated[bool, Since("22.4.31")] | None = None,
        IsHidden: Annotated[bool, Since("22.4.31")] | None = None,
        MonthRenew: int | None = None,
        IsBlueBookEnabled: bool | None = None,
    ) -> InsPlan: ...

    @PUT("/insplans/{PlanNum}", since="22.3.30", needs=Permission.INSURANCE)
    async def update(
        self,
        PlanNum: int,
        *,
        GroupName: str | None = None,
        GroupNum: str | None = None,
        PlanNote: str | None = None,
        FeeSched: FeeSchedKey | None = None,
        PlanType: InsPlanType | None = None,
        CopayFeeSched: Annotated[FeeSchedKey, Since("23.3.17")] | None = None,
        EmployerNum: Annotated[EmployerKey, Since("22.4.24")] | None = None,
        CarrierNum: Annotated[CarrierKey, Since("22.4.24")] | None = None,
        IsMedical: Annotated[bool, Since("24.4.34")] | None = None,
        CodeSubstNone: Annotated[bool, Since("22.4.31")] | None = None,
        IsHidden: Annotated[bool, Since("22.4.31")] | None = None,
        MonthRenew: int | None = None,
        IsBlueBookEnabled: Annotated[bool, Since("22.4.24")] | None = None,
    ) -> InsPlan: ...
