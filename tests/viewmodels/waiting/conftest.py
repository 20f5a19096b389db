"""An office where people sign in: tasks need an author."""

from __future__ import annotations

import pytest

from app.services.people.secrets import SecretsInMemory
from tests.journeys.practices import Practices, Served


@pytest.fixture
def served(open_practice: Practices) -> Served:
    """A practice in this process; Ana is signed in."""
    served = open_practice()
    served.secrets = SecretsInMemory()
    return served
