"""A practice's day as patients at kiosks meet it: people and appointments of a test, and what became of them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.api.client import OpenDental
from app.api.hub.link import HubLink
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.network.inside import in_process
from app.domain.schedule.stages import StageRules
from app.hub.kiosk.identify import FAILURE_SECONDS
from app.hub.kiosk.today import TodayReader
from app.practice.server.app import Practice
from app.wire.hub.actions import Nothing
from app.wire.hub.check_in import (
    ARRIVALS,
    CHANGE_KIOSK_OFFICE,
    KIOSK_OFFICE,
    Arrival,
    ArrivalResult,
    ChangeKioskOffice,
    CheckInRules,
)
from app.wire.hub.kiosk import (
    ARRIVE,
    IDENTIFY,
    Arrive,
    Identified,
    Identify,
    KioskSetup,
    Outcome,
)
from app.wire.resources.appointments import Appointment
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice

BORN = date(1909, 3, 14)
"""A birthdate that nobody in the seeded practice has."""
HALF_PAST_TEN = datetime(2026, 11, 17, 10, 30)


class KioskClock(FastClock):
    """Skips the wait before a failure's answer, which is the shortest there is. The hub's own tasks wait as usual."""

    hurries = True

    async def sleep(self, seconds: float) -> None:
        """Wait, or skip the wait."""
        task = asyncio.current_task()
        if self.hurries and seconds <= FAILURE_SECONDS and task is not None and ":" not in task.get_name():
            self.skip(seconds)
        await super().sleep(0.0 if self.hurries and seconds <= FAILURE_SECONDS else seconds)


@dataclass
class WaitingRoom:
    """The office, a desk, a kiosk, and the clock that all of them share."""

    hub: HubOffice
    office: OpenDental
    """The test's own way to the practice."""
    clock: FastClock
    desk: HubLink
    kiosk: HubLink
    stages: StageRules
    _ops: list[int] = field(default_factory=list)

    @classmethod
    @contextlib.asynccontextmanager
    async def open(cls, hub: HubOffice, practice: Practice, clock: FastClock) -> AsyncIterator[WaitingRoom]:
        """Open it; nothing but what a test makes is of its birthdates."""
        office = own_client(practice)
        stages = await hub.hub.part(TodayReader).read_stages()
        desk, kiosk = await hub.desk(), await hub.kiosk()
        ops = [row.OperatoryNum for row in await office.operatories.list()]
        try:
            yield cls(hub, office, clock, desk, kiosk, stages, ops)
        finally:
            await office.aclose()

    # --- what the test arranges ----------------------------------------------------------------------------

    async def patient(
        self, last: str = "Okafor", first: str = "Ada", born: date | None = BORN, **fields: object
    ) -> int:
        """A new patient."""
        row = await self.office.patients.create(LName=last, FName=first, Birthdate=born, **fields)  # type: ignore[arg-type]
        return row.PatNum

    async def book(
        self, pat_num: int, start: datetime = HALF_PAST_TEN, minutes: int = 30, **fields: object
    ) -> int:
        """A new appointment, in an operatory of its own."""
        row = await self.office.appointments.create(
            PatNum=pat_num,
            Op=self._ops[0],
            AptDateTime=start,
            Pattern="X" * (minutes // 5),
            Confirmed=self.stages.first,
            **fields,  # type: ignore[arg-type]
        )
        self._ops.append(self._ops.pop(0))
        return row.AptNum

    async def expected(self, start: datetime = HALF_PAST_TEN, **fields: object) -> int:
        """A new patient's appointment."""
        return await self.book(await self.patient(**fields), start)  # type: ignore[arg-type]

    async def rules(self, rules: CheckInRules, setup: KioskSetup | None = None, pin: str = "") -> None:
        """Set the kiosks up."""
        known = await self.desk.call(KIOSK_OFFICE, Nothing())
        change = ChangeKioskOffice(setup=setup or known.setup, rules=rules, exit_pin=pin, who="Ana")
        await self.desk.call(CHANGE_KIOSK_OFFICE, change)

    # --- what happens at a kiosk ----------------------------------------------------------------------------

    async def identify(
        self, letters: str = "oka", born: date = BORN, kiosk: HubLink | None = None
    ) -> Identified:
        """A patient types birthdate and letters."""
        return await (kiosk or self.kiosk).call(IDENTIFY, Identify(birthdate=born, letters=letters))

    async def visit(self, letters: str = "oka", born: date = BORN, kiosk: HubLink | None = None) -> str:
        """The visit of a patient who is found."""
        found = await self.identify(letters, born, kiosk)
        assert found.outcome is Outcome.OK
        return found.visit

    async def arrive(
        self,
        visit: str,
        *people: int,
        request: str = "request 1",
        kiosk: HubLink | None = None,
        times: float = 1,
        once: Callable[[], bool] = lambda: True,
    ) -> Outcome:
        """Patients say that they are here; the clock runs `times` as fast meanwhile, as soon as `once` holds."""
        hurrying = self.hub.hub.scope.start(self._hurry(times, once), "hurrying")
        asked = Arrive(visit=visit, people=people or (0,), request=request)
        try:
            return (await (kiosk or self.kiosk).call(ARRIVE, asked)).outcome
        finally:
            hurrying.cancel()
            self.clock.run(1)

    async def _hurry(self, times: float, once: Callable[[], bool]) -> None:
        while not once():  # the office's log of requests has no event
            await asyncio.sleep(0.005)
        self.clock.run(times)

    # --- what became of it -----------------------------------------------------------------------------------

    async def row(self, apt_num: int) -> Appointment:
        """The appointment in the office."""
        return await self.office.appointments.get(apt_num)

    async def is_marked(self, apt_num: int) -> bool:
        """Whether it is marked arrived."""
        return (await self.row(apt_num)).Confirmed == self.stages.arrived

    async def times_marked(self, apt_num: int) -> int:
        """How often the office was told so."""
        rows = await self.office.hist_appointments.list(AptNum=apt_num)
        return sum(row.Confirmed == self.stages.arrived for row in rows)

    async def arrivals(self) -> tuple[Arrival, ...]:
        """What the desks see."""
        return (await self.desk.call(ARRIVALS, Nothing())).arrivals

    async def results(self) -> list[ArrivalResult]:
        """The same, by result, the latest first."""
        return [each.result for each in await self.arrivals()]


def own_client(practice: Practice) -> OpenDental:
    """A client of the practice that the hub knows nothing of."""
    keys = Keys(practice.keys.developer_key, practice.keys.customer_key)
    address = OfficeAddress.standard(Mode.TRAINING)
    return OpenDental(address, keys, in_process(practice.asgi), on_error=_raise)


def _raise(error: BaseException) -> None:
    raise error


MINUTE = timedelta(minutes=1)
