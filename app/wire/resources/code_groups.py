"""CodeGroups: procedure codes that benefits count together."""

from __future__ import annotations

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class FixedCodeGroup(WireEnum):
    """What Open Dental uses a group for."""

    NONE = "None"
    BW = "BW"
    PANO_FMX = "PanoFMX"
    EXAM = "Exam"
    PERIO = "Perio"
    PROPHY = "Prophy"
    SRP = "SRP"
    FM_DEBRIDE = "FMDebride"
    FLUORIDE = "Fluoride"
    SEALANT = "Sealant"


class CodeGroup(Record):
    """One group. `ProcCodes` has codes separated by commas and ranges with hyphens, without spaces."""

    primary_key = "CodeGroupNum"

    CodeGroupNum: BigInt = 0
    GroupName: str = ""
    ProcCodes: str = ""
    ItemOrder: BigInt = 0
    CodeGroupFixed: FixedCodeGroup = FixedCodeGroup.NONE
    IsHidden: bool = False
    ShowInAgeLimit: bool = False


class CodeGroups(Resource):
    """The groups, in their order. `IsHidden` keeps one out of the frequency limitations."""

    documentation = "API CodeGroups"

    @GET("/codegroups", since="23.2.62")
    def list(self) -> Rows[CodeGroup]: ...

    @POST("/codegroups", since="24.1.29", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        GroupName: str,
        ProcCodes: str | None = None,
        CodeGroupFixed: FixedCodeGroup | None = None,
        IsHidden: bool | None = None,
        ShowInAgeLimit: bool | None = None,
    ) -> CodeGroup: ...

    @PUT("/codegroups/{CodeGroupNum}", since="24.1.29", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        CodeGroupNum: int,
        *,
        GroupName: str | None = None,
        ProcCodes: str | None = None,
        CodeGroupFixed: FixedCodeGroup | None = None,
        IsHidden: bool | None = None,
        ShowInAgeLimit: bool | None = None,
    ) -> CodeGroup: ...
