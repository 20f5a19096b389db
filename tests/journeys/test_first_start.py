"""The first start, the next one, a second copy: from nothing to a desk, through the window's own widgets."""

from __future__ import annotations

import asyncio

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.api.keys import Keys
from app.api.modes import service_address
from app.api.vault import Vault
from app.core.paths import ProgramFolders
from app.core.settings import Settings, SettingsFile
from app.views.staff.frame.toasts.toast import Toast
from tests.api.raw_server import hang, raw_server
from tests.journeys.desk import LEFT
from tests.journeys.launcher import (
    LOCAL,
    SERVICE,
    TRAINING,
    Launcher,
    fill,
    message_shown,
    schedule_shown,
    server_of,
)
from tests.journeys.practices import Practices
from tests.support.qt_loop import until


async def test_the_first_start(start: Launcher, home: ProgramFolders) -> None:
    """A first start asks for the office; training takes one click, and the next start opens it directly."""
    office = await start()
    assert office.page is not None
    assert office.page.connect_button.text() == "Start training"
    QTest.mouseClick(office.page.connect_button, LEFT)
    await schedule_shown(office)
    assert office.page is None
    assert office.screen.canvas.isVisible()
    await start.close()
    assert SettingsFile(home.config / "settings.json").load().settings.mode == "Training"
    again = await start()
    await schedule_shown(again)
    assert again.page is None


async def test_the_first_page_by_keyboard(start: Launcher, home: ProgramFolders) -> None:
    """The selected mode has the focus, the arrow keys change the mode, Enter connects from anywhere."""
    office = await start()
    page = office.page
    await until(lambda: QApplication.focusWidget() is page._choices[TRAINING])
    QTest.keyClick(page._choices[TRAINING], Qt.Key.Key_Down)
    await until(lambda: QApplication.focusWidget() is page._choices[SERVICE])
    assert page._choices[SERVICE].isChecked()
    QTest.keyClick(page._choices[SERVICE], Qt.Key.Key_Return)
    await message_shown(office, "Enter the name or address")
    await until(lambda: QApplication.focusWidget() is page._server)
    QTest.mouseClick(page._choices[LOCAL], LEFT)
    await until(lambda: QApplication.focusWidget() is page._developer)
    QTest.mouseClick(page._choices[TRAINING], LEFT)
    page._choices[TRAINING].setFocus()
    QTest.keyClick(page._choices[TRAINING], Qt.Key.Key_Return)
    await schedule_shown(office)


async def test_closing_while_the_office_comes(start: Launcher, home: ProgramFolders) -> None:
    """Closing the window while the desk is being opened leaves nothing behind."""
    office = await start()
    office.page.connect_button.click()
    await until(lambda: office._coming is not None)
    await start.close()
    assert SettingsFile(home.config / "settings.json").load().settings.mode == "Training"


async def test_an_office_on_the_network(
    start: Launcher, vault: Vault, home: ProgramFolders, open_practice: Practices
) -> None:
    """Service, a server and two keys, Enter: the keys are stored in the vault, and the next start asks nothing."""
    served = open_practice(on_socket=True)
    office = await start()
    office.page.choose_row(SERVICE)
    fill(office, server_of(served), served.keys)
    QTest.keyClick(office.page._customer, Qt.Key.Key_Return)
    await schedule_shown(office)
    address = service_address(server_of(served))
    assert vault.read_keys(address) == served.keys
    await start.close()
    text = (home.config / "settings.json").read_text("utf-8")
    assert served.keys.customer not in text
    again = await start()
    await schedule_shown(again)
    assert again.page is None
    log = "".join(path.read_text("utf-8") for path in home.logs.glob("*"))
    assert served.keys.customer not in log
    assert served.keys.developer not in log


async def test_each_connection_problem_has_its_own_message(
    start: Launcher, vault: Vault, open_practice: Practices
) -> None:
    """A wrong key, a stopped server, an office that is too old, an empty field: each has its own message."""
    served, old = open_practice(on_socket=True), open_practice(on_socket=True, version="21.4")
    office = await start()
    page = office.page
    page.choose_row(SERVICE)
    page.connect_button.click()
    await message_shown(office, "Enter the name or address")
    fill(office, server_of(served), Keys("wrong", "key"))
    page.connect_button.click()
    await message_shown(office, "doesn't accept this key")
    fill(office, server_of(old), old.keys)
    page.connect_button.click()
    await message_shown(office, "This office has Open Dental 21.4. Front Desk needs ")
    await asyncio.to_thread(old.socket.stop)
    page.connect_button.click()
    await message_shown(office, f"Can't reach {server_of(old)}.")
    fill(office, server_of(served), served.keys)
    page.connect_button.click()
    await schedule_shown(office)


async def test_fields_stand_still(start: Launcher, vault: Vault, open_practice: Practices) -> None:
    """Neither a message, nor typing, nor another mode moves a field or a choice: the next click hits its target."""
    served = open_practice(on_socket=True)
    office = await start()
    page = office.page

    async def places() -> tuple[QPoint, ...]:
        await asyncio.sleep(0.05)  # the layout has been updated
        return tuple(each.mapTo(page, QPoint(0, 0)) for each in (page._choices[SERVICE], page._customer))

    first, _ = await places()
    page.choose_row(SERVICE)
    fill(office, server_of(served), Keys("wrong", "key"))
    before = await places()
    assert before[0] == first
    page.connect_button.click()
    await message_shown(office, "doesn't accept this key")
    assert await places() == before
    QTest.keyClick(page._customer, Qt.Key.Key_X)
    assert "doesn't accept this key" in page.sentence
    assert await places() == before


async def test_keys_that_are_gone(start: Launcher, vault: Vault, home: ProgramFolders) -> None:
    """If the vault has lost the keys, the page says so and asks for them, with the server still entered."""
    SettingsFile(home.config / "settings.json").save(
        Settings(mode="Service", server="http://server:30223/api/v1")
    )
    office = await start()
    assert office.page is not None
    assert office.page.sentence
    assert office.page._server.text() == "http://server:30223/api/v1"


async def test_settings_that_cannot_be_read(start: Launcher, home: ProgramFolders) -> None:
    """A damaged settings file is reported on the connection page, and not again on the desk."""
    (home.config / "settings.json").write_text("{", encoding="utf-8")
    office = await start()
    assert "The old file is kept as settings.damaged-1.json" in office.page.sentence
    office.page.choose_row(TRAINING)
    office.page.connect_button.click()
    await schedule_shown(office)
    assert [notice.words for notice in office.screen.model.desk.notices.items] == []


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ('{"mode": "Carrier pigeon", "zoom": "large"}', "the zoom, how the office is reached."),
        ('{"mode": "Service", "server": "a b"}', "the server's address."),
    ],
)
async def test_settings_without_sense(
    start: Launcher, home: ProgramFolders, written: str, words: str
) -> None:
    """Replaced settings are named; an unknown connection mode counts as not chosen."""
    (home.config / "settings.json").write_text(written, encoding="utf-8")
    office = await start()
    assert office.page.sentence == f"Some settings couldn't be used and were reset: {words}"


async def test_senseless_settings_are_told_on_the_desk(start: Launcher, home: ProgramFolders) -> None:
    """Without a connection page, the desk reports which settings were replaced."""
    (home.config / "settings.json").write_text('{"mode": "Training", "theme": "pink"}', encoding="utf-8")
    office = await start()
    await schedule_shown(office)
    words = "Some settings couldn't be used and were reset: dark mode."
    assert [notice.words for notice in office.screen.model.desk.notices.items] == [words]


async def test_another_office_and_back(start: Launcher) -> None:
    """Switching to another office and back leaves nothing of the first desk."""
    office = await start(training=True)
    await schedule_shown(office)
    first, model = office.screen, office.screen.model
    model.actions.warn("Something was message_shown.")
    office.screen.model.desk.commands["app.office"].run()
    await until(lambda: office.page is not None)
    office.page.choose_row(TRAINING)
    office.page.connect_button.click()
    await schedule_shown(office)
    assert office.screen is not first
    assert not shiboken6.isValid(first)
    assert not shiboken6.isValid(model)
    assert [each.notice.words for each in office.window.findChildren(Toast) if each.isVisible()] == []
    office.window.resize(office.window.width() + 10, office.window.height())


async def test_a_server_that_says_nothing(start: Launcher, vault: Vault, open_practice: Practices) -> None:
    """Esc or Cancel stops waiting at once; the entries stay, and the next try is a new one."""
    served = open_practice(on_socket=True)
    office = await start()
    page = office.page
    page.choose_row(SERVICE)
    async with raw_server(hang) as (url, heard):
        fill(office, url.removeprefix("http://").removesuffix("/api/v1"), served.keys)
        cancels = (
            lambda: QTest.keyClick(page, Qt.Key.Key_Escape),
            lambda: QTest.mouseClick(page.cancel_button, LEFT),
        )
        for tries, cancel in enumerate(cancels, 1):
            assert not page.cancel_button.isVisible()
            QTest.mouseClick(page.connect_button, LEFT)
            await message_shown(office, "Connecting…")
            await until(lambda tries=tries: len(heard.heads) == tries)
            assert not page.connect_button.isEnabled()
            assert page.cancel_button.isVisible()
            cancel()
            assert page.connect_button.isEnabled()
            assert page.sentence == ""
    fill(office, server_of(served), served.keys)
    QTest.mouseClick(page.connect_button, LEFT)
    await schedule_shown(office)
