"""Every declared method on MariaDB, which Open Dental uses. Skipped if it is not installed."""

from __future__ import annotations

import pytest

from tests.practice.copies import Copies, Databases
from tests.practice.maria import needs_mariadb
from tests.practice.test_conformance import offices, test_every_method_succeeds

__all__ = ["offices", "test_every_method_succeeds"]

pytestmark = needs_mariadb


@pytest.fixture(scope="session")
def copies(databases: Databases) -> Copies:
    """Copies of the tiny office in MariaDB alone."""
    return databases
