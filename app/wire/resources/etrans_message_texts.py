"""Texts of electronic transactions."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.fields import BigInt
from app.wire.record import Record


class EtransMessageText(Record):
    """A whole X12 message."""

    primary_key = "EtransMessageTextNum"

    EtransMessageTextNum: BigInt = 0
    MessageText: str = ""


class EtransMessageTexts(Resource):
    """The texts that transactions refer to."""

    documentation = "API EtransMessageTexts"

    @GET("/etransmessagetexts/{EtransMessageTextNum}", since="23.2.11")
    async def get(self, EtransMessageTextNum: int) -> EtransMessageText: ...
