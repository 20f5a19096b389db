"""The desk, opened for real: practice, client, journal, widgets, loop."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtWidgets import QApplication

from app.api.vault import Vault
from app.core.paths import ProgramFolders, program_folders
from app.views.theme.theme import Theme, ThemeChoice
from tests.journeys.desk import Desk, Desks
from tests.journeys.launcher import Launcher
from tests.journeys.practices import TODAY, Practices, practice_files
from tests.support.pristine import PristineFiles
from tests.support.seeds import SEED, seeded_file
from tests.support.vaults import MemoryKeyring


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> PristineFiles:
    """Files of the made-up practice."""
    return practice_files(tmp_path_factory)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light theme, applied once."""
    return Theme(qapp, ThemeChoice.LIGHT)


@pytest.fixture
async def open_practice(files: PristineFiles) -> AsyncIterator[Practices]:
    """Opens practices with any settings."""
    practices = Practices(files)
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
    """A desk on a practice in this process, with all permissions; today's schedule has been read."""
    return await open_desk(open_practice())


@pytest.fixture
async def desk_on_socket(open_practice: Practices, open_desk: Desks) -> Desk:
    """A desk on a practice behind a real socket."""
    return await open_desk(open_practice(on_socket=True))


@pytest.fixture
def vault() -> Iterator[Vault]:
    """A vault of this test's own."""
    before = keyring.get_keyring()
    memory = MemoryKeyring()
    keyring.set_keyring(memory)
    yield Vault(memory)
    keyring.set_keyring(before)


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> ProgramFolders:
    """The program's folders, with today's training practice already created."""
    found = program_folders()
    found.make()
    training = found.data / "training"
    training.mkdir(parents=True)
    shutil.copyfile(
        seeded_file(tmp_path_factory, TODAY), training / f"practice-{SEED}-{TODAY.isoformat()}.db"
    )
    return found


@pytest.fixture
async def start(qapp: QApplication, theme: Theme, home: ProgramFolders) -> AsyncIterator[Launcher]:
    """Starts the program."""
    launcher = Launcher(theme, home)
    yield launcher
    await launcher.close()
