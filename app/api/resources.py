"""The resources of an office as attributes; each module of the API is imported when first used."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from app.wire.endpoint import Endpoint, Sender, endpoint_of

if TYPE_CHECKING:  # a hundred modules, of which a desk uses a dozen
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


class OfficeResources:
    """The resources of an office, each by its documented name: `office.appt_fields` for ApptFields."""

    account_modules: AccountModules
    adjustments: Adjustments
    allergies: Allergies
    allergy_defs: AllergyDefs
    appointment_types: AppointmentTypes
    appointments: Appointments
    appt_field_defs: ApptFieldDefs
    appt_fields: ApptFields
    asap_comms: AsapComms
    auto_note_controls: AutoNoteControls
    auto_notes: AutoNotes
    benefits: Benefits
    carriers: Carriers
    chart_modules: ChartModules
    claim_forms: ClaimForms
    claim_payments: ClaimPayments
    claim_procs: ClaimProcs
    claim_trackings: ClaimTrackings
    claims: Claims
    clinics: Clinics
    clock_events: ClockEvents
    code_groups: CodeGroups
    commlogs: Commlogs
    computers: Computers
    cov_cats: CovCats
    cov_spans: CovSpans
    definitions: Definitions
    deposits: Deposits
    discount_plan_subs: DiscountPlanSubs
    discount_plans: DiscountPlans
    disease_defs: DiseaseDefs
    diseases: Diseases
    documents: Documents
    ehr_patients: EhrPatients
    employees: Employees
    employers: Employers
    eob_attaches: EobAttaches
    etrans: Etrans
    etrans_message_texts: EtransMessageTexts
    etranss: Etranss
    family_modules: FamilyModules
    fee_scheds: FeeScheds
    fees: Fees
    guardians: Guardians
    hist_appointments: HistAppointments
    ins_plans: InsPlans
    ins_subs: InsSubs
    ins_verifies: InsVerifies
    lab_cases: LabCases
    lab_turnarounds: LabTurnarounds
    laboratories: Laboratories
    medication_pats: MedicationPats
    medications: Medications
    operatories: Operatories
    pat_field_defs: PatFieldDefs
    pat_fields: PatFields
    pat_plans: PatPlans
    pat_restrictions: PatRestrictions
    patient_notes: PatientNotes
    patient_races: PatientRaces
    patients: Patients
    pay_plan_charges: PayPlanCharges
    pay_plan_links: PayPlanLinks
    pay_plans: PayPlans
    pay_splits: PaySplits
    payments: Payments
    perio_exams: PerioExams
    perio_measures: PerioMeasures
    pharmacies: Pharmacies
    popups: Popups
    preferences: Preferences
    proc_notes: ProcNotes
    proc_tps: ProcTPs
    procedure_codes: ProcedureCodes
    procedure_logs: ProcedureLogs
    providers: Providers
    queries: Queries
    quick_paste_cats: QuickPasteCats
    quick_paste_notes: QuickPasteNotes
    recall_types: RecallTypes
    recalls: Recalls
    ref_attaches: RefAttaches
    referrals: Referrals
    reports: Reports
    rx_pats: RxPats
    schedule_ops: ScheduleOps
    schedules: Schedules
    security_logs: SecurityLogs
    security_perms: SecurityPerms
    sheet_defs: SheetDefs
    sheet_field_defs: SheetFieldDefs
    sheet_fields: SheetFields
    sheets: Sheets
    signalods: Signalods
    statements: Statements
    subscriptions: Subscriptions
    substitution_links: SubstitutionLinks
    task_lists: TaskLists
    task_notes: TaskNotes
    tasks: Tasks
    tooth_initials: ToothInitials
    treat_plan_attaches: TreatPlanAttaches
    treat_plans: TreatPlans
    user_group_attaches: UserGroupAttaches
    user_groups: UserGroups
    userods: Userods
    vitalsigns: Vitalsigns

    def __init__(self, sender: Sender) -> None:
        """All their methods send through `sender`; resources that were made for another one are forgotten."""
        self._sender = sender
        for name in OfficeResources.__annotations__.keys() & vars(self).keys():
            delattr(self, name)

    def __dir__(self) -> list[str]:
        """The resources too, before they are first used: for completion in a console."""
        return sorted({*super().__dir__(), *OfficeResources.__annotations__})

    if not TYPE_CHECKING:  # a type checker sees only the attributes above

        def __getattr__(self, name: str) -> Any:
            """Import a module: the attribute is named as the module, and annotated with its class."""
            kind = OfficeResources.__annotations__.get(name)
            if kind is None:
                raise AttributeError(f"{type(self).__name__} has no {name}")
            module = f"app.wire.resources.{name}"
            page = importlib.import_module(module)  # lazy: a desk uses a dozen of a hundred
            made = getattr(page, kind)(self._sender)
            setattr(self, name, made)
            return made


def endpoint_named(resources: OfficeResources, name: str) -> Endpoint:
    """The endpoint of a name such as "Appointments.confirm". KeyError if there is none."""
    kind, _, method = name.partition(".")
    page = next((each for each, named in OfficeResources.__annotations__.items() if named == kind), None)
    declared: Any = getattr(type(getattr(resources, page)), method, None) if page else None
    if not hasattr(declared, "endpoint"):
        raise KeyError(name)
    return endpoint_of(declared)
