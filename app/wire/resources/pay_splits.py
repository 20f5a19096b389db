"""PaySplits: what payments pay for, to the cent."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import (
    BigInt,
    ClinicKey,
    Date,
    DateTime,
    Money,
    PatientKey,
    ProcedureKey,
    ProviderKey,
    Since,
)
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.resources.payments import PaymentKey
from app.wire.rows import Rows


class PayPlanDebit(WireEnum):
    """Which part of a payment plan charge a split pays."""

    UNKNOWN = "Unknown"
    PRINCIPAL = "Principal"
    INTEREST = "Interest"


class PaySplit(Record):
    """One part of a payment, on one patient's account. `unearnedType` is the name of UnearnedType."""

    primary_key = "SplitNum"

    SplitNum: BigInt = 0
    SplitAmt: Money = Money(0)
    PatNum: BigInt = 0
    PayNum: BigInt = 0
    ProvNum: BigInt = 0
    PayPlanNum: BigInt = 0
    DatePay: Date | None = None
    ProcNum: BigInt = 0
    DateEntry: Date | None = None
    UnearnedType: BigInt = 0
    unearnedType: str = ""
    ClinicNum: BigInt = 0
    SecDateTEdit: Date | None = None
    AdjNum: BigInt = 0
    PayPlanChargeNum: BigInt = 0
    PayPlanDebitType: PayPlanDebit = PayPlanDebit.UNKNOWN


class ChangedPaySplit(PaySplit):
    """A split as `update` answers it: SecDateTEdit has a time."""

    SecDateTEdit: DateTime | None = None


class PaySplits(Resource):
    """The splits that match all filters. Before 24.4.24, PatNum and PayNum are required.

    `update` moves a split to another provider or clinic; what it pays doesn't change. A split with an
    UnearnedType gets a provider only where the preference AllowPrepayProvider is on.
    """

    documentation = "API PaySplits"

    @GET("/paysplits", since="22.4.16")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
        PayNum: PaymentKey | None = None,
        ProcNum: Annotated[ProcedureKey, Since("24.4.24")] | None = None,
    ) -> Rows[PaySplit]: ...

    @PUT("/paysplits/{SplitNum}", since="25.2.9", needs=Permission.PAYMENTS)
    async def update(
        self, SplitNum: int, *, ProvNum: ProviderKey | None = None, ClinicNum: ClinicKey | None = None
    ) -> ChangedPaySplit: ...
