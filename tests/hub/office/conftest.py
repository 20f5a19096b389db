"""Desks of a hub, whose practice can be told to fail."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from app.practice.server.app import Practice, open_practice
from app.practice.server.faults import Faults
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from tests.journeys.practices import TEN_TWENTY
from tests.support.fast_clock import FastClock
from tests.support.hub_desks import Desks, desks_of
from tests.support.hub_office import HubOffice
from tests.support.pristine import PristineFiles
from tests.support.seeds import SEED


@pytest.fixture
def practice(files: PristineFiles, clock: FastClock) -> Iterator[Practice]:
    """An open practice with every permission, and a fault injector."""
    path = files.take()
    opened = open_practice(
        str(path),
        seed=SEED,
        today=TEN_TWENTY.date(),
        clock=clock,
        pace=None,
        permissions=frozenset(Permission),
        version=NEWEST,
        faults=Faults(),
    )
    yield opened
    opened.close()
    files.give_back(path)


@pytest.fixture
async def desks(hub: HubOffice) -> AsyncIterator[Desks]:
    """The desks of the hub."""
    made = desks_of(hub)
    yield made
    await made.aclose()
