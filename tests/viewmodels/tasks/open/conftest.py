"""A desk at which somebody is signed in."""

from __future__ import annotations

import pytest

from app.services.people.secrets import SecretsInMemory
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.viewmodels.conftest import OpenDesk


@pytest.fixture
async def desk(open_desk_on: OpenDesk, served: Served) -> ScheduleScreenViewModel:
    """Ana is signed in."""
    served.secrets = SecretsInMemory()
    return await open_desk_on(served)
