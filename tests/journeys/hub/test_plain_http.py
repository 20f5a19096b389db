"""A desk that reaches the API Service of another PC without encryption."""

from __future__ import annotations

from dataclasses import dataclass

from app.api.modes import OfficeAddress, service_address
from app.api.transport import Transport
from tests.journeys.desk import Desk, Desks
from tests.journeys.practices import Practices, Served

WARNING = "This PC talks to 10.0.0.5 without encryption"


@dataclass
class AtAnAddress(Served):
    """The practice, as if on another PC."""

    @property
    def address(self) -> OfficeAddress:
        """Its address."""
        return service_address("10.0.0.5")

    def transport(self) -> Transport:
        """In this process all the same."""
        return Served.transport(self)


async def test_it_is_said_once(open_practice: Practices, open_desk: Desks) -> None:
    """The first start says it and offers the office hub; the next start doesn't."""
    served = open_practice()
    far = AtAnAddress(served.practice, served.path, served.clock, served.faults, None)
    desk = await open_desk(far)
    await desk.told(WARNING)
    desk.press_button("Office hub", desk.toast(WARNING))
    await desk.until(lambda: desk.model.desk.hub.is_open)
    await close(desk, open_desk)
    again = await open_desk(far, journal=desk.journal)
    await again.turn(20)
    assert not any(WARNING in each for each in again.toasts)


async def close(desk: Desk, desks: Desks) -> None:
    """Close a desk, so that its journal can be opened again."""
    desks._open.remove(desk)
    await desk.close()
