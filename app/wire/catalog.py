"""Everything that is declared: the one list of resources, from which every other is read."""

from __future__ import annotations

from functools import lru_cache

from app.wire.endpoint import Endpoint, Resource
from app.wire.resources.appointment_types import AppointmentTypes
from app.wire.resources.appointments import Appointments
from app.wire.resources.appt_fields import ApptFields
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
from app.wire.resources.employees import Employees
from app.wire.resources.employers import Employers
from app.wire.resources.fee_scheds import FeeScheds
from app.wire.resources.fees import Fees
from app.wire.resources.hist_appointments import HistAppointments
from app.wire.resources.operatories import Operatories
from app.wire.resources.patients import Patients
from app.wire.resources.preferences import Preferences
from app.wire.resources.procedure_codes import ProcedureCodes
from app.wire.resources.procedure_logs import ProcedureLogs
from app.wire.resources.providers import Providers
from app.wire.resources.queries import Queries
from app.wire.resources.reports import Reports
from app.wire.resources.schedule_ops import ScheduleOps
from app.wire.resources.schedules import Schedules
from app.wire.resources.security_logs import SecurityLogs
from app.wire.resources.security_perms import SecurityPerms
from app.wire.resources.signalods import Signalods
from app.wire.resources.substitution_links import SubstitutionLinks
from app.wire.resources.user_group_attaches import UserGroupAttaches
from app.wire.resources.user_groups import UserGroups
from app.wire.resources.userods import Userods

RESOURCES: tuple[type[Resource], ...] = (
    AppointmentTypes,
    Appointments,
    ApptFields,
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
    Employees,
    Employers,
    FeeScheds,
    Fees,
    HistAppointments,
    Operatories,
    Patients,
    Preferences,
    ProcedureCodes,
    ProcedureLogs,
    Providers,
    Queries,
    Reports,
    ScheduleOps,
    Schedules,
    SecurityLogs,
    SecurityPerms,
    Signalods,
    SubstitutionLinks,
    UserGroupAttaches,
    UserGroups,
    Userods,
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
