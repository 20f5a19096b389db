"""AccountModules: what a family owes, as the Account Module shows it."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, Money
from app.wire.record import Record
from app.wire.rows import Rows


class AccountObject(WireEnum):
    """The source table of a row in the service date view; a total has none."""

    PROCEDURE_LOG = "ProcedureLog"
    PROCEDURE = "Procedure"
    ADJUSTMENT = "Adjustment"
    PAY_SPLIT = "PaySplit"
    CLAIM_PROC = "ClaimProc"
    PAY_PLAN_CHARGE = "PayPlanCharge"
    PAY_PLAN = "PayPlan"
    TOTAL = ""


class AccountEntry(WireEnum):
    """The type of a row in the service date view; "Att." means attached."""

    PROC = "Proc"
    ADJ_ATTACHED = "Adj-Att."
    PAT_PAY_ATTACHED = "PatPay Att."
    WRITE_OFF_ATTACHED = "WriteOff-Att."
    INS_PAY_ATTACHED = "InsPay-Att."
    PAY_PLAN_CHARGE_ATTACHED = "PayPlan Charge Att."
    PAT_PAY_ATTACHED_PAY_PLAN = "PatPay Att. PayPlan"
    UNALLOCATED = "Unallocated"
    PAT_PAY = "PatPay"
    WRITE_OFF = "WriteOff"
    ADJ = "Adj"
    INS_PAY = "InsPay"
    PAY_PLAN_CREDIT = "PayPlan Credit"
    DYNAMIC_PAY_PLAN_CREDIT = "Dynamic PayPlan Credit"
    PAY_PLAN_CHARGE = "PayPlan Charge"
    PAT_PAY_PAY_PLAN = "PatPay PayPlan"
    DAY_TOTAL = "Day Total"
    OVERALL_TOTAL = "Overall Total"


class Aging(Record):
    """What a family owes by age in days, before and after pending insurance; PatEstBal is the patient's own."""

    Bal_0_30: Money = Money(0)
    Bal_31_60: Money = Money(0)
    Bal_61_90: Money = Money(0)
    BalOver90: Money = Money(0)
    Total: Money = Money(0)
    InsEst: Money = Money(0)
    EstBal: Money = Money(0)
    PatEstBal: Money = Money(0)
    Unearned: Money = Money(0)


class PatientBalance(Record):
    """What a family member owes after pending insurance; or the entire family, under its guarantor."""

    PatNum: BigInt = 0
    Name: str = ""
    Balance: Money = Money(0)


class ServiceDateEntry(Record):
    """One row of the service date view. Fields that do not apply are None."""

    ObjectType: AccountObject = AccountObject.TOTAL
    PrimaryKey: BigInt | None = None
    Type: AccountEntry = AccountEntry.PROC
    ServiceDate: Date | None = None
    TransDate: Date | None = None
    Patient: str = ""
    PatNum: BigInt | None = None
    Reference: str = ""
    Charge: Money | None = None
    Credit: Money | None = None
    Provider: str = ""
    InsBal: Money | None = None
    AcctBal: Money | None = None


class AccountModules(Resource):
    """Balances of a patient's family, for any member."""

    documentation = "API AccountModules"

    @GET("/accountmodules/{PatNum}/Aging", since="22.3.6")
    async def aging(self, PatNum: int) -> Aging: ...

    @GET("/accountmodules/{PatNum}/PatientBalances", since="22.1")
    def patient_balances(self, PatNum: int) -> Rows[PatientBalance]: ...

    @GET("/accountmodules/{PatNum}/ServiceDateView", since="22.3.32")
    def service_date_view(self, PatNum: int, *, isFamily: bool | None = None) -> Rows[ServiceDateEntry]: ...
