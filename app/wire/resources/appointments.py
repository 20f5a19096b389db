"""Appointments: scheduled, planned, unscheduled and past."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.fields import (
    AllBut,
    AlsoSpelled,
    AppointmentKey,
    AppointmentTypeKey,
    ClinicKey,
    Color,
    Date,
    DateTime,
    DayAlone,
    OperatoryKey,
    PatientKey,
    ProcedureKey,
    ProviderKey,
    Refers,
    Since,
    Time,
)
from app.wire.permissions import Permission
from app.wire.resources.appointments_records import (
    ENTERED_BY,
    TIMES_SINCE,
    Appointment,
    ApptPriority,
    ApptStatus,
    BreakType,
    ConfirmVal,
    EServiceLogType,
    Slot,
    WebSchedAppointment,
)
from app.wire.rows import Rows

__all__ = [
    "Appointment",
    "Appointments",
    "ApptPriority",
    "ApptStatus",
    "BreakType",
    "ConfirmVal",
    "EServiceLogType",
    "Slot",
    "WebSchedAppointment",
]

ConfirmedKey = Annotated[int, Refers("definition", (2,))]
UnschedStatusKey = Annotated[int, Refers("definition", (13,))]
UserKey = Annotated[int, Refers("userod")]
WebSchedTypeKey = Annotated[int, Refers("definition", (42, 51))]


class Appointments(Resource):
    """Read, book, move, confirm and break appointments. Broken ones are rescheduled with `update`.

    Arrival, seating and dismissal are written as times of the appointment's day; 00:00:00 clears one.
    """

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
        DateTStamp: Annotated[DateTime, DayAlone()] | None = None,
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
        AptStatus: Annotated[ApptStatus, AllBut(ApptStatus.ASAP, ApptStatus.BROKEN, ApptStatus.PLANNED)]
        | None = None,
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
        DateTimeArrived: Annotated[Time, TIMES_SINCE] | None = None,
        DateTimeSeated: Annotated[Time, TIMES_SINCE] | None = None,
        DateTimeDismissed: Annotated[Time, TIMES_SINCE] | None = None,
        SecUserNumEntry: Annotated[UserKey, ENTERED_BY] | None = None,
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
        DateTimeStart: Annotated[DateTime, AlsoSpelled("dateTimeStart")],
        DateTimeEnd: Annotated[DateTime, AlsoSpelled("dateTimeEnd")],
        ProvNum: ProviderKey,
        OpNum: OperatoryKey,
        defNumApptType: WebSchedTypeKey,
    ) -> Appointment: ...

    @PUT("/appointments/{AptNum}", needs=Permission.APPOINTMENTS)
    async def update(
        self,
        AptNum: int,
        *,
        AptStatus: Annotated[ApptStatus, AllBut(ApptStatus.ASAP)] | None = None,
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
        DateTimeArrived: Annotated[Time, TIMES_SINCE] | None = None,
        DateTimeSeated: Annotated[Time, TIMES_SINCE] | None = None,
        DateTimeDismissed: Annotated[Time, TIMES_SINCE] | None = None,
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
