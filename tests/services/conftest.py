"""In-memory offices on the tiny practice."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from app.practice.server.app import Switches
from app.wire.version import NEWEST
from tests.services.front_desk import Desk, Town
from tests.support.bench_fixtures import bench, open_bench, tiny_database

__all__ = ["bench", "open_bench", "tiny_database"]

OpenTown = Callable[..., Town]


@pytest.fixture
async def open_town(tiny_database: Path, tmp_path: Path) -> AsyncIterator[OpenTown]:
    """Opens the practice that desks write to, in any version and with any switches."""
    towns: list[Town] = []

    def open_(version: str = str(NEWEST), **switches: Any) -> Town:
        towns.append(Town(tiny_database, tmp_path, version, Switches(**switches)))
        return towns[-1]

    yield open_
    for town in towns:
        await town.close()


@pytest.fixture
def town(open_town: OpenTown) -> Town:
    """The practice that a desk writes to."""
    return open_town()


@pytest.fixture
async def desk(town: Town) -> Desk:
    """A desk that has read today."""
    return await town.desk()
