"""PayPlanLinks: the procedures and adjustments that a dynamic payment plan covers."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, DateTime, Money, Only, PayPlanKey
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class PayPlanLinkType(WireEnum):
    """What an FKey refers to."""

    NONE = "None"
    ADJUSTMENT = "Adjustment"
    PROCEDURE = "Procedure"
    ORTHO_CASE = "OrthoCase"


class PayPlanLink(Record):
    """One covered item. AmountOverride 0 means its whole amount."""

    primary_key = "PayPlanLinkNum"

    PayPlanLinkNum: BigInt = 0
    PayPlanNum: BigInt = 0
    LinkType: PayPlanLinkType = PayPlanLinkType.NONE
    FKey: BigInt = 0
    AmountOverride: Money = Money(0)
    SecDateTEntry: DateTime | None = None


class PayPlanLinks(Resource):
    """What dynamic plans cover. Only plans that are neither closed nor locked can change."""

    documentation = "API PayPlanLinks"

    @GET("/payplanlinks/{PayPlanLinkNum}")
    async def get(self, PayPlanLinkNum: int) -> PayPlanLink: ...

    @GET("/payplanlinks")
    def list(self, *, PayPlanNum: PayPlanKey | None = None) -> Rows[PayPlanLink]: ...

    @POST("/payplanlinks", needs=Permission.PAY_PLANS)
    async def create(
        self,
        *,
        PayPlanNum: PayPlanKey,
        LinkType: Annotated[PayPlanLinkType, Only(PayPlanLinkType.PROCEDURE, PayPlanLinkType.ADJUSTMENT)],
        FKey: int,
        AmountOverride: Money | None = None,
    ) -> PayPlanLink: ...

    @PUT("/payplanlinks/{PayPlanLinkNum}", needs=Permission.PAY_PLANS)
    async def update(self, PayPlanLinkNum: int, *, AmountOverride: Money | None = None) -> PayPlanLink: ...

    @DELETE("/payplanlinks/{PayPlanLinkNum}", needs=Permission.PAY_PLANS)
    async def delete(self, PayPlanLinkNum: int) -> None: ...
