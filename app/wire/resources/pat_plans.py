"""Patient plans: which subscriber's plans cover a patient."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, DateTime, InsSubKey, Money, PatientKey, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class PatPlanRelat(WireEnum):
    """The patient's relationship to the subscriber, as PatPlans spells it."""

    SELF = "Self"
    SPOUSE = "Spouse"
    CHILD = "Child"
    EMPLOYEE = "Employee"
    HANDICAP_DEP = "HandicapDep"
    SIGNIF_OTHER = "SignifOther"
    INJURED_PLANTIFF = "InjuredPlantiff"
    LIFE_PARTNER = "LifePartner"
    DEPENDENT = "Dependent"


class PatPlan(Record):
    """One coverage of one patient. An override of -1 means none."""

    primary_key = "PatPlanNum"

    PatPlanNum: BigInt = 0
    PatNum: BigInt = 0
    Ordinal: BigInt = 0
    IsPending: bool = False
    Relationship: PatPlanRelat = PatPlanRelat.SELF
    PatID: str = ""
    InsSubNum: BigInt = 0
    OrthoAutoFeeBilledOverride: Money = Money(0)
    OrthoAutoNextClaimDate: Date | None = None
    SecDateTEntry: DateTime | None = None
    SecDateTEdit: DateTime | None = None


class PatPlans(Resource):
    """Coverage: a row exists while the patient is covered.

    Ordinals count from 1, the primary insurance. A new Ordinal moves the patient's others.
    """

    documentation = "API PatPlans"

    @GET("/patplans", since="22.4.27")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
        InsSubNum: InsSubKey | None = None,
    ) -> Rows[PatPlan]: ...

    @POST("/patplans", since="21.1", needs=Permission.INSURANCE_SIMPLE)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        InsSubNum: InsSubKey,
        Ordinal: int | None = None,
        Relationship: PatPlanRelat | None = None,
        PatID: Annotated[str, Since("21.4")] | None = None,
    ) -> PatPlan: ...

    @PUT("/patplans/{PatPlanNum}", since="21.4", needs=Permission.INSURANCE_SIMPLE)
    async def update(
        self,
        PatPlanNum: int,
        *,
        InsSubNum: InsSubKey | None = None,
        Ordinal: int | None = None,
        Relationship: PatPlanRelat | None = None,
        PatID: str | None = None,
    ) -> PatPlan: ...

    @DELETE("/patplans/{PatPlanNum}", since="21.1", needs=Permission.INSURANCE_SIMPLE)
    async def delete(self, PatPlanNum: int) -> None: ...
