"""Everything that is declared: the one list of resources, from which every other is read."""

from __future__ import annotations

from functools import lru_cache

from app.wire.endpoint import Endpoint, Resource
from app.wire.resources.appointment_types import AppointmentTypes
from app.wire.resources.appointments import Appointments
from app.wire.resources.appt_field_defs import ApptFieldDefs
from app.wire.resources.appt_fields import ApptFields
from app.wire.resources.asap_comms import AsapComms
from app.wire.resources.auto_note_controls import AutoNoteControls
from app.wire.resources.auto_notes import AutoNotes
from app.wire.resources.clinics import Clinics
from app.wire.resources.commlogs import Commlogs
from app.wire.resources.definitions import Definitions
from app.wire.resources.guardians import Guardians
from app.wire.resources.hist_appointments import HistAppointments
from app.wire.resources.operatories import Operatories
from app.wire.resources.pat_field_defs import PatFieldDefs
from app.wire.resources.pat_fields import PatFields
from app.wire.resources.pat_restrictions import PatRestrictions
from app.wire.resources.patient_notes import PatientNotes
from app.wire.resources.patient_races import PatientRaces
from app.wire.resources.patients import Patients
from app.wire.resources.popups import Popups
from app.wire.resources.preferences import Preferences
from app.wire.resources.procedure_logs import ProcedureLogs
from app.wire.resources.providers import Providers
from app.wire.resources.queries import Queries
from app.wire.resources.quick_paste_cats import QuickPasteCats
from app.wire.resources.quick_paste_notes import QuickPasteNotes
from app.wire.resources.recall_types import RecallTypes
from app.wire.resources.recalls import Recalls
from app.wire.resources.ref_attaches import RefAttaches
from app.wire.resources.referrals import Referrals
from app.wire.resources.schedule_ops import ScheduleOps
from app.wire.resources.schedules import Schedules
from app.wire.resources.security_perms import SecurityPerms
from app.wire.resources.signalods import Signalods
from app.wire.resources.task_lists import TaskLists
from app.wire.resources.task_notes import TaskNotes
from app.wire.resources.tasks import Tasks

RESOURCES: tuple[type[Resource], ...] = (
    AppointmentTypes,
    Appointments,
    ApptFieldDefs,
    ApptFields,
    AsapComms,
    AutoNoteControls,
    AutoNotes,
    Clinics,
    Commlogs,
    Definitions,
    Guardians,
    HistAppointments,
    Operatories,
    PatFieldDefs,
    PatFields,
    PatRestrictions,
    PatientNotes,
    PatientRaces,
    Patients,
    Popups,
    Preferences,
    ProcedureLogs,
    Providers,
    Queries,
    QuickPasteCats,
    QuickPasteNotes,
    RecallTypes,
    Recalls,
    RefAttaches,
    Referrals,
    ScheduleOps,
    Schedules,
    SecurityPerms,
    Signalods,
    TaskLists,
    TaskNotes,
    Tasks,
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
