"""The office's lists: what every desk reads at its start, and what names no patient.

They may be kept for long, because the office signals when one of them is changed, and a write of one through the hub
drops them all. Referrals and task lists are not among them: they may name patients.
"""

from __future__ import annotations

from app.wire.endpoint import Endpoint
from app.wire.resources.signalods import InvalidType

OFFICE_LISTS = frozenset(
    {
        "AllergyDefs", "AppointmentTypes", "ApptFieldDefs", "AutoNoteControls", "AutoNotes", "Carriers",
        "ClaimForms", "Clinics", "CodeGroups", "Computers", "CovCats", "CovSpans", "Definitions", "DiscountPlans",
        "DiseaseDefs", "Employees", "Employers", "FeeScheds", "Fees", "LabTurnarounds", "Laboratories",
        "Medications", "Operatories", "PatFieldDefs", "Pharmacies", "Preferences", "ProcedureCodes", "Providers",
        "QuickPasteCats", "QuickPasteNotes", "RecallTypes", "SecurityPerms", "SheetDefs", "SheetFieldDefs",
        "SubstitutionLinks", "UserGroupAttaches", "UserGroups", "Userods",
    }
)  # fmt: skip
"""Resources, by name."""

OF_PATIENTS = frozenset(
    {
        InvalidType.APPOINTMENT, InvalidType.DATE, InvalidType.SCHEDULES, InvalidType.TASK, InvalidType.TASK_LIST,
        InvalidType.TASK_POPUP, InvalidType.TASK_AUTHOR, InvalidType.TASK_PATIENT, InvalidType.ACC_MODULE,
        InvalidType.TP_MODULE, InvalidType.PERIO_EXAMS, InvalidType.KIOSK, InvalidType.E_CLIPBOARD,
        InvalidType.ALERT_ITEMS, InvalidType.SIG_MESSAGES, InvalidType.EMAIL_MESSAGES, InvalidType.BILLING_LIST,
        InvalidType.SMS_TEXT_MSG_RECEIVED_UNREAD_COUNT, InvalidType.ACTIVE_INSTANCE,
        InvalidType.API_SUBSCRIPTIONS, InvalidType.UNFINALIZED_PAY_MENU_UPDATE,
    }
)  # fmt: skip
"""Signals about patients or the day's work: they leave the lists as they are. Any other drops them."""


def is_office_list(endpoint: Endpoint) -> bool:
    """Whether the answer of a method may be kept for long."""
    return endpoint.reads and endpoint.resource is not None and endpoint.resource.__name__ in OFFICE_LISTS


def changes_lists(endpoint: Endpoint) -> bool:
    """Whether a write changes one of them."""
    return not endpoint.reads and endpoint.resource is not None and endpoint.resource.__name__ in OFFICE_LISTS
