"""Enumerations of payments, payment plans and statements: the stored numbers and the wire's names."""

from __future__ import annotations

from app.practice.schema.enums.base import EnumCodes


def _counted(words: str) -> EnumCodes:
    return EnumCodes(dict(enumerate(words.split())))


PAYMENT_SOURCE = _counted(
    "None XServer XWeb PayConnect XServerPayConnect XWebPortalLogin PaySimple PaySimpleACH PayConnectPortal "
    "PayConnectPortalLogin CareCredit EdgeExpressRCM EdgeExpressCNP API EdgeExpressPaymentPortal "
    "EdgeExpressPaymentPortalGuest PayConnectPaymentPortal PayConnectPaymentPortalGuest PaySimplePaymentPortal "
    "PaySimplePaymentPortalGuest PaySimplePaymentPortalACH XWebPaymentPortal XWebPaymentPortalGuest"
)
PROCESS_STATUS = _counted("OfficeProcessed OnlineProcessed OnlinePending")
PAY_PLAN_DEBIT = _counted("Unknown Principal Interest")
PAY_PLAN_CHARGE = _counted("Debit Credit")
PAY_SCHEDULE = _counted("Monthly MonthlyDayOfWeek Weekly BiWeekly Quarterly")
PAY_PLAN_FREQUENCY = _counted("Weekly EveryOtherWeek OrdinalWeekday Monthly Quarterly")
TP_OPTION = _counted("None AwaitComplete TreatAsComplete")
STATEMENT_MODE = _counted("Mail InPerson Email Electronic API")
