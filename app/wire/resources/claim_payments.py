"""Claim payments: insurance checks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.fields import BigInt, ClaimKey, ClinicKey, Date, DateTime, Money, Refers, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

ClaimPaymentGroupKey = Annotated[int, Refers("definition", (40,))]
InsurancePaymentTypeKey = Annotated[int, Refers("definition", (32,))]


class ClaimPayment(Record):
    """One payment. `payType` and `payGroup` are the names of PayType and PayGroup."""

    primary_key = "ClaimPaymentNum"

    ClaimPaymentNum: BigInt = 0
    CheckDate: Date | None = None
    CheckAmt: Money = Money(0)
    CheckNum: str = ""
    BankBranch: str = ""
    Note: str = ""
    ClinicNum: BigInt = 0
    DepositNum: BigInt = 0
    CarrierName: str = ""
    DateIssued: Date | None = None
    IsPartial: bool = False
    PayType: BigInt = 0
    payType: str = ""
    SecUserNumEntry: BigInt = 0
    SecDateEntry: Date | None = None
    SecDateTEdit: DateTime | None = None
    PayGroup: BigInt = 0
    payGroup: str = ""


class ClaimPayments(Resource):
    """Finalize received claims. Dates and clinic of a payment can't change, its amount since 25.2.26."""

    documentation = "API ClaimPayments"

    @GET("/claimpayments/{ClaimPaymentNum}", since="23.2.15")
    async def get(self, ClaimPaymentNum: int) -> ClaimPayment: ...

    @GET("/claimpayments", since="23.2.15")
    def list(
        self,
        *,
        SecDateTEdit: DateTime | None = None,
    ) -> Rows[ClaimPayment]: ...

    @POST("/claimpayments", since="22.4.8", needs=Permission.INSURANCE)
    async def create(
        self,
        *,
        claimNum: ClaimKey,
        CheckAmt: Money,
        CheckDate: Date | None = None,
        CheckNum: str | None = None,
        BankBranch: str | None = None,
        Note: str | None = None,
        ClinicNum: ClinicKey | None = None,
        CarrierName: str | None = None,
        DateIssued: Date | None = None,
        PayType: InsurancePaymentTypeKey | None = None,
        PayGroup: ClaimPaymentGroupKey | None = None,
    ) -> ClaimPayment: ...

    @POST("/claimpayments/Batch", since="24.2.18", needs=Permission.INSURANCE)
    async def create_batch(
        self,
        *,
        claimNums: Sequence[ClaimKey],
        CheckAmt: Money,
        CheckDate: Date | None = None,
        CheckNum: str | None = None,
        BankBranch: str | None = None,
        Note: str | None = None,
        ClinicNum: ClinicKey | None = None,
        CarrierName: str | None = None,
        DateIssued: Date | None = None,
        PayType: InsurancePaymentTypeKey | None = None,
        PayGroup: ClaimPaymentGroupKey | None = None,
    ) -> ClaimPayment: ...

    @PUT("/claimpayments/{ClaimPaymentNum}", since="23.2.15", needs=Permission.INSURANCE)
    async def update(
        self,
        ClaimPaymentNum: int,
        *,
        CheckAmt: Annotated[Money, Since("25.2.26")] | None = None,
        CheckNum: str | None = None,
        BankBranch: str | None = None,
        Note: str | None = None,
        CarrierName: str | None = None,
        PayType: InsurancePaymentTypeKey | None = None,
        PayGroup: ClaimPaymentGroupKey | None = None,
    ) -> ClaimPayment: ...

    @DELETE("/claimpayments/{ClaimPaymentNum}", since="24.3.13", needs=Permission.INSURANCE)
    async def delete(self, ClaimPaymentNum: int) -> None: ...
