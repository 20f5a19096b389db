"""Records whose groups are read one by one."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine

import pytest

from app.core.tasks import LatestTask, TaskScope
from app.domain.schedule.visit import Person
from app.store.patients.readers import read_groups


async def test_what_is_canceled_before_it_begins_reads_nothing() -> None:
    """A reading that is left in the turn in which it was asked for sends nothing, and leaves nothing half begun."""
    begun: list[str] = []

    async def name() -> str:
        return "Ann"

    async def read() -> None:
        await read_groups(Person(1, "Berg", ""), {"first_name": reading}, lambda _: None)

    def reading() -> Coroutine[object, object, str]:
        begun.append("first_name")
        return name()

    scope = TaskScope("test", lambda error: pytest.fail(str(error)))
    latest = LatestTask(scope)
    latest.start(read(), "names")
    await asyncio.sleep(0)
    latest.cancel()
    await scope.close()
    assert begun == []
