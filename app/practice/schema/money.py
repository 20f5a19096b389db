"""Payments and payment plans; rows attached to procedures are in `attached`."""

from __future__ import annotations

from sqlalchemy import Index

from app.practice.schema.attached import adjustment, payplancharge, payplanlink, paysplit
from app.practice.schema.columns import code, day, flag, key, moment, num, prose, real, table, whole, word
from app.practice.schema.enums.money import (
    PAY_PLAN_FREQUENCY,
    PAY_SCHEDULE,
    PAYMENT_SOURCE,
    PROCESS_STATUS,
    TP_OPTION,
)
from app.practice.schema.records import statement

payment = table(
    "payment",
    key("PayNum"),
    num("PayType", "definition.DefNum"),
    day("PayDate"),
    real("PayAmt"),
    word("CheckNum", 25),
    word("BankBranch", 25),
    prose("PayNote"),
    flag("IsSplit"),
    num("PatNum", "patient.PatNum"),
    num("ClinicNum", "clinic.ClinicNum"),
    day("DateEntry"),
    num("DepositNum", "deposit.DepositNum"),
    prose("Receipt"),
    flag("IsRecurringCC"),
    num("SecUserNumEntry", "userod.UserNum"),
    moment("SecDateTEdit"),
    code("PaymentSource", PAYMENT_SOURCE),
    code("ProcessStatus", PROCESS_STATUS),
    day("RecurringChargeDate"),
    word("ExternalId"),
    whole("PaymentStatus"),
    flag("IsCcCompleted"),
    real("MerchantFee"),
)

payplan = table(
    "payplan",
    key("PayPlanNum"),
    num("PatNum", "patient.PatNum"),
    num("Guarantor", "patient.PatNum"),
    day("PayPlanDate"),
    real("APR"),
    prose("Note"),
    num("PlanNum", "insplan.PlanNum"),
    real("CompletedAmt"),
    num("InsSubNum", "inssub.InsSubNum"),
    code("PaySchedule", PAY_SCHEDULE),
    whole("NumberOfPayments"),
    real("PayAmt"),
    real("DownPayment"),
    flag("IsClosed"),
    prose("Signature"),
    flag("SigIsTopaz"),
    num("PlanCategory", "definition.DefNum"),
    flag("IsDynamic"),
    code("ChargeFrequency", PAY_PLAN_FREQUENCY),
    day("DatePayPlanStart"),
    flag("IsLocked"),
    day("DateInterestStart"),
    code("DynamicPayPlanTPOption", TP_OPTION),
    num("MobileAppDeviceNum"),
    word("SecurityHash"),
    num("SheetDefNum", "sheetdef.SheetDefNum"),
)

INDEXES = (
    Index("PaymentPatNum", payment.c.PatNum),
    Index("PaymentDateEntry", payment.c.DateEntry),
    Index("PayPlanPatNum", payplan.c.PatNum),
    Index("PayPlanGuarantor", payplan.c.Guarantor),
    Index("AdjustmentPatNum", adjustment.c.PatNum),
    Index("PaySplitPatNum", paysplit.c.PatNum),
    Index("PaySplitPayNum", paysplit.c.PayNum),
    Index("PayPlanChargePayPlanNum", payplancharge.c.PayPlanNum),
    Index("PayPlanChargeGuarantor", payplancharge.c.Guarantor),
    Index("PayPlanChargePatNum", payplancharge.c.PatNum),
    Index("PayPlanLinkPayPlanNum", payplanlink.c.PayPlanNum),
    Index("PayPlanLinkFKey", payplanlink.c.FKey),
    Index("StatementPatNum", statement.c.PatNum),
)
"""For a patient's account, which is read as a whole."""
