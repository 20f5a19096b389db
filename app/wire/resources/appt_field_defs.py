"""Appointment field definitions: custom fields of appointments."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Only
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class ApptFieldType(WireEnum):
    """The type of a field's values. A new field is free text or a list; 26.2 added the others."""

    TEXT = "Text"
    PICK_LIST = "PickList"
    DATE = "Date"
    CHECKBOX = "Checkbox"
    CURRENCY = "Currency"
    CARE_CREDIT_STATUS = "CareCreditStatus"
    CARE_CREDIT_PRE_APPROVAL_AMT = "CareCreditPreApprovalAmt"
    CARE_CREDIT_AVAILABLE_CREDIT = "CareCreditAvailableCredit"


class ApptFieldDef(Record):
    """One definition. `PickList` has its items separated by line breaks (CR LF)."""

    primary_key = "ApptFieldDefNum"

    ApptFieldDefNum: BigInt = 0
    FieldName: str = ""
    FieldType: ApptFieldType = ApptFieldType.TEXT
    PickList: str = ""


class ApptFieldDefs(Resource):
    """Read, add and change definitions; `ApptFields` has the values, which move to a new name."""

    documentation = "API ApptFieldDefs"

    @GET("/apptfielddefs", since="21.4")
    def list(self) -> Rows[ApptFieldDef]: ...

    @POST("/apptfielddefs", since="21.4", needs=Permission.SETUP)
    async def create(
        self,
        *,
        FieldName: str,
        FieldType: Annotated[ApptFieldType, Only(ApptFieldType.TEXT, ApptFieldType.PICK_LIST)] | None = None,
        PickList: str | None = None,
    ) -> ApptFieldDef: ...

    @GET("/apptfielddefs/{ApptFieldDefNum}", since="26.2")
    async def get(self, ApptFieldDefNum: int) -> ApptFieldDef: ...

    @PUT("/apptfielddefs/{ApptFieldDefNum}", since="26.2", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        ApptFieldDefNum: int,
        *,
        FieldName: str | None = None,
        FieldType: ApptFieldType | None = None,
        PickList: str | None = None,
    ) -> ApptFieldDef: ...
