"""Reports: aging and finance charges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from app.wire.endpoint import GET, Resource
from app.wire.fields import BigInt, ClinicKey, Date, Money, ProviderKey, Refers, Since
from app.wire.record import Record
from app.wire.rows import Rows

BillingTypeKey = Annotated[int, Refers("definition", (4,))]


class FamilyAging(Record):
    """What one family owes, by age. PatNum and `patName` are the guarantor's ("Last, First M").

    PatientPortion is BalTotal minus expected insurance payments and write-offs.
    """

    PatNum: BigInt = 0
    patName: str = ""
    Bal_0_30: Money = Money(0)
    Bal_31_60: Money = Money(0)
    Bal_61_90: Money = Money(0)
    BalOver90: Money = Money(0)
    BalTotal: Money = Money(0)
    InsWoEst: Money = Money(0)
    InsPayEst: Money = Money(0)
    PatientPortion: Money = Money(0)


class FinanceCharge(Record):
    """One finance charge of one patient; `PatName` is "Last, First M"."""

    PatNum: BigInt = 0
    PatName: str = ""
    Preferred: str = ""
    AdjAmt: Money = Money(0)


class Reports(Resource):
    """Reports computed by the office's server; they change no account."""

    documentation = "API Reports"

    @GET("/reports/Aging", since="21.4")
    def aging(
        self,
        *,
        DateAsOf: Date | None = None,
        ClinicNum: Annotated[ClinicKey, Since("22.2")] | None = None,
    ) -> Rows[FamilyAging]: ...

    @GET("/reports/FinanceCharges", since="22.2.32")
    def finance_charges(
        self,
        *,
        DateFrom: Date | None = None,
        DateTo: Date | None = None,
        ProvNums: Sequence[ProviderKey] | None = None,
        BillingTypes: Sequence[BillingTypeKey] | None = None,
    ) -> Rows[FinanceCharge]: ...
