"""A desk that a test scripts, for what a hub would not do on demand: to be slow, to refuse, to vanish."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import time
from decimal import Decimal

from app.wire.hub.kiosk import (
    Arrive,
    Arrived,
    Balance,
    Company,
    ContactField,
    Help,
    Identified,
    Identify,
    KioskSetup,
    NextVisits,
    Outcome,
    Person,
    Propose,
    Question,
    VisitNamed,
)

SETUP = KioskSetup(version=1, practice="Willow Creek Dental", shows_balance=True)
ME = Person(index=0, initials="M. B.", at=time(10, 20))
MASKED = {
    ContactField.WIRELESS_PHONE: "•••-0142",
    ContactField.EMAIL: "m•••@example.com",
    ContactField.ADDRESS: "12•••",
    ContactField.CITY: "Salem",
}


class ScriptedDesk:
    """Answers as the office's hub would for one patient; `before` may delay or fail any call."""

    def __init__(self) -> None:
        self.asked: list[object] = []
        self.before: Callable[[object], None] = lambda _: None
        self.gate = asyncio.Event()
        self.gate.set()
        self.identified = Identified(outcome=Outcome.OK, visit="sealed", person=ME)
        self.company = Company(outcome=Outcome.OK, me=ME, contact=MASKED, asks=tuple(Question))
        self.arrived = Arrived(outcome=Outcome.OK)

    async def _take(self, asked: object) -> None:
        self.asked.append(asked)
        await self.gate.wait()
        self.before(asked)

    async def identify(self, asked: Identify) -> Identified:
        """As KioskDesk."""
        await self._take(asked)
        return self.identified

    async def who_is_here(self, asked: VisitNamed) -> Company:
        """As KioskDesk."""
        await self._take(asked)
        return self.company

    async def propose(self, asked: Propose) -> None:
        """As KioskDesk."""
        await self._take(asked)

    async def arrive(self, asked: Arrive) -> Arrived:
        """As KioskDesk."""
        await self._take(asked)
        return self.arrived

    async def next_visits(self, asked: VisitNamed) -> NextVisits:
        """As KioskDesk."""
        await self._take(asked)
        return NextVisits(outcome=Outcome.OK)

    async def balance(self, asked: VisitNamed) -> Balance:
        """As KioskDesk."""
        await self._take(asked)
        return Balance(outcome=Outcome.OK, amount=Decimal("128.40"))

    async def help(self, asked: Help) -> None:
        """As KioskDesk."""
        await self._take(asked)
