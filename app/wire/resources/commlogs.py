"""Commlogs: communication with patients."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, DateTime, PatientKey, Refers, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

CommTypeKey = Annotated[int, Refers("definition", (27,))]
CommTypeName = Annotated[str, Refers("definition", (27,), "ItemName")]
_WHOLE_ROW = Since("25.1.13")
"""The version since which answers hold the whole row."""


class CommMode(WireEnum):
    """The means of communication."""

    NONE = "None"
    EMAIL = "Email"
    MAIL = "Mail"
    PHONE = "Phone"
    IN_PERSON = "In Person"
    TEXT = "Text"
    EMAIL_AND_TEXT = "Email and Text"
    PHONE_AND_TEXT = "Phone and Text"


class CommDirection(WireEnum):
    """Sent or received."""

    NEITHER = "Neither"
    SENT = "Sent"
    RECEIVED = "Received"


class Commlog(Record):
    """One communication. `commType` is the name of CommType."""

    primary_key = "CommlogNum"

    CommlogNum: BigInt = 0
    PatNum: BigInt = 0
    CommDateTime: DateTime | None = None
    CommType: BigInt = 0
    commType: str = ""
    Note: str = ""
    Mode_: CommMode = CommMode.PHONE
    SentOrReceived: CommDirection = CommDirection.SENT
    UserNum: Annotated[BigInt, _WHOLE_ROW] = 0
    DateTStamp: Annotated[DateTime | None, _WHOLE_ROW] = None
    CommSource: Annotated[str, _WHOLE_ROW] = ""
    ProgramNum: Annotated[BigInt, _WHOLE_ROW] = 0
    DateTEntry: Annotated[DateTime | None, _WHOLE_ROW] = None
    ReferralNum: Annotated[BigInt, _WHOLE_ROW] = 0


class Commlogs(Resource):
    """Communications with patients.

    Before 25.1.13, `list` requires PatNum. Before 23.3.7, `create` answered without the new row, which reads as
    an empty one. `update` replaces the note and clears its signature.
    """

    documentation = "API Commlogs"

    @GET("/commlogs/{CommlogNum}", since="25.1.13")
    async def get(self, CommlogNum: int) -> Commlog: ...

    @GET("/commlogs", since="21.1")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
        DateTStamp: Annotated[DateTime, Since("25.1.13")] | None = None,
    ) -> Rows[Commlog]: ...

    @POST("/commlogs", since="21.1", needs=Permission.COMM, may_be_empty=True)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        Note: str,
        CommDateTime: DateTime | None = None,
        CommType: CommTypeKey | None = None,
        commType: CommTypeName | None = None,
        Mode_: CommMode | None = None,
        SentOrReceived: CommDirection | None = None,
    ) -> Commlog: ...

    @PUT("/commlogs/{CommlogNum}", since="25.2.21", needs=Permission.ALL_OTHERS)
    async def update(self, CommlogNum: int, *, Note: str | None = None) -> Commlog: ...
