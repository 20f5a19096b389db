"""Marks appointments arrived: each once, also when answers are lost, hubs are killed, or two patients are at it.

What is not known is settled by reading. Nothing is sent again after the patient was sent to the desk, because staff
may mark the appointment then.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from app.api.errors import ApiError, NotFound, NotSent, Refused
from app.domain.kiosk.appointments import Standing, booked_of, must_see_desk, standing_of
from app.hub.database.tables import device
from app.hub.handling import Asker
from app.hub.hub import Hub
from app.hub.kiosk import arrival_rows as rows
from app.hub.kiosk.arrival_rows import Claim, Ended, How, Job, State
from app.hub.kiosk.notes import Notes
from app.hub.kiosk.sendings import CONFIRM, Sendings
from app.hub.kiosk.settings import KioskSettings
from app.hub.kiosk.today import TodayReader
from app.wire.hub.actions import Kind
from app.wire.hub.check_in import ArrivalResult, Why
from app.wire.hub.stream import Changed, Topic, Written
from app.wire.resources.appointments_records import Appointment

ANSWER_SECONDS = 12.0
"""A kiosk is answered after this long; what is still on its way then is looked for behind it."""
LOOKS = (0.0, 0.5, 1.0, 2.0, 4.0)
"""Pauses before reading back, in seconds, while the patient waits."""
LATER_LOOKS = (5.0, 10.0, 20.0, 30.0)
"""Pauses after that; the last one repeats."""
LATE_WRITE = timedelta(seconds=90)
"""A gateway times out after 60 s, and the office may still write: "not marked" is trusted only after that."""
OTHER_HUB_SECONDS = 0.75
"""Between two looks at what another hub makes of the same check-in."""
HERE = (ArrivalResult.ARRIVED, ArrivalResult.ALREADY)
AWAY = Ended(State.FREE, ArrivalResult.SENT_TO_DESK, Why.OFFICE_AWAY)
LOOKED_FOR = Ended(State.UNCLEAR, ArrivalResult.UNCLEAR, Why.LOOKED_FOR)


class Arriving:
    """The check-ins of one hub."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._owner = secrets.token_hex(16)
        self._running: dict[int, asyncio.Task[ArrivalResult]] = {}
        self._sendings = hub.part(Sendings)

    # --- for one patient -----------------------------------------------------------------------------------

    async def arrive(self, jobs: list[Job]) -> bool:
        """Mark one patient's appointments; whether all of them are marked now."""
        results = [await self._one(job) for job in jobs]
        return all(result in HERE for result in results)

    async def _one(self, job: Job) -> ArrivalResult:
        """Mark one appointment."""
        until = self._hub.clock.monotonic() + ANSWER_SECONDS
        while True:
            claimed = await self._claim(job)
            left = until - self._hub.clock.monotonic()
            if claimed.how is How.DONE:
                return ArrivalResult.ALREADY
            if claimed.how is not How.BUSY:
                settle = self._look(claimed.arrival_num, job) if claimed.how is How.OWNED_SENT else None
                task = self._start(claimed.arrival_num, settle or self._mark(claimed.arrival_num, job))
                return await self._answer(claimed.arrival_num, job, task, left)
            if claimed.state is State.UNCLEAR or left <= 0:
                return ArrivalResult.UNCLEAR
            running = self._running.get(claimed.arrival_num)
            if running is not None:
                await self._wait(running, left)
            else:
                await self._hub.clock.sleep(OTHER_HUB_SECONDS)

    async def _answer(
        self, arrival_num: int, job: Job, task: asyncio.Task[ArrivalResult], seconds: float
    ) -> ArrivalResult:
        """The result if it comes in time; else the patient sees the desk, and staff are told now."""
        if await self._wait(task, seconds):
            return task.result()
        if not task.cancelled():
            self._sendings.withdraw(job.apt_num)
            await self._end(arrival_num, job.asker, LOOKED_FOR)
        return ArrivalResult.UNCLEAR

    # --- across hubs and starts -----------------------------------------------------------------------------

    async def keep(self) -> None:
        """Keep what is running here, and settle what another hub, or an earlier run, left behind."""
        now, mine = self._hub.clock.utc(), list(self._running)
        if mine:
            await self._hub.database.run(lambda connection: rows.renew(connection, mine, self._owner, now))
        left = await self._hub.database.run(lambda connection: rows.take_over(connection, self._owner, now))
        for row in left:
            asker = await self._asker(row.device_num)
            if row.state == State.OPEN.value:
                ended = Ended(State.FREE, ArrivalResult.SENT_TO_DESK, Why.INTERRUPTED)
                await self._end(row.arrival_num, asker, ended)
            else:
                job = Job(asker, row.pat_num, row.apt_num, datetime.min, row.day, row.request)  # noqa: DTZ901
                last = row.lease_until.replace(tzinfo=UTC)
                await self._end(row.arrival_num, asker, LOOKED_FOR)
                self._start(row.arrival_num, self._settle(row.arrival_num, job, last))

    async def close(self) -> None:
        """End what is running; whoever owns the rows next settles it."""
        running = list(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    # --- the steps -----------------------------------------------------------------------------------------

    async def _mark(self, arrival_num: int, job: Job) -> ArrivalResult:
        """Read, send, read back."""
        for _ in range(2):
            try:
                ended, status = await self._judge(job)
            except ApiError:
                ended, status = AWAY, 0
            if ended is not None:
                return await self._end(arrival_num, job.asker, ended)
            if not await self._about_to_send(arrival_num):
                return await self._end(arrival_num, job.asker, AWAY)
            try:
                await self._sendings.send(job.apt_num, status)
            except NotSent:  # also withdrawn, because somebody has changed the appointment since it was read
                continue
            except Refused:
                refused = Ended(State.FREE, ArrivalResult.SENT_TO_DESK, Why.REFUSED)
                return await self._end(arrival_num, job.asker, refused)
            except ApiError:
                pass
            return await self._look(arrival_num, job)
        return await self._end(arrival_num, job.asker, AWAY)

    async def _judge(self, job: Job) -> tuple[Ended | None, int]:
        """The end of a check-in for which nothing is to be sent; else the status to set. Raises ApiErrors."""
        stages = await self._hub.part(TodayReader).read_stages()
        rules = (await self._hub.part(KioskSettings).current()).rules
        try:
            row = await self._hub.office.appointments.get(job.apt_num)
        except NotFound:
            return Ended(State.FREE, ArrivalResult.SENT_TO_DESK, Why.CHANGED), 0
        booked = booked_of(row, stages)
        why = ""
        if booked is None or booked.start != job.start or booked.pat_num != job.pat_num:
            why = Why.CHANGED
        elif must_see_desk([booked], rules):
            why = Why.RULES
        elif booked.standing is Standing.HERE:
            return Ended(State.DONE, ArrivalResult.ALREADY), 0
        elif not stages.arrived:
            why = Why.NO_STATUS
        return (Ended(State.FREE, ArrivalResult.SENT_TO_DESK, why) if why else None), stages.arrived

    async def _look(self, arrival_num: int, job: Job) -> ArrivalResult:
        """Read back a few times while the patient waits; then go on behind it."""
        sent = self._hub.clock.utc()
        for pause in LOOKS:
            if pause:
                await self._hub.clock.sleep(pause)
            if await self._is_here(job):
                return await self._arrived(arrival_num, job)
        await self._end(arrival_num, job.asker, LOOKED_FOR)
        self._running.pop(arrival_num, None)
        self._start(arrival_num, self._settle(arrival_num, job, sent))
        return ArrivalResult.UNCLEAR

    async def _settle(self, arrival_num: int, job: Job, sent: datetime) -> ArrivalResult:
        """Read until it is marked, or until it is not and nothing can mark it any more."""
        number = 0
        while True:
            late = self._hub.clock.utc() - sent >= LATE_WRITE
            here = await self._is_here(job)
            if here:
                return await self._arrived(arrival_num, job)
            if late and here is not None:
                missed = Ended(State.FREE, ArrivalResult.SENT_TO_DESK, Why.NOT_MARKED)
                return await self._end(arrival_num, job.asker, missed)
            await self._hub.clock.sleep(LATER_LOOKS[min(number, len(LATER_LOOKS) - 1)])
            number += 1

    async def _is_here(self, job: Job) -> bool | None:
        """Whether the appointment is marked; None: the office doesn't say."""
        try:
            stages = await self._hub.part(TodayReader).read_stages()
            row: Appointment = await self._hub.office.appointments.get(job.apt_num)
        except NotFound:
            return False
        except ApiError:
            return None
        return standing_of(row, stages) is Standing.HERE

    async def _arrived(self, arrival_num: int, job: Job) -> ArrivalResult:
        keys = {"AptNum": job.apt_num}
        self._hub.stream.tell(Written(CONFIRM, job.asker.device_num, keys))
        return await self._end(arrival_num, job.asker, Ended(State.DONE, ArrivalResult.ARRIVED))

    # --- inside --------------------------------------------------------------------------------------------

    async def _claim(self, job: Job) -> Claim:
        now = self._hub.clock.utc()
        try:
            return await self._hub.database.run(lambda db: rows.claim(db, job, self._owner, now))
        except sa.exc.IntegrityError:  # another hub made the row in this moment
            return await self._hub.database.run(lambda db: rows.claim(db, job, self._owner, now))

    async def _about_to_send(self, arrival_num: int) -> bool:
        now = self._hub.clock.utc()
        return await self._hub.database.run(lambda db: rows.mark_sent(db, arrival_num, self._owner, now))

    async def _end(self, arrival_num: int, asker: Asker, ended: Ended) -> ArrivalResult:
        """Record it and tell the desks; nothing happens to a row that another hub has taken over."""
        now = self._hub.clock.now()
        changed = await self._hub.database.run(
            lambda db: rows.finish(db, arrival_num, self._owner, ended, asker, now)
        )
        if changed is None:
            return ArrivalResult.UNCLEAR
        self._hub.part(Notes).check_in(
            asker, ended.why or ended.result.value, apt_num=changed[0], pat_num=changed[1]
        )
        self._hub.stream.tell(Changed(Topic.ARRIVALS))
        return ended.result

    async def _asker(self, device_num: int) -> Asker:
        """The kiosk of a row that was left behind."""
        named = sa.select(device.c.name).where(device.c.device_num == device_num)
        name = await self._hub.database.run(lambda connection: connection.execute(named).scalar())
        return Asker(device_num, name or "", Kind.KIOSK, "")

    def _start(
        self, arrival_num: int, work: Coroutine[None, None, ArrivalResult]
    ) -> asyncio.Task[ArrivalResult]:
        """Run it as a task of the hub: a kiosk that goes away cancels nothing."""
        task = self._hub.scope.start(work, f"arrival {arrival_num}")
        self._running[arrival_num] = task
        task.add_done_callback(lambda ended: self._forget(arrival_num, ended))
        return task

    def _forget(self, arrival_num: int, task: asyncio.Task[ArrivalResult]) -> None:
        if self._running.get(arrival_num) is task:
            del self._running[arrival_num]

    async def _wait(self, task: asyncio.Task[ArrivalResult], seconds: float) -> bool:
        """Wait for a task so long by the hub's clock; whether it has ended."""
        pause = self._hub.scope.start(self._hub.clock.sleep(max(seconds, 0.0)), "kiosk waits")
        await asyncio.wait({task, pause}, return_when=asyncio.FIRST_COMPLETED)
        pause.cancel()
        return task.done() and not task.cancelled()
