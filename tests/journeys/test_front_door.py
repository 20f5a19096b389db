"""The first start, the next one, a second copy: from nothing to a desk, through the window's own widgets."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import keyring
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.api.keys import Keys
from app.api.modes import service_address
from app.api.vault import Vault
from app.bootstrap.office import OfficeDesk
from app.bootstrap.single_instance import SingleInstance
from app.core.clock import ShiftedClock
from app.core.paths import Places, places
from app.core.settings import Settings, SettingsFile
from app.viewmodels.staff.book_state import Ready
from app.views.staff.shell import Shell
from app.views.staff.toasts import Toast
from app.views.theme.theme import Theme
from tests.api.test_vault import MemoryKeyring
from tests.journeys.desk import LEFT
from tests.journeys.practices import SEED, TEN_TWENTY, TODAY, Practices, Served
from tests.support.qt_loop import until

ROOT = Path(__file__).parents[2]
TRAINING, SERVICE, LOCAL, REMOTE = range(4)


@pytest.fixture
def vault() -> Iterator[Vault]:
    """A vault of this test's own."""
    before = keyring.get_keyring()
    memory = MemoryKeyring()
    keyring.set_keyring(memory)
    yield Vault(memory)
    keyring.set_keyring(before)


@pytest.fixture
def home(seeded: Path) -> Places:
    """The program's folders, with today's training practice made already."""
    found = places()
    found.make()
    training = found.data / "training"
    training.mkdir(parents=True)
    shutil.copyfile(seeded, training / f"practice-{SEED}-{TODAY.isoformat()}.db")
    return found


class Doors:
    """Starts the program as bootstrap does, again and again in the same folders."""

    def __init__(self, theme: Theme, home: Places) -> None:
        self._theme = theme
        self._home = home
        self._open: list[tuple[OfficeDesk, Shell]] = []

    async def __call__(self, *, training: bool = False) -> OfficeDesk:
        """Start it, with the settings that lie there."""
        loaded = SettingsFile(self._home.config / "settings.json").load()
        settings = loaded.settings
        shell = Shell()
        shell.show()
        shell.activateWindow()
        clock = ShiftedClock.starting_at(TEN_TWENTY)
        office = OfficeDesk(shell, self._theme, settings, self._home, training=training, clock=clock)
        office.loaded = loaded
        self._open.append((office, shell))
        await office.open()
        return office

    async def close(self) -> None:
        """End what still runs."""
        for office, shell in self._open:
            await office.close()
            shell.close()
            shell.deleteLater()
            if office.session is not None and office.session.desk is not None:
                office.session.desk.deleteLater()
        self._open = []


@pytest.fixture
async def start(qapp: QApplication, theme: Theme, home: Places) -> AsyncIterator[Doors]:
    """Starts the program."""
    doors = Doors(theme, home)
    yield doors
    await doors.close()


def fill(office: OfficeDesk, server: str, keys: Keys) -> None:
    """Type into the page's fields."""
    fields = {each.accessibleName(): each for each in office.page.findChildren(QLineEdit)}
    for name, text in (
        ("Server", server),
        ("Developer key", keys.developer),
        ("Customer key", keys.customer),
    ):
        fields[name].clear()
        QTest.keyClicks(fields[name], text)


async def said(office: OfficeDesk, words: str) -> None:
    """Wait for the page's answer."""
    try:
        await until(lambda: office.page is not None and words in office.page.sentence)
    except TimeoutError:
        pytest.fail(f"the page says: {office.page.sentence if office.page else 'there is no page'}")


async def booked(office: OfficeDesk) -> None:
    """Wait for the book, and until nothing else is on its way."""

    def filled() -> bool:
        if office.page is not None:
            return False
        state = office.screen.desk.book.state if office.screen else None
        return isinstance(state, Ready) and len(state.sheet.visits) > 50

    await until(filled, 20)


def server_of(served: Served) -> str:
    """The server as one types it."""
    return f"127.0.0.1:{served.socket.port}"


async def test_the_first_start(start: Doors, home: Places) -> None:
    """A first start asks for the office; training takes one click, and the next start goes straight to it."""
    office = await start()
    assert office.page is not None
    assert office.page.connect_button.text() == "Start training"
    QTest.mouseClick(office.page.connect_button, LEFT)
    await booked(office)
    assert office.page is None
    assert office.screen.canvas.isVisible()
    await start.close()
    assert SettingsFile(home.config / "settings.json").load().settings.mode == "Training"
    again = await start()
    await booked(again)
    assert again.page is None


async def test_the_first_page_by_keyboard(start: Doors, home: Places) -> None:
    """The keyboard begins on the chosen way, the arrows walk the ways, Enter connects from wherever one is."""
    office = await start()
    page = office.page
    await until(lambda: QApplication.focusWidget() is page._choices[TRAINING])
    QTest.keyClick(page._choices[TRAINING], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page._choices[SERVICE]
    assert page._choices[SERVICE].isChecked()
    QTest.keyClick(page._choices[SERVICE], Qt.Key.Key_Return)
    await said(office, "Enter the server's name")
    assert QApplication.focusWidget() is page._server
    QTest.mouseClick(page._choices[LOCAL], LEFT)
    assert QApplication.focusWidget() is page._developer
    QTest.mouseClick(page._choices[TRAINING], LEFT)
    page._choices[TRAINING].setFocus()
    QTest.keyClick(page._choices[TRAINING], Qt.Key.Key_Return)
    await booked(office)


async def test_closing_while_the_office_comes(start: Doors, home: Places) -> None:
    """Whoever closes the window while the desk is still being opened leaves nothing behind."""
    office = await start()
    office.page.connect_button.click()
    await until(lambda: office.session is not None)
    await start.close()
    assert SettingsFile(home.config / "settings.json").load().settings.mode == "Training"


async def test_an_office_on_the_network(
    start: Doors, vault: Vault, home: Places, open_practice: Practices
) -> None:
    """Service, a server and two keys, Enter: the keys go into the vault, and the next start asks nothing."""
    served = open_practice(on_socket=True)
    office = await start()
    office.page.choose_row(SERVICE)
    fill(office, server_of(served), served.keys)
    QTest.keyClick(office.page._customer, Qt.Key.Key_Return)
    await booked(office)
    address = service_address(server_of(served))
    assert vault.read_keys(address) == served.keys
    await start.close()
    text = (home.config / "settings.json").read_text("utf-8")
    assert served.keys.customer not in text
    again = await start()
    await booked(again)
    assert again.page is None
    log = "".join(path.read_text("utf-8") for path in home.logs.glob("*"))
    assert served.keys.customer not in log
    assert served.keys.developer not in log


async def test_what_stands_in_the_way_has_its_own_sentence(
    start: Doors, vault: Vault, open_practice: Practices
) -> None:
    """A wrong key, a server that is off, an office that is too old, a field left empty: each says its own."""
    served, old = open_practice(on_socket=True), open_practice(on_socket=True, version="21.4")
    office = await start()
    page = office.page
    page.choose_row(SERVICE)
    page.connect_button.click()
    await said(office, "Enter the server's name")
    fill(office, server_of(served), Keys("wrong", "key"))
    page.connect_button.click()
    await said(office, "does not accept this key")
    fill(office, server_of(old), old.keys)
    page.connect_button.click()
    await said(office, "This office runs Open Dental 21.4; Front Desk needs ")
    await asyncio.to_thread(old.socket.stop)
    page.connect_button.click()
    await said(office, f"Nothing answers at http://{server_of(old)}/api/v1.")
    fill(office, server_of(served), served.keys)
    page.connect_button.click()
    await booked(office)


async def test_keys_that_are_gone(start: Doors, vault: Vault, home: Places) -> None:
    """When the vault has lost the keys, the page says so and asks for them, with the server still there."""
    SettingsFile(home.config / "settings.json").save(
        Settings(mode="Service", server="http://server:30223/api/v1")
    )
    office = await start()
    assert office.page is not None
    assert office.page.sentence
    assert office.page._server.text() == "http://server:30223/api/v1"


async def test_settings_that_cannot_be_read(start: Doors, home: Places) -> None:
    """A damaged file is told on the connection page, which it leads to, and not again on the desk."""
    (home.config / "settings.json").write_text("{", encoding="utf-8")
    office = await start()
    assert "were set aside as settings.damaged-1.json" in office.page.sentence
    office.page.choose_row(TRAINING)
    office.page.connect_button.click()
    await booked(office)
    assert [notice.words for notice in office.screen.desk.notices.items] == []


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ('{"mode": "Carrier pigeon", "zoom": "large"}', "the zoom, the way to the office."),
        ('{"mode": "Service", "server": "a b"}', "the server's address."),
    ],
)
async def test_settings_without_sense(start: Doors, home: Places, written: str, words: str) -> None:
    """Settings that were replaced are named; a way to the office that nobody knows is one not chosen yet."""
    (home.config / "settings.json").write_text(written, encoding="utf-8")
    office = await start()
    assert office.page.sentence == f"Some settings made no sense and are as at a first start: {words}"


async def test_senseless_settings_are_told_on_the_desk(start: Doors, home: Places) -> None:
    """Where there is no page to say it on, the desk says which settings were replaced."""
    (home.config / "settings.json").write_text('{"mode": "Training", "theme": "pink"}', encoding="utf-8")
    office = await start()
    await booked(office)
    words = "Some settings made no sense and are as at a first start: the colours."
    assert [notice.words for notice in office.screen.desk.notices.items] == [words]


async def test_another_office_and_back(start: Doors) -> None:
    """From the desk one goes to another office and comes back; nothing of the first desk is left."""
    office = await start(training=True)
    await booked(office)
    first, model = office.screen, office.screen.desk
    model.actions.warn("Something was said.")
    office.screen.desk.commands["app.office"].run()
    await until(lambda: office.page is not None)
    assert office.screen is None
    office.page.choose_row(TRAINING)
    office.page.connect_button.click()
    await booked(office)
    assert office.screen is not first
    assert not shiboken6.isValid(first)
    assert not shiboken6.isValid(model)
    assert [each.notice.words for each in office.shell.findChildren(Toast) if each.isVisible()] == []
    office.shell.resize(office.shell.width() + 10, office.shell.height())


async def test_a_second_copy(start: Doors, home: Places, _own_home: Path) -> None:  # noqa: PT019  # its folder
    """A second start on the same PC ends at once and brings the first one's window to the front."""
    instance = SingleInstance(home.data)
    assert instance.take()
    office = await start(training=True)
    called: list[int] = []

    def front() -> None:
        called.append(1)
        office.shell.to_front()

    instance.listen(front)
    office.shell.showMinimized()
    environment = {**os.environ, "FRONT_DESK_HOME": str(_own_home)}
    command = [sys.executable, "-m", "app", "--training"]
    second = asyncio.get_running_loop().run_in_executor(
        None, lambda: subprocess.run(command, cwd=ROOT, env=environment, timeout=20, check=False).returncode
    )
    assert await second == 0
    await until(lambda: called == [1])
    assert not office.shell.isMinimized()
    assert office.shell.isVisible()
    instance.release()


async def test_an_impatient_second_start(home: Places, _own_home: Path) -> None:  # noqa: PT019  # its folder
    """A second start while the first is busy and does not answer says so and ends; the folder is opened once."""
    instance = SingleInstance(home.data)
    assert instance.take()
    before = sorted(_own_home.rglob("*"))
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "app", "--training"],
        cwd=ROOT,
        env={**os.environ, "FRONT_DESK_HOME": str(_own_home)},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert (done.returncode, sorted(_own_home.rglob("*"))) == (0, before)
    assert "Front Desk is already running on this computer" in done.stderr
    instance.release()


async def test_the_first_copy_listens_from_its_first_paint(_own_home: Path) -> None:  # noqa: PT019  # its folder
    """A copy whose office is still being opened answers the next start already."""
    command = [sys.executable, "-m", "app", "--training"]
    environment = {**os.environ, "FRONT_DESK_HOME": str(_own_home)}
    first = subprocess.Popen(command, cwd=ROOT, env=environment)  # noqa: ASYNC220  # watched from here
    try:
        lock = places().data / "front-desk.lock"
        await until(lock.exists, 20)
        answered = await asyncio.to_thread(SingleInstance(places().data).call_first)
        assert answered
        assert not list((places().data / "training").glob("journal-*"))
    finally:
        first.kill()
        first.wait()
