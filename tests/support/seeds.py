"""Seeded practices in files, each created once per test run: seeding takes two seconds."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.practice.seed import seed

SEED = 7
PATIENCE_SECONDS = 180.0
"""How long one process waits for another that is creating the same file: 45 seconds were seen on a busy computer."""


def seeded_file(folders: pytest.TempPathFactory, today: date) -> Path:
    """The practice around a day, to be copied or read; tests must not change it."""
    base = folders.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def make(path: Path) -> None:
        engine = sa.create_engine(f"sqlite:///{path}")
        with engine.begin() as connection:
            seed(connection, seed=SEED, today=today)
        engine.dispose()

    return made_once(shared / f"practice-{today}.db", make)


def made_once(path: Path, make: Callable[[Path], None]) -> Path:
    """Create a file in the first process; the others wait for it. It appears completely or not at all."""
    try:
        path.with_suffix(".lock").mkdir()
    except FileExistsError:
        end = time.monotonic() + PATIENCE_SECONDS
        while not path.exists():
            assert time.monotonic() < end, f"the process that makes {path.name} has not come to an end"
            time.sleep(0.05)  # noqa: TID251 # waits for another process
        return path
    unfinished = path.with_suffix(".new")
    make(unfinished)
    return unfinished.rename(path)
