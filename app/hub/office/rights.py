"""Which rights a call needs: a decision about every declared write, and about queries. The desk asks before, too.

What no screen of a desk sends, a stranger's program with a desk's token may: it changes prices, makes users of Open
Dental, or has patient data sent to any address. Nothing is passed on that isn't decided here.
"""

from __future__ import annotations

from datetime import date

from app.domain.people.rights import Demand, Right
from app.hub.office import call_demands as by
from app.hub.office.call_demands import ANY, Arguments, Demands, WritesOff
from app.wire.endpoint import Endpoint


def demands_of_call(
    endpoint: Endpoint, arguments: Arguments, today: date, writes_off: WritesOff
) -> list[Demand]:
    """The rights that the person at the desk needs; empty: none."""
    return _decided(endpoint)(arguments, today, writes_off) if needs_rights(endpoint) else []


def needs_rights(endpoint: Endpoint) -> bool:
    """Whether a call may need any. Reads need none but queries: who may look is decided by who may have a desk."""
    return endpoint.name in RIGHTS or not (endpoint.reads or is_free(endpoint))


def is_free(endpoint: Endpoint) -> bool:
    """Whether every paired desk may do it, also while nobody is signed in."""
    resource, _, method = endpoint.name.partition(".")
    return method in FREE.get(resource, ())


def _decided(endpoint: Endpoint) -> Demands:
    return RIGHTS.get(endpoint.name, MANAGER)


MANAGER = by.simply(Right.MANAGE_PEOPLE)
"""The office's own set-up, and what sends data elsewhere. No screen of a desk does it."""

_PLANS = by.simply(Right.PAY_PLAN)
_ANY_PLAN = by.simply(Right.PAY_PLAN, amount=ANY)
_ANY_PAYMENT = by.simply(Right.PAYMENT, amount=ANY)
_ANY_ADJUSTMENT = by.simply(Right.ADJUSTMENT, amount=ANY)

RIGHTS: dict[str, Demands] = {
    # --- money ---------------------------------------------------------------------------------------------
    "Payments.create": by.payment,
    "Payments.refund": by.simply(Right.REFUND),
    "Payments.update": by.simply(Right.PAYMENT),
    "Payments.allocate": by.allocation,
    "Adjustments.create": by.adjustment,
    "Adjustments.update": by.changed_adjustment,
    "PayPlans.create": by.plan,
    "PayPlans.create_dynamic": by.simply(Right.PAY_PLAN, "PayPlanDate"),
    "PayPlans.update_dynamic": _PLANS,
    "PayPlans.close": _PLANS,
    "PayPlanLinks.create": _ANY_PLAN,
    "PayPlanLinks.update": _ANY_PLAN,
    "PayPlanLinks.delete": _ANY_PLAN,
    "PayPlanCharges.create": _ANY_PLAN,
    "PayPlanCharges.update": _ANY_PLAN,
    "PayPlanCharges.delete": _ANY_PLAN,
    "PaySplits.update": by.simply(Right.PAYMENT),
    "Deposits.create": by.simply(Right.DEPOSIT, "DateDeposit"),
    "Deposits.update": by.simply(Right.DEPOSIT, "DateDeposit"),
    "Deposits.delete": by.simply(Right.DEPOSIT),
    # --- what changes what is owed ---------------------------------------------------------------------------
    "ProcedureLogs.create": by.procedure,
    "ProcedureLogs.update": by.priced("Discount", "ProcFee", "ProcStatus", "procCode", "CodeNum", "ProcDate"),
    "ProcedureLogs.delete": _ANY_ADJUSTMENT,
    "ProcTPs.update": by.priced(
        "FeeAmt", "PriInsAmt", "SecInsAmt", "PatAmt", "Discount", "FeeAllowed", "ProcCode"
    ),
    "Patients.create": by.priced("FeeSched"),
    "Patients.update": by.priced("FeeSched"),
    "DiscountPlanSubs.create": _ANY_ADJUSTMENT,
    "DiscountPlanSubs.update": _ANY_ADJUSTMENT,
    "DiscountPlanSubs.delete": _ANY_ADJUSTMENT,
    # --- insurance payments and claims -----------------------------------------------------------------------
    "ClaimPayments.create": by.insurance_payment,
    "ClaimPayments.create_batch": by.insurance_payment,
    "ClaimPayments.update": by.taken_back,
    "ClaimPayments.delete": by.taken_back,
    "ClaimProcs.update": by.claim_proc,
    "ClaimProcs.set_adjustment": _ANY_PAYMENT,
    "ClaimProcs.create_adjustment": _ANY_PAYMENT,
    "ClaimProcs.create_supplemental": by.taken_back,
    "ClaimProcs.delete": by.taken_back,
    "Claims.create": _ANY_PAYMENT,
    "Claims.update": _ANY_PAYMENT,
    "Claims.mark_sent": _ANY_PAYMENT,
    "Claims.split": _ANY_PAYMENT,
    "Claims.delete": by.taken_back,
    # --- prices ----------------------------------------------------------------------------------------------
    "Fees.create": MANAGER,
    "Fees.update": MANAGER,
    "Fees.delete": MANAGER,
    "FeeScheds.create": MANAGER,
    "FeeScheds.update": MANAGER,
    "DiscountPlans.create": MANAGER,
    "DiscountPlans.update": MANAGER,
    "ProcedureCodes.create": MANAGER,
    "ProcedureCodes.update": MANAGER,
    # --- the office's set-up ---------------------------------------------------------------------------------
    "AllergyDefs.create": MANAGER,
    "AllergyDefs.update": MANAGER,
    "AppointmentTypes.create": MANAGER,
    "AppointmentTypes.update": MANAGER,
    "AppointmentTypes.delete": MANAGER,
    "ApptFieldDefs.create": MANAGER,
    "ApptFieldDefs.update": MANAGER,
    "AutoNoteControls.create": MANAGER,
    "AutoNoteControls.update": MANAGER,
    "AutoNotes.create": MANAGER,
    "AutoNotes.update": MANAGER,
    "Clinics.update": MANAGER,
    "CodeGroups.create": MANAGER,
    "CodeGroups.update": MANAGER,
    "CodeGroups.delete": MANAGER,
    "CovCats.create": MANAGER,
    "CovCats.update": MANAGER,
    "CovSpans.create": MANAGER,
    "CovSpans.update": MANAGER,
    "CovSpans.delete": MANAGER,
    "Definitions.create": MANAGER,  # an adjustment type among them, whose name decides which right it needs
    "Definitions.update": MANAGER,
    "DiseaseDefs.create": MANAGER,
    "Employees.create": MANAGER,
    "Employees.update": MANAGER,
    "Laboratories.create": MANAGER,
    "Laboratories.update": MANAGER,
    "LabTurnarounds.create": MANAGER,
    "LabTurnarounds.update": MANAGER,
    "Medications.create": MANAGER,
    "Medications.update": MANAGER,
    "Medications.delete": MANAGER,
    "PatFieldDefs.create": MANAGER,
    "PatFieldDefs.update": MANAGER,
    "PatFieldDefs.delete": MANAGER,
    "Providers.create": MANAGER,
    "Providers.update": MANAGER,
    "Userods.create": MANAGER,
    "Userods.update": MANAGER,
    # --- what leaves the office, or is fetched from anywhere -------------------------------------------------
    "Documents.download_sftp": MANAGER,
    "Documents.upload_sftp": MANAGER,
    "Documents.thumbnails": MANAGER,
    "Documents.download_mount": MANAGER,
    "Documents.set_by_url": MANAGER,
    "EobAttaches.download_sftp": MANAGER,
    "EobAttaches.upload_sftp": MANAGER,
    "EobAttaches.delete": by.taken_back,
    "Etrans.create": MANAGER,
    "Queries.create": MANAGER,
    "Queries.short_query": by.query,
    "Sheets.download_sftp": MANAGER,
    "Subscriptions.create": MANAGER,
    "Subscriptions.update": MANAGER,
    "Subscriptions.delete": MANAGER,
}

FREE: dict[str, tuple[str, ...]] = {
    # --- the schedule, tasks and notes: the day's work of every desk, before anyone has been set up too ------
    # A call doesn't tell whether it breaks a rule of the schedule, such as a blockout: the desk asks for that right.
    "Appointments": (
        "create",
        "create_planned",
        "schedule_planned",
        "create_web_sched",
        "update",
        "break_",
        "append_note",
        "confirm",
    ),
    "ApptFields": ("update", "create", "delete"),
    "AsapComms": ("create",),
    "Commlogs": ("create", "update"),
    "Popups": ("create", "update"),
    "Recalls": ("create", "update", "set_status", "switch_type"),
    "TaskNotes": ("create", "update"),
    "Tasks": ("create", "update"),
    # --- patients and their papers ---------------------------------------------------------------------------
    "Documents": ("upload", "update", "delete"),
    "EhrPatients": ("update",),
    "Employers": ("create", "update", "delete"),
    "Guardians": ("create", "update", "delete"),
    "PatFields": ("create", "update", "delete"),
    "PatientNotes": ("update",),
    "PatRestrictions": ("create", "delete"),
    "RefAttaches": ("create", "update", "delete"),
    "Referrals": ("create", "update"),
    "SheetFields": ("update",),
    "Sheets": ("create",),
    # A statement changes nothing that is owed, and its document may be deleted too: who makes one may undo it.
    "Statements": ("create", "delete"),
    # --- coverage: what is estimated, not what is owed -------------------------------------------------------
    "Benefits": ("create", "update", "delete"),
    "Carriers": ("create", "update"),
    "ClaimTrackings": ("create", "update"),
    "InsPlans": ("create", "update"),
    "InsSubs": ("create", "update", "delete"),
    "InsVerifies": ("verify",),
    "PatPlans": ("create", "update", "delete"),
    "SubstitutionLinks": ("create", "update", "delete"),
    # --- the chart -------------------------------------------------------------------------------------------
    "Allergies": ("create", "update", "delete"),
    "Diseases": ("create", "update", "delete"),
    "LabCases": ("create", "update", "delete"),
    "MedicationPats": ("create", "update", "delete"),
    "PerioExams": ("create", "update", "delete"),
    "PerioMeasures": ("create", "update", "delete"),
    "ProcedureLogs": (
        "create_group_note",
        "create_insurance_history",
        "update_group_note",
        "update_group_note_by_body",
        "delete_group_note",
    ),
    "ProcNotes": ("create",),
    "ProcTPs": ("delete",),
    "ToothInitials": ("create", "delete"),
    "TreatPlanAttaches": ("create", "update"),
    "TreatPlans": ("create", "create_saved", "update", "delete"),
    "Vitalsigns": ("create", "update", "delete"),
}
"""By resource, the methods that need no right."""
