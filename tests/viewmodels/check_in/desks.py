"""Desks in mode Hub without a window, beside a kiosk: what a patient does there is seen at each of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.api.hub.access import HubAccess
from app.api.hub.link import HubLink
from app.api.modes import hub_address
from app.bootstrap.hub.door import HubDoor
from app.bootstrap.session import OfficeConnection, Session
from app.core.tasks import TaskScope
from app.domain.people.staff import Member
from app.hub.devices.devices import DeviceBook
from app.services.people.secrets import SecretsInMemory
from app.viewmodels.staff.check_in.model import CheckInModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import Ready
from app.wire.hub.actions import Kind
from tests.hub.shared.desks import set_up
from tests.services.people.offices import ANA, BEN, PINS
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice
from tests.support.qt_loop import until

__all__ = ["ANA", "BEN", "CheckInDesk", "CheckInDesks", "hub_connection"]


async def hub_connection(hub: HubOffice, store: Path, name: str) -> OfficeConnection:
    """How a newly paired desk reaches its office."""
    device, token = await hub.hub.part(DeviceBook).add(Kind.DESK, name)
    access = HubAccess.first(token, hub.certificate.certificate, device.device_num)
    door = HubDoor(access, hub.url)
    return OfficeConnection(
        address=hub_address(hub.url),
        keys=access,
        make_transport=door.transport,
        seal_key=bytes(32),
        store_path=store,
        who="someone",
        secrets=SecretsInMemory(),
        hub=door,
    )


CALM = 40
"""Looks in a row, some milliseconds apart, at which nothing may be under way: pages are read one after another."""


@dataclass
class CheckInDesk:
    """One desk whose schedule of today has been read, and that has heard of the kiosks."""

    session: Session
    desk: DeskViewModel
    schedule: ScheduleScreenViewModel
    calls: list[None]
    """One for each action that the hub has not answered yet."""

    @property
    def check_in(self) -> CheckInModel:
        """Everything of check-in at this desk."""
        found = self.desk.check_in.check_in
        assert isinstance(found, CheckInModel)
        return found

    def is_quiet(self) -> bool:
        """Whether nothing is asked of the office and the hub now."""
        status, stream = self.desk.parts.client.status, self.desk.parts.hub.stream
        reading = any(each._running for each in self.check_in.state._readings.values())
        asking = status.in_flight or status.waiting or self.calls or reading or self.check_in.tasks._writing
        return stream.standing and not asking

    def told(self) -> list[str]:
        """What the toasts said."""
        return [each.words for each in self.desk.notices.items]


def counted(link: HubLink) -> list[None]:
    """Keeps one None for each call that is under way."""
    calls: list[None] = []
    send = link.call

    async def call(*asked: Any, **how: Any) -> Any:
        calls.append(None)
        try:
            return await send(*asked, **how)
        finally:
            calls.pop()

    link.call = call  # type: ignore[method-assign]
    return calls


@dataclass
class CheckInDesks:
    """Opens desks of one hub."""

    hub: HubOffice
    clock: FastClock
    folder: Path
    scope: TaskScope
    opened: list[CheckInDesk] = field(default_factory=list)

    async def __call__(self, who: Member | None = ANA, store: str = "") -> CheckInDesk:
        """A new desk, with this person signed in; `store`: the file of an earlier one, which was closed.

        With the first one people begin to sign in at this office: until then everybody may do everything.
        """
        if not self.opened:
            await set_up(self.hub, self.clock, self.scope)
        number = len(self.opened) + 1
        path = self.folder / (store or f"desk{number}.db")
        session = Session(await hub_connection(self.hub, path, f"Desk {number}"), self.clock)
        desk = await session.open()
        schedule = await desk.screens.show("schedule")
        assert isinstance(schedule, ScheduleScreenViewModel)
        if who is not None:
            await desk.parts.staff.sign_in(who.user_num, PINS[who.user_num])
        await session.settle_in()
        opened = CheckInDesk(session, desk, schedule, counted(desk.parts.hub.link))
        self.opened.append(opened)
        await until(lambda: isinstance(schedule.schedule.state, Ready) and not schedule.schedule.state.coming)
        await until(lambda: desk.check_in.check_in is not None and opened.check_in.state.arrivals is not None)
        await until(lambda: opened.check_in.state.office is not None and desk.parts.hub.stream.standing)
        return opened

    async def skip(self, seconds: float) -> None:
        """Let so much time pass while nothing is under way: an answer of before would set the office's clock back."""
        await self.calm()
        self.clock.skip(seconds)

    async def reread(self, at: CheckInDesk) -> None:
        """Read the day after a change that nobody tells of, sharing no answer that was on its way before."""
        await self.calm()
        at.schedule.refresh()

    async def calm(self) -> None:
        """Wait until nothing is asked any more, of the office or of the hub."""
        looks = 0

        def is_over() -> bool:
            nonlocal looks
            status = self.hub.hub.office.status
            quiet = not (status.in_flight or status.waiting) and all(each.is_quiet() for each in self.opened)
            looks = looks + 1 if quiet else 0
            return looks == CALM

        await until(is_over)

    async def close(self) -> None:
        """Close all of them, once what a skipped clock has started is over: a half-open connection would be left."""
        await self.calm()
        for each in reversed(self.opened):
            await each.session.close()
            each.desk.deleteLater()
