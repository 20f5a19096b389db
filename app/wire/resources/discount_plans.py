"""DiscountPlans: the office's own discounts for members."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.fields import BigInt, FeeSchedKey, Money, Refers
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

DiscountTypeKey = Annotated[int, Refers("definition", (1,))]
"""An adjustment type whose ItemValue is dp."""


class DiscountPlan(Record):
    """One plan. -1 in a limit or in AnnualMax means none; `adjustmentType` is the name of DefNum."""

    primary_key = "DiscountPlanNum"

    DiscountPlanNum: BigInt = 0
    Description: str = ""
    FeeSchedNum: BigInt = 0
    DefNum: BigInt = 0
    adjustmentType: str = ""
    IsHidden: bool = False
    PlanNote: str = ""
    ExamFreqLimit: BigInt = 0
    XrayFreqLimit: BigInt = 0
    ProphyFreqLimit: BigInt = 0
    FluorideFreqLimit: BigInt = 0
    PerioFreqLimit: BigInt = 0
    LimitedExamFreqLimit: BigInt = 0
    PAFreqLimit: BigInt = 0
    AnnualMax: Money = Money(0)


class DiscountPlans(Resource):
    """The discount plans, hidden ones included."""

    documentation = "API DiscountPlans"

    @GET("/discountplans/{DiscountPlanNum}", since="22.4.19")
    async def get(self, DiscountPlanNum: int) -> DiscountPlan: ...

    @GET("/discountplans", since="22.4.19")
    def list(self) -> Rows[DiscountPlan]: ...

    @POST("/discountplans", since="23.1.20", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        Description: str,
        FeeSchedNum: FeeSchedKey,
        DefNum: DiscountTypeKey,
        IsHidden: bool | None = None,
        PlanNote: str | None = None,
        ExamFreqLimit: int | None = None,
        XrayFreqLimit: int | None = None,
        ProphyFreqLimit: int | None = None,
        FluorideFreqLimit: int | None = None,
        PerioFreqLimit: int | None = None,
        LimitedExamFreqLimit: int | None = None,
        PAFreqLimit: int | None = None,
        AnnualMax: Money | None = None,
    ) -> DiscountPlan: ...

    @PUT("/discountplans/{DiscountPlanNum}", since="23.1.20", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        DiscountPlanNum: int,
        *,
        Description: str | None = None,
        FeeSchedNum: FeeSchedKey | None = None,
        DefNum: DiscountTypeKey | None = None,
        IsHidden: bool | None = None,
        PlanNote: str | None = None,
        ExamFreqLimit: int | None = None,
        XrayFreqLimit: int | None = None,
        ProphyFreqLimit: int | None = None,
        FluorideFreqLimit: int | None = None,
        PerioFreqLimit: int | None = None,
        LimitedExamFreqLimit: int | None = None,
        PAFreqLimit: int | None = None,
        AnnualMax: Money | None = None,
    ) -> DiscountPlan: ...
