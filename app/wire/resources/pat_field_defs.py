"""Patient field definitions: custom fields of patients."""

from __future__ import annotations

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class PatFieldType(WireEnum):
    """The type of a field's values. The last two were added in 24.1."""

    TEXT = "Text"
    PICK_LIST = "PickList"
    DATE = "Date"
    CHECKBOX = "Checkbox"
    CURRENCY = "Currency"
    CARE_CREDIT_STATUS = "CareCreditStatus"
    CARE_CREDIT_PRE_APPROVAL_AMT = "CareCreditPreApprovalAmt"
    CARE_CREDIT_AVAILABLE_CREDIT = "CareCreditAvailableCredit"


class PatFieldDef(Record):
    """One definition. `PickList` comes back empty: its items are in another table."""

    primary_key = "PatFieldDefNum"

    PatFieldDefNum: BigInt = 0
    FieldName: str = ""
    FieldType: PatFieldType = PatFieldType.TEXT
    PickList: str = ""
    IsHidden: bool = False


class PatFieldDefs(Resource):
    """Read, add, change and delete definitions. One in use can't be deleted.

    `PickList` has its items separated by line breaks (CR LF), and applies to the type PickList only.
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
