"""Schedule operatories: the operatories of a schedule entry."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.fields import BigInt, OperatoryKey, ScheduleKey
from app.wire.record import Record
from app.wire.rows import Rows


class ScheduleOp(Record):
    """One operatory of one schedule entry. An entry without rows has none."""

    primary_key = "ScheduleOpNum"

    ScheduleOpNum: BigInt = 0
    ScheduleNum: BigInt = 0
    OperatoryNum: BigInt = 0


class ScheduleOps(Resource):
    """Links between schedule entries and operatories."""

    documentation = "API ScheduleOps"

    @GET("/scheduleops", since="23.2.27")
    def list(
        self, *, ScheduleNum: ScheduleKey | None = None, OperatoryNum: OperatoryKey | None = None
    ) -> Rows[ScheduleOp]: ...
