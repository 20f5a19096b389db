"""Fixtures of a kiosk's pages on a real hub; a conftest imports the ones its tests use."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app.api.errors import ConnectionLost
from app.api.hub.link import HubLink
from app.bootstrap.tour.kiosk.staff import StaffPages
from app.core.tasks import TaskScope
from app.practice.server.app import Practice, open_practice
from app.practice.server.faults import Faults
from app.viewmodels.kiosk.desk import A, HubDesk, R
from app.viewmodels.kiosk.device.look import StaffLook
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.languages import Languages
from app.views.kiosk.kiosk_view import KioskView
from app.wire.hub.actions import HubAction, Message, Nothing
from app.wire.hub.kiosk import SETUP, KioskSetup
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from tests.journeys.practices import TEN_TWENTY, practice_files
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice, hub_office
from tests.support.kiosk.patient import KioskPatient
from tests.support.kiosk.screen import LANDSCAPE
from tests.support.manual_clock import ManualClock
from tests.support.pristine import PristineFiles
from tests.support.seeds import SEED
from tests.support.waiting_room import WaitingRoom


class Line:
    """The kiosk's link to the hub. A test may hold it, cut it, or lose an answer on it."""

    def __init__(self, link: HubLink) -> None:
        self._link = link
        self.asked: list[Message] = []
        self.free = asyncio.Event()
        self.free.set()
        self.lost = 0
        """How many of the next answers are lost on their way back."""

    async def call(self, action: HubAction[A, R], asked: A, /) -> R:
        """Send it, once the line is free."""
        self.asked.append(asked)
        await self.free.wait()
        answer = await self._link.call(action, asked)
        if self.lost:
            self.lost -= 1
            raise ConnectionLost(action.path)
        return answer


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> PristineFiles:
    """The practice, in as many files as a test opens."""
    return practice_files(tmp_path_factory)


@pytest.fixture
def hub_clock() -> FastClock:
    """The office's and the hub's clock: 10:20 AM."""
    return FastClock(TEN_TWENTY, times=1)


@pytest.fixture
def clock() -> ManualClock:
    """The kiosk's clock: it stands still unless the test moves it."""
    return ManualClock(TEN_TWENTY)


@pytest.fixture
def faults() -> Faults:
    """Failures of the office that a test plans."""
    return Faults()


@pytest.fixture
def practice(files: PristineFiles, hub_clock: FastClock, faults: Faults) -> Iterator[Practice]:
    """An open practice with every permission."""
    path = files.take()
    opened = open_practice(
        str(path),
        seed=SEED,
        today=TEN_TWENTY.date(),
        clock=hub_clock,
        pace=None,
        permissions=frozenset(Permission),
        version=NEWEST,
        faults=faults,
    )
    yield opened
    opened.close()
    files.give_back(path)


@pytest.fixture
async def hub(
    practice: Practice, hub_clock: FastClock, tmp_path: Path, tasks: TaskScope
) -> AsyncIterator[HubOffice]:
    """The hub of this practice."""
    async with hub_office(practice, hub_clock, tasks, tmp_path / "hub.db") as served:
        yield served


@pytest.fixture
async def room(hub: HubOffice, practice: Practice, hub_clock: FastClock) -> AsyncIterator[WaitingRoom]:
    """The practice's day, a desk and a kiosk."""
    async with WaitingRoom.open(hub, practice, hub_clock) as opened:
        yield opened


@pytest.fixture
def line(room: WaitingRoom) -> Line:
    """The kiosk's line to the hub."""
    return Line(room.kiosk)


@pytest.fixture
async def kiosk(
    line: Line, room: WaitingRoom, clock: ManualClock, tasks: TaskScope, qapp: QCoreApplication
) -> AsyncIterator[KioskViewModel]:
    """The pages of the paired kiosk, as the office set them up."""
    setup = await room.kiosk.call(SETUP, Nothing())
    made = KioskViewModel(HubDesk(line), clock, tasks, setup, Languages())
    made.start()
    yield made
    made.close()


@pytest.fixture
def patient(kiosk: KioskViewModel, hub_clock: FastClock) -> KioskPatient:
    """Somebody in front of the kiosk."""
    return KioskPatient(kiosk, hub_clock)


@pytest.fixture
async def quiet(
    clock: ManualClock, tasks: TaskScope, qapp: QCoreApplication
) -> AsyncIterator[KioskViewModel]:
    """Pages that ask no hub: for what a test only looks at."""
    setup = KioskSetup(version=1, practice="Willow Creek Dental", shows_balance=True)
    nobody: Any = None
    made = KioskViewModel(nobody, clock, tasks, setup, Languages())
    yield made
    made.close()


@pytest.fixture
async def view(quiet: KioskViewModel, qtbot: QtBot) -> KioskView:
    """Their screen, in landscape."""
    made = KioskView(quiet)
    qtbot.addWidget(made)
    made.resize(*LANDSCAPE)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
async def staff_look(qapp: QCoreApplication) -> AsyncIterator[StaffLook]:
    """The look of the pages for staff."""
    languages = Languages()
    yield StaffLook(languages)
    languages.release()


@pytest.fixture
async def staff_pages(
    staff_look: StaffLook, clock: ManualClock, tasks: TaskScope, qtbot: QtBot
) -> StaffPages:
    """Pairing and the staff page."""
    made = StaffPages(staff_look, tasks, clock)
    for page in made.pages:
        qtbot.addWidget(page)
    return made
