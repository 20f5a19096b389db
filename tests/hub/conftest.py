"""A hub on the practice of the journeys, over real TLS."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from app.core.tasks import TaskScope
from app.practice.server.app import Practice, open_practice
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from tests.journeys.practices import TEN_TWENTY, practice_files
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice, hub_office
from tests.support.pristine import PristineFiles
from tests.support.seeds import SEED


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> PristineFiles:
    """The practice, in as many files as a test opens."""
    return practice_files(tmp_path_factory)


@pytest.fixture
def clock() -> FastClock:
    """The office's and the hub's clock: 10:20 AM, running at the usual pace until a test skips time."""
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
    )
    yield opened
    opened.close()
    files.give_back(path)


@pytest.fixture
async def hub(
    practice: Practice, clock: FastClock, tmp_path: Path, tasks: TaskScope
) -> AsyncIterator[HubOffice]:
    """The hub of this practice."""
    async with hub_office(practice, clock, tasks, tmp_path / "hub.db") as served:
        yield served
