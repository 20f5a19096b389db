"""What the pages ask the office's hub for, and the hub behind it."""

from __future__ import annotations

from typing import Protocol, TypeVar

from app.wire.hub.actions import HubAction, Message, Reply
from app.wire.hub.kiosk import (
    ARRIVE,
    BALANCE,
    HELP,
    IDENTIFY,
    NEXT_VISITS,
    PROPOSE,
    WHO_IS_HERE,
    Arrive,
    Arrived,
    Balance,
    Company,
    Help,
    Identified,
    Identify,
    NextVisits,
    Propose,
    VisitNamed,
)

A = TypeVar("A", bound=Message)
R = TypeVar("R", bound=Reply)


class KioskDesk(Protocol):
    """The actions of a patient's visit. Each raises HubRefused, or ApiError without an answer."""

    async def identify(self, asked: Identify) -> Identified:
        """Find the appointment."""
        ...

    async def who_is_here(self, asked: VisitNamed) -> Company:
        """Family members with an appointment now, and the patient's masked contact data."""
        ...

    async def propose(self, asked: Propose) -> None:
        """Tell the front desk what has changed."""
        ...

    async def arrive(self, asked: Arrive) -> Arrived:
        """Check in."""
        ...

    async def next_visits(self, asked: VisitNamed) -> NextVisits:
        """Future appointments."""
        ...

    async def balance(self, asked: VisitNamed) -> Balance:
        """What the patient owes."""
        ...

    async def help(self, asked: Help) -> None:
        """Call somebody."""
        ...


class Link(Protocol):
    """The connection of a paired device (`app.api.hub.link`)."""

    async def call(self, action: HubAction[A, R], asked: A, /) -> R:
        """One action."""
        ...


class HubDesk:
    """The pages' actions through the kiosk's link to the hub."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def identify(self, asked: Identify) -> Identified:
        """Find the appointment."""
        return await self._link.call(IDENTIFY, asked)

    async def who_is_here(self, asked: VisitNamed) -> Company:
        """Family members with an appointment now, and the patient's masked contact data."""
        return await self._link.call(WHO_IS_HERE, asked)

    async def propose(self, asked: Propose) -> None:
        """Tell the front desk what has changed."""
        await self._link.call(PROPOSE, asked)

    async def arrive(self, asked: Arrive) -> Arrived:
        """Check in."""
        return await self._link.call(ARRIVE, asked)

    async def next_visits(self, asked: VisitNamed) -> NextVisits:
        """Future appointments."""
        return await self._link.call(NEXT_VISITS, asked)

    async def balance(self, asked: VisitNamed) -> Balance:
        """What the patient owes."""
        return await self._link.call(BALANCE, asked)

    async def help(self, asked: Help) -> None:
        """Call somebody."""
        await self._link.call(HELP, asked)
