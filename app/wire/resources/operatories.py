"""Operatories: the columns of the schedule."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.fields import ClinicKey
from app.wire.record import Record
from app.wire.rows import Rows


class Operatory(Record):
    """One operatory. `ItemOrder` counts from 0, hidden ones included."""

    primary_key = "OperatoryNum"

    OperatoryNum: int = 0
    OpName: str = ""
    Abbrev: str = ""
    ItemOrder: int = 0
    IsHidden: bool = False
    ProvDentist: int = 0
    ProvHygienist: int = 0
    IsHygiene: bool = False
    ClinicNum: int = 0
    SetProspective: bool = False
    IsWebSched: bool = False
    OperatoryType: int = 0
    operatoryType: str = ""


class Operatories(Resource):
    """The operatories of the office or of one clinic."""

    documentation = "API Operatories"

    @GET("/operatories/{OperatoryNum}", since="24.1.10")
    async def get(self, OperatoryNum: int) -> Operatory: ...

    @GET("/operatories", since="21.1")
    def list(self, *, ClinicNum: ClinicKey | None = None) -> Rows[Operatory]: ...
