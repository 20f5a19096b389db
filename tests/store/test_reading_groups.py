"""Records whose groups are read one by one."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine

import pytest

from app.api.errors import ApiError, NotFound, NotSent, Unreachable
from app.core.tasks import LatestTask, TaskScope
from app.domain.schedule.visit import Person
from app.store.patients.parts import Refused
from app.store.patients.readers import Reading, read_groups


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


def failing(error: ApiError) -> Reading:
    """A reading that ends with this error."""

    async def reading() -> str:
        raise error

    return reading


async def last_name() -> str:
    """A reading that succeeds."""
    return "Lee"


async def test_a_group_that_could_not_be_sent_fails_the_reading_at_its_end() -> None:
    """The other groups are shown first; a group that the office refused fails nothing but itself."""
    shown: list[Person] = []
    groups: dict[str, Reading] = {"first_name": failing(NotFound("Patients.get")), "last_name": last_name}
    found = await read_groups(Person(1, "", ""), groups, shown.append)
    assert isinstance(found.first_name, Refused)
    assert found.last_name == "Lee"
    groups = {"first_name": failing(Unreachable("Patients.get")), "last_name": last_name}
    with pytest.raises(NotSent):
        await read_groups(Person(1, "", ""), groups, shown.append)
    assert isinstance(shown[-1].first_name, Refused)
    assert shown[-1].last_name == "Lee"
