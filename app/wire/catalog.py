"""Everything that is declared: the one list of resources, from which every other is read."""

from __future__ import annotations

from functools import lru_cache

from app.wire.endpoint import Endpoint, Resource
from app.wire.resources.account_modules import AccountModules
from app.wire.resources.adjustments import Adjustments
from app.wire.resources.appointment_types import AppointmentTypes
from app.wire.resources.appointments import Appointments
from app.wire.resources.appt_fields import ApptFields
from app.wire.resources.clinics import Clinics
from app.wire.resources.commlogs import Commlogs
from app.wire.resources.definitions import Definitions
from app.wire.resources.hist_appointments import HistAppointments
from app.wire.resources.operatories import Operatories
from app.wire.resources.patients import Patients
from app.wire.resources.pay_plan_charges import PayPlanCharges
from app.wire.resources.pay_plan_links import PayPlanLinks
from app.wire.resources.pay_plans import PayPlans
from app.wire.resources.pay_splits import PaySplits
from app.wire.resources.payments import Payments
from app.wire.resources.preferences import Preferences
from app.wire.resources.procedure_logs import ProcedureLogs
from app.wire.resources.providers import Providers
from app.wire.resources.queries import Queries
from app.wire.resources.schedule_ops import ScheduleOps
from app.wire.resources.schedules import Schedules
from app.wire.resources.security_perms import SecurityPerms
from app.wire.resources.signalods import Signalods
from app.wire.resources.statements import Statements

RESOURCES: tuple[type[Resource], ...] = (
    AccountModules,
    Adjustments,
    AppointmentTypes,
    Appointments,
    ApptFields,
    Clinics,
    Commlogs,
    Definitions,
    HistAppointments,
    Operatories,
    Patients,
    PayPlanCharges,
    PayPlanLinks,
    PayPlans,
    PaySplits,
    Payments,
    Preferences,
    ProcedureLogs,
    Providers,
    Queries,
    ScheduleOps,
    Schedules,
    SecurityPerms,
    Signalods,
    Statements,
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
