"""Commlogs: communication with patients."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, DateTime, PatientKey, Refers
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

CommTypeKey = Annotated[int, Refers("definition", (27,))]
CommTypeName = Annotated[str, Refers("definition", (27,), "ItemName")]


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


class Commlogs(Resource):
    """One patient's communications.

    Before 23.3.7, `create` answered without the new row, which reads as an empty one.
    """

    documentation = "API Commlogs"

    @GET("/commlogs", since="21.1")
    def list(self, *, PatNum: PatientKey) -> Rows[Commlog]: ...

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
