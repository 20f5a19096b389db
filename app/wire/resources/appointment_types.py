"""Appointment types: time pattern, color and procedures of a kind of appointment."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Color
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
    """The office's appointment types."""

    documentation = "API AppointmentTypes"

    @GET("/appointmenttypes", since="22.4.10")
    def list(self) -> Rows[AppointmentType]: ...
