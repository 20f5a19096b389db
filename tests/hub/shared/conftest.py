"""Two desks on one hub."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from app.core.tasks import TaskScope
from tests.hub.shared.desks import Desk, set_up
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice


@pytest.fixture
async def at_desks() -> AsyncIterator[TaskScope]:
    """The tasks of the desks, apart from those of the hub. A failure in one fails the test."""
    errors: list[BaseException] = []
    scope = TaskScope("desks", errors.append)
    yield scope
    await scope.close()
    if errors:
        raise errors[0]


@pytest.fixture
async def desks(hub: HubOffice, clock: FastClock, at_desks: TaskScope) -> tuple[Desk, Desk]:
    """As `set_up`."""
    return await set_up(hub, clock, at_desks)
