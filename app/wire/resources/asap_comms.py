"""ASAP texts: openings offered to patients on the ASAP list."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, Resource
from app.wire.enums import WireEnum
from app.wire.fields import AppointmentKey, BigInt, ClinicKey, Date, DateTime, OperatoryKey, Refers, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

RecallKey = Annotated[int, Refers("recall")]


class AsapCommFKeyType(WireEnum):
    """What `FKey` refers to."""

    NONE = "None"
    SCHEDULED_APPT = "ScheduledAppt"
    UNSCHEDULED_APPT = "UnscheduledAppt"
    PLANNED_APPT = "PlannedAppt"
    RECALL = "Recall"
    BROKEN = "Broken"


class AutoCommStatus(WireEnum):
    """Whether the text was sent."""

    UNDEFINED = "Undefined"
    DO_NOT_SEND = "DoNotSend"
    SEND_NOT_ATTEMPTED = "SendNotAttempted"
    SEND_SUCCESSFUL = "SendSuccessful"
    SEND_FAILED = "SendFailed"
    SENT_AWAITING_RECEIPT = "SentAwaitingReceipt"


class AsapRSVPStatus(WireEnum):
    """The patient's response."""

    UNABLE_TO_SEND = "UnableToSend"
    AWAITING_TRANSMIT = "AwaitingTransmit"
    PENDING_RSVP = "PendingRsvp"
    VIEWED = "Viewed"
    VIEWED_NOT_AVAILABLE = "ViewedNotAvailable"
    ACCEPTED_AND_MOVED = "AcceptedAndMoved"
    ACCEPTED_AND_NOT_AVAILABLE = "AcceptedAndNotAvailable"
    DECLINED = "Declined"
    CHOSE_DIFFERENT_SLOT = "ChoseDifferentSlot"
    EXPIRED = "Expired"
    FAILED = "Failed"
    DECLINED_STOP_COMM = "DeclinedStopComm"


class AsapComm(Record):
    """One text. `ScheduleNum` is the blockout that it offers, `DateTimeOrig` the patient's current appointment time."""

    primary_key = "AsapCommNum"

    AsapCommNum: BigInt = 0
    FKey: BigInt = 0
    FKeyType: AsapCommFKeyType = AsapCommFKeyType.NONE
    ScheduleNum: BigInt = 0
    PatNum: BigInt = 0
    ClinicNum: BigInt = 0
    DateTimeEntry: DateTime | None = None
    DateTimeExpire: DateTime | None = None
    DateTimeSmsScheduled: DateTime | None = None
    SmsSendStatus: AutoCommStatus = AutoCommStatus.UNDEFINED
    DateTimeSmsSent: DateTime | None = None
    ResponseStatus: AsapRSVPStatus = AsapRSVPStatus.UNABLE_TO_SEND
    DateTimeOrig: DateTime | None = None
    TemplateText: str = ""
    Note: str = ""


class AsapComms(Resource):
    """Read texts, and offer an opening to the patient of an ASAP appointment, or of an ASAP recall.

    `dateStart` is inclusive and `dateEnd` exclusive here; without dates, `list` covers the last 7 days.
    """

    documentation = "API AsapComms"

    @GET("/asapcomms/{AsapCommNum}", since="23.3.3")
    async def get(self, AsapCommNum: int) -> AsapComm: ...

    @GET("/asapcomms", since="23.3.3")
    def list(
        self,
        *,
        ClinicNum: ClinicKey | None = None,
        date: Date | None = None,
        dateStart: Date | None = None,
        dateEnd: Date | None = None,
    ) -> Rows[AsapComm]: ...

    @POST("/asapcomms", since="23.3.3", needs=Permission.TEXTING_ASAP, status=200)
    async def create(
        self,
        *,
        op: OperatoryKey,
        dateTimeStart: DateTime,
        aptNum: AppointmentKey | None = None,
        recallNum: Annotated[RecallKey, Since("25.2.9")] | None = None,
    ) -> AsapComm: ...
