"""Counts the requests per user action, where they are sent, against the practice in this process."""

from __future__ import annotations

import asyncio
import math
import tempfile
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.network.inside import in_process
from app.bootstrap.workspace import Workspace
from app.core.clock import Clock, ShiftedClock
from app.core.text import Words
from app.practice.server.app import Practice, open_practice
from app.practice.server.pace import PACES, PaceRule
from app.store.office import Change, Office
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from bench.clocks import SteppingClock, workday_morning
from bench.desks import is_complete, new_loop, open_desk, until
from bench.figures import Figure, at_most
from bench.patient_requests import patient_requests, useful_after
from bench.payment_requests import payment_requests
from bench.processes import SEED
from bench.recording import RecordingTransport

UNIT = "requests"
CALM_LOOKS = 60
FAR = timedelta(days=45)
"""A day that has not been read yet."""


def measure() -> list[Figure]:
    """Count for an office without a rate limit, then for a free key in Remote mode."""
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder, new_loop() as loop:
        usual = loop.run_until_complete(_usual(Path(folder)))
        return usual + loop.run_until_complete(_free_key(Path(folder)))


async def _usual(folder: Path) -> list[Figure]:
    clock = ShiftedClock.starting_at(workday_morning())
    practice = _practice(folder, clock)
    wire = RecordingTransport(in_process(practice.asgi))
    today = clock.now().date()
    try:
        async with open_desk(
            folder, OfficeAddress.standard(Mode.TRAINING), _keys(practice), lambda: wire, clock
        ) as desk:
            office = desk.schedule.model.parts.office
            complete = Moment(wire, office, lambda: _complete(office, today))
            await until(lambda: complete.sent is not None)
            await until(lambda: is_complete(desk))
            start = _of_the_start(complete.sent or [], today)
            prefetched = await _prefetched(desk, wire, today)
            patients = await patient_requests(desk, wire, partial(_calm, desk))
            return [
                *patients,
                *await payment_requests(desk, wire, partial(_calm, desk)),
                at_most("requests: cold start", start, UNIT, 12),
                at_most("requests: cold day, lists known", await _cold_day(desk, wire, today + FAR), UNIT, 3),
                at_most("requests: refresh", await _counted(wire, office.reader.refresh((today,))), UNIT, 1),
                at_most("requests: before a prefetched day is painted", prefetched, UNIT, 0),
            ]
    finally:
        practice.close()


def _of_the_start(sent: list[str], today: date) -> int:
    """The requests for today's complete schedule, with the key's permissions, which may be asked for just after.

    A free connection may already ask for the next day meanwhile: its requests are no part of the start.
    """
    ahead = next(
        (index for index, each in enumerate(sent) if "date=" in each and str(today) not in each), len(sent)
    )
    own = sent[:ahead] + [each for each in sent[ahead:] if "date=" not in each and "ShortQuery" not in each]
    return len(own) + (not any("/securityperms" in each for each in own))


def _complete(office: Office, today: date) -> bool:
    """Whether all of a day is in memory. The screen learns of it a moment later, when the next days are asked for."""
    return office.day(today) is not None and office.lists is not None and not office.still_coming((today,))


async def _prefetched(desk: Workspace, wire: RecordingTransport, today: date) -> float:
    """Requests between opening a prefetched day and its complete schedule on the screen."""
    office, schedule = desk.schedule.model.parts.office, desk.schedule.model.schedule
    ahead = [today + timedelta(days=each) for each in range(1, 8)]
    await until(lambda: _quiet(desk) and any(office.day(day) is not None for day in ahead))
    tomorrow = next(day for day in ahead if office.day(day) is not None)
    before = len(wire.sent)
    schedule.go_to(tomorrow)
    desk.schedule.canvas.viewport().repaint()
    painted = desk.schedule.canvas.scene.grid
    if painted.days != (tomorrow,) or painted.still_coming or not painted.visits:
        return math.inf
    return len(wire.sent) - before


async def _cold_day(desk: Workspace, wire: RecordingTransport, day: date) -> float:
    office = desk.schedule.model.parts.office
    await _calm(desk)
    while office.day(day) is not None or day.weekday() >= 5:
        day += timedelta(days=1)
    count = await _counted(wire, office.reader.open_day(day))
    return math.inf if office.still_coming((day,)) else count


async def _counted(wire: RecordingTransport, work: Awaitable[object]) -> float:
    before = len(wire.sent)
    await work
    return len(wire.sent) - before


async def _free_key(folder: Path) -> list[Figure]:
    """When the first schedule is readable with one request in five seconds, and whether it shows what is missing."""
    clock = SteppingClock(workday_morning())
    practice = _practice(folder, clock, PACES["read-all"], frozenset({Permission.READ_ALL}))
    wire = RecordingTransport(in_process(practice.asgi))
    address = OfficeAddress(Mode.REMOTE, "http://office.invalid/api/v1")
    today = clock.now().date()
    coming: list[tuple[Words, ...]] = []

    def readable(office: Office) -> bool:
        day = office.day(today)
        if office.lists is None or day is None or not day.appointments:
            return False
        coming.append(office.still_coming((today,)))
        return True

    try:
        first: list[Moment] = []

        def watch(office: Office) -> None:
            first.append(Moment(wire, office, lambda: readable(office)))

        async with open_desk(folder, address, _keys(practice), lambda: wire, clock, watch) as desk:
            await until(lambda: first[0].sent is not None)
            strip = await useful_after(desk, wire)
    finally:
        practice.close()
    after = first[0].answered if coming[0] else math.inf
    return [at_most("requests: first readable book, free Remote key", after, UNIT, 2), strip]


class Moment:
    """Records what had been sent and answered at the first change of the office after which a condition holds."""

    def __init__(self, wire: RecordingTransport, office: Office, holds: Callable[[], bool]) -> None:
        self._wire = wire
        self._holds = holds
        self.sent: list[str] | None = None
        self.answered = 0
        office.watch(self._look)
        self._look(None)

    def _look(self, _: Change | None) -> None:
        if self.sent is None and self._holds():
            self.sent = list(self._wire.sent)
            self.answered = self._wire.answered


def _practice(
    folder: Path,
    clock: Clock,
    pace: PaceRule | None = None,
    permissions: frozenset[Permission] = frozenset(Permission),
) -> Practice:
    return open_practice(
        str(folder / "practice.db"),
        seed=SEED,
        today=clock.now().date(),
        clock=clock,
        pace=pace,
        permissions=permissions,
        version=NEWEST,
    )


def _keys(practice: Practice) -> Keys:
    return Keys(practice.keys.developer_key, practice.keys.customer_key)


async def _calm(desk: Workspace) -> None:
    """Wait until no request has been in flight for a while."""
    calm = 0
    while calm < CALM_LOOKS:
        calm = calm + 1 if _quiet(desk) else 0
        await asyncio.sleep(0.005)


def _quiet(desk: Workspace) -> bool:
    status = desk.schedule.model.parts.client.status
    return is_complete(desk) and not status.waiting and not status.in_flight
