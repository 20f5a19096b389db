"""Enumerations of recalls, tasks, patient fields, relationships, referrals and ASAP texts."""

from __future__ import annotations

from app.practice.schema.enums.base import EnumCodes


def _counted(words: str, start: int = 0) -> EnumCodes:
    return EnumCodes(dict(enumerate(words.split(), start)))


RECALL_PRIORITY = _counted("Normal ASAP")

TASK_STATUS = _counted("New Viewed Done")
TASK_DATE_TYPE = _counted("None Day Week Month")
TASK_OBJECT_TYPE = _counted("None Patient Appointment")
TASK_REMINDER_TYPE = _counted("NoReminder")
TASK_LIST_STATUS = _counted("Active Archived")

POPUP_LEVEL = _counted("Patient Family SuperFamily")
PAT_FIELD_TYPE = EnumCodes(
    {
        0: "Text",
        1: "PickList",
        2: "Date",
        3: "Checkbox",
        4: "Currency",
        6: "CareCreditStatus",
        7: "CareCreditPreApprovalAmt",
        8: "CareCreditAvailableCredit",
    }
)
"""5 was in use for a few builds of 16.3 only."""
PAT_RESTRICT = _counted("None ApptSchedule")
GUARDIAN_RELATIONSHIP = _counted(
    "Mother Stepfather Stepmother Grandfather Grandmother Father Brother CareGiver FosterChild Guardian "
    "Grandparent Other Parent Stepchild Self Sibling Sister Spouse Child LifePartner Friend Grandchild Sitter",
    1,
)

REF_TYPE = _counted("RefTo RefFrom RefCustom")
REF_TO_STATUS = _counted("None Declined Scheduled Consulted InTreatment Complete")

ASAP_KEY_TYPE = _counted("None ScheduledAppt UnscheduledAppt PlannedAppt Recall Broken")
AUTO_COMM_STATUS = _counted(
    "Undefined DoNotSend SendNotAttempted SendSuccessful SendFailed SentAwaitingReceipt"
)
ASAP_RSVP_STATUS = _counted(
    "UnableToSend AwaitingTransmit PendingRsvp Viewed ViewedNotAvailable AcceptedAndMoved "
    "AcceptedAndNotAvailable Declined ChoseDifferentSlot Expired Failed DeclinedStopComm"
)

QUICK_PASTE_TYPE = _counted(
    "None Procedure Appointment CommLog Adjustment Claim Email InsPlan Letter MedicalSummary ServiceNotes "
    "MedicalHistory MedicationEdit MedicationPat PatAddressNote Payment PayPlan Query Referral Rx "
    "FinancialNotes ChartTreatment MedicalUrgent Statement Recall Popup TxtMsg Task Schedule TreatPlan "
    "ClaimCustomTrack AutoNotePrompt JobManager ReadOnly Lab Equipment Etrans834Import InCaseOfEmergency "
    "ProviderSearchFilter ProgramLink PhoneEmpDefaultStatus WebChat FAQ Sheets"
)
