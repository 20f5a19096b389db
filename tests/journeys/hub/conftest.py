"""Desks in mode Hub."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.core.tasks import TaskScope
from app.hub.shared.pins import HubPins
from tests.hub.shared.desks import quick_hashing
from tests.journeys.desk import Desk, Desks
from tests.journeys.hub.paired import paired
from tests.journeys.practices import TEN_TWENTY, Practices, Served
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice, hub_office


@pytest.fixture
def clock() -> FastClock:
    """The clock of the office, its hub and its desks: 10:20 AM."""
    return FastClock(TEN_TWENTY, times=1)


@pytest.fixture
def served(open_practice: Practices, clock: FastClock) -> Served:
    """The practice behind the hub."""
    return open_practice(clock=clock)


@pytest.fixture
async def hub(served: Served, tasks: TaskScope, tmp_path: Path) -> AsyncIterator[HubOffice]:
    """The hub of this practice."""
    async with hub_office(served.practice, served.clock, tasks, tmp_path / "hub.db") as office:
        office.hub.part(HubPins).hashing = quick_hashing()
        yield office


@pytest.fixture
async def hub_desk(served: Served, hub: HubOffice, open_desk: Desks) -> Desk:
    """A desk that reaches the practice through the hub."""
    return await open_desk(await paired(served, hub))


@pytest.fixture
async def second_desk(hub_desk: Desk, served: Served, hub: HubOffice, open_desk: Desks) -> Desk:
    """Another desk of the same hub, opened after the first."""
    return await open_desk(await paired(served, hub, "Desk 2"))
