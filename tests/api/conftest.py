from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import pytest

from app.api.pace import NO_PACE, Pace
from tests.api.script import Bench

MakeBench = Callable[..., Bench]


@pytest.fixture
async def make_bench() -> AsyncIterator[MakeBench]:
    """Creates brokers on scripts, and closes them."""
    made: list[Bench] = []

    def make(*, pace: Pace = NO_PACE, takes: float = 0.0, need_header: str = "") -> Bench:
        made.append(Bench(pace=pace, takes=takes, need_header=need_header))
        return made[-1]

    yield make
    for each in made:
        await each.close()
