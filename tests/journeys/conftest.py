"""The desk, opened for real: practice, client, journal, widgets, loop."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.views.theme.theme import Theme, ThemeChoice
from tests.journeys.desk import Desk, Desks
from tests.journeys.practices import Practices, make_practice


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented practice's file."""
    return make_practice(tmp_path_factory)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light theme, put on once."""
    return Theme(qapp, ThemeChoice.LIGHT)


@pytest.fixture
async def open_practice(seeded: Path, tmp_path: Path) -> AsyncIterator[Practices]:
    """Opens practices with whatever setting a test wants."""
    practices = Practices(seeded, tmp_path)
    yield practices
    await practices.close()


@pytest.fixture
async def open_desk(
    qapp: QApplication, open_practice: Practices, theme: Theme, tmp_path: Path
) -> AsyncIterator[Desks]:
    """Opens desks."""
    desks = Desks(theme, tmp_path)
    yield desks
    await desks.close()


@pytest.fixture
async def desk(open_practice: Practices, open_desk: Desks) -> Desk:
    """A desk on a practice in this process, with every permission; today's book has been read."""
    return await open_desk(open_practice())


@pytest.fixture
async def desk_on_socket(open_practice: Practices, open_desk: Desks) -> Desk:
    """A desk on a practice behind a real socket."""
    return await open_desk(open_practice(on_socket=True))
