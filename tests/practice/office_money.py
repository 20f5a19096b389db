"""The tiny office's money: two small accounts and a payment plan, of patients used by no other group."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from app.practice.schema.enums.base import PAT_STATUS

TODAY = datetime.date(2026, 11, 23)
IDA, JON = 61, 62
INACTIVE = PAT_STATUS.number("Inactive")
"""Hidden from schedules, recalls and similar lists."""
DISCOUNT, LATE_FEE, PLAN_DISCOUNT, CASH, CARD, PREPAID = range(1001, 1007)
OLD_FILLING, NEW_FILLING, PLANNED_CROWN, NEXT_CROWN, EXAM = range(1001, 1006)
CHECK, PLAN, CROWN_LINK, NEXT_LINK = 1, 1, 1, 2


def ago(days: int) -> str:
    """A day before the office's, as ISO text."""
    return str(TODAY - datetime.timedelta(days=days))


def _definition(number: int, category: int, name: str, value: str = "") -> dict[str, Any]:
    row = {"DefNum": number, "Category": category, "ItemName": name, "ItemValue": value}
    return {**row, "ItemOrder": number}


def _patient(number: int, last: str, first: str) -> dict[str, Any]:
    row = {"PatNum": number, "Guarantor": number, "LName": last, "FName": first, "PatStatus": INACTIVE}
    return {**row, "PriProv": 1, "ClinicNum": 1, "BillingType": 60}


def _procedure(number: int, patient: int, status: int, days: int, fee: float) -> dict[str, Any]:
    row = {"ProcNum": number, "PatNum": patient, "CodeNum": 8, "ProcStatus": status, "ProcDate": ago(days)}
    return {**row, "ProvNum": 1, "ClinicNum": 1, "ProcFee": fee, "UnitQty": 1, "ToothNum": "3"}


ROWS: dict[str, tuple[Mapping[str, Any], ...]] = {
    "definition": (
        _definition(DISCOUNT, 1, "Discount", "-"),
        _definition(LATE_FEE, 1, "Late fee", "+"),
        _definition(PLAN_DISCOUNT, 1, "Discount plan", "dp"),
        _definition(CASH, 10, "Cash"),
        _definition(CARD, 10, "Credit card"),
        _definition(PREPAID, 29, "Prepayment"),
    ),
    "preference": (
        {"PrefName": "ApiPaymentType", "ValueString": str(CARD)},
        {"PrefName": "PrepaymentUnearnedType", "ValueString": str(PREPAID)},
        {"PrefName": "FutureTransDatesAllowed", "ValueString": "0"},
        {"PrefName": "RigorousAccounting", "ValueString": "1"},
        {"PrefName": "AllowPrepayProvider", "ValueString": "0"},
        {"PrefName": "PayPlansBillInAdvanceDays", "ValueString": "0"},
    ),
    "patient": (_patient(IDA, "Ibsen", "Ida"), _patient(JON, "Jung", "Jon")),
    "procedurelog": (
        _procedure(OLD_FILLING, JON, 2, 40, 120.0),
        _procedure(NEW_FILLING, JON, 2, 5, 80.0),
        _procedure(PLANNED_CROWN, IDA, 2, 60, 300.0),
        _procedure(NEXT_CROWN, IDA, 1, 1, 200.0),
        _procedure(EXAM, IDA, 2, 95, 45.5),
    ),
    "adjustment": (
        {"AdjNum": 1, "PatNum": JON, "AdjType": DISCOUNT, "AdjAmt": -10.0, "AdjDate": ago(40), "ProvNum": 1,
         "ProcDate": ago(40), "ProcNum": OLD_FILLING, "ClinicNum": 1},
    ),
    "payment": (
        {"PayNum": CHECK, "PatNum": JON, "PayType": CASH, "PayAmt": 30.0, "PayDate": ago(39), "DateEntry": ago(39),
         "ClinicNum": 1},
    ),
    "paysplit": (
        {"SplitNum": 1001, "PayNum": CHECK, "PatNum": JON, "SplitAmt": 30.0, "DatePay": ago(39),
         "DateEntry": ago(39), "ProcNum": OLD_FILLING, "ProvNum": 1, "ClinicNum": 1},
    ),
    "payplan": (
        {"PayPlanNum": PLAN, "PatNum": IDA, "Guarantor": IDA, "PayPlanDate": ago(58), "PayAmt": 100.0,
         "IsDynamic": 1, "ChargeFrequency": 3, "DatePayPlanStart": ago(28), "DynamicPayPlanTPOption": 1,
         "CompletedAmt": 300.0, "Note": "Three payments"},
    ),
    "payplanlink": (
        {"PayPlanLinkNum": CROWN_LINK, "PayPlanNum": PLAN, "LinkType": 2, "FKey": PLANNED_CROWN},
        {"PayPlanLinkNum": NEXT_LINK, "PayPlanNum": PLAN, "LinkType": 2, "FKey": NEXT_CROWN},
    ),
    "payplancharge": (
        {"PayPlanChargeNum": 1, "PayPlanNum": PLAN, "Guarantor": IDA, "PatNum": IDA, "ChargeDate": ago(28),
         "Principal": 100.0, "ProvNum": 1, "ClinicNum": 1, "LinkType": 2, "FKey": PLANNED_CROWN},
    ),
    "statement": (
        {"StatementNum": 1, "PatNum": JON, "DateSent": ago(10), "DateRangeFrom": ago(55), "DateRangeTo": ago(10),
         "Mode_": 2, "IsSent": 1, "IsBalValid": 1, "BalTotal": 80.0},
        {"StatementNum": 2, "PatNum": IDA, "DateSent": ago(0), "DateRangeTo": "2200-01-01",
         "StatementType": "LimitedStatement"},
    ),
}  # fmt: skip
