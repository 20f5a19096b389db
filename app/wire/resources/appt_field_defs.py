"""Appointment field definitions: custom fields of appointments."""

from __future__ import annotations

from app.wire.endpoint import GET, POST, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class ApptFieldType(WireEnum):
    """The type of a field's values: free text, or a choice from a list."""

    TEXT = "Text"
    PICK_LIST = "PickList"


class ApptFieldDef(Record):
    """One definition. `PickList` has its items separated by line breaks (CR LF)."""

    primary_key = "ApptFieldDefNum"

    ApptFieldDefNum: BigInt = 0
    FieldName: str = ""
    FieldType: ApptFieldType = ApptFieldType.TEXT
    PickList: str = ""


class ApptFieldDefs(Resource):
    """Read and add definitions; `ApptFields` has the values."""

    documentation = "API ApptFieldDefs"

    @GET("/apptfielddefs", since="21.4")
    def list(self) -> Rows[ApptFieldDef]: ...

    @POST("/apptfielddefs", since="21.4", needs=Permission.SETUP)
    async def create(
        self, *, FieldName: str, FieldType: ApptFieldType | None = None, PickList: str | None = None
    ) -> ApptFieldDef: ...
