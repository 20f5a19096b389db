"""Etrans: the older page of electronic transactions, which was only ever planned."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import POST, Resource
from app.wire.fields import DateTime, Refers
from app.wire.permissions import Permission


class Etrans(Resource):
    """Takes in a message of the type ERA 835. Nothing comes back, and its fields are those of the printed example."""

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
