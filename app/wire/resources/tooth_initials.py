"""ToothInitials: the initial state of the tooth chart."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Color, DateTime, Money, Only, PatientKey, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class ToothInitialType(WireEnum):
    """The type of a tooth chart entry."""

    MISSING = "Missing"
    HIDDEN = "Hidden"
    PRIMARY = "Primary"
    SHIFT_M = "ShiftM"
    SHIFT_O = "ShiftO"
    SHIFT_B = "ShiftB"
    ROTATE = "Rotate"
    TIP_M = "TipM"
    TIP_B = "TipB"
    DRAWING = "Drawing"
    TEXT = "Text"


class ToothInitial(Record):
    """One entry. Movement is in millimeters or degrees."""

    primary_key = "ToothInitialNum"

    ToothInitialNum: BigInt = 0
    PatNum: BigInt = 0
    ToothNum: str = ""
    InitialType: ToothInitialType = ToothInitialType.MISSING
    Movement: Money = Money(0)
    DrawingSegment: str = ""
    ColorDraw: Color = "0,0,0"
    SecDateTEntry: DateTime | None = None
    SecDateTEdit: DateTime | None = None
    DrawText: str = ""


class ToothInitials(Resource):
    """Missing, hidden or primary teeth, tooth movements, and drawings."""

    documentation = "API ToothInitials"

    @GET("/toothinitials", since="24.2.3")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
    ) -> Rows[ToothInitial]: ...

    @POST("/toothinitials", since="24.2.3", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        ToothNum: str,
        InitialType: Annotated[
            ToothInitialType,
            Only(ToothInitialType.MISSING, ToothInitialType.HIDDEN, ToothInitialType.PRIMARY),
        ],
        Movement: Annotated[Money, Since("26.2")] | None = None,
    ) -> ToothInitial: ...

    @DELETE("/toothinitials/{ToothInitialNum}", since="24.2.3", needs=Permission.ALL_OTHERS)
    async def delete(self, ToothInitialNum: int) -> None: ...
