"""CodeGroups: procedure codes that benefits count together."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

_BY_GRID = Since("25.3.10")
"""The version since which a group is shown in each grid of benefits by a field of its own."""
_HISTORY = Since("26.2")
"""The version since which a group can stand for insurance history, and groups are listed by where they are shown."""


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
    ShowInFrequency: Annotated[bool, _BY_GRID] = False
    ShowInOther: Annotated[bool, _BY_GRID] = False


class CodeGroups(Resource):
    """The groups, in their order.

    Before 25.3.10, `IsHidden` keeps a group out of the frequency limitations; since then `ShowInFrequency` puts it
    there, and a hidden group is shown in no grid.
    """

    documentation = "API CodeGroups"

    @GET("/codegroups/{CodeGroupNum}", since="25.3.10")
    async def get(self, CodeGroupNum: int) -> CodeGroup: ...

    @GET("/codegroups", since="23.2.62")
    def list(
        self,
        *,
        IsHidden: Annotated[bool, _HISTORY] | None = None,
        ShowInAgeLimit: Annotated[bool, _HISTORY] | None = None,
        ShowInFrequency: Annotated[bool, _HISTORY] | None = None,
        ShowInOther: Annotated[bool, _HISTORY] | None = None,
        ShowInHistory: Annotated[bool, _HISTORY] | None = None,
    ) -> Rows[CodeGroup]: ...

    @POST("/codegroups", since="24.1.29", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        GroupName: str,
        ProcCodes: str | None = None,
        CodeGroupFixed: FixedCodeGroup | None = None,
        IsHidden: bool | None = None,
        ShowInAgeLimit: bool | None = None,
        ShowInFrequency: Annotated[bool, _BY_GRID] | None = None,
        ShowInOther: Annotated[bool, _BY_GRID] | None = None,
        ShowInHistory: Annotated[bool, _HISTORY] | None = None,
        HistProcCode: Annotated[str, _HISTORY] | None = None,
        IsPerioFourQuads: Annotated[bool, _HISTORY] | None = None,
    ) -> CodeGroup: ...

    @PUT("/codegroups/{CodeGroupNum}", since="24.1.29", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        CodeGroupNum: int,
        *,
        GroupName: str | None = None,
        ItemOrder: Annotated[int, _HISTORY] | None = None,
        ProcCodes: str | None = None,
        CodeGroupFixed: FixedCodeGroup | None = None,
        IsHidden: bool | None = None,
        ShowInAgeLimit: bool | None = None,
        ShowInFrequency: Annotated[bool, _BY_GRID] | None = None,
        ShowInOther: Annotated[bool, _BY_GRID] | None = None,
        ShowInHistory: Annotated[bool, _HISTORY] | None = None,
        HistProcCode: Annotated[str, _HISTORY] | None = None,
        IsPerioFourQuads: Annotated[bool, _HISTORY] | None = None,
    ) -> CodeGroup: ...

    @DELETE("/codegroups/{CodeGroupNum}", since="26.2", needs=Permission.ALL_OTHERS)
    async def delete(self, CodeGroupNum: int) -> None: ...
