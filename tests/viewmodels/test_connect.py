"""The connection page's state: what it refuses before it asks the office, and what it says after."""

from __future__ import annotations

import asyncio

import pytest

from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.core.tasks import TaskScope
from app.viewmodels.staff.connect import ConnectViewModel, OfficeTooOld


async def _nobody(_address: OfficeAddress, _keys: Keys) -> None:
    raise AssertionError("nothing was to be sent")


@pytest.mark.parametrize("server", ["", "http://", "SERVER:99999", "ftp://SERVER"])
async def test_an_address_that_cannot_be_is_not_tried(server: str, tasks: TaskScope) -> None:
    """Each wrong address gets a sentence of its own, and nothing is sent."""
    page = ConnectViewModel(_nobody, tasks)
    page.choose(Mode.SERVICE)
    page.fill(server=server, developer_key="dev", customer_key="cust")
    page.connect_office()
    assert page.state.sentence == page.missing != ""
    assert not page.state.checking


async def test_an_office_that_is_too_old_is_named(tasks: TaskScope) -> None:
    """A version that is too old is said in words, with the version that is needed."""

    async def too_old(_address: OfficeAddress, _keys: Keys) -> None:
        raise OfficeTooOld("20.5", "22.1")

    page = ConnectViewModel(too_old, tasks)
    page.choose(Mode.LOCAL)
    page.fill(server="", developer_key="dev", customer_key="cust")
    page.connect_office()
    await asyncio.sleep(0)
    assert "runs Open Dental 20.5; Front Desk needs 22.1 or newer" in page.state.sentence
