"""Shared fixtures of the local store's tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.sealed.key_slots import OFFICE, VAULT
from app.sealed.seal import AesGcmSeal, new_key
from app.sealed.sealing import Seal
from tests.support.manual_clock import ManualClock


@pytest.fixture
def clock() -> ManualClock:
    """A manually advanced clock."""
    return ManualClock()


@pytest.fixture
def seals() -> dict[str, Seal]:
    """Both keys that open a store."""
    return {VAULT: AesGcmSeal(new_key()), OFFICE: AesGcmSeal(new_key())}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The store's path."""
    return tmp_path / "office.db"
