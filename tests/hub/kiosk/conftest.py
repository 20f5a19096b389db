"""Patients at kiosks: a practice whose day a test arranges, behind a hub."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from app.practice.server.app import Practice, open_practice
from app.practice.server.faults import Faults
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from tests.hub.kiosk.two_hubs import TwoHubs
from tests.journeys.practices import TEN_TWENTY
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice
from tests.support.pristine import PristineFiles
from tests.support.seeds import SEED
from tests.support.waiting_room import KioskClock, WaitingRoom


@pytest.fixture
def clock() -> KioskClock:
    """The office's and the hub's clock: 10:20 AM."""
    return KioskClock(TEN_TWENTY, times=1)


@pytest.fixture
def faults() -> Faults:
    """Failures of the office that a test plans."""
    return Faults()


@pytest.fixture
def permissions() -> frozenset[Permission]:
    """What the hub's key may do."""
    return frozenset(Permission)


@pytest.fixture
def practice(
    files: PristineFiles, clock: FastClock, faults: Faults, permissions: frozenset[Permission]
) -> Iterator[Practice]:
    """An open practice."""
    path = files.take()
    opened = open_practice(
        str(path),
        seed=SEED,
        today=TEN_TWENTY.date(),
        clock=clock,
        pace=None,
        permissions=permissions,
        version=NEWEST,
        faults=faults,
    )
    yield opened
    opened.close()
    files.give_back(path)


@pytest.fixture
async def room(hub: HubOffice, practice: Practice, clock: FastClock) -> AsyncIterator[WaitingRoom]:
    """The practice's day, a desk and a kiosk."""
    async with WaitingRoom.open(hub, practice, clock) as opened:
        yield opened


@pytest.fixture
def database(tmp_path: Path) -> str:
    """Where the hubs keep what they know."""
    return str(tmp_path / "hub.db")


@pytest.fixture
def hubs(practice: Practice, clock: KioskClock, faults: Faults, database: str) -> TwoHubs:
    """The hubs of this office."""
    return TwoHubs(practice, clock, faults, database)


@pytest.fixture
async def room_of(hubs: TwoHubs) -> AsyncIterator[WaitingRoom]:
    """The practice's day, made at a hub of its own."""
    async with hubs.start() as served, WaitingRoom.open(served, hubs.practice, hubs.clock) as opened:
        yield opened
