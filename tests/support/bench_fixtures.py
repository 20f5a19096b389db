"""Fixtures of in-memory offices on the tiny practice; a conftest imports the ones its tests use."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.practice import office as tiny
from tests.support.bench_office import Bench, BenchMaker


@pytest.fixture(scope="session")
def tiny_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny office's database, to be copied."""
    path = tmp_path_factory.mktemp("tiny") / "office.db"
    tiny.build(path)
    return path


@pytest.fixture
async def open_bench(tiny_database: Path, tmp_path: Path) -> AsyncIterator[BenchMaker]:
    """Opens offices with any settings."""
    maker = BenchMaker(tiny_database, tmp_path)
    yield maker
    await maker.close()


@pytest.fixture
def bench(open_bench: BenchMaker) -> Bench:
    """An office with all permissions and no rate limit."""
    return open_bench()
