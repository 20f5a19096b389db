"""Enumerations of charts: the stored numbers and the wire's names."""

from __future__ import annotations

from app.practice.schema.enums.base import EnumCodes


def _counted(words: str) -> EnumCodes:
    return EnumCodes(dict(enumerate(words.split())))


SNOMED_ALLERGY = _counted(
    "None AllergyToSubstance DrugAllergy DrugIntolerance FoodAllergy FoodIntolerance AdverseReactions "
    "AdverseReactionsToDrug AdverseReactionsToFood AdverseReactionsToSubstance"
)
PROBLEM_STATUS = _counted("Active Resolved Inactive")
PERIO_SEQUENCE = _counted("Mobility Furcation GingMargin MGJ Probing SkipTooth BleedSupPlaqCalc")
TOOTH_INITIAL = _counted("Missing Hidden Primary ShiftM ShiftO ShiftB Rotate TipM TipB Drawing Text")
TREAT_PLAN_STATUS = _counted("Saved Active Inactive")
TREAT_PLAN_TYPE = _counted("Insurance Discount")
RX_SEND_STATUS = _counted("Unsent InElectQueue SentElect Printed Faxed CalledIn GaveScript Pending")
EMAIL_DIRECTION = _counted(
    "Neither Sent Received Read WebMailReceived WebMailRecdRead WebMailSent WebMailSentRead SentDirect "
    "ReceivedEncrypted ReceivedDirect ReadDirect AckDirectProcessed AckDirectNotSent SecureEmailSent "
    "SecureEmailReceivedUnread SecureEmailReceivedRead SendFailed"
)
