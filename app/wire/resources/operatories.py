"""Operatories: the columns of the schedule."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.fields import BigInt, ClinicKey
from app.wire.record import Record
from app.wire.rows import Rows


class Operatory(Record):
    """One operatory. `ItemOrder` counts from 0, hidden ones included."""

    primary_key = "OperatoryNum"

    OperatoryNum: BigInt = 0
    OpName: str = ""
    Abbrev: str = ""
    ItemOrder: BigInt = 0
    IsHidden: bool = False
    ProvDentist: BigInt = 0
    ProvHygienist: BigInt = 0
    IsHygiene: bool = False
    ClinicNum: BigInt = 0
    SetProspective: bool = False
    IsWebSched: bool = False
    OperatoryType: BigInt = 0
    operatoryType: str = ""


class Operatories(Resource):
    """The operatories of the office or of one clinic."""

    documentation = "API Operatories"

    @GET("/operatories/{OperatoryNum}", since="24.1.10")
    async def get(self, OperatoryNum: int) -> Operatory: ...

    @GET("/operatories", since="21.1")
    def list(self, *, ClinicNum: ClinicKey | None = None) -> Rows[Operatory]: ...
