"""A patient at a real kiosk: the program, its window, and its connection to a hub over TLS."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from app.bootstrap.connecting.vault_access import VaultAccess
from app.bootstrap.kiosk.pipe import SupervisorPipe
from app.bootstrap.kiosk.program import KioskProgram
from app.bootstrap.kiosk.protocol import Start
from app.bootstrap.kiosk.screen import FirstPaint
from app.core.paths import ProgramFolders
from app.core.tasks import TaskScope
from app.services.kiosk.kept import Kept, Pairing
from app.viewmodels.kiosk.state import Page
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.devices import DEVICES
from tests.journeys.practices import TEN_TWENTY
from tests.support.fast_clock import FastClock
from tests.support.qt_loop import until
from tests.support.waiting_room import WaitingRoom

STAFF_KEYS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
)
BEGIN = "Touch to check in"


class Kiosk:
    """One running kiosk. What a patient does goes through the widgets."""

    def __init__(self, app: QApplication, folder: Path, clock: FastClock, start: Start) -> None:
        """A kiosk with the vault of the test, locked except in training; `clock` is its PC's."""
        self.clock = clock
        self.folders = ProgramFolders(folder / "config", folder / "data", folder / "logs")
        self.folders.make()
        self.first = FirstPaint(self.folders, start)
        self.first.window.appear()
        self.program = KioskProgram(app, self.first, start, SupervisorPipe(), self.folders, clock)
        self.window = self.program.window
        self.model = self.program.model
        self.code: int | None = None
        self.touches = 0
        """How often the patient touched the screen, keys of a pad or keyboard not counted."""

    async def live(self) -> None:
        """Run to the end."""
        self.code = await self.program.live()

    # --- what is seen --------------------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.model.state.page

    @property
    def texts(self) -> str:
        """Everything that can be read in the window."""
        found = [each for each in self.window.findChildren(QWidget) if each.isVisibleTo(self.window)]
        return "\n".join(
            text
            for each in found
            if (text := each.text() if isinstance(each, QLabel | QAbstractButton) else each.accessibleName())
        )

    async def sees(self, page: Page) -> None:
        """Wait for a page."""
        await self.until(lambda: self.page is page and not self.model.state.busy, f"the page {page}")

    async def reads(self, words: str) -> None:
        """Wait for a text in the window."""
        await self.until(lambda: words in self.texts, words)

    async def until(self, holds, what: str = "") -> None:
        """Wait until a condition holds."""
        try:
            await until(holds)
        except TimeoutError:
            pytest.fail(f"not seen: {what}; the kiosk shows {self.model.state.page}:\n{self.texts}")

    # --- what a patient does -------------------------------------------------------------------------------

    def button(self, words: str) -> QAbstractButton:
        """A button that can be touched, by its text or name."""
        buttons = [
            each
            for each in self.window.findChildren(QAbstractButton)
            if each.isVisibleTo(self.window)
            and each.isEnabled()
            and words in (each.text(), each.accessibleName())
        ]
        assert buttons, f"no button {words!r} in:\n{self.texts}"
        return buttons[0]

    async def touch(self, words: str) -> None:
        """Touch a button, and let it work."""
        self.touches += 1
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)
        await asyncio.sleep(0)

    def keys(self, text: str) -> None:
        """Touch the keys of the pad or the on-screen keyboard."""
        for each in text:
            QTest.mouseClick(self.button(each), Qt.MouseButton.LeftButton)

    async def begin(self, words: str = BEGIN) -> None:
        """Touch the welcome page once it is open."""
        await self.until(lambda: words in self.texts and self.page is Page.WELCOME, "an open welcome page")
        await self.touch(words)
        await self.sees(Page.BIRTHDATE)

    async def identify(self, born: date, letters: str) -> None:
        """Birthdate and first letters, up to what the hub makes of them."""
        self.keys(f"{born:%m%d%Y}")
        await self.touch("Next")
        await self.sees(Page.NAME)
        self.keys(letters)
        await self.touch("Next")
        await self.until(lambda: not self.model.state.busy, "an answer")

    def field(self, name: str) -> QLineEdit:
        """A field by its name."""
        return next(each for each in self.window.findChildren(QLineEdit) if each.accessibleName() == name)

    def type(self, name: str, text: str) -> None:
        """Type into a field."""
        self.field(name).setFocus()
        QTest.keyClicks(self.field(name), text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key of a keyboard."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def open_staff_page(self) -> None:
        """The keys that only staff know."""
        self.press(Qt.Key.Key_S, STAFF_KEYS)

    async def start_over(self) -> None:
        """Back to the welcome page, as by the desk's reset."""
        self.model.reset()
        await self.sees(Page.WELCOME)

    async def go_to(self, page: Page, born: date, letters: str) -> None:
        """Use the kiosk up to a page."""
        await self.begin()
        if page is Page.BIRTHDATE:
            self.keys("03")
            return
        if page is Page.NAME:
            self.keys(f"{born:%m%d%Y}")
            await self.touch("Next")
            await self.sees(page)
            return
        await self.identify(born, letters)
        await self.sees(Page.IS_THIS_YOU)
        if page is Page.IS_THIS_YOU:
            return
        await self.touch("Yes")
        await self.finish(page)
        await self.sees(page)

    async def finish(self, until: Page = Page.CHECKED_IN) -> None:
        """Nothing has changed: confirm each page up to this one, or to the end."""
        words = {Page.CONTACT: "All correct", Page.CHANGES: "No change"}
        before = self.page
        while self.page not in (until, Page.CHECKED_IN, Page.SEE_DESK):
            if self.page in words and not self.model.state.busy:
                before = self.page
                await self.touch(words[before])
            await self.until(
                lambda before=before: self.page is not before and not self.model.state.busy, "the next page"
            )

    async def check_in(self, born: date, letters: str) -> None:
        """A returning patient without changes."""
        await self.go_to(Page.CHECKED_IN, born, letters)


class Kiosks:
    """Starts kiosks, and ends them."""

    def __init__(self, app: QApplication, folder: Path, tasks: TaskScope, room: WaitingRoom) -> None:
        self._app = app
        self._room = room
        self._folder = folder
        self._tasks = tasks
        self._running: list[tuple[Kiosk, object]] = []

    def folder(self, name: str) -> Path:
        """The folder of a kiosk's PC."""
        return self._folder / name

    async def pair(self, name: str) -> None:
        """Let a PC belong to the hub, as pairing leaves it."""
        token = await self._room.hub.token(Kind.KIOSK, name)
        devices = await self._room.desk.call(DEVICES, Nothing())
        number = max(each.device_num for each in devices.devices)
        pairing = Pairing(
            self._room.hub.url, self._room.hub.certificate.certificate, name, number, "Willow Creek"
        )
        kept = Kept(self.folder(name) / "config" / "kiosk", VaultAccess(self.folder(name)))
        await kept.keep(pairing, token)

    def start(
        self,
        name: str,
        *,
        crashes: int = 0,
        ahead: timedelta = timedelta(0),
        training: Mapping[str, Any] = MappingProxyType({}),
    ) -> Kiosk:
        """Start a PC's program; the same name: again on the same PC. `ahead`: how wrong its clock is."""
        start, clock = Start(crashes, training=training), FastClock(TEN_TWENTY + ahead, times=1)
        kiosk = Kiosk(self._app, self.folder(name), clock, start)
        self._running.append((kiosk, self._tasks.start(kiosk.live(), name)))
        return kiosk

    async def __call__(self, name: str = "Front door", *, ahead: timedelta = timedelta(0)) -> Kiosk:
        """A paired kiosk that has just been started."""
        await self.pair(name)
        return self.start(name, ahead=ahead)

    async def end(self, kiosk: Kiosk) -> None:
        """Close one, as staff do."""
        kiosk.program.close()
        await until(lambda: kiosk.code is not None)
        kiosk.window.deleteLater()
        self._running = [each for each in self._running if each[0] is not kiosk]

    async def close(self) -> None:
        """End all."""
        for kiosk, _ in list(self._running):
            await self.end(kiosk)
