"""Deposits: slips with payments and insurance checks for the bank."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.fields import BigInt, Date, MaxLength, Money, Refers, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.resources.payments import PaymentKey
from app.wire.rows import Rows

DepositAccountKey = Annotated[int, Refers("definition", (48,))]
ClaimPaymentKey = Annotated[int, Refers("claimpayment")]


class Deposit(Record):
    """One deposit. Amount is the sum of what is attached."""

    primary_key = "DepositNum"

    DepositNum: BigInt = 0
    DateDeposit: Date | None = None
    BankAccountInfo: str = ""
    Amount: Money = Money(0)
    Memo: str = ""
    Batch: str = ""
    DepositAccountNum: BigInt = 0
    IsSentToQuickBooksOnline: bool = False


class Deposits(Resource):
    """The deposits.

    Inferred from public clients and the database: no documentation page was available, and no version is
    known. What `create` attaches is known from the pages of 26.2.
    """

    documentation = "API Deposits"

    @GET("/deposits/{DepositNum}")
    async def get(self, DepositNum: int) -> Deposit: ...

    @GET("/deposits")
    def list(self, *, DateDeposit: Date | None = None) -> Rows[Deposit]: ...

    @POST("/deposits", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        DateDeposit: Date | None = None,
        BankAccountInfo: str | None = None,
        Memo: Annotated[str, MaxLength(255)] | None = None,
        Batch: Annotated[str, MaxLength(25)] | None = None,
        DepositAccountNum: DepositAccountKey | None = None,
        payNums: Annotated[Sequence[PaymentKey], Since("26.2")] | None = None,
        claimPaymentNums: Annotated[Sequence[ClaimPaymentKey], Since("26.2")] | None = None,
    ) -> Deposit: ...

    @PUT("/deposits/{DepositNum}", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        DepositNum: int,
        *,
        DateDeposit: Date | None = None,
        BankAccountInfo: str | None = None,
        Memo: Annotated[str, MaxLength(255)] | None = None,
        Batch: Annotated[str, MaxLength(25)] | None = None,
        DepositAccountNum: DepositAccountKey | None = None,
    ) -> Deposit: ...

    @DELETE("/deposits/{DepositNum}", needs=Permission.ALL_OTHERS)
    async def delete(self, DepositNum: int) -> None: ...
