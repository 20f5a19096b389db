"""PayPlanCharges: charges of a payment plan, with due dates."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, DateTime, Money, Only, PayPlanKey
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.resources.pay_plan_links import PayPlanLinkType
from app.wire.rows import Rows


class PayPlanChargeType(WireEnum):
    """Debit or credit."""

    DEBIT = "Debit"
    CREDIT = "Credit"


class PayPlanCharge(Record):
    """One charge, due on ChargeDate on the account of Guarantor; FKey is what it is for (LinkType)."""

    primary_key = "PayPlanChargeNum"

    PayPlanChargeNum: BigInt = 0
    PayPlanNum: BigInt = 0
    Guarantor: BigInt = 0
    PatNum: BigInt = 0
    ChargeDate: Date | None = None
    Principal: Money = Money(0)
    Interest: Money = Money(0)
    Note: str = ""
    ProvNum: BigInt = 0
    ClinicNum: BigInt = 0
    ChargeType: PayPlanChargeType = PayPlanChargeType.DEBIT
    ProcNum: BigInt = 0
    SecDateTEntry: DateTime | None = None
    SecDateTEdit: DateTime | None = None
    StatementNum: BigInt = 0
    FKey: BigInt = 0
    LinkType: PayPlanLinkType = PayPlanLinkType.NONE
    IsOffset: bool = False


class PayPlanCharges(Resource):
    """The charges of one payment plan. A dynamic plan's charges are created when they are due.

    `create` charges a procedure, adjustment or orthodontic case that a dynamic plan covers (LinkType, FKey).
    """

    documentation = "API PayPlanCharges"

    @GET("/payplancharges", since="23.2.28")
    def list(self, *, PayPlanNum: PayPlanKey) -> Rows[PayPlanCharge]: ...

    @POST("/payplancharges", since="26.2", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        PayPlanNum: PayPlanKey,
        ChargeDate: Date,
        Principal: Money,
        FKey: int,
        LinkType: Annotated[
            PayPlanLinkType,
            Only(PayPlanLinkType.ADJUSTMENT, PayPlanLinkType.PROCEDURE, PayPlanLinkType.ORTHO_CASE),
        ],
        Interest: Money | None = None,
        Note: str | None = None,
    ) -> PayPlanCharge: ...

    @PUT("/payplancharges/{PayPlanChargeNum}", since="26.2", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        PayPlanChargeNum: int,
        *,
        ChargeDate: Date | None = None,
        Principal: Money | None = None,
        Interest: Money | None = None,
        Note: str | None = None,
    ) -> PayPlanCharge: ...

    @DELETE("/payplancharges/{PayPlanChargeNum}", since="26.2", needs=Permission.ALL_OTHERS)
    async def delete(self, PayPlanChargeNum: int) -> None: ...
