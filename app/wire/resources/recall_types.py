"""Recall types: what patients are called back for."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.fields import BigInt
from app.wire.record import Record
from app.wire.rows import Rows


class RecallType(Record):
    """One type. `Procedures` holds procedure codes separated by commas; interval and pattern may be empty."""

    primary_key = "RecallTypeNum"

    RecallTypeNum: BigInt = 0
    Description: str = ""
    DefaultInterval: str = ""
    TimePattern: str = ""
    Procedures: str = ""
    AppendToSpecial: bool = False


class RecallTypes(Resource):
    """The office's recall types."""

    documentation = "API RecallTypes"

    @GET("/recalltypes/{RecallTypeNum}", since="24.1.44")
    async def get(self, RecallTypeNum: int) -> RecallType: ...

    @GET("/recalltypes", since="24.1.44")
    def list(self) -> Rows[RecallType]: ...
