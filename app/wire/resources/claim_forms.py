"""Claim forms: printed claim layouts."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.fields import Money
from app.wire.record import Record
from app.wire.rows import Rows


class ClaimForm(Record):
    """The layout of one form."""

    primary_key = "ClaimFormNum"

    ClaimFormNum: int = 0
    Description: str = ""
    IsHidden: bool = False
    FontName: str = ""
    FontSize: Money = Money(0)
    UniqueID: str = ""
    PrintImages: bool = False
    OffsetX: int = 0
    OffsetY: int = 0
    Width: int = 0
    Height: int = 0


class ClaimForms(Resource):
    """The forms, hidden ones included. No documentation page was available: see the contract's certainty."""

    documentation = "API ClaimForms"

    @GET("/claimforms/{ClaimFormNum}")
    async def get(self, ClaimFormNum: int) -> ClaimForm: ...

    @GET("/claimforms")
    def list(self) -> Rows[ClaimForm]: ...
