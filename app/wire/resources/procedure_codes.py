"""ProcedureCodes: the office's procedure codes."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, DateTime, Money, ProviderKey, Refers, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

CodeCategoryKey = Annotated[int, Refers("definition", (11,))]
CodeCategoryName = Annotated[str, Refers("definition", (11,), "ItemName")]
ExistingCode = Annotated[str, Refers("procedurecode", column="ProcCode")]


class TreatmentArea(WireEnum):
    """The treatment area of a code."""

    NONE = "None"
    SURF = "Surf"
    TOOTH = "Tooth"
    MOUTH = "Mouth"
    QUAD = "Quad"
    SEXTANT = "Sextant"
    ARCH = "Arch"
    TOOTH_RANGE = "ToothRange"


class ToothPaint(WireEnum):
    """What the chart draws on the tooth."""

    NONE = "None"
    EXTRACTION = "Extraction"
    IMPLANT = "Implant"
    RCT = "RCT"
    POST_BU = "PostBU"
    FILLING_DARK = "FillingDark"
    FILLING_LIGHT = "FillingLight"
    CROWN_DARK = "CrownDark"
    CROWN_LIGHT = "CrownLight"
    BRIDGE_DARK = "BridgeDark"
    BRIDGE_LIGHT = "BridgeLight"
    DENTURE_DARK = "DentureDark"
    DENTURE_LIGHT = "DentureLight"
    SEALANT = "Sealant"
    VENEER = "Veneer"
    TEXT = "Text"
    RETAINED_ROOT = "RetainedRoot"
    SPACE_MAINTAINER = "SpaceMaintainer"


class SubstitutionCondition(WireEnum):
    """The teeth for which insurance pays for another code instead."""

    ALWAYS = "Always"
    MOLAR = "Molar"
    SECOND_MOLAR = "SecondMolar"
    NEVER = "Never"
    POSTERIOR = "Posterior"


class ProcedureCode(Record):
    """One code. `procCat` is the name of ProcCat; ProcTime has one character per time increment."""

    primary_key = "CodeNum"

    CodeNum: BigInt = 0
    ProcCode: str = ""
    Descript: str = ""
    AbbrDesc: str = ""
    ProcTime: str = ""
    ProcCat: BigInt = 0
    procCat: str = ""
    TreatArea: TreatmentArea = TreatmentArea.NONE
    NoBillIns: bool = False
    IsProsth: bool = False
    DefaultNote: str = ""
    IsHygiene: bool = False
    AlternateCode1: str = ""
    MedicalCode: str = ""
    IsTaxed: bool = False
    PaintType: ToothPaint = ToothPaint.NONE
    LaymanTerm: str = ""
    IsCanadianLab: bool = False
    BaseUnits: BigInt = 0
    SubstitutionCode: str = ""
    SubstOnlyIf: SubstitutionCondition = SubstitutionCondition.ALWAYS
    DateTStamp: DateTime | None = None
    DrugNDC: str = ""
    RevenueCodeDefault: str = ""
    ProvNumDefault: BigInt = 0
    CanadaTimeUnits: Money = Money(0)
    IsRadiology: bool = False
    DefaultClaimNote: str = ""
    DefaultTPNote: str = ""
    PaintText: str = ""
    AreaAlsoToothRange: bool = False
    DiagnosticCodes: str = ""


class ProcedureCodes(Resource):
    """The office's procedure codes. The code itself can't change, and codes can't be deleted.

    The category is set by its definition (ProcCat) or its text (procCat), not both. MedicalCode and
    SubstitutionCode must exist; PaintText requires PaintType Text, AreaAlsoToothRange the TreatArea Quad or
    Arch.
    """

    documentation = "API ProcedureCodes"

    @GET("/procedurecodes/{CodeNum}", since="23.3.25")
    async def get(self, CodeNum: int) -> ProcedureCode: ...

    @GET("/procedurecodes", since="22.3.22")
    def list(
        self, *, DateTStamp: Annotated[DateTime, Since("22.4.28")] | None = None
    ) -> Rows[ProcedureCode]: ...

    @POST("/procedurecodes", since="22.3", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        ProcCode: str,
        Descript: str,
        AbbrDesc: str,
        ProcCat: CodeCategoryKey | None = None,
        procCat: CodeCategoryName | None = None,
        ProcTime: str | None = None,
        TreatArea: Annotated[TreatmentArea, Since("22.4.34")] | None = None,
        NoBillIns: Annotated[bool, Since("23.2.10")] | None = None,
        IsProsth: Annotated[bool, Since("23.3.25")] | None = None,
        DefaultNote: str | None = None,
        IsHygiene: bool | None = None,
        AlternateCode1: Annotated[str, Since("23.3.25")] | None = None,
        MedicalCode: ExistingCode | None = None,
        IsTaxed: Annotated[bool, Since("23.3.25")] | None = None,
        PaintType: Annotated[ToothPaint, Since("23.3.25")] | None = None,
        LaymanTerm: str | None = None,
        IsCanadianLab: Annotated[bool, Since("23.3.25")] | None = None,
        BaseUnits: Annotated[int, Since("23.3.25")] | None = None,
        SubstitutionCode: Annotated[ExistingCode, Since("22.4.9")] | None = None,
        SubstOnlyIf: Annotated[SubstitutionCondition, Since("22.4.9")] | None = None,
        DrugNDC: Annotated[str, Since("23.3.25")] | None = None,
        RevenueCodeDefault: Annotated[str, Since("23.3.25")] | None = None,
        ProvNumDefault: ProviderKey | None = None,
        CanadaTimeUnits: Money | None = None,
        IsRadiology: Annotated[bool, Since("23.3.25")] | None = None,
        DefaultClaimNote: Annotated[str, Since("23.3.25")] | None = None,
        DefaultTPNote: Annotated[str, Since("23.3.25")] | None = None,
        PaintText: Annotated[str, Since("23.3.24")] | None = None,
        AreaAlsoToothRange: Annotated[bool, Since("23.3.25")] | None = None,
        DiagnosticCodes: Annotated[str, Since("23.3.25")] | None = None,
    ) -> ProcedureCode: ...

    @PUT("/procedurecodes/{CodeNum}", since="23.3.25", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        CodeNum: int,
        *,
        Descript: str | None = None,
        AbbrDesc: str | None = None,
        ProcTime: str | None = None,
        ProcCat: CodeCategoryKey | None = None,
        procCat: CodeCategoryName | None = None,
        TreatArea: TreatmentArea | None = None,
        NoBillIns: bool | None = None,
        IsProsth: bool | None = None,
        DefaultNote: str | None = None,
        IsHygiene: bool | None = None,
        AlternateCode1: str | None = None,
        MedicalCode: ExistingCode | None = None,
        IsTaxed: bool | None = None,
        PaintType: ToothPaint | None = None,
        LaymanTerm: str | None = None,
        IsCanadianLab: bool | None = None,
        BaseUnits: int | None = None,
        SubstitutionCode: ExistingCode | None = None,
        SubstOnlyIf: SubstitutionCondition | None = None,
        DrugNDC: str | None = None,
        RevenueCodeDefault: str | None = None,
        ProvNumDefault: ProviderKey | None = None,
        CanadaTimeUnits: Money | None = None,
        IsRadiology: bool | None = None,
        DefaultClaimNote: str | None = None,
        DefaultTPNote: str | None = None,
        PaintText: str | None = None,
        AreaAlsoToothRange: bool | None = None,
        DiagnosticCodes: str | None = None,
    ) -> ProcedureCode: ...
