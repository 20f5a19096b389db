"""Patient fields: values of custom patient fields."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.fields import BigInt, Date, DateTime, PatientKey, Refers, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

PatFieldName = Annotated[str, Refers("patfielddef", column="FieldName")]


class PatField(Record):
    """The value of one field of one patient.

    `FieldValue` depends on the field's type: free text, an item of the pick list, yyyy-MM-dd, "1" for a
    checked box, or an amount.
    """

    primary_key = "PatFieldNum"

    PatFieldNum: BigInt = 0
    PatNum: BigInt = 0
    FieldName: str = ""
    FieldValue: str = ""
    SecDateTEdit: DateTime | None = None
    SecDateEntry: Date | None = None


class PatFields(Resource):
    """Read and write values. Field names are case sensitive.

    `update` finds the value by patient and field name; older offices
    answer it without the row. Before 22.4.5, `list` requires both.
    """

    documentation = "API PatFields"

    @GET("/patfields/{PatFieldNum}", since="22.4")
    async def get(self, PatFieldNum: int) -> PatField: ...

    @GET("/patfields", since="21.1")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
        FieldName: PatFieldName | None = None,
        SecDateTEdit: Annotated[DateTime, Since("22.4.5")] | None = None,
    ) -> Rows[PatField]: ...

    @POST("/patfields", since="22.4", needs=Permission.ALL_OTHERS)
    async def create(self, *, PatNum: PatientKey, FieldName: PatFieldName, FieldValue: str) -> PatField: ...

    @PUT("/patfields", since="21.1", needs=Permission.ALL_OTHERS, may_be_empty=True)
    async def update(self, *, PatNum: PatientKey, FieldName: PatFieldName, FieldValue: str) -> PatField: ...

    @DELETE("/patfields/{PatFieldNum}", since="22.4", needs=Permission.ALL_OTHERS)
    async def delete(self, PatFieldNum: int) -> None: ...
