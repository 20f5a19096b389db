"""Auto note controls: the prompts of auto notes."""

from __future__ import annotations

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class AutoNoteControlType(WireEnum):
    """How a prompt is answered."""

    TEXT = "Text"
    ONE_RESPONSE = "OneResponse"
    MULTI_RESPONSE = "MultiResponse"


class AutoNoteControl(Record):
    """One prompt. `ControlOptions` has its choices separated by line breaks, or its default text."""

    primary_key = "AutoNoteControlNum"

    AutoNoteControlNum: BigInt = 0
    Descript: str = ""
    ControlType: AutoNoteControlType = AutoNoteControlType.TEXT
    ControlLabel: str = ""
    ControlOptions: str = ""


class AutoNoteControls(Resource):
    """Read, add and change prompts."""

    documentation = "API AutoNoteControls"

    @GET("/autonotecontrols", since="22.3.22")
    def list(self) -> Rows[AutoNoteControl]: ...

    @POST("/autonotecontrols", since="22.3", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        Descript: str,
        ControlType: AutoNoteControlType,
        ControlLabel: str,
        ControlOptions: str | None = None,
    ) -> AutoNoteControl: ...

    @PUT("/autonotecontrols/{AutoNoteControlNum}", since="22.3", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        AutoNoteControlNum: int,
        *,
        Descript: str | None = None,
        ControlType: AutoNoteControlType | None = None,
        ControlLabel: str | None = None,
        ControlOptions: str | None = None,
    ) -> None: ...
