"""FamilyModules: a patient's insurance at a glance."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.enums import WireEnum
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

    PatNum: int = 0
    InsSubNum: int = 0
    Subscriber: int = 0
    subscriber: str = ""
    SubscriberID: str = ""
    SubscNote: str = ""
    PatPlanNum: int = 0
    Ordinal: int = 0
    ordinal: CoverageOrder = CoverageOrder.PRIMARY
    IsPending: bool = False
    Relationship: Relat = Relat.SELF
    PatID: str = ""
    CarrierNum: int = 0
    CarrierName: str = ""
    PlanNum: int = 0
    GroupName: str = ""
    GroupNum: str = ""
    PlanNote: str = ""
    FeeSched: int = 0
    feeSchedule: str = ""
    PlanType: InsPlanType = InsPlanType.PERCENTAGE
    planType: PlanTypeName = PlanTypeName.CATEGORY_PERCENTAGE
    CopayFeeSched: int = 0
    EmployerNum: int = 0
    employer: str = ""
    IsMedical: bool = False


class FamilyModules(Resource):
    """What the Family module shows. Discount plans are in DiscountPlanSubs."""

    documentation = "API FamilyModules"

    @GET("/familymodules/{PatNum}/Insurance", since="21.4")
    def insurance(self, PatNum: int) -> Rows[FamilyInsurance]: ...
