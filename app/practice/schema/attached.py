"""Rows that may be attached to a procedure and then prevent deleting it."""

from __future__ import annotations

from app.practice.schema.columns import code, day, flag, key, moment, num, prose, real, table, whole, word
from app.practice.schema.enums.base import PAY_PLAN_LINK
from app.practice.schema.enums.clinical import RX_SEND_STATUS
from app.practice.schema.enums.money import PAY_PLAN_CHARGE, PAY_PLAN_DEBIT
from app.practice.schema.enums.people import REF_TO_STATUS, REF_TYPE

adjustment = table(
    "adjustment",
    key("AdjNum"),
    day("AdjDate"),
    real("AdjAmt"),
    num("PatNum", "patient.PatNum"),
    num("AdjType", "definition.DefNum"),
    num("ProvNum", "provider.ProvNum"),
    prose("AdjNote"),
    day("ProcDate"),
    num("ProcNum", "procedurelog.ProcNum"),
    day("DateEntry"),
    num("ClinicNum", "clinic.ClinicNum"),
    num("StatementNum", "statement.StatementNum"),
    num("SecUserNumEntry", "userod.UserNum"),
    moment("SecDateTEdit"),
    num("TaxTransID"),
)

paysplit = table(
    "paysplit",
    key("SplitNum"),
    real("SplitAmt"),
    num("PatNum", "patient.PatNum"),
    day("ProcDate"),
    num("PayNum", "payment.PayNum"),
    flag("IsDiscount"),
    whole("DiscountType"),
    num("ProvNum", "provider.ProvNum"),
    num("PayPlanNum", "payplan.PayPlanNum"),
    day("DatePay"),
    num("ProcNum", "procedurelog.ProcNum"),
    day("DateEntry"),
    num("UnearnedType", "definition.DefNum"),
    num("ClinicNum", "clinic.ClinicNum"),
    num("SecUserNumEntry", "userod.UserNum"),
    moment("SecDateTEdit"),
    num("FSplitNum"),
    num("AdjNum", "adjustment.AdjNum"),
    num("PayPlanChargeNum", "payplancharge.PayPlanChargeNum"),
    code("PayPlanDebitType", PAY_PLAN_DEBIT),
    word("SecurityHash"),
)

payplancharge = table(
    "payplancharge",
    key("PayPlanChargeNum"),
    num("PayPlanNum", "payplan.PayPlanNum"),
    num("Guarantor", "patient.PatNum"),
    num("PatNum", "patient.PatNum"),
    day("ChargeDate"),
    real("Principal"),
    real("Interest"),
    prose("Note"),
    num("ProvNum", "provider.ProvNum"),
    num("ClinicNum", "clinic.ClinicNum"),
    code("ChargeType", PAY_PLAN_CHARGE),
    num("ProcNum", "procedurelog.ProcNum"),
    moment("SecDateTEntry"),
    moment("SecDateTEdit"),
    num("StatementNum", "statement.StatementNum"),
    num("FKey"),
    code("LinkType", PAY_PLAN_LINK),
    flag("IsOffset"),
    flag("IsDownPayment"),
)

payplanlink = table(
    "payplanlink",
    key("PayPlanLinkNum"),
    num("PayPlanNum", "payplan.PayPlanNum"),
    code("LinkType", PAY_PLAN_LINK),
    num("FKey"),
    real("AmountOverride"),
    moment("SecDateTEntry"),
)

rxpat = table(
    "rxpat",
    key("RxNum"),
    num("PatNum", "patient.PatNum"),
    day("RxDate"),
    word("Drug"),
    word("Sig"),
    word("Disp"),
    word("Refills", 30),
    num("ProvNum", "provider.ProvNum"),
    word("Notes"),
    num("PharmacyNum", "pharmacy.PharmacyNum"),
    flag("IsControlled"),
    moment("DateTStamp"),
    code("SendStatus", RX_SEND_STATUS),
    num("RxCui"),
    word("DosageCode"),
    word("ErxGuid", 40),
    flag("IsErxOld"),
    word("ErxPharmacyInfo"),
    flag("IsProcRequired"),
    num("ProcNum", "procedurelog.ProcNum"),
    real("DaysOfSupply"),
    prose("PatientInstruction"),
    num("ClinicNum", "clinic.ClinicNum"),
    num("UserNum", "userod.UserNum"),
    whole("RxType"),
)

refattach = table(
    "refattach",
    key("RefAttachNum"),
    num("ReferralNum", "referral.ReferralNum"),
    num("PatNum", "patient.PatNum"),
    whole("ItemOrder"),
    day("RefDate"),
    code("RefType", REF_TYPE),
    code("RefToStatus", REF_TO_STATUS),
    prose("Note"),
    flag("IsTransitionOfCare"),
    num("ProcNum", "procedurelog.ProcNum"),
    day("DateProcComplete"),
    num("ProvNum", "provider.ProvNum"),
    moment("DateTStamp"),
)

orthoproclink = table(
    "orthoproclink",
    key("OrthoProcLinkNum"),
    num("OrthoCaseNum", "orthocase.OrthoCaseNum"),
    num("ProcNum", "procedurelog.ProcNum"),
    moment("SecDateTEntry"),
    num("SecUserNumEntry", "userod.UserNum"),
    whole("ProcLinkType"),
)
