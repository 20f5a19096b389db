"""The resources of an office, one attribute each, each page of the API loaded when it is first used."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from app.wire.endpoint import Sender

if TYPE_CHECKING:  # a hundred pages, of which a desk uses a dozen
    from app.wire.resources.appointment_types import AppointmentTypes
    from app.wire.resources.appointments import Appointments
    from app.wire.resources.appt_fields import ApptFields
    from app.wire.resources.benefits import Benefits
    from app.wire.resources.carriers import Carriers
    from app.wire.resources.claim_forms import ClaimForms
    from app.wire.resources.claim_payments import ClaimPayments
    from app.wire.resources.claim_procs import ClaimProcs
    from app.wire.resources.claim_trackings import ClaimTrackings
    from app.wire.resources.claims import Claims
    from app.wire.resources.clinics import Clinics
    from app.wire.resources.commlogs import Commlogs
    from app.wire.resources.definitions import Definitions
    from app.wire.resources.eob_attaches import EobAttaches
    from app.wire.resources.etrans import Etrans
    from app.wire.resources.etrans_message_texts import EtransMessageTexts
    from app.wire.resources.etranss import Etranss
    from app.wire.resources.family_modules import FamilyModules
    from app.wire.resources.hist_appointments import HistAppointments
    from app.wire.resources.ins_plans import InsPlans
    from app.wire.resources.ins_subs import InsSubs
    from app.wire.resources.ins_verifies import InsVerifies
    from app.wire.resources.operatories import Operatories
    from app.wire.resources.pat_plans import PatPlans
    from app.wire.resources.patients import Patients
    from app.wire.resources.preferences import Preferences
    from app.wire.resources.procedure_logs import ProcedureLogs
    from app.wire.resources.providers import Providers
    from app.wire.resources.queries import Queries
    from app.wire.resources.schedule_ops import ScheduleOps
    from app.wire.resources.schedules import Schedules
    from app.wire.resources.security_perms import SecurityPerms
    from app.wire.resources.signalods import Signalods


class OfficeResources:
    """What an office offers, each resource by its documented name: `office.appt_fields` for ApptFields."""

    appointment_types: AppointmentTypes
    appointments: Appointments
    appt_fields: ApptFields
    benefits: Benefits
    carriers: Carriers
    claim_forms: ClaimForms
    claim_payments: ClaimPayments
    claim_procs: ClaimProcs
    claim_trackings: ClaimTrackings
    claims: Claims
    clinics: Clinics
    commlogs: Commlogs
    definitions: Definitions
    eob_attaches: EobAttaches
    etrans: Etrans
    etrans_message_texts: EtransMessageTexts
    etranss: Etranss
    family_modules: FamilyModules
    hist_appointments: HistAppointments
    ins_plans: InsPlans
    ins_subs: InsSubs
    ins_verifies: InsVerifies
    operatories: Operatories
    pat_plans: PatPlans
    patients: Patients
    preferences: Preferences
    procedure_logs: ProcedureLogs
    providers: Providers
    queries: Queries
    schedule_ops: ScheduleOps
    schedules: Schedules
    security_perms: SecurityPerms
    signalods: Signalods

    def __init__(self, sender: Sender) -> None:
        """Every method called on these goes out through `sender`."""
        self._sender = sender

    if not TYPE_CHECKING:  # a type checker sees the attributes above and no others

        def __getattr__(self, name: str) -> Any:
            """Load a page: the attribute is named as its module, and annotated with its class."""
            kind = OfficeResources.__annotations__.get(name)
            if kind is None:
                raise AttributeError(f"{type(self).__name__} has no {name}")
            module = f"app.wire.resources.{name}"
            page = importlib.import_module(module)  # lazy: a desk uses a dozen of a hundred
            made = getattr(page, kind)(self._sender)
            setattr(self, name, made)
            return made
