"""The resources of an office, one attribute each, each page of the API loaded when it is first used."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from app.wire.endpoint import Sender

if TYPE_CHECKING:  # a hundred pages, of which a desk uses a dozen
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


class OfficeResources:
    """What an office offers, each resource by its documented name: `office.appt_fields` for ApptFields."""

    appointment_types: AppointmentTypes
    appointments: Appointments
    appt_field_defs: ApptFieldDefs
    appt_fields: ApptFields
    asap_comms: AsapComms
    auto_note_controls: AutoNoteControls
    auto_notes: AutoNotes
    clinics: Clinics
    commlogs: Commlogs
    definitions: Definitions
    guardians: Guardians
    hist_appointments: HistAppointments
    operatories: Operatories
    pat_field_defs: PatFieldDefs
    pat_fields: PatFields
    pat_restrictions: PatRestrictions
    patient_notes: PatientNotes
    patient_races: PatientRaces
    patients: Patients
    popups: Popups
    preferences: Preferences
    procedure_logs: ProcedureLogs
    providers: Providers
    queries: Queries
    quick_paste_cats: QuickPasteCats
    quick_paste_notes: QuickPasteNotes
    recall_types: RecallTypes
    recalls: Recalls
    ref_attaches: RefAttaches
    referrals: Referrals
    schedule_ops: ScheduleOps
    schedules: Schedules
    security_perms: SecurityPerms
    signalods: Signalods
    task_lists: TaskLists
    task_notes: TaskNotes
    tasks: Tasks

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
