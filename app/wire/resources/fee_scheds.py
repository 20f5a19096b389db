"""FeeScheds: fee schedules."""

from __future__ import annotations

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, DateTime
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class FeeSchedKind(WireEnum):
    """What a schedule's amounts mean; it can't change."""

    NORMAL = "Normal"
    CO_PAY = "CoPay"
    OUT_NETWORK = "OutNetwork"
    FIXED_BENEFIT = "FixedBenefit"
    MANUAL_BLUE_BOOK = "ManualBlueBook"


class FeeSched(Record):
    """One fee schedule. A global one has one fee per procedure, the same in every clinic."""

    primary_key = "FeeSchedNum"

    FeeSchedNum: BigInt = 0
    Description: str = ""
    FeeSchedType: FeeSchedKind = FeeSchedKind.NORMAL
    ItemOrder: BigInt = 0
    IsHidden: bool = False
    IsGlobal: bool = False
    SecUserNumEntry: BigInt = 0
    SecDateEntry: Date | None = None
    SecDateTEdit: DateTime | None = None


class FeeScheds(Resource):
    """The office's fee schedules, hidden ones included. They can't be deleted."""

    documentation = "API FeeScheds"

    @GET("/feescheds", since="22.4.31")
    def list(self) -> Rows[FeeSched]: ...

    @POST("/feescheds", since="23.3.7", needs=Permission.ALL_OTHERS, status=200)
    async def create(
        self,
        *,
        Description: str,
        FeeSchedType: FeeSchedKind,
        IsHidden: bool | None = None,
        IsGlobal: bool | None = None,
    ) -> FeeSched: ...

    @PUT("/feescheds/{FeeSchedNum}", since="23.3.7", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        FeeSchedNum: int,
        *,
        Description: str | None = None,
        IsHidden: bool | None = None,
        IsGlobal: bool | None = None,
    ) -> FeeSched: ...
