"""Appointment history: a copy each time an appointment is created, changed, broken or deleted."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, Resource
from app.wire.enums import WireEnum
from app.wire.fields import (
    AllBut,
    AppointmentKey,
    BigInt,
    ClinicKey,
    Color,
    Date,
    DateTime,
    PatientKey,
    Since,
)
from app.wire.record import Record
from app.wire.resources.appointments import ApptPriority
from app.wire.rows import Rows

_ENTERED_BY = Since("25.1.27")
"""The version since which answers say who made the appointment, and when."""


class HistAction(WireEnum):
    """What was done to the appointment."""

    CREATED = "Created"
    CHANGED = "Changed"
    MISSED = "Missed"
    CANCELLED = "Cancelled"
    DELETED = "Deleted"


class HistSource(WireEnum):
    """Which program did it."""

    NONE = "None"
    E_CONNECTOR = "EConnector"
    BROADCASTER = "Broadcaster"
    BROADCAST_MONITOR = "BroadcastMonitor"
    SERVICE_MAIN_HQ = "ServiceMainHQ"
    OPEN_DENTAL_SERVICE = "OpenDentalService"
    OPEN_DENTAL_API_SERVICE = "OpenDentalAPIService"


class HistApptStatus(WireEnum):
    """The status of the appointment."""

    NONE = "None"
    SCHEDULED = "Scheduled"
    COMPLETE = "Complete"
    UNSCHED_LIST = "UnschedList"
    ASAP = "ASAP"
    BROKEN = "Broken"
    PLANNED = "Planned"
    PT_NOTE = "PtNote"
    PT_NOTE_COMPLETED = "PtNoteCompleted"


class HistAppointment(Record):
    """An appointment as of `HistDateTStamp`. Deleted appointments are found only here."""

    primary_key = "HistApptNum"

    HistApptNum: BigInt = 0
    HistUserNum: BigInt = 0
    HistDateTStamp: DateTime | None = None
    HistApptAction: HistAction = HistAction.CREATED
    ApptSource: HistSource = HistSource.NONE
    AptNum: BigInt = 0
    PatNum: BigInt = 0
    AptStatus: HistApptStatus = HistApptStatus.NONE
    Pattern: str = ""
    Confirmed: BigInt = 0
    confirmed: str = ""
    TimeLocked: bool = False
    Op: BigInt = 0
    Note: str = ""
    ProvNum: BigInt = 0
    provAbbr: str = ""
    ProvHyg: BigInt = 0
    AptDateTime: DateTime | None = None
    NextAptNum: BigInt = 0
    UnschedStatus: BigInt = 0
    unschedStatus: str = ""
    IsNewPatient: bool = False
    ProcDescript: str = ""
    ClinicNum: BigInt = 0
    IsHygiene: bool = False
    DateTStamp: DateTime | None = None
    DateTimeArrived: DateTime | None = None
    DateTimeSeated: DateTime | None = None
    DateTimeDismissed: DateTime | None = None
    InsPlan1: BigInt = 0
    InsPlan2: BigInt = 0
    DateTimeAskedToArrive: DateTime | None = None
    colorOverride: Color = "0,0,0"
    AppointmentTypeNum: BigInt = 0
    Priority: ApptPriority = ApptPriority.NORMAL
    PatternSecondary: str = ""
    ItemOrderPlanned: BigInt = 0
    SecUserNumEntry: Annotated[BigInt, _ENTERED_BY] = 0
    SecDateTEntry: Annotated[DateTime | None, _ENTERED_BY] = None


class HistAppointments(Resource):
    """The history of appointments."""

    documentation = "API HistAppointments"

    @GET("/histappointments", since="23.1.30")
    def list(
        self,
        *,
        HistApptAction: HistAction | None = None,
        AptNum: AppointmentKey | None = None,
        PatNum: PatientKey | None = None,
        AptStatus: Annotated[
            HistApptStatus,
            AllBut(
                HistApptStatus.NONE,
                HistApptStatus.ASAP,
                HistApptStatus.PT_NOTE,
                HistApptStatus.PT_NOTE_COMPLETED,
            ),
        ]
        | None = None,
        ClinicNum: ClinicKey | None = None,
        date: Date | None = None,
        dateStart: Date | None = None,
        dateEnd: Date | None = None,
    ) -> Rows[HistAppointment]: ...
