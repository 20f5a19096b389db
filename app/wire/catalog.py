"""Everything that is declared: the one list of resources, from which every other is read."""

from __future__ import annotations

from functools import lru_cache

from app.wire.endpoint import Endpoint, Resource
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

RESOURCES: tuple[type[Resource], ...] = (
    AppointmentTypes,
    Appointments,
    ApptFields,
    Benefits,
    Carriers,
    ClaimForms,
    ClaimPayments,
    ClaimProcs,
    ClaimTrackings,
    Claims,
    Clinics,
    Commlogs,
    Definitions,
    EobAttaches,
    Etrans,
    EtransMessageTexts,
    Etranss,
    FamilyModules,
    HistAppointments,
    InsPlans,
    InsSubs,
    InsVerifies,
    Operatories,
    PatPlans,
    Patients,
    Preferences,
    ProcedureLogs,
    Providers,
    Queries,
    ScheduleOps,
    Schedules,
    SecurityPerms,
    Signalods,
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
