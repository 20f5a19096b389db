"""Schedule operatories: which operatories a schedule block stands in."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.fields import OperatoryKey, ScheduleKey
from app.wire.record import Record
from app.wire.rows import Rows


class ScheduleOp(Record):
    """One operatory of one schedule block. A block without rows belongs to none."""

    primary_key = "ScheduleOpNum"

    ScheduleOpNum: int = 0
    ScheduleNum: int = 0
    OperatoryNum: int = 0


class ScheduleOps(Resource):
    """The ties between schedule blocks and operatories."""

    documentation = "API ScheduleOps"

    @GET("/scheduleops", since="23.2.27")
    def list(
        self, *, ScheduleNum: ScheduleKey | None = None, OperatoryNum: OperatoryKey | None = None
    ) -> Rows[ScheduleOp]: ...
