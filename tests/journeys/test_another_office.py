"""Switching offices: the open one stays open until the other is ready, and going back stays possible."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.api.keys import Keys
from app.api.modes import service_address
from app.api.vault import Vault
from app.bootstrap.program import Program
from app.core.paths import ProgramFolders
from app.core.settings import Settings, SettingsFile
from app.views.staff.frame.connecting.connect_page import KEPT
from app.views.staff.frame.toasts.toast import Toast
from app.views.staff.schedule.details_page import DetailsPage
from tests.journeys.desk import LEFT
from tests.journeys.launcher import (
    SERVICE,
    TRAINING,
    Launcher,
    fill,
    message_shown,
    schedule_shown,
    server_of,
)
from tests.journeys.practices import Practices, Served
from tests.support.kinds import the
from tests.support.qt_loop import until

OfficeOpened = Callable[[], Awaitable[Program]]


@pytest.fixture
def served(open_practice: Practices) -> Served:
    """An office on the network."""
    return open_practice(on_socket=True)


@pytest.fixture
def in_service(start: Launcher, vault: Vault, home: ProgramFolders, served: Served) -> OfficeOpened:
    """Starts the program in an office it was connected to before."""

    async def begin() -> Program:
        address = service_address(server_of(served))
        vault.write_keys(address, served.keys)
        SettingsFile(home.config / "settings.json").save(Settings(mode="Service", server=address.base_url))
        office = await start()
        await schedule_shown(office)
        return office

    return begin


async def ask(office: Program) -> None:
    """Ctrl+Shift+O."""
    office.screen.model.commands["app.office"].run()
    await until(lambda: office.page is not None and office.page.isVisible())


@pytest.mark.parametrize("by_key", [True, False], ids=["Esc", "Back"])
async def test_back_to_the_office_as_it_was_left(in_service: OfficeOpened, by_key: bool) -> None:
    """After clicking Office, Esc or Back returns to the same schedule, with text being typed still there."""
    office = await in_service()
    screen, session = office.screen, office.workspace.session
    visit = next(iter(screen.model.schedule.grid.visits)).visit
    screen.model.schedule.select(visit.apt_num)
    screen.model.commands["visit.note"].run()
    await until(lambda: screen.panel.has_page)
    QTest.keyClicks(the(DetailsPage, screen.panel.page).field, "Calls back")
    await ask(office)
    if by_key:
        QTest.keyClick(office.page, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(office.page.back_button, LEFT)
    assert office.page is None
    assert (office.screen, office.workspace.session) == (screen, session)
    assert screen.isVisible()
    assert the(DetailsPage, screen.panel.page).field.toPlainText().endswith("Calls back")
    assert isinstance(screen.model.schedule.selected, type(visit))
    screen.model.commands["app.office"].run()
    await until(lambda: office.page is not None)


async def test_an_office_stays_open_until_another_one_answers(
    in_service: OfficeOpened, open_practice: Practices, served: Served
) -> None:
    """A wrong key leaves the open office alone; with the right one the other opens, and only then the first closes."""
    other = open_practice(on_socket=True)
    office = await in_service()
    first, session = office.screen, office.workspace.session
    await ask(office)
    fill(office, server_of(other), Keys("wrong", "key"))
    office.page.connect_button.click()
    await message_shown(office, "doesn't accept this key")
    assert office.workspace.session is session
    fill(office, server_of(other), other.keys)
    office.page.connect_button.click()
    await until(lambda: office.screen is not first)
    await schedule_shown(office)
    assert office.settings.server == service_address(server_of(other)).base_url
    assert office.workspace.session is not session


async def test_going_back_ends_what_is_being_asked(in_service: OfficeOpened) -> None:
    """Going back while an office is being checked keeps the open one."""
    office = await in_service()
    screen = office.screen
    await ask(office)
    office.page.connect_button.click()
    QTest.keyClick(office.page, Qt.Key.Key_Escape)
    await asyncio.sleep(0.3)
    assert office.screen is screen
    assert office.page is None


async def test_keys_that_are_kept_are_not_asked_for(in_service: OfficeOpened, served: Served) -> None:
    """For a server whose keys are in the vault the fields may stay empty; the keys are never shown."""
    office = await in_service()
    first = office.screen
    await ask(office)
    page = office.page
    await until(lambda: page._customer.placeholderText() == str(KEPT))
    assert page._server.text() == service_address(server_of(served)).base_url
    assert page._developer.text() == page._customer.text() == ""
    page.connect_button.click()
    await until(lambda: office.page is None and office.screen not in (None, first))
    await schedule_shown(office)


async def test_keys_of_one_office_are_not_sent_to_another(
    in_service: OfficeOpened, open_practice: Practices
) -> None:
    """Stored keys are used only for their own office: another server's have to be entered."""
    other = open_practice(on_socket=True)
    office = await in_service()
    await ask(office)
    page = office.page
    await until(lambda: page._customer.placeholderText() == str(KEPT))
    page._server.clear()
    QTest.keyClicks(page._server, server_of(other))
    page.connect_button.click()
    await message_shown(office, "Enter both keys.")
    assert page._customer.placeholderText() == ""


async def test_a_look_at_training_leaves_the_office_in_its_place(
    in_service: OfficeOpened, start: Launcher, served: Served
) -> None:
    """After opening the training practice the form still names the office's server, and the next start opens it."""
    office = await in_service()
    server = service_address(server_of(served)).base_url
    first = office.screen
    await ask(office)
    office.page.choose_row(TRAINING)
    office.page.connect_button.click()
    await until(lambda: office.page is None and office.screen is not first)
    assert office.screen.model.desk.parts.mode == "Training"
    await ask(office)
    assert office.page._choices[SERVICE].isChecked()
    assert office.page._server.text() == server
    await start.close()
    again = await start()
    await schedule_shown(again)
    assert again.screen.model.parts.mode == "Service"
    assert again.settings.server == server


async def test_settings_that_training_took_over(start: Launcher, home: ProgramFolders) -> None:
    """An address that isn't an office's own, as stored by earlier versions, is not suggested as its server."""
    kept = Settings(mode="Training", server="http://training.invalid/api/v1")
    SettingsFile(home.config / "settings.json").save(kept)
    office = await start()
    await schedule_shown(office)
    await ask(office)
    office.page.choose_row(SERVICE)
    assert office.page._server.text() == ""


async def test_without_an_open_office_there_is_no_way_back(start: Launcher, home: ProgramFolders) -> None:
    """The first start's page has no Back button, and Esc does nothing there."""
    office = await start()
    assert not office.page.back_button.isVisible()
    QTest.keyClick(office.page, Qt.Key.Key_Escape)
    assert office.page.isVisible()


async def test_the_connection_page_stands_alone(in_service: OfficeOpened) -> None:
    """Messages of the open office wait until its schedule is shown again."""
    office = await in_service()
    office.workspace.desk.notices.say("Marchetti, Boris arrived.")
    (toast,) = office.window.findChildren(Toast)
    assert toast.isVisible()
    await ask(office)
    assert not toast.isVisible()
    QTest.mouseClick(office.page.back_button, LEFT)
    assert toast.isVisible()
