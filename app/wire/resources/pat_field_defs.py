"""Patient field definitions: the fields that an office adds to its patients."""

from __future__ import annotations

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class PatFieldType(WireEnum):
    """What a field's values look like. The last two came with 24.1."""

    TEXT = "Text"
    PICK_LIST = "PickList"
    DATE = "Date"
    CHECKBOX = "Checkbox"
    CURRENCY = "Currency"
    CARE_CREDIT_STATUS = "CareCreditStatus"
    CARE_CREDIT_PRE_APPROVAL_AMT = "CareCreditPreApprovalAmt"
    CARE_CREDIT_AVAILABLE_CREDIT = "CareCreditAvailableCredit"


class PatFieldDef(Record):
    """One field. `PickList` comes back empty: its items stand in a table of their own."""

    primary_key = "PatFieldDefNum"

    PatFieldDefNum: int = 0
    FieldName: str = ""
    FieldType: PatFieldType = PatFieldType.TEXT
    PickList: str = ""
    IsHidden: bool = False


class PatFieldDefs(Resource):
    """Read, add, change and delete definitions. One that is in use cannot be deleted.

    `PickList` has its items with line breaks (CR LF) between them, and goes with the type PickList alone.
    """

    documentation = "API PatFieldDefs"

    @GET("/patfielddefs", since="22.4.9")
    def list(self) -> Rows[PatFieldDef]: ...

    @POST("/patfielddefs", since="23.3.26", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        FieldName: str,
        FieldType: PatFieldType,
        PickList: str | None = None,
        IsHidden: bool | None = None,
    ) -> PatFieldDef: ...

    @PUT("/patfielddefs/{PatFieldDefNum}", since="23.3.26", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        PatFieldDefNum: int,
        *,
        FieldName: str | None = None,
        FieldType: PatFieldType | None = None,
        PickList: str | None = None,
        IsHidden: bool | None = None,
    ) -> PatFieldDef: ...

    @DELETE("/patfielddefs/{PatFieldDefNum}", since="23.3.26", needs=Permission.ALL_OTHERS)
    async def delete(self, PatFieldDefNum: int) -> None: ...
