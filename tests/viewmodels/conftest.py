"""The desk's viewmodels on the made-up practice, without a window."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.bootstrap.session import OfficeConnection, Session
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import Ready
from tests.journeys.practices import Practices, Served, practice_files
from tests.support.clients import knows_key
from tests.support.pristine import PristineFiles
from tests.support.qt_loop import until

OpenDesk = Callable[[Served], Awaitable[ScheduleScreenViewModel]]


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> PristineFiles:
    """Files of the made-up practice."""
    return practice_files(tmp_path_factory)


@pytest.fixture
async def open_practice(files: PristineFiles) -> AsyncIterator[Practices]:
    """Opens practices with any settings."""
    practices = Practices(files)
    yield practices
    await practices.close()


@pytest.fixture
def served(open_practice: Practices) -> Served:
    """A practice in this process."""
    return open_practice()


@pytest.fixture
async def open_desk_on(
    qapp: QApplication, open_practice: Practices, tmp_path: Path
) -> AsyncIterator[OpenDesk]:
    """Opens a desk on a practice: its schedule of today has been read, and its key is known."""
    opened: list[tuple[Session, DeskViewModel]] = []

    async def open_it(served: Served) -> ScheduleScreenViewModel:
        connection = OfficeConnection(
            address=served.address,
            keys=served.keys,
            make_transport=served.transport,
            seal_key=bytes(32),
            store_path=tmp_path / f"journal{len(opened)}.db",
            who="Ana",
            secrets=served.secrets,
        )
        session = Session(connection, served.clock)
        desk = await session.open()
        opened.append((session, desk))
        model = await desk.screens.show("schedule")
        assert isinstance(model, ScheduleScreenViewModel)
        await session.settle_in()
        await until(lambda: isinstance(model.schedule.state, Ready) and not model.schedule.state.coming)
        await until(lambda: knows_key(desk.parts.client))
        return model

    yield open_it
    for session, desk in reversed(opened):
        await session.close()
        desk.deleteLater()


@pytest.fixture
async def model(open_desk_on: OpenDesk, served: Served) -> ScheduleScreenViewModel:
    """A desk whose schedule of today has been read, and whose key is known."""
    return await open_desk_on(served)


@pytest.fixture
def locale(request: pytest.FixtureRequest) -> Iterator[None]:
    """A PC with another locale."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)
