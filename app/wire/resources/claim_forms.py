"""Claim forms: printed claim layouts."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.fields import BigInt, Money
from app.wire.record import Record
from app.wire.rows import Rows


class ClaimForm(Record):
    """The layout of one form."""

    primary_key = "ClaimFormNum"

    ClaimFormNum: BigInt = 0
    Description: str = ""
    IsHidden: bool = False
    FontName: str = ""
    FontSize: Money = Money(0)
    UniqueID: str = ""
    PrintImages: bool = False
    OffsetX: BigInt = 0
    OffsetY: BigInt = 0
    Width: BigInt = 0
    Height: BigInt = 0


class ClaimForms(Resource):
    """The forms, hidden ones included. No documentation page was available: see the contract's certainty."""

    documentation = "API ClaimForms"

    @GET("/claimforms/{ClaimFormNum}")
    async def get(self, ClaimFormNum: int) -> ClaimForm: ...

    @GET("/claimforms")
    def list(self) -> Rows[ClaimForm]: ...
