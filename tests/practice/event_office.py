"""An office that fires events, and their recipient."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from app.practice.server.events import Delivery, EventEngine
from tests.practice import office
from tests.practice.conftest import Desk, good

WORKSTATION = "FRONT1"
URL = "http://localhost:2097/"


@dataclass
class Mailbox:
    """Accepts events, unless it is down; sends them nowhere."""

    down: bool = False
    takes: int = 10_000
    """After this many events it accepts no more."""
    events: list[Delivery] = field(default_factory=list)

    async def deliver(self, delivery: Delivery) -> bool:
        """Accept an event."""
        if self.down or len(self.events) >= self.takes:
            return False
        self.events.append(delivery)
        return True

    async def aclose(self) -> None:
        """Nothing is open."""

    def rows(self) -> list[list[dict[str, Any]]]:
        """The events received since the last call."""
        events, self.events = self.events, []
        return [json.loads(each.body) for each in events]


class EventOffice:
    """A desk with an engine that polls on request."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.mailbox = Mailbox()
        self.engine = EventEngine(desk.practice, self.mailbox, workstation=WORKSTATION)

    async def subscribe(self, **fields: Any) -> int:
        """Subscribe to appointments, every 5 seconds by default; returns the subscription's number."""
        usual: dict[str, object] = {"EndPointUrl": URL, "Workstation": WORKSTATION}
        if "UiEventType" not in fields:
            usual |= {"WatchTable": "Appointment", "PollingSeconds": 5}
        row = good(await self.desk.post("/subscriptions", **{**usual, **fields})).json()
        return int(row["SubscriptionNum"])

    async def pass_(self, seconds: float) -> None:
        """Advance the time, then poll what is due."""
        self.desk.clock.pass_(seconds=seconds)
        await self.engine.poll()

    async def note(self, text: str, apt_num: int = office.VISIT) -> None:
        """Change an appointment through the API."""
        good(await self.desk.put(f"/appointments/{apt_num}", Note=text))

    def start_of(self, number: int) -> str:
        """The time from which a subscription is still to be notified."""
        wanted = "SELECT DateTimeStart FROM apisubscription WHERE ApiSubscriptionNum = ?"
        return str(self.desk.sql(wanted, number)[0][0])
