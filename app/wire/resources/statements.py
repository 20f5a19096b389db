"""Statements: bills, receipts and invoices, sent or waiting."""

from __future__ import annotations

from app.wire.endpoint import DELETE, GET, POST, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, DateTime, Money, PatientKey
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.resources.documents import DocumentKey
from app.wire.rows import Rows


class StatementMode(WireEnum):
    """How it is sent. Those that `create` adds have "API", which the documentation doesn't list."""

    MAIL = "Mail"
    IN_PERSON = "InPerson"
    EMAIL = "Email"
    ELECTRONIC = "Electronic"


class StmtType(WireEnum):
    """Whether it covers everything, or certain procedures."""

    NOT_SET = "NotSet"
    LIMITED_STATEMENT = "LimitedStatement"


class Statement(Record):
    """One statement. InsEst and BalTotal are the family's on that day, if IsBalValid."""

    primary_key = "StatementNum"

    StatementNum: BigInt = 0
    PatNum: BigInt = 0
    DateSent: Date | None = None
    DateRangeFrom: Date | None = None
    DateRangeTo: Date | None = None
    Note: str = ""
    NoteBold: str = ""
    Mode_: StatementMode = StatementMode.MAIL
    HidePayment: bool = False
    SinglePatient: bool = False
    Intermingled: bool = False
    IsSent: bool = False
    DocNum: BigInt = 0
    DateTStamp: DateTime | None = None
    IsReceipt: bool = False
    IsInvoice: bool = False
    IsInvoiceCopy: bool = False
    SuperFamily: BigInt = 0
    IsBalValid: bool = False
    InsEst: Money = Money(0)
    BalTotal: Money = Money(0)
    StatementType: StmtType = StmtType.NOT_SET


class Statements(Resource):
    """Read statements, and add ones that were sent. A DateRangeTo from the year 2200 on means no end.

    `create` adds the record of a statement that was made elsewhere, with its document (DocNum): it shows in the
    ledger and doesn't touch billing. DateSent is today unless sent.
    """

    documentation = "API Statements"

    @GET("/statements/{StatementNum}", since="24.2.23")
    async def get(self, StatementNum: int) -> Statement: ...

    @GET("/statements", since="24.2.23")
    def list(self, *, PatNum: PatientKey | None = None) -> Rows[Statement]: ...

    @POST("/statements", since="25.3.26", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        DateSent: Date | None = None,
        Note: str | None = None,
        DocNum: DocumentKey | None = None,
    ) -> Statement: ...

    @DELETE("/statements/{StatementNum}", since="26.2", needs=Permission.ALL_OTHERS)
    async def delete(self, StatementNum: int) -> None: ...
