"""Insurance plans of carriers."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import (
    BigInt,
    CarrierKey,
    ClaimFormKey,
    Date,
    DateTime,
    EmployerKey,
    FeeSchedKey,
    Refers,
    Since,
)
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

FilingCodeKey = Annotated[str, Refers("insfilingcode", column="InsFilingCodeNum")]
FilingCodeSubtypeKey = Annotated[str, Refers("insfilingcodesubtype", column="InsFilingCodeSubtypeNum")]
BillingTypeKey = Annotated[int, Refers("definition", (4,))]
_WHOLE_ROW = Since("25.1.20")
"""The version since which answers hold the whole row."""


class EnumCobRule(WireEnum):
    """How benefits are coordinated with another plan."""

    BASIC = "Basic"
    STANDARD = "Standard"
    CARVE_OUT = "CarveOut"
    SECONDARY_MEDICAID = "SecondaryMedicaid"


class ExclusionRule(WireEnum):
    """Which fee counts for excluded procedures."""

    PRACTICE_DEFAULT = "PracticeDefault"
    DO_NOTHING = "DoNothing"
    USE_UCR_FEE = "UseUcrFee"


class YesNoDefault(WireEnum):
    """A plan's own choice, or the practice's."""

    DEFAULT = "Default"
    YES = "Yes"
    NO = "No"


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
    ClaimsUseUCR: Annotated[bool, _WHOLE_ROW] = False
    FilingCode: Annotated[BigInt, _WHOLE_ROW] = 0
    ShowBaseUnits: Annotated[bool, _WHOLE_ROW] = False
    FilingCodeSubtype: Annotated[BigInt, _WHOLE_ROW] = 0
    CobRule: Annotated[EnumCobRule, _WHOLE_ROW] = EnumCobRule.BASIC
    BillingType: Annotated[BigInt, _WHOLE_ROW] = 0
    ExclusionFeeRule: Annotated[ExclusionRule, _WHOLE_ROW] = ExclusionRule.PRACTICE_DEFAULT
    ManualFeeSchedNum: Annotated[BigInt, Since("25.2.24")] = 0
    InsPlansZeroWriteOffsOnAnnualMaxOverride: Annotated[YesNoDefault, _WHOLE_ROW] = YesNoDefault.DEFAULT
    InsPlansZeroWriteOffsOnFreqOrAgingOverride: Annotated[YesNoDefault, _WHOLE_ROW] = YesNoDefault.DEFAULT


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
        AllowedFeeSched: Annotated[FeeSchedKey, Since("26.2")] | None = None,
        EmployerNum: EmployerKey | None = None,
        IsMedical: Annotated[bool, Since("24.4.34")] | None = None,
        CodeSubstNone: Annotated[bool, Since("22.4.31")] | None = None,
        IsHidden: Annotated[bool, Since("22.4.31")] | None = None,
        MonthRenew: int | None = None,
        IsBlueBookEnabled: bool | None = None,
        ClaimFormNum: Annotated[ClaimFormKey, Since("25.2.24")] | None = None,
        ClaimsUseUCR: Annotated[bool, _WHOLE_ROW] | None = None,
        FilingCode: Annotated[FilingCodeKey, _WHOLE_ROW] | None = None,
        ShowBaseUnits: Annotated[bool, _WHOLE_ROW] | None = None,
        FilingCodeSubtype: Annotated[FilingCodeSubtypeKey, _WHOLE_ROW] | None = None,
        CobRule: Annotated[EnumCobRule, _WHOLE_ROW] | None = None,
        BillingType: Annotated[BillingTypeKey, _WHOLE_ROW] | None = None,
        ExclusionFeeRule: Annotated[ExclusionRule, _WHOLE_ROW] | None = None,
        ManualFeeSchedNum: Annotated[FeeSchedKey, Since("25.2.24")] | None = None,
        InsPlansZeroWriteOffsOnAnnualMaxOverride: Annotated[YesNoDefault, _WHOLE_ROW] | None = None,
        InsPlansZeroWriteOffsOnFreqOrAgingOverride: Annotated[YesNoDefault, _WHOLE_ROW] | None = None,
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
        AllowedFeeSched: Annotated[FeeSchedKey, Since("26.2")] | None = None,
        EmployerNum: Annotated[EmployerKey, Since("22.4.24")] | None = None,
        CarrierNum: Annotated[CarrierKey, Since("22.4.24")] | None = None,
        IsMedical: Annotated[bool, Since("24.4.34")] | None = None,
        CodeSubstNone: Annotated[bool, Since("22.4.31")] | None = None,
        IsHidden: Annotated[bool, Since("22.4.31")] | None = None,
        MonthRenew: int | None = None,
        IsBlueBookEnabled: Annotated[bool, Since("22.4.24")] | None = None,
        ClaimFormNum: Annotated[ClaimFormKey, Since("25.2.24")] | None = None,
        ClaimsUseUCR: Annotated[bool, _WHOLE_ROW] | None = None,
        FilingCode: Annotated[FilingCodeKey, _WHOLE_ROW] | None = None,
        ShowBaseUnits: Annotated[bool, _WHOLE_ROW] | None = None,
        FilingCodeSubtype: Annotated[FilingCodeSubtypeKey, _WHOLE_ROW] | None = None,
        CobRule: Annotated[EnumCobRule, _WHOLE_ROW] | None = None,
        BillingType: Annotated[BillingTypeKey, _WHOLE_ROW] | None = None,
        ExclusionFeeRule: Annotated[ExclusionRule, _WHOLE_ROW] | None = None,
        ManualFeeSchedNum: Annotated[FeeSchedKey, Since("25.2.24")] | None = None,
        InsPlansZeroWriteOffsOnAnnualMaxOverride: Annotated[YesNoDefault, _WHOLE_ROW] | None = None,
        InsPlansZeroWriteOffsOnFreqOrAgingOverride: Annotated[YesNoDefault, _WHOLE_ROW] | None = None,
    ) -> InsPlan: ...
