"""Subscriptions: changes and events that the office sends to the caller's address."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, DateTime, DayAlone
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class WatchedTable(WireEnum):
    """The tables whose changed rows can be sent."""

    APPOINTMENT = "Appointment"
    APPOINTMENT_DELETED = "AppointmentDeleted"
    OPERATORY = "Operatory"
    PAT_FIELD = "PatField"
    PATIENT = "Patient"
    PROVIDER = "Provider"
    SCHEDULE = "Schedule"
    TOOTH_INITIAL = "ToothInitial"

    @property
    def since(self) -> str | None:
        """The version of Open Dental that supports it; None: announced, and in no version yet."""
        return {
            WatchedTable.APPOINTMENT_DELETED: "22.4.35",
            WatchedTable.OPERATORY: "24.2.11",
            WatchedTable.PAT_FIELD: "22.4.8",
            WatchedTable.PROVIDER: "24.2.11",
            WatchedTable.SCHEDULE: "24.2.11",
            WatchedTable.TOOTH_INITIAL: None,
        }.get(self, "22.1")


class UiEventKind(WireEnum):
    """What a user does at a workstation."""

    PATIENT_SELECTED = "PatientSelected"


NO_TABLE = WatchedTable("")
NO_UI_EVENT = UiEventKind("")


class Subscription(Record):
    """One subscription: to a table, polled every PollingSeconds, or to UI events; the other one is blank.

    `DateTimeStart` is the start of undelivered changes; it moves with each delivered poll.
    """

    primary_key = "SubscriptionNum"

    SubscriptionNum: BigInt = 0
    EndPointUrl: str = ""
    Workstation: str = ""
    CustomerKey: str = ""
    WatchTable: WatchedTable = NO_TABLE
    PollingSeconds: BigInt = 0
    UiEventType: UiEventKind = NO_UI_EVENT
    DateTimeStart: DateTime | None = None
    DateTimeStop: DateTime | None = None
    Note: str = ""


class Subscriptions(Resource):
    """The subscriptions of this customer key. Workstation names the sending PC; blank: all of them."""

    documentation = "API Subscriptions"

    @POST("/subscriptions", since="22.1", needs=Permission.READ_ALL)
    async def create(
        self,
        *,
        EndPointUrl: str,
        Workstation: str | None = None,
        PollingSeconds: int | None = None,
        WatchTable: WatchedTable | None = None,
        UiEventType: UiEventKind | None = None,
        DateTimeStart: Annotated[DateTime, DayAlone()] | None = None,
        DateTimeStop: Annotated[DateTime, DayAlone()] | None = None,
        Note: str | None = None,
    ) -> Subscription: ...

    @GET("/subscriptions", since="22.1")
    def list(self) -> Rows[Subscription]: ...

    @PUT("/subscriptions/{SubscriptionNum}", since="22.1", needs=Permission.READ_ALL)
    async def update(
        self,
        SubscriptionNum: int,
        *,
        EndPointUrl: str | None = None,
        Workstation: str | None = None,
        PollingSeconds: int | None = None,
        DateTimeStart: Annotated[DateTime, DayAlone()] | None = None,
        DateTimeStop: Annotated[DateTime, DayAlone()] | None = None,
        Note: str | None = None,
    ) -> None: ...

    @DELETE("/subscriptions/{SubscriptionNum}", since="22.1", needs=Permission.ALL_OTHERS)
    async def delete(self, SubscriptionNum: int) -> None: ...
