"""Computers: the workstations on which Open Dental ran."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.fields import BigInt, DateTime
from app.wire.record import Record
from app.wire.rows import Rows


class Computer(Record):
    """One workstation. It is running if its last heartbeat is at most about three minutes old."""

    primary_key = "ComputerNum"

    ComputerNum: BigInt = 0
    CompName: str = ""
    LastHeartBeat: DateTime | None = None


class Computers(Resource):
    """The office's workstations, old ones among them."""

    documentation = "API Computers"

    @GET("/computers", since="23.1.30")
    def list(self) -> Rows[Computer]: ...
