"""What the Appointments page answers: its records and their enumerations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from app.wire.enums import WireEnum
from app.wire.fields import NO_DATE_TIME, BigInt, Color, DateTime, Since
from app.wire.record import Record

ENTERED_BY = Since("25.1.27")
"""The version since which an appointment tells who made it, and takes that."""

TIMES_SINCE = Since("25.2.10")
"""The version since which arrival, seating and dismissal can be written."""


class ApptStatus(WireEnum):
    """The status of an appointment."""

    SCHEDULED = "Scheduled"
    COMPLETE = "Complete"
    UNSCHED_LIST = "UnschedList"
    ASAP = "ASAP"
    BROKEN = "Broken"
    PLANNED = "Planned"
    PT_NOTE = "PtNote"
    PT_NOTE_COMPLETED = "PtNoteCompleted"


class ApptPriority(WireEnum):
    """Whether the patient wants an earlier time."""

    NORMAL = "Normal"
    ASAP = "ASAP"


class BreakType(WireEnum):
    """Why an appointment was broken: missed without notice (D9986), or canceled within 24 hours (D9987)."""

    MISSED = "Missed"
    CANCELLED = "Cancelled"


class ConfirmVal(WireEnum):
    """A confirmation as automated messages name it; the office chooses the status for each."""

    NONE = "None"
    SENT = "Sent"
    CONFIRMED = "Confirmed"
    NOT_ACCEPTED = "Not Accepted"
    FAILED = "Failed"


class EServiceLogType(WireEnum):
    """The web scheduling that created an appointment."""

    NONE = "None"
    RECALL = "Recall"
    NEW_PAT = "NewPat"
    EXISTING_PAT = "ExistingPat"
    ASAP = "ASAP"


class Appointment(Record):
    """One appointment. `Pattern` has one character per 5 minutes: X provider time, / the rest."""

    primary_key = "AptNum"

    serverDateTime: DateTime | None = None
    AptNum: BigInt = 0
    PatNum: BigInt = 0
    AptStatus: ApptStatus = ApptStatus.SCHEDULED
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
    SecDateTEntry: DateTime | None = None
    Priority: ApptPriority = ApptPriority.NORMAL
    PatternSecondary: str = ""
    ItemOrderPlanned: BigInt = 0
    SecUserNumEntry: Annotated[BigInt, ENTERED_BY] = 0

    @staticmethod
    def clear_dates(rows: Iterable[Appointment]) -> None:
        """Turn "no date" into None. Written out, since by name it takes twice the time, on every page of days."""
        empty = NO_DATE_TIME
        for row in rows:
            if row.serverDateTime == empty:
                row.serverDateTime = None
            if row.AptDateTime == empty:
                row.AptDateTime = None
            if row.DateTStamp == empty:
                row.DateTStamp = None
            if row.DateTimeArrived == empty:
                row.DateTimeArrived = None
            if row.DateTimeSeated == empty:
                row.DateTimeSeated = None
            if row.DateTimeDismissed == empty:
                row.DateTimeDismissed = None
            if row.DateTimeAskedToArrive == empty:
                row.DateTimeAskedToArrive = None
            if row.SecDateTEntry == empty:
                row.SecDateTEntry = None


class WebSchedAppointment(Record):
    """One appointment as GET WebSched lists it, with the web scheduling that created it."""

    primary_key = "AptNum"

    AptNum: BigInt = 0
    PatNum: BigInt = 0
    AptStatus: ApptStatus = ApptStatus.SCHEDULED
    Pattern: str = ""
    Confirmed: BigInt = 0
    confirmed: str = ""
    Op: BigInt = 0
    Note: str = ""
    ProvNum: BigInt = 0
    provAbbr: str = ""
    ProvHyg: BigInt = 0
    AptDateTime: DateTime | None = None
    NextAptNum: BigInt = 0
    UnschedStatus: BigInt = 0
    unschedStatus: str = ""
    ProcDescript: str = ""
    ClinicNum: BigInt = 0
    IsHygiene: bool = False
    DateTStamp: DateTime | None = None
    DateTimeArrived: DateTime | None = None
    DateTimeSeated: DateTime | None = None
    DateTimeDismissed: DateTime | None = None
    AppointmentTypeNum: BigInt = 0
    eServiceLogType: EServiceLogType = EServiceLogType.NONE
    serverDateTime: DateTime | None = None


class Slot(Record):
    """One continuous open time of a provider in an operatory."""

    DateTimeStart: DateTime | None = None
    DateTimeEnd: DateTime | None = None
    ProvNum: BigInt = 0
    OpNum: BigInt = 0
