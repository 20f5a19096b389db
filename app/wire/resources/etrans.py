"""Etrans: the older page of electronic transactions, which was only planned."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import POST, Resource
from app.wire.fields import DateTime, Refers
from app.wire.permissions import Permission


class Etrans(Resource):
    """Imports an ERA 835. It returns nothing, and its fields are those of the documented example."""

    documentation = "API Etrans"

    @POST("/etrans", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        DateTimeTrans: DateTime | None = None,
        HqClearinghouseNum: int | None = None,
        MessageText: str | None = None,
        UserNum: Annotated[int, Refers("userod")] | None = None,
    ) -> None: ...
