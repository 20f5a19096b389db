"""Claim trackings: what was done about a claim."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, ClaimKey, DateTime, Refers
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

ClaimErrorCodeKey = Annotated[int, Refers("definition", (43,))]
ClaimCustomTrackingKey = Annotated[int, Refers("definition", (31,))]


class ClaimTrackingType(WireEnum):
    """What an entry tracks."""

    STATUS_HISTORY = "StatusHistory"
    CLAIM_USER = "ClaimUser"
    CLAIM_PROC_RECEIVED = "ClaimProcReceived"


class ClaimTracking(Record):
    """One entry of a claim's history."""

    primary_key = "ClaimTrackingNum"

    ClaimTrackingNum: BigInt = 0
    ClaimNum: BigInt = 0
    TrackingType: ClaimTrackingType = ClaimTrackingType.STATUS_HISTORY
    UserNum: BigInt = 0
    DateTimeEntry: DateTime | None = None
    Note: str = ""
    TrackingDefNum: BigInt = 0
    TrackingErrorDefNum: BigInt = 0


class ClaimTrackings(Resource):
    """The status history of claims."""

    documentation = "API ClaimTrackings"

    @GET("/claimtrackings", since="23.2.5")
    def list(
        self,
        *,
        ClaimNum: ClaimKey | None = None,
    ) -> Rows[ClaimTracking]: ...

    @POST("/claimtrackings", since="23.2.5", needs=Permission.INSURANCE)
    async def create(
        self,
        *,
        ClaimNum: ClaimKey,
        Note: str | None = None,
        TrackingDefNum: ClaimCustomTrackingKey | None = None,
        TrackingErrorDefNum: ClaimErrorCodeKey | None = None,
    ) -> ClaimTracking: ...

    @PUT("/claimtrackings/{ClaimTrackingNum}", since="23.2.5", needs=Permission.INSURANCE)
    async def update(
        self,
        ClaimTrackingNum: int,
        *,
        Note: str | None = None,
        TrackingDefNum: ClaimCustomTrackingKey | None = None,
        TrackingErrorDefNum: ClaimErrorCodeKey | None = None,
    ) -> ClaimTracking: ...
