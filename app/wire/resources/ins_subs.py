"""Insurance subscribers: who holds a plan."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.fields import BigInt, Date, DateTime, InsPlanKey, PatientKey, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class InsSub(Record):
    """One subscriber of one plan. Covered patients are in PatPlans."""

    primary_key = "InsSubNum"

    InsSubNum: BigInt = 0
    PlanNum: BigInt = 0
    Subscriber: BigInt = 0
    DateEffective: Date | None = None
    DateTerm: Date | None = None
    SubscriberID: str = ""
    BenefitNotes: str = ""
    ReleaseInfo: bool = False
    AssignBen: bool = False
    SubscNote: str = ""
    SecDateTEdit: DateTime | None = None


class InsSubs(Resource):
    """Subscribers. One that covers someone can't be deleted."""

    documentation = "API InsSubs"

    @GET("/inssubs/{InsSubNum}", since="22.4.28")
    async def get(self, InsSubNum: int) -> InsSub: ...

    @GET("/inssubs", since="22.4.28")
    def list(
        self,
        *,
        PlanNum: InsPlanKey | None = None,
        Subscriber: PatientKey | None = None,
        SecDateTEdit: DateTime | None = None,
    ) -> Rows[InsSub]: ...

    @POST("/inssubs", since="21.1", needs=Permission.INSURANCE_SIMPLE)
    async def create(
        self,
        *,
        PlanNum: InsPlanKey,
        Subscriber: PatientKey,
        SubscriberID: str,
        DateEffective: Date | None = None,
        DateTerm: Date | None = None,
        BenefitNotes: str | None = None,
        ReleaseInfo: Annotated[bool, Since("21.4")] | None = None,
        AssignBen: Annotated[bool, Since("21.4")] | None = None,
        SubscNote: Annotated[str, Since("22.4.26")] | None = None,
    ) -> InsSub: ...

    @PUT("/inssubs/{InsSubNum}", since="21.1", needs=Permission.INSURANCE_SIMPLE)
    async def update(
        self,
        InsSubNum: int,
        *,
        PlanNum: InsPlanKey | None = None,
        Subscriber: Annotated[PatientKey, Since("21.4")] | None = None,
        SubscriberID: Annotated[str, Since("21.4")] | None = None,
        DateEffective: Annotated[Date, Since("21.4")] | None = None,
        DateTerm: Annotated[Date, Since("21.4")] | None = None,
        BenefitNotes: str | None = None,
        ReleaseInfo: Annotated[bool, Since("21.4")] | None = None,
        AssignBen: Annotated[bool, Since("21.4")] | None = None,
        SubscNote: Annotated[str, Since("22.4.26")] | None = None,
    ) -> None: ...

    @DELETE("/inssubs/{InsSubNum}", since="21.1", needs=Permission.INSURANCE_SIMPLE)
    async def delete(self, InsSubNum: int) -> None: ...
