"""The oldest supported Open Dental version, from the documentation of the methods the schedule requires."""

from __future__ import annotations

from app.wire.endpoint import endpoint_of
from app.wire.resources.appointments import Appointments
from app.wire.resources.definitions import Definitions
from app.wire.resources.operatories import Operatories
from app.wire.resources.patients import Patients
from app.wire.resources.preferences import Preferences
from app.wire.resources.providers import Providers
from app.wire.resources.schedules import Schedules
from app.wire.version import Version

NEEDED = (
    Appointments.list,
    Appointments.get,
    Appointments.create,
    Appointments.update,
    Appointments.confirm,
    Appointments.break_,
    Definitions.list,
    Operatories.list,
    Patients.get,
    Patients.list,
    Preferences.list,
    Providers.list,
    Schedules.list,
)
"""All other methods are optional: without them, lists stay empty or other requests are used."""


def oldest_office() -> Version:
    """The version that has everything in `NEEDED`."""
    return max(Version.parse(since) for method in NEEDED if (since := endpoint_of(method).since))
