"""The office's lists: definitions by category, and the preferences that refer to them."""

from __future__ import annotations

from typing import NamedTuple

from app.practice.schema.office import definition, preference
from app.practice.seed.rows import Rows, color
from app.wire.version import NEWEST

CONFIRMED, UNSCHEDULED, BLOCKOUTS, COMM_TYPES, BILLING = 2, 13, 25, 27, 4
ADJUSTMENTS, PAY_TYPES, UNEARNED = 1, 10, 29
CODE_CATEGORIES, SPECIALTIES, NEW_PATIENT_TYPES, EXISTING_TYPES, CHAIR_TYPES = 11, 35, 42, 51, 55
PRIORITIES = 20
QUICK_ADDS = 3
TREATMENT_NOTE = "An estimate. What insurance pays is known when it has paid; you owe the rest."
TASK_PRIORITIES, AUTO_NOTES = 33, 41


class Entry(NamedTuple):
    """One definition. The value's meaning depends on the category."""

    name: str
    value: str = ""
    color: int = 0
    hidden: int = 0


_GREY = color(176, 176, 176)

DEFINITIONS: dict[int, tuple[Entry, ...]] = {
    ADJUSTMENTS: (
        Entry("Courtesy discount", "-"),
        Entry("Cash discount", "-"),
        Entry("Family discount", "-"),
        Entry("Late fee", "+"),
        Entry("Broken appointment", "+"),
        Entry("Old discount", "-", hidden=1),
        Entry("Discount plan", "dp"),
        Entry("Finance charge", "+"),
    ),
    CONFIRMED: (
        Entry("Unconfirmed", "Unconf", color(255, 255, 255)),
        Entry("Text sent", "Sent", color(206, 224, 247)),
        Entry("Left message", "LeftMsg", color(250, 232, 180)),
        Entry("Confirmed", "Conf", color(186, 226, 196)),
        Entry("Not accepted", "NotAcc", color(246, 196, 190)),
        Entry("Text failed", "Failed", color(240, 210, 210)),
        Entry("Arrived", "Here", color(255, 214, 102)),
        Entry("In Operatory", "InOp", color(126, 190, 236)),
        Entry("Dismissed", "Out", color(200, 200, 200)),
        Entry("Called twice", "Called2", _GREY, 1),
    ),
    BILLING: (
        Entry("Standard account"),
        Entry("Insurance"),
        Entry("Payment plan"),
        Entry("Collections"),
        Entry("Staff family"),
    ),
    PAY_TYPES: (
        Entry("Check"),
        Entry("Cash"),
        Entry("Credit card"),
        Entry("Debit card"),
        Entry("Direct deposit"),
    ),
    CODE_CATEGORIES: (
        Entry("Exams & Xrays"),
        Entry("Cleanings"),
        Entry("Fillings"),
        Entry("Crowns & Bridges"),
        Entry("Root canals"),
        Entry("Gums"),
        Entry("Oral surgery"),
        Entry("Dentures"),
        Entry("Other"),
    ),
    UNSCHEDULED: (
        Entry("To call"),
        Entry("Left message"),
        Entry("Will call back"),
        Entry("Mailed postcard"),
        Entry("Do not call"),
        Entry("Moved away", hidden=1),
    ),
    16: (Entry("None"), Entry("Decay", "D"), Entry("Broken tooth", "B"), Entry("Root infection", "R")),
    17: (Entry("Appointment background", color=color(255, 255, 255)), Entry("Break time", color=_GREY)),
    18: (Entry("X-rays", "XR"), Entry("Patient photo", "P"), Entry("Letters", "L"), Entry("Insurance cards")),
    PRIORITIES: (
        Entry("1", "1", color(255, 0, 0)),
        Entry("2", "2", color(0, 128, 0)),
        Entry("Later", "L", _GREY),
    ),
    BLOCKOUTS: (
        Entry("Lunch", "NS,NC", color(224, 224, 224)),
        Entry("Do not schedule", "NS", color(210, 180, 180)),
        Entry("Staff meeting", "NS", color(214, 206, 232)),
        Entry("Emergency", "", color(255, 220, 200)),
        Entry("New patient", "", color(206, 236, 206)),
        Entry("Crown or bridge", "", color(240, 230, 190)),
        Entry("Sales visit", "NS", _GREY, 1),
    ),
    COMM_TYPES: (
        Entry("ApptRelated", "APPT"),
        Entry("Insurance", ""),
        Entry("Financial", "FIN"),
        Entry("Recall", "RECALL"),
        Entry("Text", "TEXT"),
        Entry("Misc", "MISC"),
    ),
    UNEARNED: (Entry("Prepayment"), Entry("Treatment deposit")),
    TASK_PRIORITIES: (Entry("Low"), Entry("Normal", "D"), Entry("Urgent", "R")),
    31: (Entry("Called the carrier"), Entry("Sent again"), Entry("Under review"), Entry("Appealed")),
    32: (Entry("Check"), Entry("Direct deposit"), Entry("Virtual card")),
    SPECIALTIES: (Entry("General"), Entry("Hygienist"), Entry("Endodontics"), Entry("Oral surgery")),
    36: (Entry("Not covered"), Entry("Over the maximum"), Entry("More information asked for")),
    38: (Entry("Verified"), Entry("Left message with carrier"), Entry("Not covered")),
    40: (Entry("Main Street lockbox"), Entry("Harbor lockbox")),
    NEW_PATIENT_TYPES: (Entry("New patient exam", ""), Entry("New patient, child", "")),
    43: (Entry("Attachment missing"), Entry("Wrong subscriber ID"), Entry("Sent twice")),
    44: (Entry("Family dentistry"), Entry("Children")),
    EXISTING_TYPES: (Entry("Cleaning", ""), Entry("Toothache", "")),
    CHAIR_TYPES: (Entry("Treatment"), Entry("Hygiene")),
    48: (Entry("Office checking"), Entry("Merchant account")),
    AUTO_NOTES: (Entry("Fillings"), Entry("Exams"), Entry("Hygiene")),
    QUICK_ADDS: (
        Entry("New patient: exam and X-rays", "D0150,D0210"),
        Entry("Exam, bitewings, cleaning", "D0120,D0274,D1110"),
        Entry("Emergency: exam and panorama", "D0140,D0330"),
    ),
}


def number(category: int, name: str) -> int:
    """The DefNum of a definition. KeyError when there is none."""
    count = 0
    for each, entries in DEFINITIONS.items():
        for entry in entries:
            count += 1
            if each == category and entry.name == name:
                return count
    raise KeyError(name)


def definition_rows() -> Rows:
    """All definitions; their numbers are consecutive across categories."""
    rows = Rows(definition, "Category", "ItemOrder", "ItemName", "ItemValue", "ItemColor", "IsHidden")
    for category, entries in DEFINITIONS.items():
        for order, entry in enumerate(entries):
            rows.add(category, order, entry.name, entry.value, entry.color, entry.hidden)
    return rows


def preference_rows() -> Rows:
    """The preferences used by the front desk, by Open Dental's names."""
    rows = Rows(preference, "PrefName", "ValueString")
    for name, value in (_PREFERENCES | _pointing()).items():
        rows.add(name, value)
    return rows


def _pointing() -> dict[str, str]:
    confirmed = {
        "AppointmentTimeArrivedTrigger": "Arrived",
        "AppointmentTimeSeatedTrigger": "In Operatory",
        "AppointmentTimeDismissedTrigger": "Dismissed",
        "ApptEConfirmStatusSent": "Text sent",
        "ApptEConfirmStatusAccepted": "Confirmed",
        "ApptEConfirmStatusDeclined": "Not accepted",
        "ApptEConfirmStatusSendFailed": "Text failed",
        "WebSchedNewPatConfirmStatus": "Unconfirmed",
        "WebSchedRecallConfirmStatus": "Unconfirmed",
    }
    return {name: str(number(CONFIRMED, value)) for name, value in confirmed.items()} | {
        "ApiPaymentType": str(number(PAY_TYPES, "Credit card")),
        "PrepaymentUnearnedType": str(number(UNEARNED, "Prepayment")),
        "PracticeDefaultBillType": str(number(BILLING, "Standard account")),
        "BrokenAppointmentAdjustmentType": str(number(ADJUSTMENTS, "Broken appointment")),
        "FinanceChargeAdjustmentType": str(number(ADJUSTMENTS, "Finance charge")),
    }


_PREFERENCES = {
    "AllowPrepayProvider": "0",
    "FutureTransDatesAllowed": "0",
    "PayPlansBillInAdvanceDays": "10",
    "PayPlansVersion": "2",
    "RigorousAccounting": "1",
    "PracticeTitle": "Lanternlight Family Dental",
    "PracticeAddress": "212 Lighthouse Road",
    "PracticeAddress2": "",
    "PracticeCity": "Millbrook Bay",
    "PracticeST": "OR",
    "PracticeZip": "97901",
    "PracticePhone": "5415550142",
    "PracticeDefaultProv": "1",
    "DataBaseVersion": f"{NEWEST}.0",
    "ProgramVersion": f"{NEWEST}.0",
    "AppointmentTimeIncrement": "10",
    "RecallAgeAdult": "12",
    "AppointmentTimeIsLocked": "0",
    "AppointmentBubblesDisabled": "0",
    "AppointmentWithoutProcsDefaultLength": "30",
    "AppointmentTimeLineColor": "-65536",
    "ApptAutoRefreshRange": "4",
    "ApptModuleDefaultToWeek": "0",
    "ApptModuleRefreshesEveryMinute": "1",
    "ApptsRequireProc": "0",
    "ApptPreventChangesToCompleted": "0",
    "BrokenApptProcedure": "3",
    "BrokenApptCommLog": "1",
    "BrokenApptAdjustment": "0",
    "SolidBlockouts": "1",
    "WaitingRoomAlertTime": "15",
    "WaitingRoomAlertColor": "-65536",
    "PasswordsMustBeStrong": "1",
    "PasswordsStrongIncludeSpecial": "0",
    "EasyNoClinics": "0",
    "EasyHideHospitals": "1",
    "EasyHidePublicHealth": "1",
    "AtoZfolderUsed": "0",
    "LanguagesUsedByPatients": "eng,spa,vie,rus,zho,American Sign Language",
    "ProcessSigsIntervalInSecs": "6",
    "SecurityLogOffAfterMinutes": "0",
    "TreatmentPlanNote": TREATMENT_NOTE,
    "TreatPlanDiscountPercent": "5",
    "RecallTypeSpecialProphy": "1",
    "RecallTypeSpecialChildProphy": "2",
    "RecallTypeSpecialPerio": "3",
    "RecallTypesShowingInList": "1,3",
    "RecallDaysPast": "365",
    "RecallMaxNumberReminders": "-1",
    "RecallShowIfDaysFirstReminder": "14",
    "RecallShowIfDaysSecondReminder": "30",
    "RecallDaysFuture": "7",
    "WebSchedAsapTextTemplate": (
        "[NameF], a time has opened on [Date] at [Time] at [OfficeName]. Take it here: [AsapURL]"
    ),
    "AllowedFeeSchedsAutomate": "0",
    "ClaimPaymentBatchOnly": "0",
    "ClaimTrackingStatusExcludesNone": "0",
    "DefaultClaimForm": "1",
    "InsBillingProv": "0",
    "InsDefaultAssignBen": "1",
    "InsDefaultCobRule": "0",
    "InsDefaultShowUCRonClaims": "0",
    "OrthoClaimUseDatePlacement": "0",
    "ProcProvChangesClaimProcWithClaim": "1",
    "ShowAutoDeposit": "0",
    "InsHistBWCodes": "D0272,D0274",
    "InsHistPanoCodes": "D0210,D0330",
    "InsHistExamCodes": "D0120,D0150",
    "InsHistProphyCodes": "D1110,D1120",
    "InsHistPerioURCodes": "D4341,D4342",
    "InsHistPerioULCodes": "D4341,D4342",
    "InsHistPerioLRCodes": "D4341,D4342",
    "InsHistPerioLLCodes": "D4341,D4342",
    "InsHistPerioMaintCodes": "D4910",
    "InsHistDebridementCodes": "D4355",
}
