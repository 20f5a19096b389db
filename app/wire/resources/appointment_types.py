"""Appointment types: time pattern, color and procedures of a kind of appointment."""

from __future__ import annotations

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Color
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class RequiredCodes(WireEnum):
    """How many of `CodeStrRequired` an appointment of the type must have."""

    NONE = "None"
    AT_LEAST_ONE = "AtLeastOne"
    ALL = "All"


class AppointmentType(Record):
    """One appointment type. `CodeStr` holds procedure codes separated by commas."""

    primary_key = "AppointmentTypeNum"

    AppointmentTypeNum: BigInt = 0
    AppointmentTypeName: str = ""
    appointmentTypeColor: Color = "0,0,0"
    IsHidden: bool = False
    Pattern: str = ""
    CodeStr: str = ""
    CodeStrRequired: str = ""
    RequiredProcCodesNeeded: RequiredCodes = RequiredCodes.NONE
    BlockoutTypes: str = ""


class AppointmentTypes(Resource):
    """The office's appointment types. One that an appointment uses can't be deleted, only hidden."""

    documentation = "API AppointmentTypes"

    @GET("/appointmenttypes", since="22.4.10")
    def list(self) -> Rows[AppointmentType]: ...

    @GET("/appointmenttypes/{AppointmentTypeNum}", since="26.2")
    async def get(self, AppointmentTypeNum: int) -> AppointmentType: ...

    @POST("/appointmenttypes", since="26.2", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        AppointmentTypeName: str,
        appointmentTypeColor: Color | None = None,
        IsHidden: bool | None = None,
        Pattern: str | None = None,
        CodeStr: str | None = None,
        CodeStrRequired: str | None = None,
        RequiredProcCodesNeeded: RequiredCodes | None = None,
        BlockoutTypes: str | None = None,
    ) -> AppointmentType: ...

    @PUT("/appointmenttypes/{AppointmentTypeNum}", since="26.2", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        AppointmentTypeNum: int,
        *,
        AppointmentTypeName: str | None = None,
        appointmentTypeColor: Color | None = None,
        IsHidden: bool | None = None,
        Pattern: str | None = None,
        CodeStr: str | None = None,
        CodeStrRequired: str | None = None,
        RequiredProcCodesNeeded: RequiredCodes | None = None,
        BlockoutTypes: str | None = None,
    ) -> AppointmentType: ...

    @DELETE("/appointmenttypes/{AppointmentTypeNum}", since="26.2", needs=Permission.ALL_OTHERS)
    async def delete(self, AppointmentTypeNum: int) -> None: ...
