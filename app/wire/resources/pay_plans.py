"""PayPlans: agreements to pay in installments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import CountedEnum, WireEnum
from app.wire.fields import (
    AdjustmentKey,
    AllBut,
    BigInt,
    Date,
    Money,
    PatientKey,
    ProcedureKey,
    Refers,
    Since,
)
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.resources.sheet_defs import SheetDefKey
from app.wire.rows import Rows

PlanCategoryKey = Annotated[int, Refers("definition")]


class PaymentSchedule(CountedEnum):
    """How often a patient plan's payments are due; dynamic plans use PayPlanFrequency."""

    MONTHLY = "Monthly"
    MONTHLY_DAY_OF_WEEK = "MonthlyDayOfWeek"
    WEEKLY = "Weekly"
    BI_WEEKLY = "BiWeekly"
    QUARTERLY = "Quarterly"


class PayPlanFrequency(WireEnum):
    """How often charges are due. OrdinalWeekday: for example the second Tuesday of each month."""

    WEEKLY = "Weekly"
    EVERY_OTHER_WEEK = "EveryOtherWeek"
    MONTHLY = "Monthly"
    QUARTERLY = "Quarterly"
    ORDINAL_WEEKDAY = "OrdinalWeekday"


class DynamicPayPlanTPOptions(CountedEnum):
    """How a dynamic plan treats procedures that are still treatment planned."""

    NONE = "None"
    AWAIT_COMPLETE = "AwaitComplete"
    TREAT_AS_COMPLETE = "TreatAsComplete"


class PayPlan(Record):
    """One plan: dynamic (IsDynamic), insurance (PlanNum and InsSubNum), or else a patient plan.

    `planCategory` is the name of PlanCategory, `principalAmount` the total principal. APR is in percent.
    """

    primary_key = "PayPlanNum"

    PayPlanNum: BigInt = 0
    PatNum: BigInt = 0
    Guarantor: BigInt = 0
    PayPlanDate: Date | None = None
    APR: Money = Money(0)
    Note: str = ""
    PlanNum: BigInt = 0
    CompletedAmt: Money = Money(0)
    InsSubNum: BigInt = 0
    PaySchedule: PaymentSchedule = PaymentSchedule.MONTHLY
    NumberOfPayments: BigInt = 0
    PayAmt: Money = Money(0)
    DownPayment: Money = Money(0)
    IsClosed: bool = False
    PlanCategory: BigInt = 0
    planCategory: str = ""
    IsDynamic: bool = False
    ChargeFrequency: PayPlanFrequency = PayPlanFrequency.MONTHLY
    DatePayPlanStart: Date | None = None
    IsLocked: bool = False
    DateInterestStart: Date | None = None
    DynamicPayPlanTPOption: DynamicPayPlanTPOptions = DynamicPayPlanTPOptions.NONE
    principalAmount: Money = Money(0)
    SheetDefNum: BigInt = 0


class PayPlans(Resource):
    """Create, read and close payment plans. Either PayAmt or NumberOfPayments sets the payment size."""

    documentation = "API PayPlans"

    @GET("/payplans/{PayPlanNum}", since="24.4.30")
    async def get(self, PayPlanNum: int) -> PayPlan: ...

    @GET("/payplans", since="22.2.16")
    def list(
        self, *, PatNum: PatientKey | None = None, Guarantor: PatientKey | None = None
    ) -> Rows[PayPlan]: ...

    @POST("/payplans/Dynamic", since="22.2.22", needs=Permission.PAY_PLANS)
    async def create_dynamic(
        self,
        *,
        PatNum: PatientKey,
        PayAmt: Money | None = None,
        NumberOfPayments: int | None = None,
        procNums: Sequence[ProcedureKey] | None = None,
        adjNums: Sequence[AdjustmentKey] | None = None,
        Guarantor: PatientKey | None = None,
        PayPlanDate: Date | None = None,
        APR: Money | None = None,
        DownPayment: Money | None = None,
        Note: str | None = None,
        ChargeFrequency: PayPlanFrequency | None = None,
        DatePayPlanStart: Date | None = None,
        DateInterestStart: Date | None = None,
        IsLocked: bool | None = None,
        DynamicPayPlanTPOption: Annotated[DynamicPayPlanTPOptions, AllBut(DynamicPayPlanTPOptions.NONE)]
        | None = None,
        PlanCategory: Annotated[int, Refers("definition", (47,)), Since("25.3.31")] | None = None,
    ) -> PayPlan: ...

    @POST(
        "/payplans",
        since="22.4.39",
        needs=Permission.PAY_PLANS,
        deprecated="Use PayPlans POST Dynamic.",
        until="23.3.1",
    )
    async def create(
        self,
        *,
        PatNum: PatientKey,
        useEstBalance: Annotated[bool, Since("22.2")] | None = None,
        principalAmount: Money | None = None,
        PayAmt: Money | None = None,
        NumberOfPayments: int | None = None,
        Guarantor: PatientKey | None = None,
        PayPlanDate: Date | None = None,
        APR: Money | None = None,
        DownPayment: Money | None = None,
        Note: str | None = None,
        ChargeFrequency: PayPlanFrequency | None = None,
        DatePayPlanStart: Date | None = None,
        DateInterestStart: Date | None = None,
    ) -> str: ...

    @PUT("/payplans/{PayPlanNum}/Dynamic", since="25.3.31", needs=Permission.PAY_PLANS)
    async def update_dynamic(
        self,
        PayPlanNum: int,
        *,
        PayAmt: Money | None = None,
        NumberOfPayments: int | None = None,
        Guarantor: PatientKey | None = None,
        PayPlanDate: Date | None = None,
        APR: Money | None = None,
        Note: str | None = None,
        PlanCategory: PlanCategoryKey | None = None,
        ChargeFrequency: PayPlanFrequency | None = None,
        DatePayPlanStart: Date | None = None,
        DateInterestStart: Date | None = None,
        IsLocked: bool | None = None,
        SheetDefNum: SheetDefKey | None = None,
    ) -> PayPlan: ...

    @PUT("/payplans/{PayPlanNum}/Close", since="22.4.39", needs=Permission.ALL_OTHERS)
    async def close(self, PayPlanNum: int) -> PayPlan: ...
