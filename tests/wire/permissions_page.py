"""The methods that the permissions page of 25.3 names, by the permission that they need.

Its "CoCats PUT" is read as CovCats.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.wire.catalog import RESOURCES
from app.wire.endpoint import Endpoint
from app.wire.permissions import Permission

_NAMED: Mapping[Permission, str] = {
    Permission.READ_ALL: (
        "AccountModules GET/Aging GET/PatientBalances GET/ServiceDateView; Adjustments GET; Allergies GET; "
        "AllergyDefs GET; Appointments GET GET/SlotsWebSched GET/Slots GET/ASAP GET/WebSched; "
        "AppointmentTypes GET; ApptFields GET; ApptFieldDefs GET; AsapComms GET; AutoNoteControls GET; "
        "AutoNotes GET; Benefits GET; Carriers GET; ChartModules GET/ProgNotes GET/PatientInfo "
        "GET/PlannedAppts; ClaimForms GET; ClaimProcs GET; ClaimPayments GET; Claims GET; ClaimTrackings "
        "GET; Clinics GET; ClockEvents GET; CodeGroups GET; Commlogs GET; Computers GET; CovCats GET; "
        "CovSpans GET; Definitions GET; DiscountPlans GET; DiscountPlanSubs GET; Diseases GET; DiseaseDefs "
        "GET; Documents GET; EhrPatients GET; EobAttaches GET; Employees GET; Employers GET; "
        "EtransMessageTexts GET; Etranss GET; FamilyModules GET/Insurance; Fees GET; FeeScheds GET; "
        "HistAppointments GET; InsPlans GET; LabCases GET; Laboratories GET; LabTurnarounds GET; "
        "Medications GET; MedicationPats GET; Operatories GET; PatFieldDefs GET; PatFields GET; "
        "PatientNotes GET; PatientRaces GET; Patients GET GET/Simple; PatPlans GET; Payments GET; "
        "PayPlanCharges GET; PayPlanLinks GET; PayPlans GET; PaySplits GET; PerioExams GET; PerioMeasures "
        "GET; Pharmacies GET; Popups GET; Preferences GET; ProcedureCodes GET; ProcedureLogs GET "
        "GET/InsuranceHistory; ProcNotes GET; ProcTPs GET; Providers GET; QuickPasteCats GET; "
        "QuickPasteNotes GET; Recalls GET GET/List; RecallTypes GET; RefAttaches GET; Referrals GET; "
        "Reports GET/Aging GET/FinanceCharges; RxPats GET; SecurityLogs GET; SecurityPerms GET; ScheduleOps "
        "GET; Schedules GET; SheetDefs GET; Sheets GET; SheetFieldDefs GET; SheetFields GET; Signalods GET; "
        "Statements GET; Subscriptions GET POST PUT; SubstitutionLinks GET; TaskLists GET; TaskNotes GET; "
        "Tasks GET; ToothInitials GET; TreatPlanAttaches GET; TreatPlans GET; UserGroupAttaches GET; "
        "UserGroups GET; Userods GET"
    ),
    Permission.ALL_OTHERS: (
        "Adjustments POST PUT; Allergies DELETE POST PUT; AutoNoteControls POST PUT; AutoNotes POST PUT; "
        "Carriers POST PUT; DiscountPlans POST PUT; DiscountPlanSubs DELETE POST PUT; Diseases DELETE POST "
        "PUT; Documents DELETE POST/DownloadMount POST/DownloadSftp POST/SetByUrl POST/Thumbnails "
        "POST/UploadSftp PUT; EhrPatients PUT; EobAttaches DELETE POST/DownloadSftp POST/UploadSftp; "
        "Employers DELETE POST PUT; Fees DELETE POST PUT; FeeScheds POST PUT; LabCases POST PUT DELETE; "
        "Laboratories POST PUT; LabTurnarounds POST PUT; MedicationPats DELETE POST; PatFieldDefs DELETE "
        "POST PUT; PatFields PUT; PatientNotes PUT; PerioExams DELETE POST PUT; PerioMeasures DELETE POST "
        "PUT; ProcedureCodes POST PUT; ProcedureLogs POST/GroupNote DELETE/GroupNote PUT/GroupNote; "
        "ProcNotes POST; ProcTPs PUT DELETE; Recalls POST PUT PUT/SwitchType; RefAttaches DELETE POST PUT; "
        "Referrals POST PUT; Sheets POST POST/DownloadSftp; Statements POST; SubstitutionLinks DELETE POST "
        "PUT; TaskNotes POST PUT; Tasks POST PUT; ToothInitials DELETE POST; TreatPlans DELETE POST "
        "POST/Saved PUT"
    ),
    Permission.COMM: (
        "Appointments PUT/Break PUT/Confirm PUT/Note; ApptFields PUT; Commlogs POST; Popups POST PUT; "
        "Recalls PUT/Status"
    ),
    Permission.DOCUMENTS: "Documents POST/Upload",
    Permission.QUERIES: "Queries POST PUT/ShortQuery",
    Permission.APPOINTMENTS: "Appointments POST POST/Planned POST/SchedulePlanned POST/WebSched PUT",
    Permission.INSURANCE_SIMPLE: (
        "ClaimProcs POST/InsAdjust PUT/InsAdjust; InsSubs DELETE POST PUT; PatPlans DELETE POST PUT; "
        "InsVerifies PUT"
    ),
    Permission.INSURANCE: (
        "Benefits DELETE POST PUT; ClaimPayments DELETE POST POST/Batch PUT; ClaimProcs POST/Supplemental "
        "PUT; Claims DELETE POST PUT PUT/Split PUT/Status; ClaimTrackings POST PUT; InsPlans POST PUT"
    ),
    Permission.PATIENTS: "Patients POST PUT",
    Permission.PAYMENTS: "Payments POST POST/Refund PUT PUT/Partial; PaySplits PUT",
    Permission.PAY_PLANS: "PayPlanLinks DELETE POST PUT; PayPlans POST POST/Dynamic PUT/Dynamic",
    Permission.PROCEDURE_LOGS: "ProcedureLogs DELETE POST POST/InsuranceHistory PUT",
    Permission.SETUP: (
        "AllergyDefs POST; ApptFieldDefs POST; Clinics PUT; CovCats POST PUT; CovSpans DELETE POST PUT; "
        "Definitions POST; DiseaseDefs POST; Medications POST; Providers POST PUT; Userods POST PUT"
    ),
    Permission.TEXTING_ASAP: "AsapComms POST",
}
"""A resource, and its methods: a verb, with the last word of a path that has one. A GET is one row and the list."""


def named_methods() -> Iterator[tuple[str, Permission, list[Endpoint]]]:
    """What the page names, the permission it names for it, and the declared methods meant."""
    declared = {each.__name__: each.endpoints() for each in RESOURCES}
    for permission, text in _NAMED.items():
        for of_one in text.split("; "):
            resource, *methods = of_one.split(" ")
            for each in methods:
                verb, _, word = each.partition("/")
                found = [it for it in declared[resource] if (it.verb, _word(it)) == (verb, word.lower())]
                yield f"{resource} {each}", permission, found


def _word(endpoint: Endpoint) -> str:
    """What a path has besides its resource and key, in lower case."""
    _, *rest = endpoint.path.strip("/").split("/")
    return "/".join(each.lower() for each in rest if not each.startswith("{"))
