"""Sheet field definitions: the fields of a template, with positions."""

from __future__ import annotations

from decimal import Decimal

from app.wire.endpoint import GET, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt
from app.wire.record import Record
from app.wire.resources.sheet_defs import SheetDefKey
from app.wire.resources.sheet_fields import SheetFieldType
from app.wire.rows import Rows


class GrowthKind(WireEnum):
    """What a field does when its text does not fit."""

    NONE = "None"
    DOWN_LOCAL = "DownLocal"
    DOWN_GLOBAL = "DownGlobal"
    FILL_RIGHT_DOWN = "FillRightDown"
    FILL_DOWN = "FillDown"
    FILL_RIGHT = "FillRight"
    FILL_DOWN_FIT_COLUMNS = "FillDownFitColumns"


class TextAlignment(WireEnum):
    """The alignment of a text in its box."""

    LEFT = "Left"
    RIGHT = "Right"
    CENTER = "Center"


class FieldLayoutMode(WireEnum):
    """In which chart layout a field is shown; Default everywhere else."""

    DEFAULT = "Default"
    TREAT_PLAN = "TreatPlan"
    ECW = "Ecw"
    ECW_TREAT_PLAN = "EcwTreatPlan"
    ORION = "Orion"
    ORION_TREAT_PLAN = "OrionTreatPlan"
    MEDICAL_PRACTICE = "MedicalPractice"
    MEDICAL_PRACTICE_TREAT_PLAN = "MedicalPracticeTreatPlan"


class SheetFieldDef(Record):
    """One field of a template. Positions and sizes are pixels, 100 per inch; ItemColor is a signed ARGB number."""

    primary_key = "SheetFieldDefNum"

    SheetFieldDefNum: BigInt = 0
    SheetDefNum: BigInt = 0
    FieldType: SheetFieldType = SheetFieldType.OUTPUT_TEXT
    FieldName: str = ""
    FieldValue: str = ""
    FontSize: Decimal = Decimal(0)
    FontName: str = ""
    FontIsBold: bool = False
    XPos: BigInt = 0
    YPos: BigInt = 0
    Width: BigInt = 0
    Height: BigInt = 0
    GrowthBehavior: GrowthKind = GrowthKind.NONE
    RadioButtonValue: str = ""
    RadioButtonGroup: str = ""
    IsRequired: bool = False
    TabOrder: BigInt = 0
    ReportableName: str = ""
    TextAlign: TextAlignment = TextAlignment.LEFT
    IsPaymentOption: bool = False
    ItemColor: BigInt = 0
    IsLocked: bool = False
    TabOrderMobile: BigInt = 0
    UiLabelMobile: str = ""
    UiLabelMobileRadioButton: str = ""
    LayoutMode: FieldLayoutMode = FieldLayoutMode.DEFAULT
    Language: str = ""
    CanElectronicallySign: bool = False
    IsSigProvRestricted: bool = False


class SheetFieldDefs(Resource):
    """The fields of one template, or of all. Undocumented: declared as public clients use it."""

    documentation = "API SheetFieldDefs"

    @GET("/sheetfielddefs/{SheetFieldDefNum}")
    async def get(self, SheetFieldDefNum: int) -> SheetFieldDef: ...

    @GET("/sheetfielddefs")
    def list(self, *, SheetDefNum: SheetDefKey | None = None) -> Rows[SheetFieldDef]: ...
