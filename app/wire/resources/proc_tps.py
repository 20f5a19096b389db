"""ProcTPs: procedures of a Saved treatment plan, copied when it was saved."""

from __future__ import annotations

from app.wire.endpoint import DELETE, GET, PUT, Resource
from app.wire.fields import BigInt, Date, DateTime, Money, TreatPlanKey
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.resources.procedure_logs import TxPriorityKey
from app.wire.rows import Rows


class ProcTP(Record):
    """One copy. `priority` is the text of Priority; the amounts are never recomputed."""

    primary_key = "ProcTPNum"

    ProcTPNum: BigInt = 0
    TreatPlanNum: BigInt = 0
    PatNum: BigInt = 0
    ProcNumOrig: BigInt = 0
    ItemOrder: BigInt = 0
    Priority: BigInt = 0
    priority: str = ""
    ToothNumTP: str = ""
    Surf: str = ""
    ProcCode: str = ""
    Descript: str = ""
    FeeAmt: Money = Money(0)
    PriInsAmt: Money = Money(0)
    SecInsAmt: Money = Money(0)
    PatAmt: Money = Money(0)
    Discount: Money = Money(0)
    Prognosis: str = ""
    Dx: str = ""
    ProcAbbr: str = ""
    SecUserNumEntry: BigInt = 0
    SecDateEntry: Date | None = None
    SecDateTEdit: DateTime | None = None
    FeeAllowed: Money = Money(0)
    TaxAmt: Money = Money(0)
    ProvNum: BigInt = 0
    DateTP: Date | None = None
    ClinicNum: BigInt = 0
    CatPercUCR: Money = Money(0)


class ProcTPs(Resource):
    """The procedures of a Saved treatment plan; they can change while the plan is unsigned."""

    documentation = "API ProcTPs"

    @GET("/proctps", since="22.4.17")
    def list(
        self,
        *,
        TreatPlanNum: TreatPlanKey,
    ) -> Rows[ProcTP]: ...

    @PUT("/proctps/{ProcTPNum}", since="24.4.26", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        ProcTPNum: int,
        *,
        Priority: TxPriorityKey | None = None,
        ToothNumTP: str | None = None,
        Surf: str | None = None,
        ProcCode: str | None = None,
        Descript: str | None = None,
        FeeAmt: Money | None = None,
        PriInsAmt: Money | None = None,
        SecInsAmt: Money | None = None,
        PatAmt: Money | None = None,
        Discount: Money | None = None,
        Prognosis: str | None = None,
        Dx: str | None = None,
        ProcAbbr: str | None = None,
        FeeAllowed: Money | None = None,
    ) -> ProcTP: ...

    @DELETE("/proctps/{ProcTPNum}", since="23.3.10", needs=Permission.ALL_OTHERS)
    async def delete(self, ProcTPNum: int) -> None: ...
