"""Words for the fields of a patient's rows, and sentences about them."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.text import Text, Value, join, msg

FIELD_WORDS = {
    "LName": msg("last name"),
    "FName": msg("first name"),
    "MiddleI": msg("middle name"),
    "Preferred": msg("preferred name"),
    "PatStatus": msg("patient status"),
    "Gender": msg("sex"),
    "Position": msg("marital status"),
    "Birthdate": msg("birthdate"),
    "SSN": msg("social security number"),
    "Address": msg("address"),
    "Address2": msg("second address line"),
    "City": msg("city"),
    "State": msg("state"),
    "Zip": msg("ZIP code"),
    "HmPhone": msg("home phone"),
    "WkPhone": msg("work phone"),
    "WirelessPhone": msg("wireless phone"),
    "Email": msg("e-mail"),
    "PriProv": msg("provider"),
    "SecProv": msg("hygienist"),
    "BillingType": msg("billing type"),
    "FamFinUrgNote": msg("urgent financial note"),
    "FamFinancial": msg("family financial note"),
    "ChartNumber": msg("chart number"),
    "ClinicNum": msg("clinic"),
    "PreferConfirmMethod": msg("preferred confirmation"),
    "PreferContactMethod": msg("preferred contact"),
    "PreferRecallMethod": msg("preferred recall contact"),
    "Language": msg("language"),
    "TxtMsgOk": msg("text message consent"),
    "Premed": msg("premedication"),
    "Medical": msg("medical note"),
    "Service": msg("service note"),
    "ICEName": msg("emergency contact"),
    "ICEPhone": msg("emergency phone"),
    "Note": msg("note"),
    "Description": msg("text"),
    "DateTimeDisabled": msg("turned off"),
    "PopupLevel": msg("who sees it"),
    "DocCategory": msg("category"),
    "DateDue": msg("due date"),
    "RecallInterval": msg("interval"),
    "RecallStatus": msg("status"),
    "IsDisabled": msg("disabled"),
    "Priority": msg("priority"),
    "FieldValue": msg("value"),
    "ReferralNum": msg("referral source"),
    "RefToStatus": msg("referral status"),
    "RefDate": msg("referral date"),
    "Ordinal": msg("order"),
    "Relationship": msg("relationship"),
    "PatID": msg("patient ID"),
    "InsSubNum": msg("subscriber"),
    "SubscriberID": msg("subscriber ID"),
    "DateEffective": msg("effective date"),
    "DateTerm": msg("termination date"),
    "BenefitNotes": msg("benefit notes"),
    "SubscNote": msg("subscriber note"),
    "CarrierName": msg("carrier name"),
    "Phone": msg("phone"),
    "ElectID": msg("electronic ID"),
    "PlanNum": msg("plan"),
    "GroupName": msg("group name"),
    "GroupNum": msg("group number"),
    "PlanNote": msg("plan note"),
    "CarrierNum": msg("carrier"),
    "DateLastVerified": msg("verification date"),
    "Descript": msg("text"),
    "DescriptOverride": msg("short text"),
    "PriorityDefNum": msg("priority"),
    "KeyNum": msg("attachment"),
    "ObjectType": msg("attachment"),
    "TaskStatus": msg("status"),
}
"""By the wire's name. They follow a name and a colon, and stand inside sentences."""
NAMED_AT_MOST = 3
"""Fields named in one sentence."""


def fields_words(names: Iterable[str]) -> Text:
    """The fields as a list; only their number's worth when there are many."""
    words: list[Value] = list(dict.fromkeys(FIELD_WORDS.get(name, msg("other data")) for name in names))
    if len(words) > NAMED_AT_MOST:
        words = [*words[:NAMED_AT_MOST], msg("more")]
    return join(words, ", ")
