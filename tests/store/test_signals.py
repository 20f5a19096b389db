"""The office's signals: each is passed on once."""

from __future__ import annotations

import datetime

from app.core.office_clock import OfficeClock
from app.practice.schema.enums.base import SIGNAL_TYPE
from app.store.signals import Signals
from tests.support.bench_office import Bench, SteppingClock


async def test_each_signal_once(bench: Bench) -> None:
    """Those of the second in which the last answer was made are asked for again; none is told twice."""
    signals, told = Signals(bench.client, bench.clock), list[list[int]]()
    end = signals.watch(lambda rows: told.append([row.FKey for row in rows]))

    async def read(*keys: int) -> None:
        at = bench.clock.now().isoformat(" ", "seconds")
        for key in keys:
            command = "INSERT INTO signalod (IType, SigDateTime, FKey) VALUES (?, ?, ?)"
            bench.sql(command, SIGNAL_TYPE.number("Task"), at, key)
        await signals.read()

    await read()
    bench.clock.step(2)
    await read(1)
    await read(2, 3)
    await read()
    bench.clock.step(1)
    await read(4)
    assert told == [[1], [2, 3], [4]]
    assert signals.followed
    end()
    assert not signals.followed


async def test_a_start_before_the_office_has_told_its_time(bench: Bench) -> None:
    """With a PC's clock that is an hour ahead nothing of that hour is missed."""
    own = SteppingClock()
    own.step(3600)
    clock = OfficeClock(own)
    signals = Signals(bench.client, clock)
    signals.watch(lambda _: None)
    clock.update(bench.clock.now() - datetime.timedelta(seconds=5))
    bench.sql(
        "INSERT INTO signalod (IType, SigDateTime, FKey) VALUES (?, ?, 7)",
        SIGNAL_TYPE.number("Task"),
        bench.clock.now().isoformat(" ", "seconds"),
    )
    assert [row.FKey for row in await signals.read()] == [7]


async def test_what_was_signaled_before_the_first_reading(bench: Bench) -> None:
    """It isn't missed either: with a clock that is ahead the moment is kept, not taken anew by the first reading."""
    own = SteppingClock()
    own.step(3600)
    clock = OfficeClock(own)
    signals = Signals(bench.client, clock)
    signals.watch(lambda _: None)
    bench.sql(
        "INSERT INTO signalod (IType, SigDateTime, FKey) VALUES (?, ?, 7)",
        SIGNAL_TYPE.number("Task"),
        bench.clock.now().isoformat(" ", "seconds"),
    )
    bench.clock.step(8)
    own.step(8)
    clock.update(bench.clock.now())
    assert [row.FKey for row in await signals.read()] == [7]
