"""CovSpans: ranges of procedure codes in an insurance category."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.fields import BigInt, Refers
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

CovCatKey = Annotated[int, Refers("covcat")]


class CovSpan(Record):
    """One range, both ends included. An end need not be an existing code."""

    primary_key = "CovSpanNum"

    CovSpanNum: BigInt = 0
    CovCatNum: BigInt = 0
    FromCode: str = ""
    ToCode: str = ""


class CovSpans(Resource):
    """The ranges of all categories or one. A range stays in its category."""

    documentation = "API CovSpans"

    @GET("/covspans/{CovSpanNum}", since="24.1.19")
    async def get(self, CovSpanNum: int) -> CovSpan: ...

    @GET("/covspans", since="24.1.19")
    def list(self, *, CovCatNum: CovCatKey | None = None) -> Rows[CovSpan]: ...

    @POST("/covspans", since="24.1.22", needs=Permission.SETUP)
    async def create(self, *, CovCatNum: CovCatKey, FromCode: str, ToCode: str) -> CovSpan: ...

    @PUT("/covspans/{CovSpanNum}", since="24.1.22", needs=Permission.SETUP)
    async def update(
        self, CovSpanNum: int, *, FromCode: str | None = None, ToCode: str | None = None
    ) -> CovSpan: ...

    @DELETE("/covspans/{CovSpanNum}", since="24.1.22", needs=Permission.SETUP)
    async def delete(self, CovSpanNum: int) -> None: ...
