"""FamilyModules: a patient's insurance at a glance."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt
from app.wire.record import Record
from app.wire.resources.claims import Relat
from app.wire.resources.ins_plans import InsPlanType
from app.wire.rows import Rows


class CoverageOrder(WireEnum):
    """The ordinal of an insurance, as text."""

    PRIMARY = "Primary"
    SECONDARY = "Secondary"
    MEDICAL = "Medical"
    OTHER = "Other"


class PlanTypeName(WireEnum):
    """How a plan pays, as text."""

    CATEGORY_PERCENTAGE = "Category Percentage"
    PPO_FIXED_BENEFIT = "PPO Fixed Benefit"
    PPO_PERCENTAGE = "PPO Percentage"
    MEDICAID_OR_FLAT_CO_PAY = "Medicaid or Flat Co-pay"
    CAPITATION = "Capitation"


class FamilyInsurance(Record):
    """One insurance of a patient, with its subscriber, plan and carrier."""

    PatNum: BigInt = 0
    InsSubNum: BigInt = 0
    Subscriber: BigInt = 0
    subscriber: str = ""
    SubscriberID: str = ""
    SubscNote: str = ""
    PatPlanNum: BigInt = 0
    Ordinal: BigInt = 0
    ordinal: CoverageOrder = CoverageOrder.PRIMARY
    IsPending: bool = False
    Relationship: Relat = Relat.SELF
    PatID: str = ""
    CarrierNum: BigInt = 0
    CarrierName: str = ""
    PlanNum: BigInt = 0
    GroupName: str = ""
    GroupNum: str = ""
    PlanNote: str = ""
    FeeSched: BigInt = 0
    feeSchedule: str = ""
    PlanType: InsPlanType = InsPlanType.PERCENTAGE
    planType: PlanTypeName = PlanTypeName.CATEGORY_PERCENTAGE
    CopayFeeSched: BigInt = 0
    EmployerNum: BigInt = 0
    employer: str = ""
    IsMedical: bool = False


class FamilyModules(Resource):
    """What the Family module shows. Discount plans are in DiscountPlanSubs."""

    documentation = "API FamilyModules"

    @GET("/familymodules/{PatNum}/Insurance", since="21.4")
    def insurance(self, PatNum: int) -> Rows[FamilyInsurance]: ...
