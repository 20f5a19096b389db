"""A call of each method that concerns money that succeeds on the tiny office."""

from __future__ import annotations

from typing import Any

from tests.practice.office_money import (
    CARD,
    CHECK,
    CROWN_LINK,
    DAN,
    DISCOUNT,
    EVE,
    EXAM,
    NEW_FILLING,
    NEXT_LINK,
    PLAN,
    TODAY,
)

SAMPLES: dict[str, dict[str, Any]] = {
    "AccountModules.aging": {"PatNum": EVE},
    "AccountModules.patient_balances": {"PatNum": EVE},
    "AccountModules.service_date_view": {"PatNum": EVE, "isFamily": True},
    "Adjustments.list": {"PatNum": EVE},
    "Adjustments.create": {"PatNum": EVE, "AdjType": DISCOUNT, "AdjAmt": "-5.00", "AdjDate": str(TODAY)},
    "Adjustments.update": {"AdjNum": 1, "AdjAmt": "-12.50", "AdjNote": "x"},
    "PayPlanCharges.list": {"PayPlanNum": PLAN},
    "PayPlanLinks.get": {"PayPlanLinkNum": CROWN_LINK},
    "PayPlanLinks.list": {"PayPlanNum": PLAN},
    "PayPlanLinks.create": {"PayPlanNum": PLAN, "LinkType": "Procedure", "FKey": EXAM},
    "PayPlanLinks.update": {"PayPlanLinkNum": CROWN_LINK, "AmountOverride": "250.00"},
    "PayPlanLinks.delete": {"PayPlanLinkNum": NEXT_LINK},
    "PayPlans.get": {"PayPlanNum": PLAN},
    "PayPlans.list": {"PatNum": DAN},
    "PayPlans.create_dynamic": {"PatNum": EVE, "procNums": [NEW_FILLING], "NumberOfPayments": 4},
    "PayPlans.create": {"PatNum": EVE, "principalAmount": "150.00", "NumberOfPayments": 3},
    "PayPlans.close": {"PayPlanNum": PLAN},
    "PaySplits.list": {"PayNum": CHECK},
    "Payments.list": {"PatNum": EVE},
    "Payments.create": {"PatNum": EVE, "PayAmt": "100.00"},
    "Payments.refund": {"PayNum": CHECK},
    "Payments.update": {"PayNum": CHECK, "PayType": CARD, "PayNote": "x"},
    "Payments.allocate": {
        "PayNum": CHECK,
        "procNumsAndAmounts": [{"ProcNum": NEW_FILLING, "Amount": "30.00"}],
    },
    "Statements.get": {"StatementNum": 1},
    "Statements.list": {"PatNum": EVE},
}
