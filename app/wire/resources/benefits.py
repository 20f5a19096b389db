"""Benefits: what a plan pays, and how much of it."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, DateTime, InsPlanKey, Money, PatPlanKey, ProcedureCodeKey, Refers, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.resources.procedure_codes import TreatmentArea
from app.wire.rows import Rows

_BY_AREA = Since("25.3.7")
"""The version since which a benefit can be limited to a treatment area."""
_BY_TOOTH = Since("26.2.5")
"""The version since which a benefit can be limited to teeth."""


class InsBenefitType(WireEnum):
    """The type of a benefit."""

    ACTIVE_COVERAGE = "ActiveCoverage"
    CO_INSURANCE = "CoInsurance"
    DEDUCTIBLE = "Deductible"
    CO_PAYMENT = "CoPayment"
    EXCLUSIONS = "Exclusions"
    LIMITATIONS = "Limitations"
    WAITING_PERIOD = "WaitingPeriod"


class BenefitTimePeriod(WireEnum):
    """The time period of a benefit."""

    NONE = "None"
    SERVICE_YEAR = "ServiceYear"
    CALENDAR_YEAR = "CalendarYear"
    LIFETIME = "Lifetime"
    YEARS = "Years"
    NUMBER_IN_LAST12_MONTHS = "NumberInLast12Months"


class BenefitQuantity(WireEnum):
    """What a benefit's quantity counts."""

    NONE = "None"
    NUMBER_OF_SERVICES = "NumberOfServices"
    AGE_LIMIT = "AgeLimit"
    VISITS = "Visits"
    YEARS = "Years"
    MONTHS = "Months"


class BenefitCoverageLevel(WireEnum):
    """Whom a deductible or maximum applies to."""

    NONE = "None"
    INDIVIDUAL = "Individual"
    FAMILY = "Family"


class Benefit(Record):
    """One benefit of a plan, or of one patient's plan. -1 in Percent or MonetaryAmt means empty."""

    primary_key = "BenefitNum"

    BenefitNum: BigInt = 0
    PlanNum: BigInt = 0
    PatPlanNum: BigInt = 0
    CovCatNum: BigInt = 0
    BenefitType: InsBenefitType = InsBenefitType.ACTIVE_COVERAGE
    Percent: BigInt = 0
    MonetaryAmt: Money = Money(0)
    TimePeriod: BenefitTimePeriod = BenefitTimePeriod.NONE
    QuantityQualifier: BenefitQuantity = BenefitQuantity.NONE
    Quantity: BigInt = 0
    CodeNum: BigInt = 0
    procCode: str = ""
    CoverageLevel: BenefitCoverageLevel = BenefitCoverageLevel.NONE
    SecDateTEntry: DateTime | None = None
    SecDateTEdit: DateTime | None = None
    CodeGroupNum: BigInt = 0
    TreatArea: Annotated[TreatmentArea, _BY_AREA] = TreatmentArea.NONE


class Benefits(Resource):
    """The benefits of plans and patient plans.

    Percent applies to CoInsurance only, a code only without a category; CodeNum takes precedence. Before
    23.2.62, `list` requires PlanNum or PatPlanNum.
    """

    documentation = "API Benefits"

    @GET("/benefits/{BenefitNum}", since="25.3.7")
    async def get(self, BenefitNum: int) -> Benefit: ...

    @GET("/benefits", since="22.3.27")
    def list(
        self,
        *,
        PlanNum: InsPlanKey | None = None,
        PatPlanNum: PatPlanKey | None = None,
    ) -> Rows[Benefit]: ...

    @POST("/benefits", since="22.3.17", needs=Permission.INSURANCE)
    async def create(
        self,
        *,
        PlanNum: InsPlanKey | None = None,
        PatPlanNum: PatPlanKey | None = None,
        BenefitType: InsBenefitType,
        CoverageLevel: BenefitCoverageLevel,
        CovCatNum: Annotated[int, Refers("covcat")] | None = None,
        Percent: int | None = None,
        MonetaryAmt: Money | None = None,
        TimePeriod: BenefitTimePeriod | None = None,
        QuantityQualifier: BenefitQuantity | None = None,
        Quantity: int | None = None,
        CodeNum: ProcedureCodeKey | None = None,
        procCode: Annotated[str, Refers("procedurecode", column="ProcCode")] | None = None,
        CodeGroupNum: Annotated[int, Refers("codegroup"), Since("23.2.62")] | None = None,
        TreatArea: Annotated[TreatmentArea, _BY_AREA] | None = None,
        ToothRange: Annotated[str, _BY_TOOTH] | None = None,
    ) -> Benefit: ...

    @PUT("/benefits/{BenefitNum}", since="22.4.7", needs=Permission.INSURANCE)
    async def update(
        self,
        BenefitNum: int,
        *,
        CovCatNum: Annotated[int, Refers("covcat")] | None = None,
        BenefitType: InsBenefitType | None = None,
        Percent: int | None = None,
        MonetaryAmt: Money | None = None,
        TimePeriod: BenefitTimePeriod | None = None,
        QuantityQualifier: BenefitQuantity | None = None,
        Quantity: int | None = None,
        CodeNum: ProcedureCodeKey | None = None,
        procCode: Annotated[str, Refers("procedurecode", column="ProcCode")] | None = None,
        CoverageLevel: BenefitCoverageLevel | None = None,
        CodeGroupNum: Annotated[int, Refers("codegroup"), _BY_AREA] | None = None,
        TreatArea: Annotated[TreatmentArea, _BY_AREA] | None = None,
        ToothRange: Annotated[str, _BY_TOOTH] | None = None,
    ) -> Benefit: ...

    @DELETE("/benefits/{BenefitNum}", since="22.4.7", needs=Permission.INSURANCE)
    async def delete(self, BenefitNum: int) -> None: ...
