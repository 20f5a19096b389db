"""Fixtures of updates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.updates.machine import Machine
from tests.support.updates.source import Pc


@pytest.fixture
def pc(tmp_path: Path) -> Pc:
    """A PC that has never looked before."""
    return Pc(tmp_path)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A PC with 0.1.0, whose user has 9.0.0 ready."""
    made = Machine(tmp_path)
    made.hold()
    return made
