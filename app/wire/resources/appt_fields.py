"""Appointment fields: values of custom appointment fields."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, PUT, Resource
from app.wire.fields import AppointmentKey, BigInt, Refers
from app.wire.permissions import Permission
from app.wire.record import Record

ApptFieldName = Annotated[str, Refers("apptfielddef", column="FieldName")]


class ApptField(Record):
    """The value of one field of one appointment; empty where the appointment has none."""

    FieldName: str = ""
    AptNum: BigInt = 0
    FieldValue: str = ""


class ApptFields(Resource):
    """Read and write one value, by appointment and field name; `update` adds a missing one."""

    documentation = "API ApptFields"

    @GET("/apptfields", since="21.1", may_be_empty=True)
    async def get(self, *, AptNum: AppointmentKey, FieldName: ApptFieldName) -> ApptField: ...

    @PUT("/apptfields", since="21.1", needs=Permission.COMM)
    async def update(self, *, FieldName: ApptFieldName, AptNum: AppointmentKey, FieldValue: str) -> None: ...
