"""Two desks on one hub."""

from __future__ import annotations

import pytest

from app.core.tasks import TaskScope
from tests.hub.shared.desks import Desk, set_up
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice


@pytest.fixture
async def desks(hub: HubOffice, clock: FastClock, tasks: TaskScope) -> tuple[Desk, Desk]:
    """As `set_up`."""
    return await set_up(hub, clock, tasks)
