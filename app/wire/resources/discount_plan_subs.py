"""DiscountPlanSubs: subscribers of discount plans."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.fields import BigInt, Date, PatientKey, Refers
from app.wire.permissions import Permission
from app.wire.record import Record

DiscountPlanKey = Annotated[int, Refers("discountplan")]


class DiscountPlanSub(Record):
    """One subscription. Without DateEffective it holds from January 1, without DateTerm it has no end."""

    primary_key = "DiscountSubNum"

    DiscountSubNum: BigInt = 0
    DiscountPlanNum: BigInt = 0
    PatNum: BigInt = 0
    DateEffective: Date | None = None
    DateTerm: Date | None = None
    SubNote: str = ""


class DiscountPlanSubs(Resource):
    """One patient's subscription; read by query, answered as one object."""

    documentation = "API DiscountPlanSubs"

    @GET("/discountplansubs", since="21.3")
    async def get(self, *, PatNum: PatientKey) -> DiscountPlanSub: ...

    @POST("/discountplansubs", since="21.3", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        DiscountPlanNum: DiscountPlanKey,
        PatNum: PatientKey,
        DateEffective: Date | None = None,
        DateTerm: Date | None = None,
        SubNote: str | None = None,
    ) -> None: ...

    @PUT("/discountplansubs/{DiscountSubNum}", since="22.3.13", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        DiscountSubNum: int,
        *,
        PatNum: PatientKey,
        DateEffective: Date | None = None,
        DateTerm: Date | None = None,
        SubNote: str | None = None,
    ) -> None: ...

    @DELETE("/discountplansubs/{DiscountSubNum}", since="23.1.12", needs=Permission.ALL_OTHERS)
    async def delete(self, DiscountSubNum: int) -> None: ...
