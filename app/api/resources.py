"""The resources of an office, one attribute each."""

from __future__ import annotations

from app.wire.endpoint import Sender
from app.wire.resources.appointment_types import AppointmentTypes
from app.wire.resources.appointments import Appointments
from app.wire.resources.appt_fields import ApptFields
from app.wire.resources.clinics import Clinics
from app.wire.resources.commlogs import Commlogs
from app.wire.resources.definitions import Definitions
from app.wire.resources.hist_appointments import HistAppointments
from app.wire.resources.operatories import Operatories
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

    def __init__(self, sender: Sender) -> None:
        """Every method called on these goes out through `sender`."""
        self.appointment_types = AppointmentTypes(sender)
        self.appointments = Appointments(sender)
        self.appt_fields = ApptFields(sender)
        self.clinics = Clinics(sender)
        self.commlogs = Commlogs(sender)
        self.definitions = Definitions(sender)
        self.hist_appointments = HistAppointments(sender)
        self.operatories = Operatories(sender)
        self.patients = Patients(sender)
        self.preferences = Preferences(sender)
        self.procedure_logs = ProcedureLogs(sender)
        self.providers = Providers(sender)
        self.queries = Queries(sender)
        self.schedule_ops = ScheduleOps(sender)
        self.schedules = Schedules(sender)
        self.security_perms = SecurityPerms(sender)
        self.signalods = Signalods(sender)
