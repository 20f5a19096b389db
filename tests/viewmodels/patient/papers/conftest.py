"""The two tabs on the made-up practice."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap.session import OfficeConnection, Session
from app.viewmodels.staff.patient.papers.documents import DocumentsModel
from app.viewmodels.staff.patient.papers.forms import FormsModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.patient.papers.tabs import patients, tab_of


@pytest.fixture
async def open_desk(
    qapp: QApplication, tmp_path: Path
) -> AsyncIterator[Callable[[Served], Awaitable[ScheduleScreenViewModel]]]:
    """Opens a desk on a practice with any settings."""
    sessions: list[Session] = []

    async def open_(served: Served) -> ScheduleScreenViewModel:
        connection = OfficeConnection(
            address=served.address,
            keys=served.keys,
            make_transport=served.transport,
            seal_key=bytes(32),
            store_path=tmp_path / "other.db",
            who="Ana",
        )
        session = Session(connection, served.clock)
        sessions.append(session)
        desk = await session.open()
        model = await desk.screens.show("schedule")
        assert isinstance(model, ScheduleScreenViewModel)
        await session.settle_in()
        return model

    yield open_
    for session in sessions:
        await session.close()


@pytest.fixture
async def documents(model: ScheduleScreenViewModel, served: Served) -> DocumentsModel:
    """The Documents tab of a patient who has some."""
    tab = await tab_of(model, patients(served)[0], "documents")
    assert isinstance(tab, DocumentsModel)
    await until(lambda: bool(tab.categories.choices))
    return tab


@pytest.fixture
async def forms(model: ScheduleScreenViewModel, served: Served) -> FormsModel:
    """The Forms tab of a patient who has some."""
    tab = await tab_of(model, patients(served)[0], "forms")
    assert isinstance(tab, FormsModel)
    return tab


@pytest.fixture
def new_file(tmp_path: Path) -> Callable[..., Path]:
    """Makes files of a name and size; a large one takes no room on the disk."""

    def make(name: str, size: int = 300, folder: str = "") -> Path:
        path = tmp_path / "files" / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(b"%PDF"[:size])
            file.truncate(size)
        return path

    return make
