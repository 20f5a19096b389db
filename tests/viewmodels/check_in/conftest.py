"""Check-in at desks in mode Hub, on a real hub over TLS and a practice behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.tasks import TaskScope
from app.practice.server.app import Practice, open_practice
from app.practice.server.faults import Faults
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from tests.journeys.practices import TEN_TWENTY
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice, hub_office
from tests.support.pristine import PristineFiles
from tests.support.seeds import SEED
from tests.support.waiting_room import WaitingRoom
from tests.viewmodels.check_in.desks import CheckInDesks


@pytest.fixture
def clock() -> FastClock:
    """The clock of the office, the hub and the desks: 10:20 AM."""
    return FastClock(TEN_TWENTY, times=1)


@pytest.fixture
def practice(files: PristineFiles, clock: FastClock) -> Iterator[Practice]:
    """An open practice with every permission."""
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
async def hub(
    qapp: QApplication, practice: Practice, clock: FastClock, tmp_path: Path, tasks: TaskScope
) -> AsyncIterator[HubOffice]:
    """The hub of this practice."""
    async with hub_office(practice, clock, tasks, tmp_path / "hub.db") as served:
        yield served


@pytest.fixture
async def room(hub: HubOffice, practice: Practice, clock: FastClock) -> AsyncIterator[WaitingRoom]:
    """The practice's day, and a kiosk."""
    async with WaitingRoom.open(hub, practice, clock) as opened:
        yield opened


@pytest.fixture
async def open_check_in(
    hub: HubOffice, clock: FastClock, tmp_path: Path, tasks: TaskScope
) -> AsyncIterator[CheckInDesks]:
    """Opens desks; Ana manages the office, Ben is at the front desk."""
    desks = CheckInDesks(hub, clock, tmp_path, tasks)
    yield desks
    await desks.close()
