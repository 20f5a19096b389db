"""In-memory offices on the made-up practice, which has lab work, recalls and forms."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.practice import office as tiny
from tests.support.bench_office import BenchMaker
from tests.support.seeds import seeded_file


@pytest.fixture
async def open_seeded(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> AsyncIterator[BenchMaker]:
    """Opens the made-up practice with any settings."""
    maker = BenchMaker(seeded_file(tmp_path_factory, tiny.TODAY), tmp_path)
    yield maker
    await maker.close()
