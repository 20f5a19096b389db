"""Desks whose office has a hub: whole sessions over real TLS."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtWidgets import QApplication

from app.api.hub.access import HubAccess
from app.api.modes import hub_address
from app.bootstrap.hub.door import HubDoor
from app.bootstrap.session import OfficeConnection, Session
from app.core.tasks import TaskScope
from app.hub.devices.devices import DeviceBook
from app.hub.shared.pins import HubPins
from app.practice.server.app import Practice, open_practice
from app.services.people.secrets import SecretsInMemory
from app.viewmodels.staff.desk import DeskViewModel
from app.wire.hub.actions import Kind
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from tests.hub.shared.desks import quick_hashing
from tests.journeys.practices import TEN_TWENTY
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice, hub_office
from tests.support.pristine import PristineFiles
from tests.support.qt_loop import until
from tests.support.seeds import SEED


class OpenAtHub(Protocol):
    """Pairs a PC with this name, and opens its desk. `made_up`: as of HubDoor."""

    async def __call__(self, name: str, *, made_up: bool = False) -> DeskViewModel:
        """The desk, with the hub's stream standing."""
        ...


@pytest.fixture
def clock() -> FastClock:
    """The office's, the hub's and the desks' clock."""
    return FastClock(TEN_TWENTY, times=1)


@pytest.fixture
def practice(files: PristineFiles, clock: FastClock) -> Iterator[Practice]:
    """An open practice with every permission."""
    path = files.take()
    opened = open_practice(
        str(path),
        seed=SEED,
        today=TEN_TWENTY.date(),
        clock=clock,
        pace=None,
        permissions=frozenset(Permission),
        version=NEWEST,
    )
    yield opened
    opened.close()
    files.give_back(path)


@pytest.fixture
async def hub(
    practice: Practice, clock: FastClock, tmp_path: Path, tasks: TaskScope
) -> AsyncIterator[HubOffice]:
    """The hub of this practice."""
    async with hub_office(practice, clock, tasks, tmp_path / "hub.db") as served:
        served.hub.part(HubPins).hashing = quick_hashing()
        yield served


@pytest.fixture
async def open_at_hub(
    qapp: QApplication, hub: HubOffice, clock: FastClock, tmp_path: Path
) -> AsyncIterator[OpenAtHub]:
    """Pairs a PC with this name, and opens its desk."""
    opened: list[tuple[Session, DeskViewModel]] = []

    async def open_it(name: str, *, made_up: bool = False) -> DeskViewModel:
        device, token = await hub.hub.part(DeviceBook).add(Kind.DESK, name)
        access = HubAccess.first(token, hub.certificate.certificate, device.device_num)
        door = HubDoor(access, hub.url, made_up=made_up)
        connection = OfficeConnection(
            address=hub_address(hub.url),
            keys=access,
            make_transport=door.transport,
            seal_key=bytes(32),
            store_path=tmp_path / f"journal-{name}.db",
            who="someone",
            secrets=SecretsInMemory(),
            hub=door,
        )
        session = Session(connection, clock)
        desk = await session.open()
        opened.append((session, desk))
        await desk.screens.show("schedule")
        await session.settle_in()
        stream = desk.parts.hub.stream
        await until(lambda: stream.standing)
        return desk

    yield open_it
    for session, desk in reversed(opened):
        await session.close()
        desk.deleteLater()
