"""A desk where people sign in."""

from __future__ import annotations

import pytest

from app.services.people.secrets import SecretsInMemory
from app.viewmodels.staff.desk import DeskViewModel
from tests.journeys.practices import Served
from tests.viewmodels.conftest import OpenDesk


@pytest.fixture
async def desk(open_desk_on: OpenDesk, served: Served) -> DeskViewModel:
    """Ana is signed in as the manager; Ben is at the front desk."""
    served.secrets = SecretsInMemory()
    return (await open_desk_on(served)).desk
