"""Invariants under any sequence of requests, cancellations and answers."""

from __future__ import annotations

import itertools
import random
from collections import Counter

import pytest

from app.api import errors
from app.api.need import Need
from app.api.pace import MOST_AT_ONCE, NO_PACE, PAID_PACE
from app.api.transport import Answer, TransportLost, TransportNotSent
from tests.api.conftest import MakeBench
from tests.api.script import GOOD, read, write
from tests.support.manual_clock import settle

OUTCOMES = (
    GOOD,
    GOOD,
    GOOD,
    Answer(404, {}, b""),
    Answer(500, {}, b""),
    Answer(504, {}, b""),
    TransportNotSent("ConnectError"),
    TransportLost("ReadError", timed_out=False),
    TransportLost("TimeoutError", timed_out=True),
)
BUSY = Answer(429, {"retry-after": "1"}, b"")


@pytest.mark.parametrize("seed", range(25))
async def test_chaos(make_bench: MakeBench, seed: int) -> None:
    """Nobody waits forever, no slot is lost, no write is sent twice, and the rate limit is kept, whatever happens."""
    dice = random.Random(seed)
    pace = dice.choice((NO_PACE, PAID_PACE))
    bench = make_bench(pace=pace)
    bench.broker.set_pace(pace)
    writes = 0
    for _ in range(150):
        match dice.randrange(6):
            case 0 | 1:
                path = f"/read{dice.randrange(8)}"
                bench.script.then(path, dice.choice((*OUTCOMES, BUSY)))
                bench.ask(read(path), dice.choice(list(Need)))
            case 2:
                writes += 1
                bench.script.then(f"/write{writes}", dice.choice(OUTCOMES))
                bench.ask(write(f"/write{writes}"), dice.choice(list(Need)))
            case 3 if bench.asked:
                dice.choice(bench.asked).cancel()
            case 4:
                await bench.clock.advance(dice.random() * 3)
            case _:
                bench.script.takes = dice.choice((0.0, 0.2, 2.0))
                await settle()
        assert bench.broker.status.in_flight <= (1 if pace.interval else MOST_AT_ONCE)
    bench.script.takes = 0.0
    await bench.clock.advance(2_000)
    status = bench.broker.status
    assert (status.waiting, status.in_flight) == (0, 0)
    assert all(task.done() for task in bench.asked)
    failures = [task.exception() for task in bench.asked if not task.cancelled()]
    assert all(failure is None or isinstance(failure, errors.ApiError) for failure in failures)
    left = Counter(sent.path for sent in bench.script.sent if sent.verb == "PUT")
    assert set(left.values()) <= {1}
    starts = [sent.at for sent in bench.script.sent]
    gaps = [after - before for before, after in itertools.pairwise(starts)]
    assert all(gap >= pace.interval for gap in gaps)
