"""Schedules: working hours, holidays and blockouts."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, DateTime, EmployeeKey, ProviderKey, Refers, Since, Time
from app.wire.lenient import whole_or
from app.wire.record import Record
from app.wire.rows import Rows

BlockoutTypeKey = Annotated[int, Refers("definition", (25,))]


class ScheduleType(WireEnum):
    """The type of an entry."""

    PRACTICE = "Practice"
    PROVIDER = "Provider"
    BLOCKOUT = "Blockout"
    EMPLOYEE = "Employee"
    WEB_SCHED_ASAP = "WebSchedASAP"


class Schedule(Record):
    """One entry of one day. `operatories` holds their numbers separated by commas."""

    primary_key = "ScheduleNum"

    ScheduleNum: BigInt = 0
    SchedDate: Date | None = None
    StartTime: Time | None = None
    StopTime: Time | None = None
    SchedType: ScheduleType = ScheduleType.PRACTICE
    ProvNum: BigInt = 0
    BlockoutType: BigInt = 0
    blockoutType: str = ""
    Note: str = ""
    operatories: str = ""
    EmployeeNum: BigInt = 0
    DateTStamp: Annotated[DateTime | None, Since("25.3")] = None

    @property
    def operatory_nums(self) -> tuple[int, ...]:
        """The operatories as numbers; empty for an entry without operatories."""
        numbers = (whole_or(part, 0) for part in self.operatories.split(","))
        return tuple(number for number in numbers if number > 0)


class Schedules(Resource):
    """Entries by day, sorted by StartTime. Without a date, `list` returns today's."""

    documentation = "API Schedules"

    @GET("/schedules/{ScheduleNum}", since="22.1")
    async def get(self, ScheduleNum: int) -> Schedule: ...

    @GET("/schedules", since="22.1")
    def list(
        self,
        *,
        date: Date | None = None,
        dateStart: Date | None = None,
        dateEnd: Date | None = None,
        SchedType: ScheduleType | None = None,
        BlockoutDefNum: BlockoutTypeKey | None = None,
        ProvNum: ProviderKey | None = None,
        EmployeeNum: EmployeeKey | None = None,
    ) -> Rows[Schedule]: ...
