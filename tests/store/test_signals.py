"""The office's signals: each is passed on once."""

from __future__ import annotations

from app.practice.schema.enums.base import SIGNAL_TYPE
from app.store.signals import Signals
from tests.support.bench_office import Bench


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
