"""Appointment fields: values of custom appointment fields."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
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
    """Read and write one value, by appointment and field name; `update` adds a missing one.

    Since 26.2 also by key, which is not in the answers: `create` has it in its Location header.
    """

    documentation = "API ApptFields"

    @GET("/apptfields", since="21.1", may_be_empty=True)
    async def get(self, *, AptNum: AppointmentKey, FieldName: ApptFieldName) -> ApptField: ...

    @PUT("/apptfields", since="21.1", needs=Permission.COMM)
    async def update(self, *, FieldName: ApptFieldName, AptNum: AppointmentKey, FieldValue: str) -> None: ...

    @GET("/apptfields/{ApptFieldNum}", since="26.2")
    async def by_key(self, ApptFieldNum: int) -> ApptField: ...

    @POST("/apptfields", since="26.2", needs=Permission.ALL_OTHERS)
    async def create(self, *, AptNum: AppointmentKey, FieldName: str, FieldValue: str) -> ApptField: ...

    @DELETE("/apptfields/{ApptFieldNum}", since="26.2", needs=Permission.ALL_OTHERS)
    async def delete(self, ApptFieldNum: int) -> None: ...
