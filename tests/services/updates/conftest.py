"""Fixtures of updates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.update_source import Pc


@pytest.fixture
def pc(tmp_path: Path) -> Pc:
    """A PC that has never looked before."""
    return Pc(tmp_path)
