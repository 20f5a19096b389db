"""Sheet fields: the fields of a patient's sheet."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, DateTime, Refers
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

SheetKey = Annotated[int, Refers("sheet")]


class SheetFieldType(WireEnum):
    """The type of a field."""

    OUTPUT_TEXT = "OutputText"
    INPUT_FIELD = "InputField"
    STATIC_TEXT = "StaticText"
    PARAMETER = "Parameter"
    IMAGE = "Image"
    DRAWING = "Drawing"
    LINE = "Line"
    RECTANGLE = "Rectangle"
    CHECK_BOX = "CheckBox"
    SIG_BOX = "SigBox"
    PAT_IMAGE = "PatImage"
    SPECIAL = "Special"
    GRID = "Grid"
    COMBO_BOX = "ComboBox"
    SCREEN_CHART = "ScreenChart"
    MOBILE_HEADER = "MobileHeader"
    SIG_BOX_PRACTICE = "SigBoxPractice"


class SheetField(Record):
    """One field. A signed signature box has a `DateTimeSig`."""

    primary_key = "SheetFieldNum"

    SheetFieldNum: BigInt = 0
    SheetNum: BigInt = 0
    FieldType: SheetFieldType = SheetFieldType.OUTPUT_TEXT
    FieldName: str = ""
    FieldValue: str = ""
    IsRequired: bool = False
    ReportableName: str = ""
    DateTimeSig: DateTime | None = None


class SheetFields(Resource):
    """The fields of sheets. Before 25.2.3, `list` requires SheetNum.

    Only OutputText, InputField and CheckBox can be updated.
    """

    documentation = "API SheetFields"

    @GET("/sheetfields/{SheetFieldNum}", since="22.1")
    async def get(self, SheetFieldNum: int) -> SheetField: ...

    @GET("/sheetfields", since="22.1")
    def list(self, *, SheetNum: SheetKey | None = None) -> Rows[SheetField]: ...

    @PUT("/sheetfields/{SheetFieldNum}", since="25.2", needs=Permission.ALL_OTHERS)
    async def update(self, SheetFieldNum: int, *, FieldValue: str | None = None) -> SheetField: ...
