"""The queries of the lists on MariaDB, which Open Dental uses. Skipped if it is not installed."""

from __future__ import annotations

import pytest

from tests.practice.copies import Copies, Databases
from tests.practice.maria import needs_mariadb
from tests.practice.sql.test_list_queries import (
    test_every_list_of_appointments_can_be_asked_for,
    test_reminders_count_as_open_dental_counts_them,
)

__all__ = [
    "test_every_list_of_appointments_can_be_asked_for",
    "test_reminders_count_as_open_dental_counts_them",
]

pytestmark = needs_mariadb


@pytest.fixture(scope="session")
def copies(databases: Databases) -> Copies:
    """Copies of the tiny office in MariaDB alone."""
    return databases
