"""Every declared method in a MariaDB, which Open Dental itself runs on. Skipped where none is installed.

All other tests of the practice run there with `--mariadb`.
"""

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
