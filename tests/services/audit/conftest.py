"""Shared fixtures of the audit's tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.sealed.key_slots import OFFICE, VAULT
from app.sealed.seal import AesGcmSeal, new_key
from tests.services.audit.offices import Office
from tests.support.manual_clock import ManualClock


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office without an audit yet."""
    seals = {OFFICE: AesGcmSeal(new_key()), VAULT: AesGcmSeal(new_key())}
    return Office(tmp_path / "audit-0123.db", dict(seals), ManualClock())
