"""Appointments: the visits on the schedule, planned, unscheduled and past."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import (
    AppointmentKey,
    AppointmentTypeKey,
    ClinicKey,
    Color,
    Date,
    DateTime,
    OperatoryKey,
    PatientKey,
    ProcedureKey,
    ProviderKey,
    Refers,
    Since,
)
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

ConfirmedKey = Annotated[int, Refers("definition", (2,))]
UnschedStatusKey = Annotated[int, Refers("definition", (13,))]
WebSchedTypeKey = Annotated[int, Refers("definition", (42, 51))]


class ApptStatus(WireEnum):
    """Where an appointment stands."""

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
    """Why a visit was broken: missed without notice (D9986), or cancelled within 24 hours of it (D9987)."""

    MISSED = "Missed"
    CANCELLED = "Cancelled"


class ConfirmVal(WireEnum):
    """A confirmation as automated messages name it; the office chooses what status each stands for."""

    NONE = "None"
    SENT = "Sent"
    CONFIRMED = "Confirmed"
    NOT_ACCEPTED = "Not Accepted"
    FAILED = "Failed"


class EServiceLogType(WireEnum):
    """The web scheduling that made an appointment."""

    NONE = "None"
    RECALL = "Recall"
    NEW_PAT = "NewPat"
    EXISTING_PAT = "ExistingPat"
    ASAP = "ASAP"


class Appointment(Record):
    """One appointment. `Pattern` has a character for 5 minutes: X provider time, / the rest."""

    primary_key: ClassVar[str | None] = "AptNum"
    serverDateTime: DateTime | None = None
    AptNum: int = 0
    PatNum: int = 0
    AptStatus: ApptStatus = ApptStatus.SCHEDULED
    Pattern: str = ""
    Confirmed: int = 0
    confirmed: str = ""
    TimeLocked: bool = False
    Op: int = 0
    Note: str = ""
    ProvNum: int = 0
    provAbbr: str = ""
    ProvHyg: int = 0
    AptDateTime: DateTime | None = None
    NextAptNum: int = 0
    UnschedStatus: int = 0
    unschedStatus: str = ""
    IsNewPatient: bool = False
    ProcDescript: str = ""
    ClinicNum: int = 0
    IsHygiene: bool = False
    DateTStamp: DateTime | None = None
    DateTimeArrived: DateTime | None = None
    DateTimeSeated: DateTime | None = None
    DateTimeDismissed: DateTime | None = None
    InsPlan1: int = 0
    InsPlan2: int = 0
    DateTimeAskedToArrive: DateTime | None = None
    colorOverride: Color = "0,0,0"
    AppointmentTypeNum: int = 0
    SecDateTEntry: DateTime | None = None
    Priority: ApptPriority = ApptPriority.NORMAL
    PatternSecondary: str = ""
    ItemOrderPlanned: int = 0


class WebSchedAppointment(Record):
    """One appointment as GET WebSched lists it, with the web scheduling that made it."""

    primary_key: ClassVar[str | None] = "AptNum"
    AptNum: int = 0
    PatNum: int = 0
    AptStatus: ApptStatus = ApptStatus.SCHEDULED
    Pattern: str = ""
    Confirmed: int = 0
    confirmed: str = ""
    Op: int = 0
    Note: str = ""
    ProvNum: int = 0
    provAbbr: str = ""
    ProvHyg: int = 0
    AptDateTime: DateTime | None = None
    NextAptNum: int = 0
    UnschedStatus: int = 0
    unschedStatus: str = ""
    ProcDescript: str = ""
    ClinicNum: int = 0
    IsHygiene: bool = False
    DateTStamp: DateTime | None = None
    DateTimeArrived: DateTime | None = None
    DateTimeSeated: DateTime | None = None
    DateTimeDismissed: DateTime | None = None
    AppointmentTypeNum: int = 0
    eServiceLogType: EServiceLogType = EServiceLogType.NONE
    serverDateTime: DateTime | None = None


class Slot(Record):
    """One whole stretch of open time of a provider in an operatory."""

    DateTimeStart: DateTime | None = None
    DateTimeEnd: DateTime | None = None
    ProvNum: int = 0
    OpNum: int = 0


class Appointments(Resource):
    """Read, book, move, confirm and break appointments. Broken ones are rescheduled with `update`."""

    documentation = "API Appointments"

    @GET("/appointments/{AptNum}", since="21.1")
    async def get(self, AptNum: int) -> Appointment: ...

    @GET("/appointments", since="21.1")
    def list(
        self,
        *,
        PatNum: Annotated[PatientKey, Since("21.4")] | None = None,
        AptStatus: Annotated[ApptStatus, Since("22.4.28")] | None = None,
        Op: Annotated[OperatoryKey, Since("23.2.27")] | None = None,
        date: Date | None = None,
        dateStart: Date | None = None,
        dateEnd: Date | None = None,
        ClinicNum: ClinicKey | None = None,
        DateTStamp: DateTime | None = None,
        AppointmentTypeNum: Annotated[AppointmentTypeKey, Since("24.4.22")] | None = None,
    ) -> Rows[Appointment]: ...

    @GET("/appointments/ASAP", since="21.1")
    def asap(
        self, *, ClinicNum: ClinicKey | None = None, ProvNum: ProviderKey | None = None
    ) -> Rows[Appointment]: ...

    @GET("/appointments/Slots", since="21.1")
    def slots(
        self,
        *,
        date: Date | None = None,
        dateStart: Date | None = None,
        dateEnd: Date | None = None,
        lengthMinutes: int | None = None,
        ProvNum: ProviderKey | None = None,
        OpNum: Annotated[OperatoryKey, Since("22.1")] | None = None,
    ) -> Rows[Slot]: ...

    @GET("/appointments/SlotsWebSched", since="21.1")
    def slots_web_sched(
        self,
        *,
        date: Date | None = None,
        dateStart: Date | None = None,
        dateEnd: Date | None = None,
        ClinicNum: ClinicKey | None = None,
        defNumApptType: WebSchedTypeKey | None = None,
        isNewPatient: bool | None = None,
    ) -> Rows[Slot]: ...

    @GET("/appointments/WebSched", since="21.3")
    def web_sched(
        self,
        *,
        date: Date | None = None,
        dateStart: Date | None = None,
        dateEnd: Date | None = None,
        DateTStamp: DateTime | None = None,
        ClinicNum: ClinicKey | None = None,
    ) -> Rows[WebSchedAppointment]: ...

    @POST("/appointments", since="21.1", needs=Permission.APPOINTMENTS)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        Op: OperatoryKey,
        AptDateTime: DateTime,
        AptStatus: ApptStatus | None = None,
        Pattern: str | None = None,
        Confirmed: ConfirmedKey | None = None,
        Note: str | None = None,
        ProvNum: ProviderKey | None = None,
        ProvHyg: ProviderKey | None = None,
        ClinicNum: ClinicKey | None = None,
        IsHygiene: bool | None = None,
        IsNewPatient: Annotated[bool, Since("21.3")] | None = None,
        Priority: Annotated[ApptPriority, Since("22.1")] | None = None,
        AppointmentTypeNum: Annotated[AppointmentTypeKey, Since("22.1")] | None = None,
        colorOverride: Annotated[Color, Since("22.3.9")] | None = None,
        PatternSecondary: Annotated[str, Since("23.3.17")] | None = None,
    ) -> Appointment: ...

    @POST("/appointments/Planned", since="22.2.31", needs=Permission.APPOINTMENTS)
    async def create_planned(
        self,
        *,
        PatNum: PatientKey,
        AppointmentTypeNum: AppointmentTypeKey | None = None,
        procNums: Sequence[ProcedureKey] | None = None,
        Pattern: str | None = None,
        Confirmed: ConfirmedKey | None = None,
        Note: str | None = None,
        ProvNum: ProviderKey | None = None,
        ProvHyg: ProviderKey | None = None,
        ClinicNum: ClinicKey | None = None,
        IsHygiene: bool | None = None,
        IsNewPatient: bool | None = None,
        Priority: ApptPriority | None = None,
        PatternSecondary: Annotated[str, Since("23.3.17")] | None = None,
    ) -> Appointment: ...

    @POST("/appointments/SchedulePlanned", since="22.2", needs=Permission.APPOINTMENTS)
    async def schedule_planned(
        self,
        *,
        AptNum: AppointmentKey,
        AptDateTime: DateTime,
        ProvNum: ProviderKey,
        Op: OperatoryKey,
        Confirmed: ConfirmedKey | None = None,
        Note: str | None = None,
    ) -> Appointment: ...

    @POST("/appointments/WebSched", since="21.3", needs=Permission.APPOINTMENTS)
    async def create_web_sched(
        self,
        *,
        PatNum: PatientKey,
        dateTimeStart: DateTime,
        dateTimeEnd: DateTime,
        ProvNum: ProviderKey,
        OpNum: OperatoryKey,
        defNumApptType: WebSchedTypeKey,
    ) -> Appointment: ...

    @PUT("/appointments/{AptNum}", needs=Permission.APPOINTMENTS)
    async def update(
        self,
        AptNum: int,
        *,
        AptStatus: ApptStatus | None = None,
        Pattern: str | None = None,
        Confirmed: ConfirmedKey | None = None,
        Op: OperatoryKey | None = None,
        Note: str | None = None,
        ProvNum: ProviderKey | None = None,
        ProvHyg: ProviderKey | None = None,
        AptDateTime: DateTime | None = None,
        ClinicNum: ClinicKey | None = None,
        IsHygiene: bool | None = None,
        IsNewPatient: Annotated[bool, Since("21.3")] | None = None,
        Priority: Annotated[ApptPriority, Since("22.1")] | None = None,
        AppointmentTypeNum: Annotated[AppointmentTypeKey, Since("22.1")] | None = None,
        UnschedStatus: Annotated[UnschedStatusKey, Since("22.2")] | None = None,
        colorOverride: Annotated[Color, Since("22.3.9")] | None = None,
        PatternSecondary: Annotated[str, Since("23.3.17")] | None = None,
    ) -> Appointment: ...

    @PUT("/appointments/{AptNum}/Break", since="21.3", needs=Permission.COMM)
    async def break_(
        self, AptNum: int, *, sendToUnscheduledList: bool, breakType: BreakType | None = None
    ) -> None: ...

    @PUT("/appointments/{AptNum}/Note", since="21.1", needs=Permission.COMM)
    async def append_note(self, AptNum: int, *, Note: str) -> None: ...

    @PUT("/appointments/{AptNum}/Confirm", since="21.1", needs=Permission.COMM)
    async def confirm(
        self,
        AptNum: int,
        *,
        confirmVal: ConfirmVal | None = None,
        defNum: Annotated[ConfirmedKey, Since("21.2")] | None = None,
    ) -> None: ...
