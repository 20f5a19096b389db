"""Today's readiness is read before the office opens, once, and not during the day."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, time, timedelta

import pytest

from app.api.need import Need
from app.core.tasks import TaskScope
from app.services.huddle.ahead import AHEAD, HuddleAhead
from app.services.huddle.huddle import OfficeHuddle
from app.store.patients.readers import PatientParts
from tests.practice import office as tiny
from tests.support.bench_office import NOON, Bench

TURNS = 300


@pytest.fixture
async def scope() -> AsyncIterator[TaskScope]:
    """Whose tasks end with the test."""
    made = TaskScope("test", lambda error: pytest.fail(str(error)))
    yield made
    await made.close()


async def kept(bench: Bench, scope: TaskScope, first: datetime) -> tuple[OfficeHuddle, list[str]]:
    """A day whose only appointment begins then, watched until it is read, or for a while; and the requests."""
    bench.sql("DELETE FROM appointment")
    bench.visit(900_001, first.isoformat(" "))
    await bench.office.reader.open_days((tiny.TODAY,), Need.SCREEN)
    parts = PatientParts(bench.client, bench.office, scope, bench.clock)
    huddle = OfficeHuddle(bench.client, bench.office, parts, bench.clock)
    bench.wire.take()
    scope.start(HuddleAhead(huddle, bench.clock).keep(), "ahead")
    while first > NOON and huddle.state(tiny.TODAY).read_at is None:
        await asyncio.sleep(0)
    for _ in range(TURNS):
        await asyncio.sleep(0)
    return huddle, [line for line in bench.wire.take() if "head.BalTotal" in line]


async def test_it_is_read_two_hours_before_the_first_appointment(bench: Bench, scope: TaskScope) -> None:
    """A PC that is on early waits until then, and reads once."""
    huddle, sent = await kept(bench, scope, NOON + timedelta(hours=5))
    assert len(sent) == 1
    assert huddle.state(tiny.TODAY).progress.complete
    assert bench.clock.now() >= NOON + timedelta(hours=5) - AHEAD


async def test_a_pc_that_is_switched_on_later_reads_nothing(bench: Bench, scope: TaskScope) -> None:
    """Once the first appointment has begun, the day is read when somebody opens the huddle."""
    huddle, sent = await kept(bench, scope, datetime.combine(tiny.TODAY, time(11, 30)))
    assert sent == []
    assert huddle.state(tiny.TODAY).read_at is None
