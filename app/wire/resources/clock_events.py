"""ClockEvents: employees' clock-in, clock-out and breaks."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, ClinicKey, Date, DateTime, EmployeeKey, TimeSpan
from app.wire.record import Record
from app.wire.rows import Rows


class ClockOutStatus(WireEnum):
    """The reason for clocking out."""

    HOME = "Home"
    LUNCH = "Lunch"
    BREAK = "Break"


class ClockEvent(Record):
    """One clock event; with the status Break, the break itself.

    The displayed times apply; the entered ones are when the button was pressed. The second times are empty
    until clock-out. OTimeHours, Rate2Hours and Rate3Hours override computed values; -1 hour overrides
    nothing.
    """

    primary_key = "ClockEventNum"

    ClockEventNum: BigInt = 0
    EmployeeNum: BigInt = 0
    TimeEntered1: DateTime | None = None
    TimeDisplayed1: DateTime | None = None
    ClockStatus: ClockOutStatus = ClockOutStatus.HOME
    Note: str = ""
    TimeEntered2: DateTime | None = None
    TimeDisplayed2: DateTime | None = None
    OTimeHours: TimeSpan | None = None
    OTimeAuto: TimeSpan | None = None
    Adjust: TimeSpan | None = None
    AdjustAuto: TimeSpan | None = None
    AdjustIsOverridden: bool = False
    Rate2Hours: TimeSpan | None = None
    Rate2Auto: TimeSpan | None = None
    ClinicNum: BigInt = 0
    Rate3Hours: TimeSpan | None = None
    Rate3Auto: TimeSpan | None = None
    IsWorkingHome: bool = False


class ClockEvents(Resource):
    """The time clock. `dateEnd` is the day after the last one; both bounds refer to TimeDisplayed1."""

    documentation = "API ClockEvents"

    @GET("/clockevents/{ClockEventNum}", since="24.1.11")
    async def get(self, ClockEventNum: int) -> ClockEvent: ...

    @GET("/clockevents", since="24.1.11")
    def list(
        self,
        *,
        EmployeeNum: EmployeeKey | None = None,
        ClockStatus: ClockOutStatus | None = None,
        ClinicNum: ClinicKey | None = None,
        date: Date | None = None,
        dateStart: Date | None = None,
        dateEnd: Date | None = None,
    ) -> Rows[ClockEvent]: ...
