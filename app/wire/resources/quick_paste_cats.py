"""Quick paste categories."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.fields import BigInt
from app.wire.record import Record
from app.wire.rows import Rows


class QuickPasteCat(Record):
    """One category. `DefaultForTypes` lists the note types that it opens for, separated by commas."""

    primary_key = "QuickPasteCatNum"

    QuickPasteCatNum: BigInt = 0
    Description: str = ""
    ItemOrder: BigInt = 0
    DefaultForTypes: str = ""


class QuickPasteCats(Resource):
    """The office's categories."""

    documentation = "API QuickPasteCats"

    @GET("/quickpastecats/{QuickPasteCatNum}", since="22.3.26")
    async def get(self, QuickPasteCatNum: int) -> QuickPasteCat: ...

    @GET("/quickpastecats", since="22.3.26")
    def list(self) -> Rows[QuickPasteCat]: ...
