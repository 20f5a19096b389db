"""Payments: patient payments, never insurance payments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import (
    BigInt,
    ClinicKey,
    Date,
    DateTime,
    Money,
    Only,
    PatientKey,
    PayPlanKey,
    ProcedureKey,
    Refers,
    Since,
)
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

PayTypeKey = Annotated[int, Refers("definition", (10,))]
PaymentKey = Annotated[int, Refers("payment")]
PayPlanChargeKey = Annotated[int, Refers("payplancharge")]


class CreditCardSource(WireEnum):
    """Where a payment came from."""

    NONE = "None"
    X_SERVER = "XServer"
    X_WEB = "XWeb"
    PAY_CONNECT = "PayConnect"
    X_SERVER_PAY_CONNECT = "XServerPayConnect"
    X_WEB_PORTAL_LOGIN = "XWebPortalLogin"
    PAY_SIMPLE = "PaySimple"
    PAY_SIMPLE_ACH = "PaySimpleACH"
    PAY_CONNECT_PORTAL = "PayConnectPortal"
    PAY_CONNECT_PORTAL_LOGIN = "PayConnectPortalLogin"
    CARE_CREDIT = "CareCredit"
    EDGE_EXPRESS_RCM = "EdgeExpressRCM"
    EDGE_EXPRESS_CNP = "EdgeExpressCNP"
    API = "API"
    EDGE_EXPRESS_PAYMENT_PORTAL = "EdgeExpressPaymentPortal"
    EDGE_EXPRESS_PAYMENT_PORTAL_GUEST = "EdgeExpressPaymentPortalGuest"
    PAY_CONNECT_PAYMENT_PORTAL = "PayConnectPaymentPortal"
    PAY_CONNECT_PAYMENT_PORTAL_GUEST = "PayConnectPaymentPortalGuest"
    PAY_SIMPLE_PAYMENT_PORTAL = "PaySimplePaymentPortal"
    PAY_SIMPLE_PAYMENT_PORTAL_GUEST = "PaySimplePaymentPortalGuest"
    PAY_SIMPLE_PAYMENT_PORTAL_ACH = "PaySimplePaymentPortalACH"
    X_WEB_PAYMENT_PORTAL = "XWebPaymentPortal"
    X_WEB_PAYMENT_PORTAL_GUEST = "XWebPaymentPortalGuest"


class ProcessStat(WireEnum):
    """Whether an online payment still needs processing."""

    OFFICE_PROCESSED = "OfficeProcessed"
    ONLINE_PROCESSED = "OnlineProcessed"
    ONLINE_PENDING = "OnlinePending"


class Payment(Record):
    """One payment; a refund has a negative PayAmt. `payType` is the name of PayType."""

    primary_key = "PayNum"

    PayNum: BigInt = 0
    PayType: BigInt = 0
    payType: str = ""
    PayDate: Date | None = None
    PayAmt: Money = Money(0)
    CheckNum: str = ""
    BankBranch: str = ""
    PayNote: str = ""
    PatNum: BigInt = 0
    ClinicNum: BigInt = 0
    DateEntry: Date | None = None
    DepositNum: BigInt = 0
    Receipt: str = ""
    IsRecurringCC: bool = False
    SecUserNumEntry: BigInt = 0
    SecDateTEdit: DateTime | None = None
    PaymentSource: CreditCardSource = CreditCardSource.NONE
    ProcessStatus: ProcessStat = ProcessStat.OFFICE_PROCESSED
    RecurringChargeDate: Date | None = None
    IsCcCompleted: bool = False
    serverDateTime: DateTime | None = None


class ProcNumAndAmount(Record):
    """The amount of a payment for one procedure."""

    ProcNum: ProcedureKey = 0
    Amount: Money = Money(0)


class PayPlanChargeNumAndAmount(Record):
    """The amount of a payment for one charge of a payment plan."""

    PayPlanChargeNum: PayPlanChargeKey = 0
    Amount: Money = Money(0)


class Payments(Resource):
    """Add, refund and allocate payments. Only their splits (PaySplits) change what is owed.

    `create` pays the oldest charges first, of the family unless isPatientPreferred, or of procNums; the rest
    is unearned. `allocate` (PUT Partial) replaces a payment's splits by ones on procedures, plan charges or both.
    """

    documentation = "API Payments"

    @GET("/payments", since="22.2.32")
    def list(
        self,
        *,
        PayType: Annotated[PayTypeKey, Since("23.3.11")] | None = None,
        PatNum: PatientKey | None = None,
        DateEntry: Date | None = None,
    ) -> Rows[Payment]: ...

    @POST("/payments", since="21.2", needs=Permission.PAYMENTS)
    async def create(
        self,
        *,
        PayAmt: Money,
        PatNum: PatientKey,
        PayType: Annotated[PayTypeKey, Since("23.1.27")] | None = None,
        PayDate: Date | None = None,
        CheckNum: str | None = None,
        PayNote: str | None = None,
        BankBranch: str | None = None,
        ClinicNum: ClinicKey | None = None,
        isPatientPreferred: bool | None = None,
        isPrepayment: Annotated[bool, Since("22.4.8")] | None = None,
        procNums: Annotated[Sequence[ProcedureKey], Since("22.4.16")] | None = None,
        payPlanNum: Annotated[PayPlanKey, Since("23.1.31")] | None = None,
        isUnallocatedPrepayment: Annotated[bool, Since("25.4.42")] | None = None,
        MerchantFee: Annotated[Money, Since("26.2")] | None = None,
    ) -> Payment: ...

    @POST("/payments/Refund", since="24.4.28", needs=Permission.PAYMENTS)
    async def refund(self, *, PayNum: PaymentKey) -> Payment: ...

    @PUT("/payments/{PayNum}", since="23.3.11", needs=Permission.PAYMENTS)
    async def update(
        self,
        PayNum: int,
        *,
        PayType: PayTypeKey | None = None,
        CheckNum: str | None = None,
        BankBranch: str | None = None,
        PayNote: str | None = None,
        ProcessStatus: Annotated[
            ProcessStat, Since("24.3.26"), Only(ProcessStat.ONLINE_PROCESSED, ProcessStat.ONLINE_PENDING)
        ]
        | None = None,
    ) -> Payment: ...

    @PUT("/payments/{PayNum}/Partial", since="25.1.11", needs=Permission.PAYMENTS)
    async def allocate(
        self,
        PayNum: int,
        *,
        procNumsAndAmounts: Sequence[ProcNumAndAmount] | None = None,
        payPlanChargeNumsAndAmounts: Annotated[Sequence[PayPlanChargeNumAndAmount], Since("25.2.45")]
        | None = None,
    ) -> Payment: ...
