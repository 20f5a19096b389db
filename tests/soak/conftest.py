"""A practice in its own process, and desks in theirs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from app.core.tasks import TaskScope
from soak.lane import Lane, warm_processes
from soak.practices import Served, served

PATIENTS = 4_000


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One practice for a module; each test takes patients of its own."""
    with served(tmp_path_factory.mktemp("soak") / "practice.db", PATIENTS) as found:
        yield found


@pytest.fixture
async def lane(practice: Served, tmp_path: Path, tasks: TaskScope) -> AsyncIterator[Lane]:
    """Episodes on this practice."""
    found = Lane(practice, tmp_path, warm_processes())
    ticking = tasks.start(found.tick(), "time")
    yield found
    ticking.cancel()
    await asyncio.wait([ticking])
