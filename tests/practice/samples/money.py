"""A successful call of each money method on the tiny office."""

from __future__ import annotations

from typing import Any

from tests.practice.office_money import (
    CARD,
    CHECK,
    CROWN_LINK,
    DISCOUNT,
    EXAM,
    IDA,
    JON,
    NEW_FILLING,
    NEXT_LINK,
    PLAN,
    PLANNED_CROWN,
    TODAY,
)

SAMPLES: dict[str, dict[str, Any]] = {
    "AccountModules.aging": {"PatNum": JON},
    "AccountModules.patient_balances": {"PatNum": JON},
    "AccountModules.service_date_view": {"PatNum": JON, "isFamily": True},
    "Adjustments.list": {"PatNum": JON},
    "Adjustments.create": {"PatNum": JON, "AdjType": DISCOUNT, "AdjAmt": "-5.00", "AdjDate": str(TODAY)},
    "Adjustments.update": {"AdjNum": 1, "AdjAmt": "-12.50", "AdjNote": "x"},
    "PayPlanCharges.list": {"PayPlanNum": PLAN},
    "PayPlanCharges.create": {
        "PayPlanNum": PLAN,
        "ChargeDate": str(TODAY),
        "Principal": "50.00",
        "FKey": PLANNED_CROWN,
        "LinkType": "Procedure",
    },
    "PayPlanCharges.update": {"PayPlanChargeNum": 1, "Principal": "90.00", "Interest": "1.50", "Note": "x"},
    "PayPlanCharges.delete": {"PayPlanChargeNum": 1},
    "PayPlanLinks.get": {"PayPlanLinkNum": CROWN_LINK},
    "PayPlanLinks.list": {"PayPlanNum": PLAN},
    "PayPlanLinks.create": {"PayPlanNum": PLAN, "LinkType": "Procedure", "FKey": EXAM},
    "PayPlanLinks.update": {"PayPlanLinkNum": CROWN_LINK, "AmountOverride": "250.00"},
    "PayPlanLinks.delete": {"PayPlanLinkNum": NEXT_LINK},
    "PayPlans.get": {"PayPlanNum": PLAN},
    "PayPlans.list": {"PatNum": IDA},
    "PayPlans.create_dynamic": {"PatNum": JON, "procNums": [NEW_FILLING], "NumberOfPayments": 4},
    "PayPlans.create": {"PatNum": JON, "principalAmount": "150.00", "NumberOfPayments": 3},
    "PayPlans.close": {"PayPlanNum": PLAN},
    "PayPlans.update_dynamic": {"PayPlanNum": PLAN, "PayAmt": "80.00", "Note": "x"},
    "PaySplits.list": {"PayNum": CHECK},
    "PaySplits.update": {"SplitNum": 1001, "ProvNum": 2, "ClinicNum": 0},
    "Payments.list": {"PatNum": JON},
    "Payments.create": {"PatNum": JON, "PayAmt": "100.00"},
    "Payments.refund": {"PayNum": CHECK},
    "Payments.update": {"PayNum": CHECK, "PayType": CARD, "PayNote": "x"},
    "Payments.allocate": {
        "PayNum": CHECK,
        "procNumsAndAmounts": [{"ProcNum": NEW_FILLING, "Amount": "30.00"}],
    },
    "Statements.get": {"StatementNum": 1},
    "Statements.list": {"PatNum": JON},
    "Statements.create": {"PatNum": JON, "DateSent": str(TODAY), "Note": "x"},
    "Statements.delete": {"StatementNum": 1},
}
