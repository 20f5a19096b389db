"""Recalls: who is due, for what and when."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, ClinicKey, Date, DateTime, Money, PatientKey, ProviderKey, Refers
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

RecallTypeKey = Annotated[int, Refers("recalltype")]
RecallStatusKey = Annotated[int, Refers("definition", (13,))]


class RecallPriority(WireEnum):
    """Whether the patient wants to come as soon as possible."""

    NORMAL = "Normal"
    ASAP = "ASAP"


class CommItemMode(WireEnum):
    """The reminder method, as `set_status` spells it."""

    NONE = "None"
    EMAIL = "Email"
    MAIL = "Mail"
    PHONE = "Phone"
    IN_PERSON = "InPerson"
    TEXT = "Text"
    EMAIL_AND_TEXT = "EmailAndText"
    PHONE_AND_TEXT = "PhoneAndText"


class Recall(Record):
    """One recall of one patient. `RecallInterval` is text such as 6m1d; `DatePrevious` is computed by the office."""

    primary_key = "RecallNum"

    RecallNum: BigInt = 0
    PatNum: BigInt = 0
    DateDue: Date | None = None
    DatePrevious: Date | None = None
    RecallInterval: str = ""
    RecallStatus: BigInt = 0
    recallStatus: str = ""
    Note: str = ""
    IsDisabled: bool = False
    DateTStamp: DateTime | None = None
    RecallTypeNum: BigInt = 0
    DisableUntilBalance: Money = Money(0)
    DisableUntilDate: Date | None = None
    DateScheduled: Date | None = None
    Priority: RecallPriority = RecallPriority.NORMAL
    TimePatternOverride: str = ""


class RecallListRow(Record):
    """One row of the recall list, as text. `DueDate` and `LastRemind` are M/d/yyyy or empty."""

    DueDate: str = ""
    PatNum: BigInt = 0
    Patient: str = ""
    Age: BigInt = 0
    Type: str = ""
    Interval: str = ""
    NumRemind: BigInt = 0
    LastRemind: str = ""
    Contact: str = ""
    Status: str = ""
    ClinicNum: BigInt = 0
    Note: str = ""


class Recalls(Resource):
    """Read, add and change recalls. A patient has at most one of each type."""

    documentation = "API Recalls"

    @GET("/recalls", since="22.4.40")
    def list(self, *, PatNum: PatientKey | None = None) -> Rows[Recall]: ...

    @GET("/recalls/List", since="22.1")
    def recall_list(
        self,
        *,
        DateStart: Date | None = None,
        DateEnd: Date | None = None,
        ProvNum: ProviderKey | None = None,
        ClinicNum: ClinicKey | None = None,
        RecallType: str | None = None,
        IncludeReminded: bool | None = None,
    ) -> Rows[RecallListRow]: ...

    @POST("/recalls", since="24.2.31", needs=Permission.ALL_OTHERS, status=200)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        RecallTypeNum: RecallTypeKey,
        DateDue: Date | None = None,
        RecallInterval: str | None = None,
        RecallStatus: RecallStatusKey | None = None,
        Note: str | None = None,
        IsDisabled: bool | None = None,
        DisableUntilBalance: Money | None = None,
        DisableUntilDate: Date | None = None,
        Priority: RecallPriority | None = None,
        TimePatternOverride: str | None = None,
    ) -> Recall: ...

    @PUT("/recalls/{RecallNum}", since="24.2.31", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        RecallNum: int,
        *,
        DateDue: Date | None = None,
        RecallInterval: str | None = None,
        RecallStatus: RecallStatusKey | None = None,
        Note: str | None = None,
        IsDisabled: bool | None = None,
        DisableUntilBalance: Money | None = None,
        DisableUntilDate: Date | None = None,
        Priority: RecallPriority | None = None,
        TimePatternOverride: str | None = None,
    ) -> Recall: ...

    @PUT("/recalls/Status", since="21.2", needs=Permission.COMM)
    async def set_status(
        self,
        *,
        PatNum: PatientKey,
        recallType: str,
        RecallStatus: RecallStatusKey | None = None,
        commlogMode: CommItemMode | None = None,
        commlogNote: str | None = None,
    ) -> None: ...

    @PUT("/recalls/SwitchType", since="22.4.41", needs=Permission.ALL_OTHERS)
    async def switch_type(self, *, PatNum: PatientKey) -> None: ...
