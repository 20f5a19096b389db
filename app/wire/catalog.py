"""Everything that is declared: the one list of resources, from which every other is read."""

from __future__ import annotations

from functools import lru_cache

from app.wire.endpoint import Endpoint, Resource
from app.wire.resources.account_modules import AccountModules
from app.wire.resources.adjustments import Adjustments
from app.wire.resources.allergies import Allergies
from app.wire.resources.allergy_defs import AllergyDefs
from app.wire.resources.appointment_types import AppointmentTypes
from app.wire.resources.appointments import Appointments
from app.wire.resources.appt_field_defs import ApptFieldDefs
from app.wire.resources.appt_fields import ApptFields
from app.wire.resources.asap_comms import AsapComms
from app.wire.resources.auto_note_controls import AutoNoteControls
from app.wire.resources.auto_notes import AutoNotes
from app.wire.resources.benefits import Benefits
from app.wire.resources.carriers import Carriers
from app.wire.resources.chart_modules import ChartModules
from app.wire.resources.claim_forms import ClaimForms
from app.wire.resources.claim_payments import ClaimPayments
from app.wire.resources.claim_procs import ClaimProcs
from app.wire.resources.claim_trackings import ClaimTrackings
from app.wire.resources.claims import Claims
from app.wire.resources.clinics import Clinics
from app.wire.resources.clock_events import ClockEvents
from app.wire.resources.code_groups import CodeGroups
from app.wire.resources.commlogs import Commlogs
from app.wire.resources.computers import Computers
from app.wire.resources.cov_cats import CovCats
from app.wire.resources.cov_spans import CovSpans
from app.wire.resources.definitions import Definitions
from app.wire.resources.deposits import Deposits
from app.wire.resources.discount_plan_subs import DiscountPlanSubs
from app.wire.resources.discount_plans import DiscountPlans
from app.wire.resources.disease_defs import DiseaseDefs
from app.wire.resources.diseases import Diseases
from app.wire.resources.documents import Documents
from app.wire.resources.ehr_patients import EhrPatients
from app.wire.resources.employees import Employees
from app.wire.resources.employers import Employers
from app.wire.resources.eob_attaches import EobAttaches
from app.wire.resources.etrans import Etrans
from app.wire.resources.etrans_message_texts import EtransMessageTexts
from app.wire.resources.etranss import Etranss
from app.wire.resources.family_modules import FamilyModules
from app.wire.resources.fee_scheds import FeeScheds
from app.wire.resources.fees import Fees
from app.wire.resources.guardians import Guardians
from app.wire.resources.hist_appointments import HistAppointments
from app.wire.resources.ins_plans import InsPlans
from app.wire.resources.ins_subs import InsSubs
from app.wire.resources.ins_verifies import InsVerifies
from app.wire.resources.lab_cases import LabCases
from app.wire.resources.lab_turnarounds import LabTurnarounds
from app.wire.resources.laboratories import Laboratories
from app.wire.resources.medication_pats import MedicationPats
from app.wire.resources.medications import Medications
from app.wire.resources.operatories import Operatories
from app.wire.resources.pat_field_defs import PatFieldDefs
from app.wire.resources.pat_fields import PatFields
from app.wire.resources.pat_plans import PatPlans
from app.wire.resources.pat_restrictions import PatRestrictions
from app.wire.resources.patient_notes import PatientNotes
from app.wire.resources.patient_races import PatientRaces
from app.wire.resources.patients import Patients
from app.wire.resources.pay_plan_charges import PayPlanCharges
from app.wire.resources.pay_plan_links import PayPlanLinks
from app.wire.resources.pay_plans import PayPlans
from app.wire.resources.pay_splits import PaySplits
from app.wire.resources.payments import Payments
from app.wire.resources.perio_exams import PerioExams
from app.wire.resources.perio_measures import PerioMeasures
from app.wire.resources.pharmacies import Pharmacies
from app.wire.resources.popups import Popups
from app.wire.resources.preferences import Preferences
from app.wire.resources.proc_notes import ProcNotes
from app.wire.resources.proc_tps import ProcTPs
from app.wire.resources.procedure_codes import ProcedureCodes
from app.wire.resources.procedure_logs import ProcedureLogs
from app.wire.resources.providers import Providers
from app.wire.resources.queries import Queries
from app.wire.resources.quick_paste_cats import QuickPasteCats
from app.wire.resources.quick_paste_notes import QuickPasteNotes
from app.wire.resources.recall_types import RecallTypes
from app.wire.resources.recalls import Recalls
from app.wire.resources.ref_attaches import RefAttaches
from app.wire.resources.referrals import Referrals
from app.wire.resources.reports import Reports
from app.wire.resources.rx_pats import RxPats
from app.wire.resources.schedule_ops import ScheduleOps
from app.wire.resources.schedules import Schedules
from app.wire.resources.security_logs import SecurityLogs
from app.wire.resources.security_perms import SecurityPerms
from app.wire.resources.sheet_defs import SheetDefs
from app.wire.resources.sheet_field_defs import SheetFieldDefs
from app.wire.resources.sheet_fields import SheetFields
from app.wire.resources.sheets import Sheets
from app.wire.resources.signalods import Signalods
from app.wire.resources.statements import Statements
from app.wire.resources.subscriptions import Subscriptions
from app.wire.resources.substitution_links import SubstitutionLinks
from app.wire.resources.task_lists import TaskLists
from app.wire.resources.task_notes import TaskNotes
from app.wire.resources.tasks import Tasks
from app.wire.resources.tooth_initials import ToothInitials
from app.wire.resources.treat_plan_attaches import TreatPlanAttaches
from app.wire.resources.treat_plans import TreatPlans
from app.wire.resources.user_group_attaches import UserGroupAttaches
from app.wire.resources.user_groups import UserGroups
from app.wire.resources.userods import Userods
from app.wire.resources.vitalsigns import Vitalsigns

RESOURCES: tuple[type[Resource], ...] = (
    AccountModules,
    Adjustments,
    Allergies,
    AllergyDefs,
    AppointmentTypes,
    Appointments,
    ApptFieldDefs,
    ApptFields,
    AsapComms,
    AutoNoteControls,
    AutoNotes,
    Benefits,
    Carriers,
    ChartModules,
    ClaimForms,
    ClaimPayments,
    ClaimProcs,
    ClaimTrackings,
    Claims,
    Clinics,
    ClockEvents,
    CodeGroups,
    Commlogs,
    Computers,
    CovCats,
    CovSpans,
    Definitions,
    Deposits,
    DiscountPlanSubs,
    DiscountPlans,
    DiseaseDefs,
    Diseases,
    Documents,
    EhrPatients,
    Employees,
    Employers,
    EobAttaches,
    Etrans,
    EtransMessageTexts,
    Etranss,
    FamilyModules,
    FeeScheds,
    Fees,
    Guardians,
    HistAppointments,
    InsPlans,
    InsSubs,
    InsVerifies,
    LabCases,
    LabTurnarounds,
    Laboratories,
    MedicationPats,
    Medications,
    Operatories,
    PatFieldDefs,
    PatFields,
    PatPlans,
    PatRestrictions,
    PatientNotes,
    PatientRaces,
    Patients,
    PayPlanCharges,
    PayPlanLinks,
    PayPlans,
    PaySplits,
    Payments,
    PerioExams,
    PerioMeasures,
    Pharmacies,
    Popups,
    Preferences,
    ProcNotes,
    ProcTPs,
    ProcedureCodes,
    ProcedureLogs,
    Providers,
    Queries,
    QuickPasteCats,
    QuickPasteNotes,
    RecallTypes,
    Recalls,
    RefAttaches,
    Referrals,
    Reports,
    RxPats,
    ScheduleOps,
    Schedules,
    SecurityLogs,
    SecurityPerms,
    SheetDefs,
    SheetFieldDefs,
    SheetFields,
    Sheets,
    Signalods,
    Statements,
    Subscriptions,
    SubstitutionLinks,
    TaskLists,
    TaskNotes,
    Tasks,
    ToothInitials,
    TreatPlanAttaches,
    TreatPlans,
    UserGroupAttaches,
    UserGroups,
    Userods,
    Vitalsigns,
)
"""In the documentation's order: by name."""


@lru_cache(maxsize=1)
def endpoints() -> tuple[Endpoint, ...]:
    """Every method of every resource, page by page."""
    return tuple(endpoint for resource in RESOURCES for endpoint in resource.endpoints())


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Endpoint]:
    return {endpoint.name: endpoint for endpoint in endpoints()}


def find(name: str) -> Endpoint:
    """The endpoint of a name such as "Appointments.confirm". KeyError when there is none."""
    return _by_name()[name]
